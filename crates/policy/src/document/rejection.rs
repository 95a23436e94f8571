//! Why a document is refused.

use super::position::{line_column, pointed};

/// Lines longer than this are cut around the fault when a hint shows them.
const SHOWN_COLUMNS: usize = 60;

/// The rule a refused document breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A character outside the allowed set; IAM answers `ValidationError` here, not `MalformedPolicyDocument`.
    Characters,
    /// Not JSON.
    Json,
    /// JSON, but not the grammar of policies.
    Syntax,
    /// A version the policy kind does not take.
    Version,
    /// Something only the older parser of IAM objects to: the case of `Effect`, dates, missing colons.
    Legacy,
    /// A statement id twice.
    SidDuplicate,
    /// A statement id with characters other than letters and digits.
    SidCharacters,
    /// A statement without actions.
    ActionMissing,
    /// An action that is not `vendor:Name`, or not one of this policy kind.
    Action,
    /// A statement without resources.
    ResourceMissing,
    /// A resource that is no ARN pattern, or not one of this policy kind.
    Resource,
    /// A principal where the kind has none.
    PrincipalForbidden,
    /// No principal where the kind needs one.
    PrincipalMissing,
    /// A principal that cannot be one.
    Principal,
    /// An element the policy kind has no place for.
    Prohibited,
    /// A condition key or operator that the kind refuses.
    Condition,
}

/// A refused document: the client's message, and where and why for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The rule that was broken.
    pub reason: Reason,
    /// What AWS answers, word for word.
    pub message: String,
    /// What to do about it, with the line shown.
    pub hint: Option<String>,
    /// The line, from one.
    pub line: usize,
    /// The column, from one.
    pub column: usize,
}

impl Rejection {
    /// A rejection pointing at a byte of the text.
    pub(crate) fn at(
        text: &str,
        offset: usize,
        reason: Reason,
        message: impl Into<String>,
        why: &str,
    ) -> Rejection {
        let (line, column) = line_column(text, offset);
        let [shown, caret] = pointed(text, line, column, 1, SHOWN_COLUMNS);
        let hint = Some(format!("line {line}, column {column}: {why}\n  {shown}\n  {caret}"));
        Rejection { reason, message: message.into(), hint, line, column }
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, "\n{hint}"))
    }
}

impl std::error::Error for Rejection {}
