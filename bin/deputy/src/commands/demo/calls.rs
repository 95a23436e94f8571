//! Calls that the story depends on.

use client::{Client, Refusal};
use shape::Operation;

use crate::commands::Failure;

/// A call that must succeed.
pub(crate) async fn must<Op: Operation>(client: &Client, input: Op::Input) -> Result<Op::Output, Failure> {
    client.call::<Op>(input).await.map_err(|error| format!("{}: {error}", Op::model().name).into())
}

/// A call that must be refused by the gate.
pub(crate) async fn refused<Op: Operation>(client: &Client, input: Op::Input) -> Result<Refusal, Failure> {
    let name = Op::model().name;
    match client.call::<Op>(input).await {
        Ok(_) => Err(format!("{name}: this should have been refused").into()),
        Err(error) => match error.refusal() {
            Some(refusal) if refusal.code.starts_with("AccessDenied") => Ok(refusal.clone()),
            _ => Err(format!("{name}: this should have been refused, and failed with {error}").into()),
        },
    }
}

/// A member that an answer must have.
pub(crate) fn given<T>(member: Option<T>, name: &str) -> Result<T, Failure> {
    member.ok_or_else(|| format!("the answer has no {name}").into())
}
