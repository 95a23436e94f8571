//! The circumstances of a call.

use std::net::IpAddr;

use names::{AccountId, Arn, Region, ServicePrincipal, Timestamp};

/// Chains of delegates are bounded, so that no two services can call each other without end.
pub const VIA_MAX: usize = 8;

/// Under which circumstances a call is made.
#[derive(Debug, Clone)]
pub struct Call {
    /// The id that answer, log, record and explanation share.
    pub id: String,
    /// When it arrived.
    pub received_at: Timestamp,
    /// The region it was signed for.
    pub region: Region,
    /// Where it comes from.
    pub origin: Origin,
    /// The services that forwarded a caller's session, the nearest last.
    pub via: Vec<ServicePrincipal>,
    /// For whom a service acts when it calls as itself.
    pub source: Option<Source>,
}

/// Where a call comes from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// The network.
    Network(Network),
    /// A service of ours, acting for a customer.
    Service(ServicePrincipal),
}

/// What is known of a call from the network. Every field is read from the connection or bound by the
/// signature; headers that a client may forge only ever become `user_agent` and `referer`.
#[derive(Debug, Clone)]
pub struct Network {
    /// The peer's address.
    pub source_ip: IpAddr,
    /// The `User-Agent` header.
    pub user_agent: Option<String>,
    /// The `Referer` header.
    pub referer: Option<String>,
    /// `1.2` or `1.3`; none on plain HTTP.
    pub tls_version: Option<&'static str>,
    /// `REST-HEADER` or `REST-QUERY-STRING`, as S3 names the ways to sign.
    pub auth_type: Option<&'static str>,
    /// When it was signed.
    pub signed_at: Option<Timestamp>,
    /// The hash of the body, or in which other way the signature covers it: what `x-amz-content-sha256` says, or
    /// would say.
    pub content_sha256: Option<String>,
    /// The `Host` header.
    pub host: Option<String>,
}

/// The resource a service acts for, and its owner: `aws:SourceArn` and `aws:SourceAccount`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The resource.
    pub arn: Arn,
    /// Its owner.
    pub account: AccountId,
}
