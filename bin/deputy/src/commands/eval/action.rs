//! Actions in the case AWS writes them in.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use crate::commands::policy::facts;

/// The action as the service spells it. Those that are not known keep the spelling of their name.
pub(super) fn canonical(action: &str) -> Cow<'_, str> {
    static SPELLINGS: OnceLock<HashMap<String, String>> = OnceLock::new();
    let spellings = SPELLINGS.get_or_init(|| {
        let facts = facts::load().unwrap_or_default();
        facts.actions().map(|action| (action.to_ascii_lowercase(), action)).collect()
    });
    if let Some(spelling) = spellings.get(&action.to_ascii_lowercase()) {
        return Cow::Owned(spelling.clone());
    }
    match action.split_once(':') {
        Some((service, name)) => Cow::Owned(format!("{}:{name}", service.to_ascii_lowercase())),
        None => Cow::Borrowed(action),
    }
}
