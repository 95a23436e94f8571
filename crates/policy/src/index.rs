//! Which statements can concern a request: found by action and resource, before any statement is looked at.
//!
//! For every action named in full the complete list of statements whose `Action` element matches is
//! prepared. Other actions fall back to the statements that have patterns in the service, and
//! those of actions elsewhere (`*`, `NotAction`). Lists that are the same are kept once, and long ones are sorted
//! by resource (see [`Shelf`]).

use std::collections::HashMap;

use crate::action::ActionName;
use crate::names::Names;
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
    actions: Names<Place>,
    services: Names<Place>,
    everywhere: Place,
    shelves: Box<[Shelf]>,
}

/// Where a list of statements is.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// It is this statement alone.
    Only(At),
    Shelf(u32),
}

/// Where to look, and whether the action element is known to match there.
pub(crate) struct Candidates<'a> {
    only: Option<At>,
    shelf: Option<&'a Shelf>,
    pub(crate) action_matches: bool,
}

impl<'a> Candidates<'a> {
    /// The statements to look at for a resource, in no particular order; one may come up twice.
    pub(crate) fn statements(&self, resource: &str) -> impl Iterator<Item = At> + use<'a> {
        let shelved = self.shelf.map(|shelf| shelf.statements(resource));
        self.only.into_iter().chain(shelved.into_iter().flatten())
    }
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

    pub(crate) fn candidates(&self, action: &ActionName) -> Candidates<'_> {
        if let Some(place) = self.actions.get(action.hash, action.text()) {
            return self.at(*place, true);
        }
        let place = self.services.get(action.service_hash, action.service()).unwrap_or(&self.everywhere);
        self.at(*place, false)
    }

    fn at(&self, place: Place, action_matches: bool) -> Candidates<'_> {
        let (only, shelf) = match place {
            Place::Only(at) => (Some(at), None),
            Place::Shelf(number) => (None, usize::try_from(number).ok().and_then(|n| self.shelves.get(n))),
        };
        Candidates { only, shelf, action_matches }
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
        let everywhere_place = self.place(everywhere.clone());
        let (mut by_action, mut by_service) = (Vec::new(), Vec::new());
        for (service, own) in services {
            let mut concerned: Vec<_> = own.iter().chain(&everywhere).copied().collect();
            concerned.sort_unstable_by_key(|(at, _)| *at);
            for name in literals(&concerned, service) {
                let action = ActionName::new(name);
                let matching =
                    concerned.iter().copied().filter(|(_, statement)| statement.actions.matches(&action));
                by_action.push((name, self.place(matching.collect())));
            }
            concerned.retain(|(_, statement)| !statement.actions.is_literal());
            by_service.push((service, self.place(concerned)));
        }
        Index {
            actions: Names::new(by_action),
            services: Names::new(by_service),
            everywhere: everywhere_place,
            shelves: self.shelves.into(),
        }
    }

    fn place(&mut self, statements: Vec<(At, &Statement)>) -> Place {
        if let [(only, _)] = *statements {
            return Place::Only(only);
        }
        let list: Vec<At> = statements.iter().map(|(at, _)| *at).collect();
        if let Some(number) = self.lists.get(&list) {
            return Place::Shelf(*number);
        }
        let number = u32::try_from(self.shelves.len()).unwrap_or(u32::MAX);
        self.shelves.push(Shelf::new(&statements));
        self.lists.insert(list, number);
        Place::Shelf(number)
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
