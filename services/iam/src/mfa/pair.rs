//! Two codes in a row, which set the clock of a device.

use kernel::Fault;
use names::Timestamp;

use super::totp::{self, Codes};
use crate::record::MfaDevice;
use crate::{Iam, wording};

/// Two codes of a device that follow each other.
#[derive(Clone)]
pub(super) struct Pair {
    /// The device's sealed seed: another device of the same name has another.
    seed: String,
    /// The time step of the second code.
    second: u64,
    /// Our own when they came.
    here: u64,
}

impl Iam {
    /// The two codes where they are right, and newer than those that set the clock before. It tries some two thousand
    /// steps, so it is asked before the change begins.
    pub(super) fn pair(
        &self,
        device: &MfaDevice,
        codes: [&str; 2],
        now: Timestamp,
    ) -> Result<Option<Pair>, Fault> {
        let seed = self.mfa_seal.open(&device.seed).map_err(Fault::internal)?;
        let here = totp::step(now);
        let second = Codes::new(&seed).of_two(codes, device.codes.pair_steps(here));
        let newer = second.filter(|second| device.codes.is_newer_pair(*second));
        Ok(newer.map(|second| Pair { seed: device.seed.clone(), second, here }))
    }
}

impl Pair {
    /// Sets the device's clock, unless the device or its clock has changed in between.
    pub(super) fn set(&self, device: &mut MfaDevice) -> Result<(), Fault> {
        if device.seed != self.seed || !device.codes.is_newer_pair(self.second) {
            return Err(wording::invalid_code());
        }
        device.codes.set(self.second, self.here);
        Ok(())
    }
}
