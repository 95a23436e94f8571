//! When and for whom an assertion counts.

use kernel::Fault;
use names::Timestamp;
use uppsala::NodeId;

use super::assertion::Assertion;
use super::document::{ASSERTION, only, text};
use super::wording;

/// Clocks differ by that much.
const SKEW_SECONDS: i64 = 60;
/// An assertion counts for so long after it was issued.
const REDEEM_SECONDS: i64 = 300;
const BEARER: &str = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
const AUDIENCES: [&str; 2] = ["urn:amazon:webservices", "https://signin.aws.amazon.com/saml"];

impl Assertion<'_> {
    pub(super) fn in_time(&self, now: Timestamp) -> Result<(), Fault> {
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
    pub(super) fn for_us(&self) -> Result<(), Fault> {
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

    /// Where the bearer was sent with the assertion, which must be the sign-in page of AWS, or that of the provider.
    pub(super) fn recipient(&self, provider_id: &str, now: Timestamp) -> Result<String, Fault> {
        let subject = self.child("Subject").ok_or_else(wording::not_authorized)?;
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
        let recipient = document.get_attribute(data, "Recipient").filter(|url| is_sign_in(url, provider_id));
        recipient.map(str::to_owned).ok_or_else(|| wording::invalid("Invalid recipient in AuthnResponse"))
    }
}

/// `https://[REGION.]signin.aws.amazon.com/saml`, or below it `/acs/` and the id of the provider, which those have
/// that encrypt ("Configure SAML assertions for the authentication response" in the IAM user guide).
fn is_sign_in(url: &str, provider_id: &str) -> bool {
    let Some((host, path)) = url.strip_prefix("https://").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let is_label = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_region = |region: &str| {
        region.is_empty()
            || region.strip_suffix('.').is_some_and(|name| !name.is_empty() && name.chars().all(is_label))
    };
    let own = path.strip_prefix("saml/acs/").is_some_and(|id| !id.is_empty() && id == provider_id);
    host.strip_suffix("signin.aws.amazon.com").is_some_and(is_region) && (path == "saml" || own)
}

#[cfg(test)]
mod tests {
    use super::is_sign_in;

    #[test]
    fn the_pages_of_a_region_and_of_the_provider_are_sign_in_pages() {
        for url in [
            "https://signin.aws.amazon.com/saml",
            "https://us-east-1.signin.aws.amazon.com/saml",
            "https://signin.aws.amazon.com/saml/acs/SAMLSPONE",
            "https://eu-west-1.signin.aws.amazon.com/saml/acs/SAMLSPONE",
        ] {
            assert!(is_sign_in(url, "SAMLSPONE"), "{url}");
        }
        for url in [
            "http://signin.aws.amazon.com/saml",
            "https://signin.aws.amazon.com/saml/",
            "https://signin.aws.amazon.com/saml/acs/SAMLSPTWO",
            "https://signin.aws.amazon.com/saml/acs/",
            "https://evil?x.signin.aws.amazon.com/saml",
            "https://evil.example/x.signin.aws.amazon.com/saml",
            "https://a.b.signin.aws.amazon.com/saml",
            "https://.signin.aws.amazon.com/saml",
            "https://xsignin.aws.amazon.com/saml",
        ] {
            assert!(!is_sign_in(url, "SAMLSPONE"), "{url}");
        }
        assert!(!is_sign_in("https://signin.aws.amazon.com/saml/acs/", ""));
    }
}
