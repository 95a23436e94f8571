//! Managed policies: the account's own, and those of AWS.

mod arn;
mod checks;
mod create;
mod delete;
mod entities;
mod get;
mod list;
mod tagging;
mod versions;
pub(crate) mod view;

use kernel::{Answer, Cx, Fault};
use names::Scope;
use shape::Operation;
use store::{Snapshot, Transaction};

pub(crate) use arn::PolicyArn;

use crate::managed::{self, AwsPolicy};
use crate::record::{POLICIES, Policy};
use crate::{generation, name_key, wording};

/// A managed policy.
pub(crate) enum Found {
    /// One of AWS.
    Aws(&'static AwsPolicy),
    /// One of the account.
    Local(Box<Policy>),
}

impl Found {
    /// The document in force.
    pub(crate) fn document(&self) -> &str {
        match self {
            Self::Aws(policy) => policy.document,
            Self::Local(policy) => policy.document(),
        }
    }
}

/// The policy of an ARN that the account may use.
pub(crate) fn find(view: &dyn Snapshot, scope: &Scope, arn: &PolicyArn) -> Result<Option<Found>, Fault> {
    if arn.is_aws() {
        return Ok(managed::all().get(arn.as_str()).map(Found::Aws));
    }
    Ok(find_local(view, scope, arn)?.map(Box::new).map(Found::Local))
}

/// The account's own policy of an ARN.
pub(crate) fn find_local(
    view: &dyn Snapshot,
    scope: &Scope,
    arn: &PolicyArn,
) -> Result<Option<Policy>, Fault> {
    let found = POLICIES.get(view, scope, &name_key(arn.name()))?;
    Ok(found.filter(|policy| policy.arn(scope.account) == arn.as_str()))
}

/// Whether the account may use a policy.
pub(crate) fn exists(view: &dyn Snapshot, scope: &Scope, arn: &PolicyArn) -> Result<bool, Fault> {
    Ok(find(view, scope, arn)?.is_some())
}

fn save(tx: &mut dyn Transaction, scope: &Scope, policy: &Policy) -> Result<(), Fault> {
    POLICIES.put(tx, scope, &name_key(&policy.name), policy)?;
    generation::raise(tx, scope)
}

/// Answers from a policy as it is.
fn look<Op: Operation>(
    cx: &Cx,
    arn: &str,
    show: impl Fn(&dyn Snapshot, &Scope, Found) -> Result<Op::Output, Fault>,
) -> Result<Answer<Op>, Fault> {
    look_or::<Op>(cx, arn, || wording::no_policy(arn), show)
}

/// The same, in other words where there is no such policy.
fn look_or<Op: Operation>(
    cx: &Cx,
    arn: &str,
    missing: impl Fn() -> Fault,
    show: impl Fn(&dyn Snapshot, &Scope, Found) -> Result<Op::Output, Fault>,
) -> Result<Answer<Op>, Fault> {
    let scope = crate::scope(cx)?;
    let arn = PolicyArn::parse(arn)?;
    let output = cx.read(|view| show(view, &scope, find(view, &scope, &arn)?.ok_or_else(&missing)?))?;
    Ok(Answer::Output(output))
}

/// Changes one of the account's own policies. Those of AWS are refused whatever the caller may do.
fn change<Op: Operation>(
    cx: &Cx,
    arn: &str,
    edit: impl FnMut(&mut dyn Transaction, &Scope, &mut Policy) -> Result<Op::Output, Fault> + Send + 'static,
) -> Result<Answer<Op>, Fault> {
    let missing = wording::no_policy(arn);
    change_or::<Op>(cx, arn, missing, edit)
}

/// The same, in other words where there is no such policy.
fn change_or<Op: Operation>(
    cx: &Cx,
    arn: &str,
    missing: Fault,
    mut edit: impl FnMut(&mut dyn Transaction, &Scope, &mut Policy) -> Result<Op::Output, Fault> + Send + 'static,
) -> Result<Answer<Op>, Fault> {
    let scope = crate::scope(cx)?;
    let arn = own::<Op>(cx, arn)?;
    Ok(Answer::write(move |tx| {
        let found = find_local(tx, &scope, &arn)?;
        let mut policy = found.ok_or_else(|| missing.clone())?;
        let output = edit(tx, &scope, &mut policy)?;
        save(tx, &scope, &policy)?;
        Ok(output)
    }))
}

/// An ARN that is not one of AWS.
fn own<Op: Operation>(cx: &Cx, arn: &str) -> Result<PolicyArn, Fault> {
    let arn = PolicyArn::parse(arn)?;
    if arn.is_aws() {
        let action = format!("{}:{}", Op::service().prefix, Op::model().name);
        return Err(wording::aws_managed(&cx.session().principal().shown(), &action, arn.as_str()));
    }
    Ok(arn)
}
