//! Service principals.

use std::fmt;

use serde::{Serialize, Serializer};

/// The name a service of ours signs its own calls with, such as `forecast.amazonaws.com`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ServicePrincipal(&'static str);

impl ServicePrincipal {
    /// A service principal. The name must end in `.amazonaws.com`.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The full host-like name.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        self.0
    }
}

impl fmt::Display for ServicePrincipal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for ServicePrincipal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for ServicePrincipal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}
