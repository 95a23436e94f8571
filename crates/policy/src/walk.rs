//! The walk over the policies of a request: which statements match, per layer.
//!
//! There is one walk. A recorder that records sees every statement; without one the walk asks the index,
//! passes over statements that can no longer change anything, and stops at the first deny.

use std::ops::ControlFlow;

use crate::action::ActionName;
use crate::condition::Condition;
use crate::document::ast::Effect;
use crate::policy::{Policy, Statement};
use crate::principals::Naming;
use crate::request::{NamedPolicy, Policies, Request};
use crate::verdict::{Layer, StatementRef};

/// Listens to a walk.
pub(crate) trait Recorder {
    /// Whether anything is listened to.
    const RECORDS: bool;

    /// A statement matched.
    fn matched(&mut self, at: StatementRef);

    /// A statement did not match, first because of this.
    fn failed(&mut self, at: StatementRef, failure: Failure<'_>);
}

/// The first element of a statement that does not match.
pub(crate) enum Failure<'a> {
    Action,
    Resource,
    Principal,
    Condition(&'a Condition),
}

/// Nobody listens.
pub(crate) struct Silent;

impl Recorder for Silent {
    const RECORDS: bool = false;

    fn matched(&mut self, _: StatementRef) {}

    fn failed(&mut self, _: StatementRef, _: Failure<'_>) {}
}

/// A statement that allows, and how its policy names the caller (directly, where it names nobody).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Allowing {
    pub(crate) at: StatementRef,
    pub(crate) naming: Naming,
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
        policies: &[NamedPolicy],
    ) -> Step<Option<Allowing>> {
        let mut allowing = None;
        for (named, policy) in policies.iter().zip(0..) {
            let at = StatementRef { layer, level, policy, statement: 0 };
            self.survey_policy(at, &named.policy, &mut allowing)?;
        }
        ControlFlow::Continue(allowing)
    }

    fn survey_policy(
        &mut self,
        at: StatementRef,
        policy: &Policy,
        allowing: &mut Option<Allowing>,
    ) -> Step<()> {
        if R::RECORDS {
            for (statement, number) in policy.statements.iter().zip(0..) {
                self.visit(StatementRef { statement: number, ..at }, policy, statement, false, allowing)?;
            }
            return ControlFlow::Continue(());
        }
        let candidates = policy.candidates(&self.action);
        for &number in candidates.statements {
            let Some(statement) = policy.statements.get(usize::from(number)) else { continue };
            let settled = allowing.is_some_and(|allowing| allowing.naming == Naming::Direct);
            if settled && statement.effect == Effect::Allow {
                continue;
            }
            let at = StatementRef { statement: number, ..at };
            self.visit(at, policy, statement, candidates.action_matches, allowing)?;
        }
        ControlFlow::Continue(())
    }

    fn visit(
        &mut self,
        at: StatementRef,
        policy: &Policy,
        statement: &Statement,
        action_matches: bool,
        allowing: &mut Option<Allowing>,
    ) -> Step<()> {
        let naming = match self.test(policy, statement, action_matches) {
            Ok(naming) => naming,
            Err(failure) => {
                self.recorder.failed(at, failure);
                return ControlFlow::Continue(());
            }
        };
        self.recorder.matched(at);
        match statement.effect {
            Effect::Deny if R::RECORDS => {
                self.denied.get_or_insert(at);
            }
            Effect::Deny => return ControlFlow::Break(at),
            Effect::Allow if allowing.is_none_or(|best| naming > best.naming) => {
                *allowing = Some(Allowing { at, naming });
            }
            Effect::Allow => {}
        }
        ControlFlow::Continue(())
    }

    /// Whether a statement matches the request, and how it names the caller.
    fn test<'s>(
        &self,
        policy: &Policy,
        statement: &'s Statement,
        action_matches: bool,
    ) -> Result<Naming, Failure<'s>> {
        let request = self.request;
        if !action_matches && !statement.actions.matches(self.action.text()) {
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
            Some(condition) => Err(Failure::Condition(condition)),
            None => Ok(naming),
        }
    }

    /// A statement without principals, where the kind has them, names nobody.
    fn naming(&self, statement: &Statement) -> Option<Naming> {
        let limited = self.policies.boundary.is_some();
        let denies = statement.effect == Effect::Deny;
        statement.principals.as_ref()?.naming(
            self.request.principal,
            self.request.canonical_user,
            limited,
            denies,
        )
    }
}
