//! What an assertion must say, and what is taken from it.
//!
//! Source: "Configure SAML assertions for the authentication response" in the IAM user guide.

use std::collections::BTreeMap;

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Claim, Fault, Federated, SamlProvider};
use names::{Arn, Timestamp};
use uppsala::{Document, NodeId};

use super::attributes;
use super::document::{ASSERTION, PROTOCOL, only, read, root, text};
use super::encrypted::decrypted;
use super::provider::Metadata;
use super::signature::is_signed;
use super::wording;
use crate::federation::is_session_name;

const SUCCESS: &str = "urn:oasis:names:tc:SAML:2.0:status:Success";
/// What the names of attributes for AWS begin with.
const ATTRIBUTES: &str = "https://aws.amazon.com/SAML/Attributes/";
/// What the formats of names begin with; answers leave it out.
const FORMATS: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
pub(super) const NAME_QUALIFIER: &str = "SAML:namequalifier";

/// An assertion that the provider signed.
pub(super) struct Assertion<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) node: NodeId,
    attributes: BTreeMap<String, Vec<String>>,
}

/// Accepts a response whose assertion speaks for the role.
pub(super) fn accept(
    xml: &str,
    provider: &SamlProvider,
    role: &Arn,
    arn: &Arn,
    now: Timestamp,
) -> Result<Federated, Fault> {
    let metadata = Metadata::read(&provider.metadata)?;
    let document = read(xml).ok_or_else(wording::not_a_response)?;
    let response = root(&document, PROTOCOL, "Response").ok_or_else(wording::not_a_response)?;
    let children = |name: &str| document.child_elements_by_name_ns(response, ASSERTION, name);
    match (&*children("Assertion"), &*children("EncryptedAssertion")) {
        (&[_], []) if provider.encryption_required => Err(wording::not_encrypted()),
        (&[node], []) => {
            signed(is_signed(&document, &[response, node], &metadata)?)?;
            succeeded(&document, response)?;
            Assertion::of(&document, node).accept(provider, &metadata, role, arn, now)
        }
        ([], &[encrypted]) => {
            let whole = is_signed(&document, &[response], &metadata)?;
            let text = decrypted(&document, encrypted, &provider.private_keys, whole)?;
            let inner = read(&text).ok_or_else(wording::not_decrypted)?;
            let node = root(&inner, ASSERTION, "Assertion").ok_or_else(wording::not_decrypted)?;
            signed(is_signed(&inner, &[node], &metadata)? || whole)?;
            succeeded(&document, response)?;
            Assertion::of(&inner, node).accept(provider, &metadata, role, arn, now)
        }
        _ => Err(wording::not_a_response()),
    }
}

fn signed(is_signed: bool) -> Result<(), Fault> {
    if is_signed { Ok(()) } else { Err(wording::wrong_signature()) }
}

fn succeeded(document: &Document<'_>, response: NodeId) -> Result<(), Fault> {
    let status = only(document, response, PROTOCOL, "Status").ok_or_else(|| wording::missing("Status"))?;
    let code =
        only(document, status, PROTOCOL, "StatusCode").ok_or_else(|| wording::missing("StatusCode"))?;
    if document.get_attribute(code, "Value") == Some(SUCCESS) { Ok(()) } else { Err(wording::rejected()) }
}

fn read_attributes(document: &Document<'_>, assertion: NodeId) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for statement in document.child_elements_by_name_ns(assertion, ASSERTION, "AttributeStatement") {
        for attribute in document.child_elements_by_name_ns(statement, ASSERTION, "Attribute") {
            let Some(name) = document.get_attribute(attribute, "Name") else { continue };
            let values = document.child_elements_by_name_ns(attribute, ASSERTION, "AttributeValue");
            // A value that is itself a structure is none that a key could have.
            let is_text = |value: &NodeId| {
                document.children_iter(*value).all(|child| document.element(child).is_none())
            };
            let values = values.into_iter().filter(is_text).map(|value| text(document, value));
            all.entry(name.to_owned()).or_default().extend(values);
        }
    }
    all
}

impl<'d> Assertion<'d> {
    fn of(document: &'d Document<'d>, node: NodeId) -> Self {
        Self { document, node, attributes: read_attributes(document, node) }
    }
}

impl Assertion<'_> {
    /// Accepts what the provider signed.
    fn accept(
        &self,
        provider: &SamlProvider,
        metadata: &Metadata,
        role: &Arn,
        arn: &Arn,
        now: Timestamp,
    ) -> Result<Federated, Fault> {
        let issuer = self.child_text("Issuer").ok_or_else(|| wording::missing("Issuer"))?;
        if issuer != metadata.entity_id {
            return Err(wording::invalid("Issuer not present in specified provider"));
        }
        self.in_time(now)?;
        self.for_us()?;
        let recipient = self.recipient(&provider.id, now)?;
        self.allows(role, arn)?;
        self.federated(issuer, recipient, arn, now)
    }

    pub(super) fn child(&self, name: &str) -> Option<NodeId> {
        only(self.document, self.node, ASSERTION, name)
    }

    fn child_text(&self, name: &str) -> Option<String> {
        self.child(name).map(|node| text(self.document, node)).filter(|text| !text.is_empty())
    }

    /// An instant in an attribute, where there is one. One that cannot be read is no instant to rely on.
    pub(super) fn instant(&self, node: NodeId, name: &str) -> Result<Option<Timestamp>, Fault> {
        let Some(text) = self.document.get_attribute(node, name) else { return Ok(None) };
        let instant = Timestamp::parse_iso8601(text);
        instant.map(Some).ok_or_else(|| wording::invalid(format!("{name} in AuthnResponse is not a date")))
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
        if !is_session_name(&session_name) {
            return Err(wording::invalid(
                "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
            ));
        }
        let source_identity = self.value("SourceIdentity");
        if source_identity.as_deref().is_some_and(|name| !is_session_name(name)) {
            return Err(wording::invalid(
                "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"",
            ));
        }
        let (account, name) = (arn.account(), arn.resource_of("saml-provider").unwrap_or_default());
        let qualifier = digest(&SHA1_FOR_LEGACY_USE_ONLY, format!("{issuer}{account}/{name}").as_bytes());
        let mut claims = attributes::claims(&self.attributes);
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

    /// Whoever is not named is nobody, who may nothing ("Troubleshoot SAML federation with IAM").
    fn subject(&self) -> Result<(String, String), Fault> {
        let subject = self.child("Subject").ok_or_else(wording::not_authorized)?;
        let name = only(self.document, subject, ASSERTION, "NameID").ok_or_else(wording::not_authorized)?;
        let format = self.document.get_attribute(name, "Format").unwrap_or_default();
        let subject = text(self.document, name);
        if subject.is_empty() {
            return Err(wording::not_authorized());
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
