//! Which statements can concern a request: found by action and resource, before any statement is looked at.
//!
//! For every action named in full the complete list of statements whose `Action` element matches is
//! prepared. Other actions fall back to the statements that have patterns in the service, and
//! those of actions elsewhere (`*`, `NotAction`). Lists that are the same are kept once, and long ones are sorted
//! by resource (see [`Shelf`]).

use std::collections::HashMap;

use crate::action::{ActionName, hash};
use crate::policy::{Policy, Statement};
use crate::shelf::Shelf;

/// A statement of a set of policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct At {
    pub(crate) policy: u16,
    pub(crate) statement: u16,
}

/// The index of one policy, or of several that count together.
#[derive(Debug)]
pub(crate) struct Index {
    // Invariant: sorted by hash.
    actions: Box<[Entry]>,
    services: Box<[Entry]>,
    everywhere: u32,
    shelves: Box<[Shelf]>,
}

#[derive(Debug)]
struct Entry {
    hash: u64,
    name: Box<str>,
    shelf: u32,
}

/// Where to look, and whether the action element is known to match there.
pub(crate) struct Candidates<'a> {
    pub(crate) shelf: &'a Shelf,
    pub(crate) action_matches: bool,
}

impl Index {
    /// The index of a single policy.
    pub(crate) fn of_statements(statements: &[Statement]) -> Index {
        Builder::over(numbered(0, statements).collect()).index()
    }

    /// One index over several policies.
    pub(crate) fn of_policies<'a>(policies: impl Iterator<Item = &'a Policy>) -> Index {
        let all = policies.zip(0..).flat_map(|(policy, number)| numbered(number, &policy.statements));
        Builder::over(all.collect()).index()
    }

    pub(crate) fn candidates(&self, action: &ActionName) -> Option<Candidates<'_>> {
        if let Some(entry) = find(&self.actions, action.hash, action.text()) {
            return Some(Candidates { shelf: self.shelf(entry.shelf)?, action_matches: true });
        }
        let shelf = find(&self.services, action.service_hash, action.service())
            .map_or(self.everywhere, |entry| entry.shelf);
        Some(Candidates { shelf: self.shelf(shelf)?, action_matches: false })
    }

    fn shelf(&self, number: u32) -> Option<&Shelf> {
        self.shelves.get(usize::try_from(number).ok()?)
    }
}

fn numbered(policy: u16, statements: &[Statement]) -> impl Iterator<Item = (At, &Statement)> {
    statements.iter().zip(0..).map(move |(statement, number)| (At { policy, statement: number }, statement))
}

/// Collects lists of statements, each different one once.
struct Builder<'a> {
    statements: Vec<(At, &'a Statement)>,
    lists: HashMap<Vec<At>, u32>,
    shelves: Vec<Shelf>,
}

impl<'a> Builder<'a> {
    fn over(statements: Vec<(At, &'a Statement)>) -> Builder<'a> {
        Builder { statements, lists: HashMap::new(), shelves: Vec::new() }
    }

    fn index(mut self) -> Index {
        let statements = std::mem::take(&mut self.statements);
        let everywhere: Vec<_> = statements
            .iter()
            .copied()
            .filter(|(_, statement)| statement.actions.services().is_none())
            .collect();
        // By service, so that an action is compared with the statements of its own service only.
        let mut services: HashMap<&str, Vec<(At, &Statement)>> = HashMap::new();
        for (at, statement) in &statements {
            let mut names: Vec<&str> = statement.actions.services().into_iter().flatten().collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                services.entry(name).or_default().push((*at, statement));
            }
        }
        let everywhere_shelf = self.shelve(everywhere.clone());
        let (mut by_action, mut by_service) = (Vec::new(), Vec::new());
        for (service, own) in services {
            let mut concerned: Vec<_> = own.iter().chain(&everywhere).copied().collect();
            concerned.sort_unstable_by_key(|(at, _)| *at);
            for name in literals(&concerned, service) {
                let matching =
                    concerned.iter().copied().filter(|(_, statement)| statement.actions.matches(name));
                by_action.push(entry(name, self.shelve(matching.collect())));
            }
            concerned.retain(|(_, statement)| !statement.actions.is_literal());
            by_service.push(entry(service, self.shelve(concerned)));
        }
        Index {
            actions: sorted(by_action),
            services: sorted(by_service),
            everywhere: everywhere_shelf,
            shelves: self.shelves.into(),
        }
    }

    fn shelve(&mut self, statements: Vec<(At, &Statement)>) -> u32 {
        let list: Vec<At> = statements.iter().map(|(at, _)| *at).collect();
        if let Some(number) = self.lists.get(&list) {
            return *number;
        }
        let number = u32::try_from(self.shelves.len()).unwrap_or(u32::MAX);
        self.shelves.push(Shelf::new(&statements));
        self.lists.insert(list, number);
        number
    }
}

/// The actions of a service that statements name in full, each once.
fn literals<'a>(statements: &[(At, &'a Statement)], service: &str) -> Vec<&'a str> {
    let of_service = |name: &&str| name.split(':').next() == Some(service);
    let mut names: Vec<&str> = statements
        .iter()
        .flat_map(|(_, statement)| statement.actions.literals())
        .filter(of_service)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn entry(name: &str, shelf: u32) -> Entry {
    Entry { hash: hash(name), name: name.into(), shelf }
}

fn sorted(mut entries: Vec<Entry>) -> Box<[Entry]> {
    entries.sort_unstable_by(|a, b| (a.hash, &a.name).cmp(&(b.hash, &b.name)));
    entries.into()
}

fn find<'a>(entries: &'a [Entry], hash: u64, name: &str) -> Option<&'a Entry> {
    let start = entries.partition_point(|entry| entry.hash < hash);
    entries.get(start..)?.iter().take_while(|entry| entry.hash == hash).find(|entry| *entry.name == *name)
}
