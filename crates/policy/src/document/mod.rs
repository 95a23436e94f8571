//! Documents: policy text that has been accepted.

pub(crate) mod ast;
mod check_bucket;
mod check_iam;
mod check_other;
mod check_trust;
mod formats;
mod json;
mod kind;
pub(crate) mod position;
mod read;
mod rejection;
mod s3_actions;
mod wording;

pub use ast::{Effect, Version};
pub use formats::{is_action_pattern, is_resource_pattern};
pub use kind::PolicyKind;
pub use position::{Position, pointed};
pub use rejection::{Reason, Rejection};

use ast::{PrincipalType, Statement};
use wording::generic_message;

/// An accepted policy document: its text, and what the text says.
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    kind: PolicyKind,
    version: Version,
    id: Option<String>,
    pub(crate) statements: Vec<Statement>,
}

impl Document {
    /// Reads and checks a document.
    ///
    /// A bucket policy read this way may name any bucket; [`Document::parse_bucket_policy`] asks for its own.
    /// Whether the principals a document names exist is left to the caller, see [`Document::aws_principals`].
    pub fn parse(text: &str, kind: PolicyKind) -> Result<Document, Rejection> {
        let document = Self::read(text, kind)?;
        match kind {
            PolicyKind::Identity | PolicyKind::Boundary | PolicyKind::Session => check_iam::check(&document)?,
            PolicyKind::RoleTrust => check_trust::check(&document)?,
            PolicyKind::S3Bucket => check_bucket::check(&document, None)?,
            PolicyKind::KmsKey
            | PolicyKind::Resource
            | PolicyKind::Scp
            | PolicyKind::Rcp
            | PolicyKind::VpcEndpoint => {
                check_other::check(&document)?;
            }
        }
        Ok(document)
    }

    /// Reads and checks the policy of a bucket: every resource must be the bucket or in it.
    pub fn parse_bucket_policy(text: &str, bucket: &str) -> Result<Document, Rejection> {
        let document = Self::read(text, PolicyKind::S3Bucket)?;
        check_bucket::check(&document, Some(bucket))?;
        Ok(document)
    }

    /// Reads a document by its grammar alone, as for text that was accepted earlier or by AWS itself.
    pub fn read(text: &str, kind: PolicyKind) -> Result<Document, Rejection> {
        // Organizations takes any characters, and the other services do not tell.
        if kind.is_checked_by_iam() || matches!(kind, PolicyKind::RoleTrust | PolicyKind::KmsKey) {
            wording::check_characters(text, kind)?;
        }
        let root = json::read(text).map_err(|error| {
            let why = wording::with_quotes_hint(text, error.problem);
            Rejection::at(text, error.offset, Reason::Json, wording::invalid_json(text, kind), &why)
        })?;
        let parts = read::document(root).map_err(|error| wording::refuse_syntax(text, kind, error))?;
        let (version, id, statements) = (parts.version, parts.id, parts.statements);
        Ok(Document { text: text.to_owned(), kind, version, id, statements })
    }

    /// The text, as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the policy is used.
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// The language version.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The `Id`, if it has one.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The kind that a text seems to be written for; identity where it does not tell.
    pub fn likely_kind(text: &str) -> PolicyKind {
        let Ok(document) = Self::read(text, PolicyKind::VpcEndpoint) else { return PolicyKind::Identity };
        if document.statements.iter().all(|statement| statement.principal.is_none()) {
            return PolicyKind::Identity;
        }
        let actions = document.statements.iter().flat_map(|s| &s.action).flat_map(|element| &element.texts);
        let mut services = actions.map(|text| text.value.split(':').next().unwrap_or_default());
        match services.next() {
            Some("sts") => PolicyKind::RoleTrust,
            Some("kms") => PolicyKind::KmsKey,
            Some("s3") => PolicyKind::S3Bucket,
            _ => PolicyKind::Resource,
        }
    }

    /// How long IAM takes the text to be: white space outside strings is not counted.
    pub fn counted_chars(&self) -> usize {
        counted_chars(&self.text)
    }

    /// The `AWS` principals the document names: ARNs, account ids, unique ids and `*`, in order.
    pub fn aws_principals(&self) -> impl Iterator<Item = &str> {
        self.principals(PrincipalType::Aws)
    }

    /// The canonical user ids a bucket policy names, in order.
    pub fn canonical_users(&self) -> impl Iterator<Item = &str> {
        self.principals(PrincipalType::CanonicalUser)
    }

    /// The `Federated` principals the document names, in order.
    pub fn federated_principals(&self) -> impl Iterator<Item = &str> {
        self.principals(PrincipalType::Federated)
    }

    fn principals(&self, wanted: PrincipalType) -> impl Iterator<Item = &str> {
        let entries = self.statements.iter().filter_map(|statement| statement.principal.as_ref());
        entries
            .flat_map(|element| &element.entries)
            .filter(move |(kind, _)| *kind == wanted)
            .map(|(_, text)| text.value.as_str())
    }

    /// The document with `AWS` principals replaced, where `map` has something else for them.
    ///
    /// Stored trust and resource policies name users and roles by unique id, so that a later namesake is a
    /// stranger; reading them back maps ids to ARNs again. The text around the principals stays as it is.
    pub fn map_principals(&self, mut map: impl FnMut(&str) -> Option<String>) -> Result<Document, Rejection> {
        let mut text = String::with_capacity(self.text.len());
        let mut copied = 0;
        let entries = self.statements.iter().filter_map(|statement| statement.principal.as_ref());
        for (kind, entry) in entries.flat_map(|element| &element.entries) {
            if *kind == PrincipalType::Aws
                && let Some(replacement) = map(&entry.value)
            {
                text.push_str(self.text.get(copied..entry.span.start).unwrap_or_default());
                push_quoted(&mut text, &replacement);
                copied = entry.span.end;
            }
        }
        text.push_str(self.text.get(copied..).unwrap_or_default());
        Self::read(&text, self.kind)
    }

    /// The same document with the statements of another one after its own, to decide by. Its text stays as it is.
    pub(crate) fn joined_by(&self, other: &Document) -> Document {
        let mut joined = self.clone();
        joined.statements.extend(other.statements.iter().cloned());
        joined
    }

    /// A rejection of something in this document.
    pub(crate) fn refuse(
        &self,
        offset: usize,
        reason: Reason,
        message: impl Into<String>,
        why: &str,
    ) -> Rejection {
        Rejection::at(&self.text, offset, reason, message, why)
    }
}

/// How long IAM takes a text to be: white space outside strings is not counted.
pub fn counted_chars(text: &str) -> usize {
    let mut in_string = false;
    let mut escaped = false;
    let counted = |c: &char| {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
        in_string || !c.is_whitespace()
    };
    text.chars().filter(counted).count()
}

fn push_quoted(text: &mut String, content: &str) {
    text.push('"');
    for c in content.chars() {
        if matches!(c, '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text.push('"');
}
