//! The policy engine: its decisions, a small store beside a million policies, and the same questions to cedar-policy.

use std::process::{Command, Stdio};

use crate::Outcome;
use crate::report::{self, Report, Row};

/// `cargo bench` of the crate, and what Cargo compares it with. Both run where `bench/run` stands.
const DECISIONS: &[&str] = &["bench", "--quiet", "--package", "policy", "--bench", "decide", "--", "million"];
const CEDAR: &[&str] = &["run", "--quiet", "--release", "--manifest-path", "bench/cedar/Cargo.toml"];

pub(crate) fn measure(report: &mut Report) -> Outcome {
    report.title(
        "policy: a decision beside the same decision with its explanation; a million stored policies beside a hundred; \
         deputy beside cedar-policy",
    );
    let text = printed(DECISIONS)?;
    let rows: Vec<Row> = text.lines().filter_map(row).collect();
    if rows.is_empty() {
        return Err(format!("`cargo {}` printed no figures", DECISIONS.join(" ")).into());
    }
    rows.into_iter().for_each(|row| report.row(row));
    // The comparison is a workspace of its own, whose dependencies not everybody has.
    match printed(CEDAR) {
        Ok(text) => compared(&text).into_iter().for_each(|row| report.row(row)),
        Err(error) => report::note(&format!("bench: not compared with cedar-policy: {error}")),
    }
    Ok(())
}

fn printed(arguments: &[&str]) -> Outcome<String> {
    let output = Command::new("cargo").args(arguments).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("`cargo {}` failed", arguments.join(" ")).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Reads `what    Decision: 123 ns, other 4567 ns, another 8910 ns`. The decision and the last part may be missing.
fn row(line: &str) -> Option<Row> {
    let (what, times) = line.split_once(": ")?;
    let mut times = times.split(", ").filter(|time| time.ends_with(" ns"));
    let (figure, against) = (times.next()?.trim(), words(times.next()?));
    let ratio = nanoseconds(figure)? / nanoseconds(&against)?;
    let beside = times.next().map(words).unwrap_or_default();
    Some(Row { what: words(what), figure: figure.to_owned(), beside, against, ratio: Some(ratio) })
}

/// With one space between words.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn nanoseconds(text: &str) -> Option<f64> {
    text.strip_suffix(" ns")?.split(' ').next_back()?.parse().ok()
}

/// Reads `deputy, question   123 ns   1 allocations` and the same of `cedar-policy`.
fn compared(text: &str) -> Vec<Row> {
    let found = |peer: &str| -> Vec<(String, f64, String)> {
        let lines = text.lines().filter_map(|line| line.strip_prefix(peer)?.strip_prefix(", "));
        let parts = lines.filter_map(|line| {
            let (time, allocations) = line.split_once(" ns")?;
            let (question, time) = time.trim().rsplit_once(' ')?;
            Some((words(question), time.parse().ok()?, words(allocations)))
        });
        parts.collect()
    };
    let pairs = found("deputy").into_iter().zip(found("cedar-policy"));
    pairs
        .filter(|((question, ..), (same, ..))| question == same)
        .map(|((question, own, allocations), (_, peer, peers))| Row {
            what: format!("{question}, allowed"),
            figure: format!("{own:.0} ns"),
            beside: allocations,
            against: format!("cedar-policy {peer:.0} ns, {peers}"),
            ratio: Some(own / peer),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_read() {
        let line = "50 policies, 500 statements, none     ImplicitDeny:    200 ns, explained   1000 ns, \
                    explained as JSON   90123 ns";
        let row = row(line).unwrap();
        assert_eq!(row.what, "50 policies, 500 statements, none ImplicitDeny");
        assert_eq!((&*row.figure, &*row.against), ("200 ns", "explained 1000 ns"));
        assert_eq!((&*row.beside, row.ratio), ("explained as JSON 90123 ns", Some(0.2)));
    }

    #[test]
    fn a_store_is_read() {
        let row = row("one of 1000000, each time another:   1500 ns, one of 100    300 ns").unwrap();
        assert_eq!(row.what, "one of 1000000, each time another");
        assert_eq!((&*row.against, row.ratio), ("one of 100 300 ns", Some(5.0)));
        assert!(super::row("1000000 policies compiled in 42.0 s, 5443 bytes each").is_none());
    }

    #[test]
    fn both_peers_are_read() {
        let text = "deputy, 4 statements            200 ns   1 allocations\n\
                    cedar-policy, 4 statements     4000 ns   30 allocations\n\
                    deputy, 500 statements          300 ns   1 allocations\n";
        let rows = compared(text);
        assert_eq!(rows.len(), 1);
        let row = rows.first().unwrap();
        assert_eq!(row.what, "4 statements, allowed");
        assert_eq!(row.against, "cedar-policy 4000 ns, 30 allocations");
        assert_eq!(row.ratio, Some(0.05));
    }
}
