//! Waiting for the end of a server.

use server::Server;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::Failure;
use crate::output::note;

/// SIGTERM and SIGINT.
pub(crate) struct StopSignals {
    terminate: Signal,
    interrupt: Signal,
}

impl StopSignals {
    /// From here on the signals no longer kill. Called before the ready file appears, since whoever waits for it
    /// may send one at once.
    pub(crate) fn caught() -> Result<Self, Failure> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    /// Serves until one of them comes, then drains.
    pub(crate) async fn end(mut self, server: Server) -> Result<(), Failure> {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
        tracing::info!("stopping");
        server.stop().await;
        note("deputy: stopped");
        Ok(())
    }
}
