//! Attributes that are condition keys.
//!
//! Source: "Mapping SAML attributes to AWS trust policy context keys" in the IAM user guide, and the types of the keys
//! in the service authorization reference. An attribute that is not sent is a key that is not there.

use std::collections::BTreeMap;

use kernel::Claim;

/// How many values a key has.
#[derive(Clone, Copy)]
enum Kind {
    /// The first one.
    One,
    All,
}
use Kind::{All, One};

/// Names of attributes with their keys. Where several have one key, the first that is sent counts.
///
/// The guide prints the object identifier of given names with two numbers swapped, so both are taken, and its
/// attribute for the primary group is `uid` there while the key `SAML:primaryGroupSID` exists: both are set.
const KEYS: [(&str, &str, Kind); 38] = [
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "SAML:edupersonaffiliation", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.2", "SAML:edupersonnickname", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.3", "SAML:edupersonorgdn", One),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.4", "SAML:edupersonorgunitdn", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.5", "SAML:edupersonprimaryaffiliation", One),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.6", "SAML:edupersonprincipalname", One),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.7", "SAML:edupersonentitlement", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.8", "SAML:edupersonprimaryorgunitdn", One),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.9", "SAML:edupersonscopedaffiliation", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.10", "SAML:edupersontargetedid", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.11", "SAML:edupersonassurance", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.2", "SAML:eduorghomepageuri", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.3", "SAML:eduorgidentityauthnpolicyuri", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.4", "SAML:eduorglegalname", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.5", "SAML:eduorgsuperioruri", All),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.6", "SAML:eduorgwhitepagesuri", All),
    ("urn:oid:2.5.4.3", "SAML:cn", All),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "SAML:name", One),
    ("http://schemas.xmlsoap.org/claims/CommonName", "SAML:commonName", One),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname", "SAML:givenName", One),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "SAML:surname", One),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "SAML:mail", One),
    ("http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid", "SAML:primaryGroupSID", One),
    ("http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid", "SAML:uid", One),
    ("2.5.4.3", "SAML:commonName", One),
    ("2.5.4.4", "SAML:surname", One),
    ("urn:oid:2.5.4.4", "SAML:surname", One),
    ("2.4.5.42", "SAML:givenName", One),
    ("2.5.4.42", "SAML:givenName", One),
    ("urn:oid:2.5.4.42", "SAML:givenName", One),
    ("2.5.4.45", "SAML:x500UniqueIdentifier", One),
    ("urn:oid:2.5.4.45", "SAML:x500UniqueIdentifier", One),
    ("0.9.2342.19200300.100.1.1", "SAML:uid", One),
    ("urn:oid:0.9.2342.19200300.100.1.1", "SAML:uid", One),
    ("0.9.2342.19200300.100.1.3", "SAML:mail", One),
    ("urn:oid:0.9.2342.19200300.100.1.3", "SAML:mail", One),
    ("0.9.2342.19200300.100.1.45", "SAML:organizationStatus", One),
    ("urn:oid:0.9.2342.19200300.100.1.45", "SAML:organizationStatus", One),
];

/// The keys that attributes, with their values by name, give.
pub(super) fn claims(attributes: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, Claim> {
    let mut claims = BTreeMap::new();
    for (name, key, kind) in KEYS {
        let Some([first, others @ ..]) = attributes.get(name).map(Vec::as_slice) else { continue };
        let claim = match kind {
            One => Claim::One(first.clone()),
            All => Claim::Many(std::iter::once(first).chain(others).cloned().collect()),
        };
        claims.entry(key.to_owned()).or_insert(claim);
    }
    claims
}
