//! The IAM policy language: parse, validate, compile, evaluate, explain.
//!
//! A [`Document`] is policy text that has been accepted, with AWS's words for what is refused. A [`Policy`]
//! is compiled from it once and shared. [`evaluate`] decides a [`Request`] under [`Policies`], [`explain`] makes
//! the same walk and tells what it saw, and [`message`] words a refusal as AWS does.
//!
//! For people who write policies there is [`lint`] (what is wrong or unwise), [`summary`] (what it gives) and
//! [`diff`] (whether a change gives more).
//!
//! The crate is pure: it knows no clock, no storage and no accounts. Finding the policies that apply, setting
//! context keys truthfully and checking that named principals exist are left to its callers.
//!
//! ```
//! use std::sync::Arc;
//! use policy::{Context, Document, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, evaluate};
//!
//! let text = r#"{"Version": "2012-10-17",
//!                "Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::books/*"}}"#;
//! let policy = Arc::new(Policy::compile(&Document::parse(text, PolicyKind::Identity)?));
//! let policies = Policies { identity: vec![NamedPolicy::inline("reading", policy)].into(), ..Policies::default() };
//! let ann = Principal::User {
//!     arn: "arn:aws:iam::111122223333:user/ann".into(),
//!     account: "111122223333".into(),
//!     unique_id: "AIDAEXAMPLEEXAMPLEANN".into(),
//!     name: "ann".into(),
//! };
//! let context = Context::new();
//! let read = Request::new(&ann, "s3:GetObject", "arn:aws:s3:::books/1", &context);
//! let write = Request::new(&ann, "s3:PutObject", "arn:aws:s3:::books/1", &context);
//! assert!(evaluate(&read, &policies).is_allowed());
//! assert!(!evaluate(&write, &policies).is_allowed());
//! # Ok::<(), policy::Rejection>(())
//! ```

mod action;
mod arn;
mod condition;
mod context;
mod diff;
mod document;
mod effects;
mod evaluate;
mod explain;
mod extent;
mod facts;
mod failed;
mod few;
mod grant;
mod index;
mod lint;
mod message;
mod names;
mod overlap;
mod pattern;
mod policies;
mod policy;
mod principal;
mod principals;
mod public;
mod request;
mod resource;
mod sentence;
mod services;
mod shelf;
mod statement_text;
mod summary;
mod variable;
mod verdict;
mod view;
mod walk;

pub use context::{Context, Value};
pub use diff::{Difference, Example, diff};
pub use document::{
    Document, Effect, PolicyKind, Position, Reason, Rejection, Version, counted_chars, is_action_pattern,
    is_resource_pattern, pointed,
};
pub use evaluate::evaluate;
pub use explain::{Explanation, explain};
pub use facts::{ActionFacts, ActionResource, Facts, ResourceFacts, ServiceFacts};
pub use failed::{FailedStatement, RequestValue};
pub use grant::{Grant, GrantConstraint};
pub use lint::{Finding, Severity, lint, nearest};
pub use message::{Wording, message};
pub use policies::{NamedPolicy, Policies, PolicySet, PolicySource};
pub use policy::Policy;
pub use principal::Principal;
pub use request::Request;
pub use statement_text::{ConditionText, SpeltStatement, StatementText};
pub use summary::{ServiceSummary, summary};
pub use verdict::{Decision, Layer, StatementRef, Verdict};
pub use view::StatementView;
