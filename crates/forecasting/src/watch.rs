//! How a caller follows long work, and stops it.

/// The caller of the work was no longer interested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the work was cancelled")]
pub struct Cancelled;

/// A view on long work; both are called from several threads, once per series or so.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Told how many of how many steps are done.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Asked whether to give up.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
}

impl Watch<'_> {
    /// Nobody watches and nobody stops.
    pub const NOBODY: Watch<'static> = Watch { progress: &|_, _| (), cancelled: &|| false };

    pub(crate) fn check(&self) -> Result<(), Cancelled> {
        if (self.cancelled)() { Err(Cancelled) } else { Ok(()) }
    }
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}
