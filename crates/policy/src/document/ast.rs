//! A document as written: elements in their order, nothing interpreted yet.

use std::ops::Range;

/// Which language version a document declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// 2008-10-17, also when none is declared: `${…}` is ordinary text.
    V2008,
    /// 2012-10-17: policy variables.
    V2012,
}

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Effect {
    /// Gives access.
    Allow,
    /// Takes it, whatever else gives it.
    Deny,
}

/// A text and the bytes it stands at, quotes included.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Range<usize>,
}

/// `Action`, `Resource` or one of their `Not` forms.
#[derive(Debug, Clone)]
pub(crate) struct Patterns {
    pub(crate) negated: bool,
    pub(crate) texts: Vec<Text>,
    pub(crate) span: Range<usize>,
}

/// The type of a principal entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PrincipalType {
    /// The bare `"*"`.
    Everyone,
    Aws,
    Service,
    Federated,
    CanonicalUser,
}

impl PrincipalType {
    /// The key as written in policies.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Everyone => "*",
            Self::Aws => "AWS",
            Self::Service => "Service",
            Self::Federated => "Federated",
            Self::CanonicalUser => "CanonicalUser",
        }
    }
}

/// `Principal` or `NotPrincipal`.
#[derive(Debug, Clone)]
pub(crate) struct Principals {
    pub(crate) negated: bool,
    pub(crate) entries: Vec<(PrincipalType, Text)>,
    pub(crate) span: Range<usize>,
}

/// One key under one operator.
#[derive(Debug, Clone)]
pub(crate) struct ConditionText {
    pub(crate) operator: String,
    pub(crate) key: String,
    pub(crate) values: Vec<Text>,
    pub(crate) span: Range<usize>,
}

/// A statement as written.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    pub(crate) sid: Option<Text>,
    pub(crate) effect: Effect,
    /// Whether `Effect` has its proper case.
    pub(crate) effect_exact: bool,
    pub(crate) principal: Option<Principals>,
    pub(crate) action: Option<Patterns>,
    pub(crate) resource: Option<Patterns>,
    pub(crate) conditions: Vec<ConditionText>,
    pub(crate) span: Range<usize>,
}
