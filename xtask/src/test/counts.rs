//! Counting tests by what their runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were skipped.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Counts {
    /// Adds what one line of a runner's output counts, if it is a closing line.
    pub(crate) fn read(&mut self, line: &str) {
        // cargo test: "test result: ok. 3 passed; 0 failed; 1 ignored; ..."
        // nextest:    "     Summary [   1.2s] 30 tests run: 30 passed, 2 skipped"
        // pytest:     "12 passed, 1 skipped in 3.45s"
        let closing = line.starts_with("test result:")
            || line.trim_start().starts_with("Summary [")
            || (line.contains(" in ") && line.trim_end_matches(['=', ' ']).ends_with(['s', ')']));
        if !closing {
            return;
        }
        let words: Vec<&str> = line.split([' ', ',', ';', '=']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let [number, what] = pair else { continue };
            let Ok(number) = number.parse::<usize>() else { continue };
            match *what {
                "passed" => self.passed += number,
                "failed" | "error" | "errors" => self.failed += number,
                "ignored" | "skipped" => self.skipped += number,
                _ => {}
            }
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, passed: usize, failed: usize, skipped: usize) {
        let mut counts = Counts::default();
        counts.read(line);
        assert_eq!(counts, Counts { passed, failed, skipped }, "{line}");
    }

    #[test]
    fn each_runner_is_understood() {
        check("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; finished in 0.10s", 3, 0, 1);
        check("     Summary [   1.234s] 30 tests run: 28 passed, 2 failed, 4 skipped", 28, 2, 4);
        check("12 passed, 1 skipped in 3.45s", 12, 0, 1);
        check("=== 1 failed, 12 passed, 1 error in 63.45s (0:01:03) ===", 12, 2, 0);
        check("running 3 tests in a crate", 0, 0, 0);
    }
}
