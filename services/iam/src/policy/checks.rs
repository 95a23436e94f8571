//! What is asked of the gate about managed policies.

use kernel::{Checks, Fault};
use shape::Operation;

use super::PolicyArn;

/// The operation on a policy, which requests name by its ARN.
pub(super) fn on<Op: Operation>(arn: &str) -> Result<Checks, Fault> {
    let arn = PolicyArn::parse(arn)?;
    Ok(Checks::on::<Op>(arn.as_str()).map(|check| check.named(format!("policy {}", arn.as_str()))))
}
