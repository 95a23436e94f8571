//! A table of names, found by their hash.

use crate::action::hash;

/// What is known by name. Keys lie together and names lie together, since most tables are read when nothing of
/// them is at hand.
#[derive(Debug)]
pub(crate) struct Names<T> {
    // Invariant: sorted by hash and name; `end` is where the name ends in `text` and the next one begins.
    keys: Box<[Key<T>]>,
    text: Box<str>,
}

#[derive(Debug)]
struct Key<T> {
    hash: u64,
    end: u32,
    value: T,
}

impl<T> Names<T> {
    /// A table of these names, each of which occurs once.
    pub(crate) fn new(named: Vec<(&str, T)>) -> Names<T> {
        let mut named: Vec<(u64, &str, T)> =
            named.into_iter().map(|(name, value)| (hash(name), name, value)).collect();
        named.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        let mut text = String::with_capacity(named.iter().map(|(_, name, _)| name.len()).sum());
        let keys = named.into_iter().map(|(hash, name, value)| {
            text.push_str(name);
            // Documents are far smaller; beyond, a name would be read as another and not be found.
            Key { hash, end: u32::try_from(text.len()).unwrap_or(u32::MAX), value }
        });
        Names { keys: keys.collect(), text: text.into() }
    }

    /// What is known by this name, whose hash is given.
    pub(crate) fn get(&self, hash: u64, name: &[u8]) -> Option<&T> {
        let first = self.keys.partition_point(|key| key.hash < hash);
        let same = self.keys.iter().enumerate().skip(first).take_while(|(_, key)| key.hash == hash);
        same.filter(|(number, _)| self.name(*number) == Some(name)).map(|(_, key)| &key.value).next()
    }

    fn name(&self, number: usize) -> Option<&[u8]> {
        let end = |number: usize| self.keys.get(number).and_then(|key| usize::try_from(key.end).ok());
        let start = number.checked_sub(1).map_or(Some(0), end)?;
        self.text.as_bytes().get(start..end(number)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_what_they_stand_for() {
        let names = Names::new(vec![("s3:getobject", 1), ("", 2), ("sqs", 3), ("s3", 4)]);
        let get = |name: &str| names.get(hash(name), name.as_bytes()).copied();
        assert_eq!(
            [get("s3:getobject"), get(""), get("sqs"), get("s3"), get("s")],
            [Some(1), Some(2), Some(3), Some(4), None]
        );
        // An equal hash is no proof.
        assert_eq!(names.get(hash("sqs"), b"other"), None);
        assert_eq!(Names::<u8>::new(Vec::new()).get(hash("a"), b"a"), None);
    }
}
