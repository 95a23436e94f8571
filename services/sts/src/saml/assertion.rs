//! What an assertion must say, and what is taken from it.
//!
//! Source: "Configure SAML assertions for the authentication response" in the IAM user guide.

use std::collections::BTreeMap;

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Claim, Fault, Federated};
use names::{Arn, Timestamp};
use uppsala::{Document, NodeId};

use super::document::{ASSERTION, PROTOCOL, only, read, root, text};
use super::provider::Metadata;
use super::signature::signed_assertion;
use super::wording;
use crate::federation::is_session_name;

/// Clocks differ by that much.
const SKEW_SECONDS: i64 = 60;
/// An assertion counts for so long after it was issued.
const REDEEM_SECONDS: i64 = 300;
const SUCCESS: &str = "urn:oasis:names:tc:SAML:2.0:status:Success";
const BEARER: &str = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
const AUDIENCES: [&str; 2] = ["urn:amazon:webservices", "https://signin.aws.amazon.com/saml"];
/// What the names of attributes for AWS begin with.
const ATTRIBUTES: &str = "https://aws.amazon.com/SAML/Attributes/";
/// What the formats of names begin with; answers leave it out.
const FORMATS: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
pub(super) const NAME_QUALIFIER: &str = "SAML:namequalifier";

/// An assertion that the provider signed.
struct Assertion<'d> {
    document: &'d Document<'d>,
    node: NodeId,
    attributes: BTreeMap<String, Vec<String>>,
}

/// Accepts a response whose assertion speaks for the role.
pub(super) fn accept(
    xml: &str,
    provider: &Metadata,
    role: &Arn,
    arn: &Arn,
    now: Timestamp,
) -> Result<Federated, Fault> {
    let document = read(xml).ok_or_else(wording::not_a_response)?;
    let response = root(&document, PROTOCOL, "Response").ok_or_else(wording::not_a_response)?;
    let node = signed_assertion(&document, response, provider)?;
    succeeded(&document, response)?;
    let assertion = Assertion { document: &document, node, attributes: attributes(&document, node) };
    let issuer = assertion.child_text("Issuer").ok_or_else(|| wording::missing("Issuer"))?;
    if issuer != provider.entity_id {
        return Err(wording::invalid("Issuer not present in specified provider"));
    }
    assertion.in_time(now)?;
    assertion.for_us()?;
    let recipient = assertion.recipient(now)?;
    assertion.allows(role, arn)?;
    assertion.federated(issuer, recipient, arn, now)
}

fn succeeded(document: &Document<'_>, response: NodeId) -> Result<(), Fault> {
    let status = only(document, response, PROTOCOL, "Status").ok_or_else(|| wording::missing("Status"))?;
    let code =
        only(document, status, PROTOCOL, "StatusCode").ok_or_else(|| wording::missing("StatusCode"))?;
    if document.get_attribute(code, "Value") == Some(SUCCESS) { Ok(()) } else { Err(wording::rejected()) }
}

fn attributes(document: &Document<'_>, assertion: NodeId) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for statement in document.child_elements_by_name_ns(assertion, ASSERTION, "AttributeStatement") {
        for attribute in document.child_elements_by_name_ns(statement, ASSERTION, "Attribute") {
            let Some(name) = document.get_attribute(attribute, "Name") else { continue };
            let values = document.child_elements_by_name_ns(attribute, ASSERTION, "AttributeValue");
            let values = values.into_iter().map(|value| text(document, value));
            all.entry(name.to_owned()).or_default().extend(values);
        }
    }
    all
}

impl Assertion<'_> {
    fn child(&self, name: &str) -> Option<NodeId> {
        only(self.document, self.node, ASSERTION, name)
    }

    fn child_text(&self, name: &str) -> Option<String> {
        self.child(name).map(|node| text(self.document, node)).filter(|text| !text.is_empty())
    }

    /// An instant in an attribute, where there is one. One that cannot be read is no instant to rely on.
    fn instant(&self, node: NodeId, name: &str) -> Result<Option<Timestamp>, Fault> {
        let Some(text) = self.document.get_attribute(node, name) else { return Ok(None) };
        let instant = Timestamp::parse_iso8601(text);
        instant.map(Some).ok_or_else(|| wording::invalid(format!("{name} in AuthnResponse is not a date")))
    }

    fn in_time(&self, now: Timestamp) -> Result<(), Fault> {
        let issued =
            self.instant(self.node, "IssueInstant")?.ok_or_else(|| wording::missing("IssueInstant"))?;
        if issued.seconds() > now.seconds() + SKEW_SECONDS {
            return Err(wording::invalid("SAML Assertion was issued in the future"));
        }
        if now.seconds() > issued.seconds() + REDEEM_SECONDS {
            return Err(wording::expired("Token must be redeemed within 5 minutes of issuance"));
        }
        let conditions = self.child("Conditions").ok_or_else(|| wording::missing("Conditions"))?;
        self.not_outside(conditions, now)
    }

    /// `NotBefore` and `NotOnOrAfter` of an element.
    fn not_outside(&self, node: NodeId, now: Timestamp) -> Result<(), Fault> {
        let from = self.instant(node, "NotBefore")?;
        if from.is_some_and(|from| from.seconds() > now.seconds() + SKEW_SECONDS) {
            return Err(wording::invalid("SAML Assertion is not valid yet"));
        }
        let until = self.instant(node, "NotOnOrAfter")?;
        if until.is_some_and(|until| until <= now) {
            return Err(wording::expired("SAML Assertion has expired"));
        }
        Ok(())
    }

    /// The audience must be AWS.
    fn for_us(&self) -> Result<(), Fault> {
        let conditions = self.child("Conditions").ok_or_else(|| wording::missing("Conditions"))?;
        let document = self.document;
        let restrictions = document.child_elements_by_name_ns(conditions, ASSERTION, "AudienceRestriction");
        let names_us = |restriction: &NodeId| {
            let audiences = document.child_elements_by_name_ns(*restriction, ASSERTION, "Audience");
            audiences.into_iter().any(|audience| AUDIENCES.contains(&&*text(document, audience)))
        };
        let is_ours = !restrictions.is_empty() && restrictions.iter().all(names_us);
        if is_ours { Ok(()) } else { Err(wording::invalid("Invalid audience in AuthnResponse")) }
    }

    /// Where the bearer was sent with the assertion, which must be the sign-in page of AWS.
    fn recipient(&self, now: Timestamp) -> Result<String, Fault> {
        let subject = self.child("Subject").ok_or_else(|| wording::missing("Subject"))?;
        let document = self.document;
        let confirmations = document.child_elements_by_name_ns(subject, ASSERTION, "SubjectConfirmation");
        let mut bearers =
            confirmations.into_iter().filter(|of| document.get_attribute(*of, "Method") == Some(BEARER));
        let data = bearers.next().and_then(|of| only(document, of, ASSERTION, "SubjectConfirmationData"));
        let data = data.ok_or_else(|| wording::missing("SubjectConfirmationData"))?;
        if document.get_attribute(data, "NotOnOrAfter").is_none() {
            return Err(wording::missing("NotOnOrAfter"));
        }
        self.not_outside(data, now)?;
        let recipient = document.get_attribute(data, "Recipient").filter(|url| is_sign_in(url));
        recipient.map(str::to_owned).ok_or_else(|| wording::invalid("Invalid recipient in AuthnResponse"))
    }

    /// The provider lists role and provider in pairs, in either order.
    fn allows(&self, role: &Arn, provider: &Arn) -> Result<(), Fault> {
        let is_the_pair = |pair: &String| {
            let (one, other) = pair.split_once(',').unwrap_or_default();
            let (one, other) = (one.trim(), other.trim());
            (one, other) == (role.as_str(), provider.as_str())
                || (other, one) == (role.as_str(), provider.as_str())
        };
        if self.values("Role").iter().any(is_the_pair) { Ok(()) } else { Err(wording::not_authorized()) }
    }

    fn federated(
        &self,
        issuer: String,
        recipient: String,
        arn: &Arn,
        now: Timestamp,
    ) -> Result<Federated, Fault> {
        let (subject, subject_type) = self.subject()?;
        let session_name =
            self.value("RoleSessionName").ok_or_else(|| wording::missing("RoleSessionName"))?;
        named("RoleSessionName", &session_name)?;
        let source_identity = self.value("SourceIdentity");
        source_identity.iter().try_for_each(|name| named("SourceIdentity", name))?;
        let (account, name) = (arn.account(), arn.resource_of("saml-provider").unwrap_or_default());
        let qualifier = digest(&SHA1_FOR_LEGACY_USE_ONLY, format!("{issuer}{account}/{name}").as_bytes());
        let mut claims = BTreeMap::new();
        let mut set = |key: &str, value: String| claims.insert(key.to_owned(), Claim::One(value));
        set("SAML:iss", issuer.clone());
        set("SAML:aud", recipient.clone());
        set("SAML:sub", subject.clone());
        set("SAML:sub_type", subject_type.clone());
        set("SAML:doc", format!("{account}/{name}"));
        set(NAME_QUALIFIER, STANDARD.encode(qualifier));
        Ok(Federated {
            provider: arn.to_string(),
            issuer,
            audience: recipient,
            subject,
            subject_type: Some(subject_type),
            claims,
            tags: self.tags(),
            transitive_tag_keys: self.values("TransitiveTagKeys").to_vec(),
            source_identity,
            session_name: Some(session_name),
            session_seconds_max: self.session_seconds(now)?,
        })
    }

    fn subject(&self) -> Result<(String, String), Fault> {
        let missing = || wording::missing("NameID");
        let subject = self.child("Subject").ok_or_else(missing)?;
        let name = only(self.document, subject, ASSERTION, "NameID").ok_or_else(missing)?;
        let format = self.document.get_attribute(name, "Format").unwrap_or_default();
        let subject = text(self.document, name);
        if subject.is_empty() {
            return Err(missing());
        }
        Ok((subject, format.strip_prefix(FORMATS).unwrap_or(format).to_owned()))
    }

    /// The session ends with the one at the provider, and where that says so, sooner.
    fn session_seconds(&self, now: Timestamp) -> Result<Option<u32>, Fault> {
        let mut longest: Option<u32> = None;
        let mut limit = |seconds: i64| {
            let seconds = u32::try_from(seconds.max(0)).unwrap_or(u32::MAX);
            longest = Some(longest.map_or(seconds, |other| other.min(seconds)));
        };
        for statement in self.document.child_elements_by_name_ns(self.node, ASSERTION, "AuthnStatement") {
            if let Some(until) = self.instant(statement, "SessionNotOnOrAfter")? {
                if until <= now {
                    return Err(wording::expired("SAML Assertion has expired"));
                }
                limit(until.seconds() - now.seconds());
            }
        }
        if let Some(text) = self.value("SessionDuration") {
            let invalid =
                || wording::invalid("SessionDuration in AuthnResponse must be between 900 and 43200");
            let seconds = text.parse().ok().filter(|seconds| (900..=43_200).contains(seconds));
            limit(seconds.ok_or_else(invalid)?);
        }
        Ok(longest)
    }

    fn tags(&self) -> BTreeMap<String, String> {
        let prefix = format!("{ATTRIBUTES}PrincipalTag:");
        let tag = |(name, values): (&String, &Vec<String>)| {
            Some((name.strip_prefix(&prefix)?.to_owned(), values.first()?.clone()))
        };
        self.attributes.iter().filter_map(tag).collect()
    }

    fn values(&self, name: &str) -> &[String] {
        self.attributes.get(&format!("{ATTRIBUTES}{name}")).map(Vec::as_slice).unwrap_or_default()
    }

    fn value(&self, name: &str) -> Option<String> {
        self.values(name).first().filter(|value| !value.is_empty()).cloned()
    }
}

fn named(what: &str, name: &str) -> Result<(), Fault> {
    if is_session_name(name) {
        return Ok(());
    }
    Err(wording::invalid(format!("{what} in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{{2,64}}")))
}

/// `https://signin.aws.amazon.com/saml`, or that of a region.
fn is_sign_in(url: &str) -> bool {
    let host = url.strip_prefix("https://").and_then(|rest| rest.strip_suffix("/saml"));
    let region = host.and_then(|host| host.strip_suffix("signin.aws.amazon.com"));
    region.is_some_and(|region| region.is_empty() || (region.ends_with('.') && !region.contains('/')))
}
