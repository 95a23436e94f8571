//! Decisions of the policy engine, as `cargo bench -p policy` prints them.

use std::process::{Command, Stdio};

use crate::Outcome;
use crate::report::{Report, Row};

pub(crate) fn measure(report: &mut Report) -> Outcome {
    report.title("policy: one decision, beside the same decision with its whole explanation");
    let mut cargo = Command::new("cargo");
    cargo.args(["bench", "--quiet", "--package", "policy"]).stderr(Stdio::inherit());
    let output = cargo.output()?;
    if !output.status.success() {
        return Err("`cargo bench --package policy` failed; it is run where `bench/run` stands".into());
    }
    let text = String::from_utf8(output.stdout)?;
    let before = text.lines().count();
    text.lines().filter_map(row).for_each(|row| report.row(row));
    if before == 0 { Err("`cargo bench --package policy` printed nothing".into()) } else { Ok(()) }
}

/// Reads `name    Decision: 123 ns, explained 4567 ns`.
fn row(line: &str) -> Option<Row> {
    let (what, times) = line.split_once(": ")?;
    let (what, decision) = what.trim().rsplit_once(' ')?;
    let (fast, explained) = times.split_once(", explained ")?;
    let nanoseconds = |text: &str| text.trim().trim_end_matches(" ns").trim().parse::<f64>().ok();
    let (fast, explained) = (nanoseconds(fast)?, nanoseconds(explained)?);
    Some(Row {
        what: what.trim().to_owned(),
        figure: format!("{fast:.0} ns"),
        beside: decision.to_owned(),
        against: format!("explained {explained:.0} ns"),
        ratio: Some(fast / explained),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read() {
        let row = row("50 policies, 500 statements, none     ImplicitDeny:    812 ns, explained    90123 ns")
            .unwrap();
        assert_eq!(row.what, "50 policies, 500 statements, none");
        assert_eq!((&*row.figure, &*row.beside), ("812 ns", "ImplicitDeny"));
        assert_eq!(row.against, "explained 90123 ns");
    }
}
