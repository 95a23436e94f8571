//! What can be checked without a secret: time and scope.

use crate::AmzDate;
use crate::credential::{Scope, TERMINATOR};
use crate::error::{ScopeFault, SigError};
use crate::parsed::Parsed;

/// What the endpoint expects a request to be signed for, and when.
#[derive(Debug, Clone, Copy)]
pub struct Expect<'a> {
    /// The service, as scopes name it.
    pub service: &'a str,
    /// The region, as scopes name it.
    pub region: &'a str,
    /// The time of arrival.
    pub now_unix_seconds: i64,
}

impl Parsed {
    /// Compares scope and time with the endpoint's. It needs no secret, so it comes before the
    /// look-up of the access key; [`verify()`](crate::verify()) repeats it.
    pub fn check(&self, expect: &Expect<'_>) -> Result<(), SigError> {
        self.check_time(expect.now_unix_seconds)?;
        let faults = self.scope_faults(expect);
        if faults.is_empty() {
            return Ok(());
        }
        Err(SigError::WrongScope { place: self.place(), faults })
    }

    fn check_time(&self, now_unix_seconds: i64) -> Result<(), SigError> {
        let now = AmzDate::from_unix_seconds(now_unix_seconds);
        let skew_seconds = self.flavor().skew_seconds_max();
        let age_seconds = now.unix_seconds() - self.signed_at().unix_seconds();
        if age_seconds < -skew_seconds {
            return Err(SigError::NotYetValid {
                place: self.place(),
                signed_at: self.signed_at(),
                now,
                allowed_seconds: skew_seconds,
            });
        }
        match self.expires_seconds() {
            Some(expires_seconds) if age_seconds > expires_seconds => {
                Err(SigError::PresignedExpired { signed_at: self.signed_at(), expires_seconds, now })
            }
            None if age_seconds > skew_seconds => {
                Err(SigError::Expired { signed_at: self.signed_at(), now, allowed_seconds: skew_seconds })
            }
            _ => Ok(()),
        }
    }

    fn scope_faults(&self, expect: &Expect<'_>) -> Vec<ScopeFault> {
        let mut faults = Vec::new();
        let Scope { date, region, service } = self.scope();
        if region != expect.region {
            let (given, expected) = (region.clone(), expect.region.to_owned());
            faults.push(ScopeFault::Region { given, expected });
        }
        if service != expect.service {
            let (given, expected) = (service.clone(), expect.service.to_owned());
            faults.push(ScopeFault::Service { given, expected });
        }
        if self.terminator() != TERMINATOR {
            faults.push(ScopeFault::Terminator { given: self.terminator().to_owned() });
        }
        if !self.signed_at().is_on(date) {
            faults.push(ScopeFault::Date { given: date.clone(), signed_at: self.signed_at() });
        }
        faults
    }
}
