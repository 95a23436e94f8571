//! Which of a device's codes count when: the windows, and what is spent.
//!
//! AWS does not publish its windows; these were recorded in 2026 ("mfa pair window", "resync anchor", "verification",
//! "reuse", "synchronization reuse", "code order" and "authentication drift").

use std::ops::RangeInclusive;

use crate::record::CodesSeen;

/// A code counts two steps before and after its own: people take time to type.
const REACH: u64 = 2;
/// The second of two codes that set the clock is at most so many steps behind the time of the device as it was known.
const BEHIND: u64 = 998;
/// And at most so many ahead of it.
const AHEAD: u64 = 1000;

impl CodesSeen {
    /// The device's time step at our step `here`.
    fn there(&self, here: u64) -> u64 {
        here.saturating_add_signed(self.ahead)
    }

    /// Where the second of two codes may be that set the clock.
    pub(super) fn pair_steps(&self, here: u64) -> RangeInclusive<u64> {
        let there = self.there(here);
        there.saturating_sub(BEHIND)..=there.saturating_add(AHEAD)
    }

    /// Whether two codes, the second of this step, are both newer than the two before them. Codes that were spent
    /// may set the clock; they are spent all the same.
    pub(super) fn is_newer_pair(&self, second: u64) -> bool {
        self.last_pair.is_none_or(|last| second > last.saturating_add(1))
    }

    /// Sets the clock. The two codes are not spent.
    pub(super) fn set(&mut self, second: u64, here: u64) {
        self.last_pair = Some(second);
        self.ahead = signed(second).saturating_sub(signed(here));
    }

    /// The steps whose codes count now.
    pub(super) fn unspent_steps(&self, here: u64) -> impl Iterator<Item = u64> {
        let there = self.there(here);
        let near = there.saturating_sub(REACH)..=there.saturating_add(REACH);
        near.filter(|step| !self.spent.contains(step))
    }

    /// Spends the code of a step. It does not move the clock. Spent steps are forgotten where no setting of the clock
    /// makes them count again.
    pub(super) fn spend(&mut self, step: u64, here: u64) {
        let oldest = self.there(here).saturating_sub(BEHIND + REACH);
        self.spent.retain(|spent| *spent >= oldest);
        self.spent.insert(step);
    }
}

fn signed(step: u64) -> i64 {
    i64::try_from(step).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting(seen: &CodesSeen, here: u64) -> Vec<u64> {
        seen.unspent_steps(here).collect()
    }

    #[test]
    fn a_code_counts_once_in_any_order() {
        let mut seen = CodesSeen::default();
        assert_eq!(counting(&seen, 5000), [4998, 4999, 5000, 5001, 5002]);
        seen.spend(5002, 5000);
        seen.spend(4999, 5000);
        assert_eq!(counting(&seen, 5000), [4998, 5000, 5001]);
        assert_eq!(counting(&seen, 5001), [5000, 5001, 5003]);
    }

    #[test]
    fn a_pair_is_newer_than_the_one_before_it_and_near_the_clock_as_it_was() {
        let mut seen = CodesSeen::default();
        assert_eq!(seen.pair_steps(5000), 4002..=6000);
        assert!(seen.is_newer_pair(1));
        seen.set(5600, 5000);
        assert_eq!(seen.pair_steps(5000), 4602..=6600);
        assert_eq!(counting(&seen, 5001), [5599, 5600, 5601, 5602, 5603]);
        assert_eq!([5600, 5601, 5602].map(|second| seen.is_newer_pair(second)), [false, false, true]);
    }

    #[test]
    fn no_setting_of_the_clock_brings_a_spent_code_back() {
        let mut seen = CodesSeen::default();
        seen.set(4000, 4000);
        for here in 4000..8000 {
            seen.spend(here, here);
        }
        assert!(seen.spent.len() <= 1002);
        let back = *seen.pair_steps(8000).start();
        assert!(seen.is_newer_pair(back));
        seen.set(back, 8000);
        assert_eq!(counting(&seen, 8000), Vec::<u64>::new());
    }
}
