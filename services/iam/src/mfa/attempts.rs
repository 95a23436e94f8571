//! How often a device may be guessed at.
//!
//! A code is six digits, and five of a million are right at any time. After a few wrong ones in a row the device
//! rests: even the right code is refused for a while, in the same words. Only who holds the user's keys, or may set
//! the clock of its devices, gets so far; nobody else can put a device to rest. The numbers are a choice; AWS does
//! not publish its own.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use names::Timestamp;

/// So many wrong codes in a row put a device to rest.
const WRONG_MAX: u32 = 5;
/// So long a device rests, from the last wrong code that counted.
const REST: Duration = Duration::from_secs(600);
/// More devices are not kept in mind; beyond, those that no longer rest are forgotten.
const DEVICES_MAX: usize = 65_536;

/// Wrong codes by device, as long as they count.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<HashMap<String, Wrong>>);

struct Wrong {
    count: u32,
    last: Timestamp,
}

impl Attempts {
    /// Whether a guess counts as right. Looking and counting are one step, so that many guesses at once are not
    /// more than many in a row.
    pub(super) fn judge(&self, serial: &str, is_right: bool, now: Timestamp) -> bool {
        let mut devices = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if devices.len() >= DEVICES_MAX {
            devices.retain(|_, wrong| now - wrong.last < REST);
        }
        let counts = |wrong: &&mut Wrong| now - wrong.last < REST;
        match devices.get_mut(serial).filter(counts) {
            Some(wrong) if wrong.count >= WRONG_MAX => return false,
            Some(wrong) if !is_right => (wrong.count, wrong.last) = (wrong.count + 1, now),
            None if !is_right => {
                devices.insert(serial.to_owned(), Wrong { count: 1, last: now });
            }
            _ => {
                devices.remove(serial);
            }
        }
        is_right
    }
}
