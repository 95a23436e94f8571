//! Every statement that was tried, by kind of policy.

use crate::screen::{Screen, Style};

use super::{Explanation, Failed, Statement};

/// The kinds of policies, in the order in which they are asked, and what they are called.
const LAYERS: [(&str, &str); 8] = [
    ("rcp", "resource control policies"),
    ("scp", "service control policies"),
    ("resource", "policy of the resource"),
    ("identity", "identity policies"),
    ("boundary", "permissions boundary"),
    ("session", "session policies"),
    ("vpcEndpoint", "endpoint policy"),
    ("grant", "grants"),
];

/// The statements, line by line; kinds of policies without any are left out.
pub(crate) fn lines(screen: Screen, explanation: &Explanation) -> Vec<String> {
    let mut lines = Vec::new();
    for (layer, title) in LAYERS {
        let matched = explanation.matched.iter().filter(|statement| statement.layer == layer);
        let failed = explanation.failed.iter().filter(|failed| failed.statement.layer == layer);
        let matched: Vec<String> = matched.map(|statement| hit(screen, statement)).collect();
        let failed: Vec<String> = failed.flat_map(|failed| miss(screen, failed)).collect();
        if matched.is_empty() && failed.is_empty() {
            continue;
        }
        lines.push(format!("  {title}"));
        lines.extend(matched.into_iter().chain(failed));
    }
    if lines.is_empty() {
        lines.push("  no statement at all: nothing applies to this principal and resource".to_owned());
    }
    lines
}

fn hit(screen: Screen, statement: &Statement) -> String {
    let (sign, style) = if statement.denies { ("✗", Style::Bad) } else { ("✓", Style::Good) };
    format!("    {} {}   matches", screen.paint(style, sign), named(statement))
}

fn miss(screen: Screen, failed: &Failed) -> [String; 3] {
    let element = match &failed.condition {
        Some((operator, key)) => format!("{operator} {key}"),
        None => failed.element.clone(),
    };
    let got = if failed.got.is_empty() { "nothing".to_owned() } else { failed.got.join(", ") };
    [
        format!("    {} {}   {element} differs", screen.paint(Style::Faint, "-"), named(&failed.statement)),
        format!("        wants  {}", failed.wants.join(", ")),
        format!("        got    {got}"),
    ]
}

fn named(statement: &Statement) -> String {
    let effect = if statement.denies { "Deny" } else { "Allow" };
    format!("{effect}  {}, {}", statement.policy, statement.name)
}
