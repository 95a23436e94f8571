//! The table.

use std::fs;
use std::io::Write;

use crate::Outcome;

/// One figure, and what it is measured against.
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) figure: String,
    /// Processor time of the server, memory, or what else belongs to the figure.
    pub(crate) beside: String,
    /// The peer or limit.
    pub(crate) against: String,
    /// Figure over peer.
    pub(crate) ratio: Option<f64>,
}

/// The rows of one benchmark.
pub(crate) struct Report {
    title: String,
    rows: Vec<Row>,
    load_before: String,
}

impl Report {
    pub(crate) fn begin() -> Self {
        Self { title: String::new(), rows: Vec::new(), load_before: load() }
    }

    pub(crate) fn title(&mut self, title: &str) {
        title.clone_into(&mut self.title);
    }

    pub(crate) fn row(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Prints the table, with the load of the machine before and after.
    pub(crate) fn end(self) -> Outcome {
        let width =
            |of: fn(&Row) -> &str| self.rows.iter().map(|row| of(row).chars().count()).max().unwrap_or(0);
        let (what, figure) = (width(|row| &row.what), width(|row| &row.figure));
        let (beside, against) = (width(|row| &row.beside), width(|row| &row.against));
        let mut out = std::io::stdout().lock();
        writeln!(
            out,
            "\n{}\n  (load of the machine {} before, {} after)",
            self.title,
            self.load_before,
            load()
        )?;
        for row in &self.rows {
            let ratio = row.ratio.map(|ratio| format!("x {}", number(ratio))).unwrap_or_default();
            writeln!(
                out,
                "  {:<what$}  {:>figure$}  {:<beside$}  {:>against$}  {ratio:>8}",
                row.what, row.figure, row.beside, row.against
            )?;
        }
        Ok(())
    }
}

/// A line for the person at the terminal, beside the table.
pub(crate) fn note(text: &str) {
    // Where standard error is gone, nobody is left to tell.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// A figure with about three digits that count.
pub(crate) fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 1e6 => format!("{:.2} M", value / 1e6),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 0.1 => format!("{value:.2}"),
        _ => format!("{value:.4}"),
    }
}

/// The middle of some measurements.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Beyond this, the fastest round over the slowest tells more about the machine than about what was measured.
const UNSTEADY: f64 = 2.0;

/// The rates of some rounds.
pub(crate) struct Rates {
    pub(crate) middle: f64,
    lowest: f64,
    highest: f64,
}

impl Rates {
    pub(crate) fn of(values: Vec<f64>) -> Self {
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(0.0, f64::max);
        Self { middle: median(values), lowest, highest }
    }

    /// This over a peer, unless either went up and down: their rounds were then not comparable.
    pub(crate) fn ratio(&self, peer: &Self) -> Option<f64> {
        (self.is_steady() && peer.is_steady()).then_some(self.middle / peer.middle)
    }

    /// The middle, with the extremes where they are far apart.
    pub(crate) fn told(&self) -> String {
        let middle = format!("{} /s", number(self.middle));
        if self.is_steady() {
            return middle;
        }
        format!("{middle} (unsteady, {} to {})", number(self.lowest), number(self.highest))
    }

    fn is_steady(&self) -> bool {
        self.highest <= UNSTEADY * self.lowest
    }
}

fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{} on {cores} cores", text.split(' ').next().unwrap_or("unknown"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsteady_rounds_give_no_ratio() {
        let steady = Rates::of(vec![100.0, 110.0, 120.0]);
        let unsteady = Rates::of(vec![300.0, 7_000.0, 400.0]);
        assert_eq!(steady.ratio(&Rates::of(vec![220.0])), Some(0.5));
        assert_eq!(steady.ratio(&unsteady), None);
        assert_eq!(unsteady.ratio(&steady), None);
        assert_eq!(unsteady.told(), "400 /s (unsteady, 300 to 7000)");
    }
}
