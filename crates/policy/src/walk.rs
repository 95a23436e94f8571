//! The walk over the policies of a request: which statements match, per layer.
//!
//! There is one walk. A recorder that records sees every statement; without one the walk asks the index,
//! passes over statements that can no longer change anything, and stops at the first deny.

use std::ops::ControlFlow;

use crate::action::ActionName;
use crate::document::PolicyKind;
use crate::document::ast::Effect;
use crate::index::At;
use crate::policies::{Indexed, NamedPolicy, Policies};
use crate::policy::{Policy, Statement};
use crate::principals::{Caller, Naming};
use crate::request::Request;
use crate::verdict::{Layer, StatementRef};

/// Listens to a walk.
pub(crate) trait Recorder {
    /// Whether anything is listened to.
    const RECORDS: bool;

    /// That many statements are looked at next.
    fn expects(&mut self, statements: usize);

    /// A statement matched.
    fn matched(&mut self, at: StatementRef);

    /// A statement did not match, first because of this.
    fn failed(&mut self, at: StatementRef, failure: Failure);
}

/// The first element of a statement that does not match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    Action,
    Resource,
    Principal,
    /// The condition of this number.
    Condition(u16),
}

/// Nobody listens.
pub(crate) struct Silent;

impl Recorder for Silent {
    const RECORDS: bool = false;

    fn expects(&mut self, _: usize) {}

    fn matched(&mut self, _: StatementRef) {}

    fn failed(&mut self, _: StatementRef, _: Failure) {}
}

/// A statement that allows, and how its policy names the caller (directly, where it names nobody).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Allowing {
    pub(crate) at: StatementRef,
    pub(crate) naming: Naming,
}

/// A layer and a level of it.
#[derive(Clone, Copy)]
struct Place {
    layer: Layer,
    level: u16,
}

impl Place {
    fn at(self, at: At) -> StatementRef {
        StatementRef { layer: self.layer, level: self.level, policy: at.policy, statement: at.statement }
    }
}

/// The walk's state.
pub(crate) struct Walk<'a, R> {
    pub(crate) request: &'a Request<'a>,
    pub(crate) policies: &'a Policies,
    pub(crate) action: ActionName,
    pub(crate) recorder: &'a mut R,
    /// The first deny met, in the order of the layers.
    pub(crate) denied: Option<StatementRef>,
}

/// `Break` carries the deny that ends a silent walk.
pub(crate) type Step<T> = ControlFlow<StatementRef, T>;

impl<R: Recorder> Walk<'_, R> {
    /// Looks at policies of one layer and level: what allows, the strongest naming first.
    pub(crate) fn survey(
        &mut self,
        layer: Layer,
        level: u16,
        policies: Indexed<'_>,
    ) -> Step<Option<Allowing>> {
        let place = Place { layer, level };
        if R::RECORDS {
            self.survey_all(place, policies.policies)
        } else {
            self.survey_found(place, policies)
        }
    }

    /// Every statement, in order, for the recorder.
    fn survey_all(&mut self, place: Place, policies: &[NamedPolicy]) -> Step<Option<Allowing>> {
        self.recorder.expects(policies.iter().map(|named| named.policy.statement_count()).sum());
        let mut allowing: Option<Allowing> = None;
        for (named, policy) in policies.iter().zip(0..) {
            for (statement, number) in named.policy.statements.iter().zip(0..) {
                let at = place.at(At { policy, statement: number });
                let naming = match self.test(&named.policy, statement, false) {
                    Ok(naming) => naming,
                    Err(failure) => {
                        self.recorder.failed(at, failure);
                        continue;
                    }
                };
                self.recorder.matched(at);
                if statement.effect == Effect::Deny {
                    self.denied.get_or_insert(at);
                } else if allowing.is_none_or(|best| naming > best.naming) {
                    allowing = Some(Allowing { at, naming });
                }
            }
        }
        ControlFlow::Continue(allowing)
    }

    /// The statements the index finds, in its order. The outcome is that of the document's order: of several denies,
    /// and of several that allow with the same naming, the first one counts.
    fn survey_found(&mut self, place: Place, policies: Indexed<'_>) -> Step<Option<Allowing>> {
        let mut denied: Option<At> = None;
        let mut best: Option<(Naming, At)> = None;
        let Some(index) = policies.index else { return ControlFlow::Continue(None) };
        let candidates = index.candidates(&self.action);
        for at in candidates.statements(self.request.resource) {
            let Some(named) = policies.policies.get(usize::from(at.policy)) else { continue };
            let policy = &*named.policy;
            let Some(statement) = policy.statements.get(usize::from(at.statement)) else { continue };
            let changes_nothing = match statement.effect {
                Effect::Deny => denied.is_some_and(|first| at >= first),
                Effect::Allow => best.is_some_and(|(naming, first)| naming == Naming::Direct && at >= first),
            };
            if changes_nothing {
                continue;
            }
            let Ok(naming) = self.test(policy, statement, candidates.action_matches) else { continue };
            match statement.effect {
                Effect::Deny => denied = Some(at),
                Effect::Allow => {
                    let better =
                        |(other, first): (Naming, At)| naming > other || (naming == other && at < first);
                    if best.is_none_or(better) {
                        best = Some((naming, at));
                    }
                }
            }
        }
        match denied {
            Some(at) => ControlFlow::Break(place.at(at)),
            None => ControlFlow::Continue(best.map(|(naming, at)| Allowing { at: place.at(at), naming })),
        }
    }

    /// Whether a statement matches the request, and how it names the caller.
    fn test(&self, policy: &Policy, statement: &Statement, action_matches: bool) -> Result<Naming, Failure> {
        let request = self.request;
        if !action_matches && !statement.actions.matches(&self.action) {
            return Err(Failure::Action);
        }
        // This permission comes from the grant alone ("Retiring and revoking grants" in the KMS guide).
        let gives_to_key = policy.kind() == PolicyKind::KmsKey && statement.effect == Effect::Allow;
        if gives_to_key && self.action.text() == b"kms:retiregrant" {
            return Err(Failure::Action);
        }
        if let Some(resources) = &statement.resources
            && !resources.matches(request.resource, request.context)
        {
            return Err(Failure::Resource);
        }
        let naming =
            if policy.kind().has_principal() { self.naming(statement) } else { Some(Naming::Direct) };
        let naming = naming.ok_or(Failure::Principal)?;
        match statement.failing_condition(request.context) {
            Some(number) => Err(Failure::Condition(number)),
            None => Ok(naming),
        }
    }

    /// A statement without principals, where the kind has them, names nobody.
    fn naming(&self, statement: &Statement) -> Option<Naming> {
        let limited = self.policies.boundary.is_some();
        let denies = statement.effect == Effect::Deny;
        statement.principals.as_ref()?.naming(Caller::of(self.request), limited, denies)
    }
}
