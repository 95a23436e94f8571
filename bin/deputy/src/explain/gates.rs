//! What each kind of policy had to say, and where the nearest statement and the request part.

use super::difference::{Difference, between};
use super::explanation::ELEMENTS;
use super::{Explanation, Failed, Statement};
use crate::screen::{Screen, Style};

/// Where the findings of the gates begin.
const INDENT: usize = 24;
/// As many statements of one gate are told; the nearest one is always among them.
const STATEMENTS_MAX: usize = 4;

/// What each kind of policy had to say, in the order in which they are asked.
pub(super) fn lines(screen: Screen, explanation: &Explanation) -> Vec<String> {
    let mut lines = vec![explicit_deny(explanation)];
    if let Some(label) = resource_policy(&explanation.action) {
        lines.extend(gate(screen, explanation, "resource", label));
    }
    lines.extend(gate(screen, explanation, "identity", "identity policies"));
    lines.extend(gate(screen, explanation, "boundary", "permissions boundary"));
    lines.extend(gate(screen, explanation, "session", "session policy"));
    lines
}

/// What the policy of a resource is called, for actions on resources that have one.
fn resource_policy(action: &str) -> Option<&'static str> {
    match action.split(':').next() {
        Some("sts") => Some("trust policy"),
        Some("s3") => Some("bucket policy"),
        Some("kms") => Some("key policy"),
        _ => None,
    }
}

fn explicit_deny(explanation: &Explanation) -> String {
    let looked_at =
        explanation.matched.iter().chain(explanation.failed.iter().map(|failed| &failed.statement));
    let mut policies: Vec<(&str, &str)> =
        looked_at.map(|at| (at.layer.as_str(), at.policy.as_str())).collect();
    policies.sort_unstable();
    policies.dedup();
    let finding = match explanation.matched.iter().find(|statement| statement.denies) {
        Some(deny) => format!("{}, {}", deny.policy, deny.name),
        None if policies.len() == 1 => "none in 1 policy".to_owned(),
        None => format!("none in {} policies", policies.len()),
    };
    labelled("explicit deny", &finding)
}

fn gate(screen: Screen, explanation: &Explanation, layer: &str, label: &str) -> Vec<String> {
    let matched = explanation.matched.iter().find(|at| at.layer == layer && !at.denies);
    let failed: Vec<&Failed> =
        explanation.failed.iter().filter(|at| at.statement.layer == layer && !at.statement.denies).collect();
    if let Some(statement) = matched {
        return vec![labelled(label, &format!("allow      {}, {}", statement.policy, statement.name))];
    }
    if layer == "resource" && explanation.is_withheld {
        return vec![labelled(label, "not shown  it is another account's")];
    }
    if failed.is_empty() {
        return vec![labelled(label, if layer == "identity" { "none" } else { "not set" })];
    }
    let nearest = explanation.nearest();
    let is_nearest = |failed: &Failed| nearest.is_some_and(|nearest| std::ptr::eq(nearest, failed));
    let (near, far): (Vec<&Failed>, Vec<&Failed>) =
        failed.iter().copied().partition(|failed| is_nearest(failed));
    let mut lines = Vec::new();
    for failed in near.into_iter().chain(far).take(STATEMENTS_MAX) {
        let first = if lines.is_empty() { label } else { "" };
        let Statement { policy, name, .. } = &failed.statement;
        lines.push(labelled(first, &format!("no match   {policy}, {name}")));
        lines.push(labelled("", &format!("           {}", finding(failed))));
        if is_nearest(failed) {
            lines.extend(
                comparison(screen, failed).iter().map(|text| labelled("", &format!("           {text}"))),
            );
        }
    }
    lines
}

fn labelled(label: &str, text: &str) -> String {
    format!("  {label:<width$}{text}", width = INDENT - 2)
}

/// `action ok, resource differs`
fn finding(failed: &Failed) -> String {
    let layer = &failed.statement.layer;
    let has = |element: &str| match element {
        "Resource" => layer != "resource",
        "Principal" => layer == "resource",
        _ => true,
    };
    let agreed = ELEMENTS.iter().take(failed.depth()).filter(|element| has(element));
    let mut parts: Vec<String> = agreed.map(|element| format!("{} ok", element.to_lowercase())).collect();
    parts.push(format!("{} differs", failed.element.to_lowercase()));
    parts.join(", ")
}

/// What the statement wants over what the request has, and a caret where they part.
fn comparison(screen: Screen, failed: &Failed) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some((operator, key)) = &failed.condition {
        lines.push(format!("key     {key}, compared with {operator}"));
    }
    let Some(got) = failed.got.first() else {
        lines.push(format!("wants   {}", failed.wants.join(", ")));
        lines.push("got     nothing: the request has no such key".to_owned());
        return lines;
    };
    let compared = failed.wants.iter().map(|wanted| (wanted, between(wanted, got)));
    let best =
        compared.reduce(|best, next| if closeness(&next.1) > closeness(&best.1) { next } else { best });
    let Some((wanted, difference)) = best else { return lines };
    lines.push(format!("wants   {wanted}"));
    lines.push(format!("got     {}", failed.got.join(", ")));
    // Actions of two services have nothing in common that a caret could point at.
    if failed.element != "Action" || difference.at > 0 {
        let remark = difference.letter.map(|letter| format!(" {}", letter.words())).unwrap_or_default();
        let caret = screen.paint(Style::Bad, &format!("^{remark}"));
        lines.push(format!("        {}{caret}", " ".repeat(difference.at)));
    }
    lines
}

fn closeness(difference: &Difference) -> (bool, usize) {
    (difference.letter.is_some(), difference.at)
}
