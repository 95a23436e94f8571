//! Waiting for the end of a server.

use server::Server;
use tokio::signal::unix::{SignalKind, signal};

use super::Failure;
use crate::output::note;

/// Serves until SIGTERM or SIGINT, then drains.
pub(crate) async fn until_told_to_stop(server: Server) -> Result<(), Failure> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("stopping");
    server.stop().await;
    note("deputy: stopped");
    Ok(())
}
