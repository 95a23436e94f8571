//! Names that attributes may not have. Source: "Reserved field names" in the Forecast developer guide.

use std::collections::HashSet;
use std::sync::LazyLock;

static RESERVED: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("reserved.txt").lines().collect());

/// Whether a name is reserved, in any case of its letters.
pub(crate) fn is_reserved(name: &str) -> bool {
    RESERVED.contains(name.to_ascii_uppercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_reserved_in_any_case() {
        assert!(is_reserved("SELECT") && is_reserved("select") && is_reserved("Value"));
        assert!(!is_reserved("item_id") && !is_reserved(""));
        assert!(RESERVED.len() > 800 && RESERVED.iter().all(|word| !word.is_empty() && *word == word.trim()));
    }
}
