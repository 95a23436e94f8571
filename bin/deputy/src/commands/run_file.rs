//! Where `deputy env` finds the latest `deputy dev`.

use std::env;
use std::path::PathBuf;

/// `$XDG_STATE_HOME/deputy/dev.json`, or the same under `~/.local/state`. `None` without a home.
pub(crate) fn dev() -> Option<PathBuf> {
    let state = env::var_os("XDG_STATE_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    let home = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/state"));
    Some(state.or_else(home)?.join("deputy").join("dev.json"))
}
