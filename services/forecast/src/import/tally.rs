//! Counting what a column holds, in bounded memory.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use names::Timestamp;

use super::FieldStatistics;
use crate::dataset::AttributeType;
use crate::hash::{finish, hash};

/// Up to so many distinct values are counted one by one; more are estimated, within about one percent.
const EXACT_MAX: usize = 1 << 18;
/// The registers of the estimate are two to the power of this.
const REGISTER_BITS: u32 = 14;

/// The statistics of one column, under way.
#[derive(Default)]
pub(crate) struct Tally {
    count: u64,
    null: u64,
    nan: u64,
    distinct: Distinct,
    last_text: String,
    // Welford's mean and sum of squared differences.
    numbers: u64,
    mean: f64,
    squares: f64,
    range: Option<(f64, f64)>,
    times: Option<(i64, i64)>,
}

impl Tally {
    pub(crate) fn text(&mut self, text: &str) {
        self.count += 1;
        // Files are mostly sorted by their items.
        if self.count == 1 || text != self.last_text {
            self.distinct.add(hash(&[text.as_bytes()]));
            self.last_text.clear();
            self.last_text.push_str(text);
        }
    }

    pub(crate) fn number(&mut self, number: f64) {
        self.count += 1;
        self.distinct.add(finish(number.to_bits()));
        self.numbers += 1;
        let off = number - self.mean;
        self.mean += off / self.numbers as f64;
        self.squares += off * (number - self.mean);
        let (low, high) = self.range.unwrap_or((number, number));
        self.range = Some((low.min(number), high.max(number)));
    }

    pub(crate) fn seconds(&mut self, seconds: i64) {
        self.count += 1;
        self.distinct.add(finish(seconds as u64));
        let (first, last) = self.times.unwrap_or((seconds, seconds));
        self.times = Some((first.min(seconds), last.max(seconds)));
    }

    pub(crate) fn null(&mut self) {
        self.count += 1;
        self.null += 1;
    }

    pub(crate) fn nan(&mut self) {
        self.count += 1;
        self.nan += 1;
    }

    pub(crate) fn finish(self, kind: AttributeType) -> FieldStatistics {
        let numeric = matches!(kind, AttributeType::Float | AttributeType::Integer);
        let deviation = |squares: f64| (squares / (self.numbers.max(2) - 1) as f64).sqrt();
        let instant = |seconds| Timestamp::from_seconds(seconds).iso8601();
        let numbers = self.range.map(|(low, high)| (low.to_string(), high.to_string()));
        let times = self.times.map(|(first, last)| (instant(first), instant(last)));
        let (min, max) = numbers.or(times).unzip();
        FieldStatistics {
            count: self.count,
            distinct: self.distinct.count(),
            null: self.null,
            nan: self.nan,
            numeric,
            min,
            max,
            average: self.range.map(|_| self.mean),
            deviation: self.range.map(|_| deviation(self.squares)),
        }
    }
}

/// Takes hashes for what they are.
#[derive(Default)]
struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(&[bytes]);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// How many different hashes there are.
enum Distinct {
    Exact(HashSet<u64, BuildHasherDefault<Same>>),
    /// HyperLogLog.
    Estimated(Vec<u8>),
}

impl Default for Distinct {
    fn default() -> Self {
        Self::Exact(HashSet::default())
    }
}

impl Distinct {
    fn add(&mut self, hash: u64) {
        match self {
            Self::Exact(seen) => {
                seen.insert(hash);
                if seen.len() > EXACT_MAX {
                    let mut registers = vec![0; 1 << REGISTER_BITS];
                    seen.iter().for_each(|hash| register(&mut registers, *hash));
                    *self = Self::Estimated(registers);
                }
            }
            Self::Estimated(registers) => register(registers, hash),
        }
    }

    fn count(&self) -> u64 {
        match self {
            Self::Exact(seen) => seen.len() as u64,
            Self::Estimated(registers) => {
                let size = registers.len() as f64;
                let sum: f64 = registers.iter().map(|rank| (-f64::from(*rank)).exp2()).sum();
                (0.7213 / (1.0 + 1.079 / size) * size * size / sum).round() as u64
            }
        }
    }
}

fn register(registers: &mut [u8], hash: u64) {
    let at = (hash >> (64 - REGISTER_BITS)) as usize;
    let rank = (hash << REGISTER_BITS).leading_zeros().min(64 - REGISTER_BITS) + 1;
    if let Some(register) = registers.get_mut(at) {
        *register = (*register).max(rank as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_moments() {
        let mut tally = Tally::default();
        [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0].into_iter().for_each(|number| tally.number(number));
        let field = tally.finish(AttributeType::Float);
        assert_eq!((field.count, field.distinct, field.average), (8, 5, Some(5.0)));
        assert!((field.deviation.unwrap() - (32.0f64 / 7.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn many_distinct_values_are_estimated() {
        let mut tally = Tally::default();
        (0..2_000_000).for_each(|number| tally.seconds(number % 1_000_000));
        let distinct = tally.finish(AttributeType::Timestamp).distinct as f64;
        assert!((distinct / 1e6 - 1.0).abs() < 0.03, "{distinct}");
    }
}
