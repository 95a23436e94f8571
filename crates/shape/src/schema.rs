//! What a member may hold and where it travels.

use std::sync::OnceLock;

use regex::Regex;

/// A named shape of the API: a type with its constraints.
#[derive(Debug)]
pub struct Schema {
    /// The shape's name in the service model.
    pub name: &'static str,
    /// Its type and constraints.
    pub kind: Type,
    /// Whether its value must never be logged or audited.
    pub sensitive: bool,
}

/// The types of the AWS service models.
#[derive(Debug)]
pub enum Type {
    /// Text, free or enumerated.
    String(StringRule),
    /// A truth value.
    Boolean,
    /// A 32-bit integer.
    Integer(NumberRule),
    /// A 64-bit integer.
    Long(NumberRule),
    /// A 32-bit float.
    Float,
    /// A 64-bit float.
    Double,
    /// An instant.
    Timestamp(TimestampFormat),
    /// Bytes, held in memory.
    Blob,
    /// Bytes that travel as the whole HTTP body, streamed.
    Stream,
    /// A list.
    List(ListRule),
    /// A map with string keys.
    Map(MapRule),
    /// A structure.
    Structure(StructureRule),
}

/// Constraints of a string. Lengths are in characters.
#[derive(Debug)]
pub struct StringRule {
    /// The least length.
    pub min: Option<u32>,
    /// The greatest length.
    pub max: Option<u32>,
    /// A regular expression that the whole value must match.
    pub pattern: Option<Pattern>,
    /// The allowed values; empty where any is.
    pub values: &'static [&'static str],
}

/// Inclusive bounds of a number.
#[derive(Debug)]
pub struct NumberRule {
    /// The least value.
    pub min: Option<i64>,
    /// The greatest value.
    pub max: Option<i64>,
}

/// A regular expression of a model, compiled at its first use.
#[derive(Debug)]
pub struct Pattern {
    /// As the model has it, for error messages.
    pub source: &'static str,
    /// In this crate's syntax.
    translated: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern; `translated` is `source` in the syntax of the crate `regex`, without anchors.
    #[must_use]
    pub const fn new(source: &'static str, translated: &'static str) -> Self {
        Self { source, translated, compiled: OnceLock::new() }
    }

    /// Whether the whole of `text` matches. A pattern that does not compile matches nothing; a test over
    /// all generated schemas keeps that from happening.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// Whether the pattern compiles.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.regex().is_some()
    }

    /// The pattern in the syntax of the crate `regex`.
    pub(crate) fn translated(&self) -> &'static str {
        self.translated
    }

    fn regex(&self) -> Option<&Regex> {
        let compile = || Regex::new(&format!("^(?:{})$", self.translated)).ok();
        self.compiled.get_or_init(compile).as_ref()
    }
}

/// How an instant is written, where the model departs from the protocol's own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampFormat {
    /// As the protocol does: epoch seconds in JSON bodies, ISO 8601 in XML and queries, HTTP dates in headers.
    Protocol,
    /// ISO 8601.
    Iso8601,
    /// Seconds since the epoch.
    Unix,
    /// An HTTP date.
    Http,
}

/// A list and its member.
#[derive(Debug)]
pub struct ListRule {
    /// The schema of each member.
    pub member: &'static Schema,
    /// The member's element name in XML and queries, `member` unless the model says otherwise.
    pub member_name: &'static str,
    /// Whether members stand directly in the parent, without an element around them.
    pub flattened: bool,
    /// The least number of members.
    pub min: Option<u32>,
    /// The greatest number of members.
    pub max: Option<u32>,
}

/// A map with string keys.
#[derive(Debug)]
pub struct MapRule {
    /// The schema of the keys.
    pub key: &'static Schema,
    /// The schema of the values.
    pub value: &'static Schema,
    /// The key's element name in XML and queries.
    pub key_name: &'static str,
    /// The value's element name in XML and queries.
    pub value_name: &'static str,
    /// Whether entries stand directly in the parent.
    pub flattened: bool,
    /// The least number of entries.
    pub min: Option<u32>,
    /// The greatest number of entries.
    pub max: Option<u32>,
}

/// The members of a structure.
#[derive(Debug)]
pub struct StructureRule {
    /// In the model's order.
    pub members: &'static [Member],
}

/// One member of a structure.
#[derive(Debug)]
pub struct Member {
    /// The member's name in the model.
    pub name: &'static str,
    /// The name on the wire: `locationName` where the model has one, otherwise the same as `name`.
    pub wire: &'static str,
    /// What it holds.
    pub schema: &'static Schema,
    /// Whether it must be present.
    pub required: bool,
    /// Where it travels.
    pub location: Location,
    /// Whether it is an attribute of its XML element.
    pub xml_attribute: bool,
    /// The XML name space written on its element.
    pub xml_namespace: Option<&'static str>,
}

/// Where a member travels in HTTP. Everything but `Body` occurs only at the top of an input or output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// In the body document (in awsQuery and awsJson: everything).
    Body,
    /// The member is the whole body.
    Payload,
    /// In the header of the member's wire name.
    Header,
    /// A map spread over the headers that begin with the member's wire name.
    Headers,
    /// In the query string.
    Query,
    /// In the path.
    Uri,
    /// The HTTP status.
    StatusCode,
}

impl Schema {
    /// A schema of a type without constraints beyond the type itself.
    #[must_use]
    pub const fn new(name: &'static str, kind: Type) -> Self {
        Self { name, kind, sensitive: false }
    }

    /// Text with bounds of its length and a pattern.
    #[must_use]
    pub const fn string(
        name: &'static str,
        min: Option<u32>,
        max: Option<u32>,
        pattern: Option<Pattern>,
    ) -> Self {
        Self::new(name, Type::String(StringRule { min, max, pattern, values: &[] }))
    }

    /// Text that is one of `values`.
    #[must_use]
    pub const fn choice(name: &'static str, values: &'static [&'static str]) -> Self {
        Self::new(name, Type::String(StringRule { min: None, max: None, pattern: None, values }))
    }

    /// The same, whose value must never be logged or audited.
    #[must_use]
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// The members, where this is a structure.
    #[must_use]
    pub fn members(&self) -> &'static [Member] {
        match &self.kind {
            Type::Structure(rule) => rule.members,
            _ => &[],
        }
    }
}

impl NumberRule {
    /// Any number of the type.
    pub const ANY: Self = Self { min: None, max: None };
}

impl ListRule {
    /// Any number of members, each in an element `member`.
    #[must_use]
    pub const fn of(member: &'static Schema) -> Self {
        Self { member, member_name: "member", flattened: false, min: None, max: None }
    }
}

impl MapRule {
    /// Any number of entries, in elements `key` and `value`.
    #[must_use]
    pub const fn of(key: &'static Schema, value: &'static Schema) -> Self {
        Self { key, value, key_name: "key", value_name: "value", flattened: false, min: None, max: None }
    }
}

impl Member {
    /// An optional member in the body.
    #[must_use]
    pub const fn new(name: &'static str, schema: &'static Schema) -> Self {
        Self {
            name,
            wire: name,
            schema,
            required: false,
            location: Location::Body,
            xml_attribute: false,
            xml_namespace: None,
        }
    }

    /// The same member, required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same member under another name on the wire.
    #[must_use]
    pub const fn wire(mut self, wire: &'static str) -> Self {
        self.wire = wire;
        self
    }

    /// The same member at another place.
    #[must_use]
    pub const fn at(mut self, location: Location) -> Self {
        self.location = location;
        self
    }

    /// The same member as an XML attribute.
    #[must_use]
    pub const fn attribute(mut self) -> Self {
        self.xml_attribute = true;
        self
    }

    /// The same member with an XML name space on its element.
    #[must_use]
    pub const fn namespace(mut self, uri: &'static str) -> Self {
        self.xml_namespace = Some(uri);
        self
    }
}
