//! An ordered map whose copies share what they have in common.
//!
//! A copy costs one node; changing a map that was copied costs the nodes on the way to the change, however many
//! entries there are.

use std::sync::Arc;

use crate::Order;

pub(super) type Bytes = Arc<[u8]>;

/// A node with more is split in two.
const NODE_MAX: usize = 64;

/// The map.
#[derive(Clone, Default)]
pub(super) struct Tree {
    root: Node,
}

#[derive(Clone)]
enum Node {
    // Invariant: keys ascend.
    Leaf(Vec<(Bytes, Bytes)>),
    // Invariant: each child comes with a key that none of its keys is below; those keys ascend, and all keys of a
    // child are below the next one.
    Branch(Vec<(Bytes, Arc<Node>)>),
}

impl Default for Node {
    fn default() -> Self {
        Self::Leaf(Vec::new())
    }
}

impl Tree {
    pub(super) fn get(&self, key: &[u8]) -> Option<&Bytes> {
        let mut node = &self.root;
        loop {
            match node {
                Node::Leaf(entries) => {
                    let at = entries.binary_search_by(|(known, _)| (**known).cmp(key)).ok()?;
                    return entries.get(at).map(|(_, value)| value);
                }
                Node::Branch(children) => node = &children.get(child(children, key))?.1,
            }
        }
    }

    /// The entries from `from` to before `to`, as many as `limit`.
    pub(super) fn range(&self, from: &[u8], to: &[u8], limit: usize, order: Order) -> Vec<(&Bytes, &Bytes)> {
        let mut found = Vec::new();
        if from < to {
            self.root.collect(&Span { from, to, limit, order }, &mut found);
        }
        found
    }

    pub(super) fn insert(&mut self, key: Bytes, value: Bytes) {
        if let Some(right) = self.root.insert(key, value) {
            let left = std::mem::take(&mut self.root);
            self.root = Node::Branch(vec![(Bytes::default(), Arc::new(left)), right]);
        }
    }

    pub(super) fn remove(&mut self, key: &[u8]) {
        self.root.remove(key);
        if self.root.is_empty() {
            self.root = Node::default();
        }
    }
}

/// What is looked for in a range.
struct Span<'s> {
    from: &'s [u8],
    to: &'s [u8],
    limit: usize,
    order: Order,
}

impl Node {
    fn is_empty(&self) -> bool {
        match self {
            Self::Leaf(entries) => entries.is_empty(),
            Self::Branch(children) => children.is_empty(),
        }
    }

    /// A node that became too large gives its right half, for its parent to keep.
    fn insert(&mut self, key: Bytes, value: Bytes) -> Option<(Bytes, Arc<Self>)> {
        match self {
            Self::Leaf(entries) => {
                match entries.binary_search_by(|(known, _)| known.cmp(&key)) {
                    Ok(at) => *entries.get_mut(at)? = (key, value),
                    Err(at) => entries.insert(at, (key, value)),
                }
                right_half(entries).map(|(least, right)| (least, Arc::new(Self::Leaf(right))))
            }
            Self::Branch(children) => {
                let at = child(children, &key);
                let right = Arc::make_mut(&mut children.get_mut(at)?.1).insert(key, value)?;
                children.insert(at + 1, right);
                right_half(children).map(|(least, right)| (least, Arc::new(Self::Branch(right))))
            }
        }
    }

    fn remove(&mut self, key: &[u8]) {
        match self {
            Self::Leaf(entries) => {
                if let Ok(at) = entries.binary_search_by(|(known, _)| (**known).cmp(key)) {
                    entries.remove(at);
                }
            }
            Self::Branch(children) => {
                let at = child(children, key);
                let Some((_, node)) = children.get_mut(at) else { return };
                let node = Arc::make_mut(node);
                node.remove(key);
                if node.is_empty() {
                    let (least, _) = children.remove(at);
                    // The first child takes over what may come below its own keys.
                    if let (0, Some(first)) = (at, children.first_mut()) {
                        first.0 = least;
                    }
                }
            }
        }
    }

    fn collect<'t>(&'t self, span: &Span<'_>, found: &mut Vec<(&'t Bytes, &'t Bytes)>) {
        match self {
            Self::Leaf(entries) => {
                let begin = entries.partition_point(|(key, _)| **key < *span.from);
                let end = entries.partition_point(|(key, _)| **key < *span.to);
                let within =
                    entries.get(begin..end).unwrap_or_default().iter().map(|(key, value)| (key, value));
                let missing = span.limit - found.len();
                match span.order {
                    Order::Ascending => found.extend(within.take(missing)),
                    Order::Descending => found.extend(within.rev().take(missing)),
                }
            }
            Self::Branch(children) => {
                let begin = child(children, span.from);
                let end = children.partition_point(|(least, _)| **least < *span.to);
                let within = children.get(begin..end).unwrap_or_default().iter().map(|(_, node)| node);
                let mut visit = |node: &'t Arc<Self>| {
                    if found.len() < span.limit {
                        node.collect(span, found);
                    }
                };
                match span.order {
                    Order::Ascending => within.for_each(&mut visit),
                    Order::Descending => within.rev().for_each(&mut visit),
                }
            }
        }
    }
}

/// The child in which a key belongs.
fn child(children: &[(Bytes, Arc<Node>)], key: &[u8]) -> usize {
    children.partition_point(|(least, _)| **least <= *key).saturating_sub(1)
}

fn right_half<T>(items: &mut Vec<(Bytes, T)>) -> Option<(Bytes, Vec<(Bytes, T)>)> {
    if items.len() <= NODE_MAX {
        return None;
    }
    let right = items.split_off(items.len() / 2);
    let least = Arc::clone(&right.first()?.0);
    Some((least, right))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    type Model = BTreeMap<Vec<u8>, Vec<u8>>;

    /// Numbers in no order, the same in each run.
    struct Numbers(u32);

    impl Numbers {
        fn below(&mut self, end: u32) -> u32 {
            self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (self.0 >> 8) % end
        }

        fn key(&mut self, keys: u32) -> Vec<u8> {
            self.below(keys).to_string().into_bytes()
        }
    }

    #[track_caller]
    fn check(tree: &Tree, model: &Model, from: &[u8], to: &[u8], limit: usize) {
        let expected = || model.iter().filter(|(key, _)| &key[..] >= from && &key[..] < to);
        let owned = |found: Vec<(&Bytes, &Bytes)>| -> Vec<(Vec<u8>, Vec<u8>)> {
            found.into_iter().map(|(key, value)| (key.to_vec(), value.to_vec())).collect()
        };
        let pair = |(key, value): (&Vec<u8>, &Vec<u8>)| (key.clone(), value.clone());
        let ascending: Vec<_> = expected().take(limit).map(pair).collect();
        let descending: Vec<_> = expected().rev().take(limit).map(pair).collect();
        assert_eq!(owned(tree.range(from, to, limit, Order::Ascending)), ascending);
        assert_eq!(owned(tree.range(from, to, limit, Order::Descending)), descending);
    }

    #[test]
    fn it_is_an_ordered_map() {
        let (mut tree, mut model, mut numbers) = (Tree::default(), Model::new(), Numbers(1));
        // It grows for some time, shrinks to nothing, and grows again.
        for turn in 0..60_000_u32 {
            let key = numbers.key(8_000);
            if numbers.below(20_000) < turn % 20_000 {
                tree.remove(&key);
                model.remove(&key);
            } else {
                let value = turn.to_be_bytes();
                tree.insert(Arc::from(&key[..]), Arc::from(value));
                model.insert(key.clone(), value.to_vec());
            }
            assert_eq!(tree.get(&key).map(|value| value.to_vec()), model.get(&key).cloned());
            if turn % 500 == 0 {
                let limit = numbers.below(300) as usize;
                let (from, to) = (numbers.key(8_000), numbers.key(8_000));
                check(&tree, &model, &from, &to, limit);
                check(&tree, &model, b"", b"z", usize::MAX);
            }
        }
        for key in model.keys() {
            tree.remove(key);
        }
        check(&tree, &Model::new(), b"", b"z", usize::MAX);
    }

    #[test]
    fn a_copy_stands_still() {
        let (mut tree, mut model) = (Tree::default(), Model::new());
        for number in 0..10_000_u32 {
            tree.insert(Arc::from(number.to_be_bytes()), Arc::from(*b"old"));
            model.insert(number.to_be_bytes().to_vec(), b"old".to_vec());
        }
        let copy = tree.clone();
        for number in (0..10_000_u32).step_by(3) {
            tree.insert(Arc::from(number.to_be_bytes()), Arc::from(*b"new"));
            tree.remove(&(number + 1).to_be_bytes());
        }
        check(&copy, &model, b"", b"\xff", usize::MAX);
        assert_eq!(tree.get(&0_u32.to_be_bytes()).map(|value| value.to_vec()), Some(b"new".to_vec()));
        assert_eq!(tree.get(&1_u32.to_be_bytes()), None);
    }
}
