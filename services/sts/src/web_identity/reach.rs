//! Where issuers may be.
//!
//! Anybody may make this server ask an issuer that some account registered, and reads from the answer whether it was
//! reached. So it asks on the Internet, as AWS does, and elsewhere only where whoever runs the server says so.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// Networks in which issuers may be besides the Internet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reach {
    networks: Vec<IpNet>,
}

/// IPv4 networks that are not the Internet (IANA IPv4 Special-Purpose Address Registry), multicast and reserved ones.
const NOT_GLOBAL: [Ipv4Net; 14] = [
    v4([0, 0, 0, 0], 8),
    v4([10, 0, 0, 0], 8),
    v4([100, 64, 0, 0], 10),
    v4([127, 0, 0, 0], 8),
    v4([169, 254, 0, 0], 16),
    v4([172, 16, 0, 0], 12),
    v4([192, 0, 0, 0], 24),
    v4([192, 0, 2, 0], 24),
    v4([192, 168, 0, 0], 16),
    v4([198, 18, 0, 0], 15),
    v4([198, 51, 100, 0], 24),
    v4([203, 0, 113, 0], 24),
    v4([224, 0, 0, 0], 4),
    v4([240, 0, 0, 0], 4),
];

/// Global unicast addresses of IPv6.
const GLOBAL: Ipv6Net = v6([0x2000, 0, 0, 0, 0, 0, 0, 0], 3);

/// Those within that are not the Internet, or lead to addresses of IPv4 that may not be: protocol assignments with
/// Teredo, documentation, 6to4 (IANA IPv6 Special-Purpose Address Registry).
const NOT_GLOBAL_6: [Ipv6Net; 4] = [
    v6([0x2001, 0, 0, 0, 0, 0, 0, 0], 23),
    v6([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32),
    v6([0x2002, 0, 0, 0, 0, 0, 0, 0], 16),
    v6([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20),
];

const fn v4([a, b, c, d]: [u8; 4], length: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), length)
}

const fn v6([a, b, c, d, e, f, g, h]: [u16; 8], length: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, d, e, f, g, h), length)
}

impl Reach {
    /// The Internet, and these.
    pub(crate) fn with(networks: Vec<IpNet>) -> Self {
        Self { networks }
    }

    /// The Internet, this machine and private networks: for development.
    pub(crate) fn near() -> Self {
        let private =
            [v4([127, 0, 0, 0], 8), v4([10, 0, 0, 0], 8), v4([172, 16, 0, 0], 12), v4([192, 168, 0, 0], 16)];
        let private_6 = [v6([0, 0, 0, 0, 0, 0, 0, 1], 128), v6([0xfc00, 0, 0, 0, 0, 0, 0, 0], 7)];
        Self::with(private.into_iter().map(IpNet::V4).chain(private_6.into_iter().map(IpNet::V6)).collect())
    }

    /// Whether an issuer may be at an address.
    pub(super) fn admits(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.names(address) || is_global(address)
    }

    /// Whether a connection from the first of these addresses to the second may be used. One from an address to itself
    /// stays on this machine, whose services take that for a sign of trust.
    pub(super) fn admits_between(&self, own: IpAddr, peer: IpAddr) -> bool {
        own.to_canonical() != peer.to_canonical() || self.names(peer.to_canonical())
    }

    fn names(&self, address: IpAddr) -> bool {
        self.networks.iter().any(|network| network.contains(&address))
    }
}

fn is_global(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => !NOT_GLOBAL.iter().any(|network| network.contains(&v4)),
        IpAddr::V6(v6) => GLOBAL.contains(&v6) && !NOT_GLOBAL_6.iter().any(|network| network.contains(&v6)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reach: &Reach, address: &str, admitted: bool) {
        assert_eq!(reach.admits(address.parse().unwrap()), admitted, "{address}");
    }

    #[test]
    fn issuers_are_on_the_internet() {
        let reach = Reach::default();
        for address in
            ["8.8.8.8", "100.63.0.1", "172.32.0.1", "2600:1f18::1", "2a00:1450::1", "::ffff:8.8.8.8"]
        {
            check(&reach, address, true);
        }
        for address in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "192.0.2.2",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00:ec2::254",
            "64:ff9b::a01:203",
            "2002:a01:203::1",
            "2001::1",
            "2001:db8::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
        ] {
            check(&reach, address, false);
        }
    }

    #[test]
    fn and_in_networks_that_are_named() {
        let reach = Reach::with(vec!["10.20.0.0/16".parse().unwrap(), "fd12::/16".parse().unwrap()]);
        check(&reach, "10.20.3.4", true);
        check(&reach, "::ffff:10.20.3.4", true);
        check(&reach, "fd12::1", true);
        check(&reach, "10.21.0.1", false);
        check(&reach, "127.0.0.1", false);
        check(&Reach::near(), "127.0.0.1", true);
        check(&Reach::near(), "169.254.169.254", false);
    }

    #[test]
    fn a_connection_of_this_machine_with_itself_needs_a_name() {
        let (own, other) = ("8.8.8.8".parse().unwrap(), "8.8.4.4".parse().unwrap());
        assert!(Reach::default().admits_between(own, other));
        assert!(!Reach::default().admits_between(own, own));
        assert!(Reach::with(vec!["8.8.8.0/24".parse().unwrap()]).admits_between(own, own));
    }
}
