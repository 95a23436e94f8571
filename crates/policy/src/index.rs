//! Which statements can concern an action: found by name, before any statement is looked at.
//!
//! For every action named in full the complete list of statements whose `Action` element matches is
//! prepared. Other actions fall back to the statements that have patterns in the service, and
//! those of actions elsewhere (`*`, `NotAction`).

use crate::action::{ActionName, hash};
use crate::policy::Statement;

/// The index of one policy.
#[derive(Debug)]
pub(crate) struct Index {
    // Invariant: sorted by hash.
    actions: Box<[Entry]>,
    services: Box<[Entry]>,
    everywhere: Box<[u16]>,
}

#[derive(Debug)]
struct Entry {
    hash: u64,
    name: Box<str>,
    /// In the order of the document.
    statements: Box<[u16]>,
}

/// Statements to look at.
pub(crate) struct Candidates<'a> {
    pub(crate) statements: &'a [u16],
    /// Whether the action element is known to match.
    pub(crate) action_matches: bool,
}

impl Index {
    pub(crate) fn new(statements: &[Statement]) -> Index {
        let mut actions: Vec<&str> = statements.iter().flat_map(|s| s.actions.literals()).collect();
        let mut services: Vec<&str> =
            statements.iter().filter_map(|s| s.actions.services()).flatten().collect();
        for names in [&mut actions, &mut services] {
            names.sort_unstable();
            names.dedup();
        }
        let by_action = actions.into_iter().map(|name| entry(name, statements, |s| s.actions.matches(name)));
        let by_service =
            services.into_iter().map(|name| entry(name, statements, |s| concerns(s, Some(name))));
        Index {
            actions: sorted(by_action.collect()),
            services: sorted(by_service.collect()),
            everywhere: select(statements, |s| concerns(s, None)),
        }
    }

    pub(crate) fn candidates(&self, action: &ActionName) -> Candidates<'_> {
        if let Some(entry) = find(&self.actions, action.hash, action.text()) {
            return Candidates { statements: &entry.statements, action_matches: true };
        }
        let statements = match find(&self.services, action.service_hash, action.service()) {
            Some(entry) => &entry.statements,
            None => &self.everywhere,
        };
        Candidates { statements, action_matches: false }
    }
}

/// Whether a statement can match an action of the service that nobody names in full.
fn concerns(statement: &Statement, service: Option<&str>) -> bool {
    if statement.actions.is_literal() {
        return false;
    }
    match statement.actions.services() {
        Some(mut services) => service.is_some_and(|service| services.any(|s| s == service)),
        None => true,
    }
}

fn entry(name: &str, statements: &[Statement], chosen: impl Fn(&Statement) -> bool) -> Entry {
    Entry { hash: hash(name), name: name.into(), statements: select(statements, chosen) }
}

fn select(statements: &[Statement], chosen: impl Fn(&Statement) -> bool) -> Box<[u16]> {
    let numbered = statements.iter().zip(0u16..);
    numbered.filter(|(statement, _)| chosen(statement)).map(|(_, number)| number).collect()
}

fn sorted(mut entries: Vec<Entry>) -> Box<[Entry]> {
    entries.sort_unstable_by_key(|entry| entry.hash);
    entries.into()
}

fn find<'a>(entries: &'a [Entry], hash: u64, name: &str) -> Option<&'a Entry> {
    let start = entries.partition_point(|entry| entry.hash < hash);
    entries.get(start..)?.iter().take_while(|entry| entry.hash == hash).find(|entry| *entry.name == *name)
}
