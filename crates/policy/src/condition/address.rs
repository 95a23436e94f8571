//! IP addresses and the networks of `IpAddress`.

use std::net::IpAddr;

/// A CIDR block. Host bits of the written address do not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Network {
    address: IpAddr,
    prefix: u32,
}

/// Reads a request's address.
pub(crate) fn parse(text: &str) -> Option<IpAddr> {
    text.parse().ok()
}

impl Network {
    /// Reads `address` or `address/prefix`.
    pub(crate) fn parse(text: &str) -> Option<Network> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address.parse().ok()?, Some(prefix.parse().ok()?)),
            None => (text.parse().ok()?, None),
        };
        let bits = if matches!(address, IpAddr::V4(_)) { 32 } else { 128 };
        let prefix = prefix.unwrap_or(bits);
        (prefix <= bits).then_some(Network { address, prefix })
    }

    /// Families never match each other.
    pub(crate) fn contains(self, address: IpAddr) -> bool {
        let different = match (self.address, address) {
            (IpAddr::V4(a), IpAddr::V4(b)) => u128::from(a.to_bits() ^ b.to_bits()) << 96,
            (IpAddr::V6(a), IpAddr::V6(b)) => a.to_bits() ^ b.to_bits(),
            _ => return false,
        };
        different.leading_zeros() >= self.prefix
    }

    /// Whether S3 counts the range as fixed: an IPv4 block of at most /8 or private, an IPv6 block of at most /32.
    pub(crate) fn is_narrow(self) -> bool {
        match self.address {
            // The private ranges of RFC 1918, /8 and narrower, need no exception of their own.
            IpAddr::V4(_) => self.prefix >= 8,
            IpAddr::V6(_) => self.prefix >= 32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_contain_their_addresses() {
        let inside = |network: &str, address: &str| {
            Network::parse(network).unwrap().contains(super::parse(address).unwrap())
        };
        assert!(inside("203.0.113.0/24", "203.0.113.9"));
        assert!(inside("203.0.113.77/24", "203.0.113.9"));
        assert!(!inside("203.0.113.0/24", "203.0.114.9"));
        assert!(inside("203.0.113.9", "203.0.113.9"));
        assert!(!inside("203.0.113.9", "203.0.113.8"));
        assert!(inside("0.0.0.0/0", "1.2.3.4"));
        assert!(!inside("0.0.0.0/0", "::1"));
        assert!(inside("2001:db8::/32", "2001:DB8:0:0::1"));
        assert!(inside("2001:db8::1", "2001:db8:0:0:0:0:0:1"));
        assert!(inside("::/0", "::1"));
        assert_eq!(Network::parse("10.0.0.0/33"), None);
        assert_eq!(Network::parse("10.0.0"), None);
    }
}
