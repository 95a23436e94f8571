//! How services tell of broken constraints.

use kernel::Fault;
use shape::{Found, ServiceModel, Violation, validation_message};

/// The constraint of names in IAM's model.
const NAME: &str = r"Member must satisfy regular expression pattern: [\w+=,.@-]+";
/// The constraint of paths in IAM's model.
const PATH: &str = r"Member must satisfy regular expression pattern: (\u002F)|(\u002F[\u0021-\u007E]+\u002F)";

/// The refusal of an input that breaks constraints.
pub(crate) fn refusal(service: &ServiceModel, violations: Vec<Violation>) -> Fault {
    let message = match service.prefix {
        "iam" => of_iam(violations),
        _ => validation_message(&violations),
    };
    Fault::validation(service, message)
}

/// IAM repeats no values, and has words of its own for names and paths, once they keep all else.
///
/// Source: answers of AWS of February 2026, in the snapshots of LocalStack's tests of IAM and STS; STS repeats
/// values.
fn of_iam(violations: Vec<Violation>) -> String {
    let is_own = |violation: &Violation| [NAME, PATH].contains(&violation.constraint.as_str());
    let (own, mut rest): (Vec<_>, Vec<_>) = violations.into_iter().partition(is_own);
    for violation in &mut rest {
        hide(violation);
    }
    match own.first() {
        Some(violation) if rest.is_empty() => in_own_words(violation),
        _ => validation_message(&rest),
    }
}

fn hide(violation: &mut Violation) {
    if matches!(violation.found, Found::Text(_)) {
        violation.found = Found::Unsaid;
    }
    // The list of keys to be removed is the only one that tells this, too.
    if violation.path == "tagKeys"
        && let Some(open) = violation.constraint.strip_suffix(']')
    {
        violation.constraint = format!("{open}, Member must not be null]");
    }
}

fn in_own_words(violation: &Violation) -> String {
    let rule = match violation.constraint.as_str() {
        NAME => "contain only alphanumeric characters and/or the following: +=,.@_-",
        _ => "begin and end with / and contain only alphanumeric characters and/or / characters.",
    };
    format!("The specified value for {} is invalid. It must {rule}", violation.path)
}
