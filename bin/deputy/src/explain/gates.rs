//! What each kind of policy had to say, and where the nearest statement and the request part.

use super::difference::{Difference, between};
use super::explanation::ELEMENTS;
use super::{Explanation, Failed, Statement};
use crate::screen::{Screen, Style};

/// Where the findings of the gates begin.
const INDENT: usize = 24;
/// Where what differs is told, and where if it is too long.
const FINDING: usize = INDENT + 11;
const FINDING_LEFT: usize = 8;
/// `wants   `
const LABEL: usize = 8;
/// So many characters after the place where texts part are shown of those that are cut.
const TAIL_MIN: usize = 12;
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
    for (layer, label) in [
        ("scp", "service control"),
        ("rcp", "resource control"),
        ("vpcEndpoint", "endpoint policy"),
        ("grant", "grants"),
    ] {
        // Few requests have any of these.
        if explanation.has(layer) {
            lines.extend(gate(screen, explanation, layer, label));
        }
    }
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
        None if policies.is_empty() => "none: no policy applies".to_owned(),
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
        let denies = explanation.matched.iter().any(|at| at.layer == layer);
        let finding = match (denies, layer) {
            (true, _) => "no allow",
            (false, "identity") => "none",
            (false, "rcp") => "no deny",
            _ => "not set",
        };
        return vec![labelled(label, finding)];
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
            lines.extend(comparison(screen, failed));
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

/// What the statement wants over what the request has, and a caret where they part. What is too long for a line
/// moves to the left, and is cut around that place if it still is.
fn comparison(screen: Screen, failed: &Failed) -> Vec<String> {
    let key =
        failed.condition.as_ref().map(|(operator, key)| format!("key     {key}, compared with {operator}"));
    let Some(got) = failed.got.first() else {
        let nothing = "got     nothing: the request has no such key".to_owned();
        let lines = key.into_iter().chain([format!("wants   {}", failed.wants.join(", ")), nothing]);
        return lines.map(|line| format!("{}{line}", " ".repeat(FINDING))).collect();
    };
    let compared = failed.wants.iter().map(|wanted| (wanted, between(wanted, got)));
    let best =
        compared.reduce(|best, next| if closeness(&next.1) > closeness(&best.1) { next } else { best });
    let Some((wanted, difference)) = best else { return Vec::new() };
    let got = failed.got.join(", ");
    let remark = difference.letter.map(|letter| format!(" {}", letter.words())).unwrap_or_default();
    let longest = wanted.chars().count().max(got.chars().count()).max(difference.at + 1 + remark.len());
    let needed = LABEL + longest;
    let indent = if FINDING + needed <= screen.columns() { FINDING } else { FINDING_LEFT };
    let room = screen.columns().saturating_sub(indent + LABEL);
    // What stands before shows as far as it can, and some of what follows.
    let tail = remark.chars().count().max(TAIL_MIN);
    let start = if longest <= room { 0 } else { (difference.at + 1 + tail).saturating_sub(room) };
    let cut = |text: &str| window(text, start, room);
    let mut lines: Vec<String> = key.into_iter().collect();
    lines.push(format!("wants   {}", cut(wanted)));
    lines.push(format!("got     {}", cut(&got)));
    // Actions of two services have nothing in common that a caret could point at.
    if failed.element != "Action" || difference.at > 0 {
        let caret = screen.paint(Style::Bad, &format!("^{remark}"));
        lines.push(format!("        {}{caret}", " ".repeat(difference.at - start)));
    }
    lines.into_iter().map(|line| format!("{}{line}", " ".repeat(indent))).collect()
}

/// At most so many characters of a text, from `start` on; dots stand for what is cut.
fn window(text: &str, start: usize, room: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let rest = letters.len().saturating_sub(start);
    let mut shown: Vec<char> = letters.into_iter().skip(start).take(room).collect();
    let dots = |letter: Option<&mut char>| letter.into_iter().for_each(|letter| *letter = '…');
    if start > 0 {
        dots(shown.first_mut());
    }
    if rest > room {
        dots(shown.last_mut());
    }
    shown.into_iter().collect()
}

fn closeness(difference: &Difference) -> (bool, usize) {
    (difference.letter.is_some(), difference.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_around_a_place() {
        assert_eq!(window("abcdef", 0, 6), "abcdef");
        assert_eq!(window("abcdef", 0, 4), "abc…");
        assert_eq!(window("abcdef", 2, 9), "…def");
        assert_eq!(window("abcdefgh", 2, 4), "…de…");
        assert_eq!(window("", 0, 4), "");
    }
}
