//! Why a decision came out as it did.

use serde::Serialize;

use crate::context::Context;
use crate::evaluate::decide;
use crate::failed::FailedStatement;
use crate::policies::Policies;
use crate::request::Request;
use crate::statement_text::SpeltStatement;
use crate::verdict::{Decision, Layer, StatementRef, Verdict};
use crate::view::StatementView;
use crate::walk::{Failure, Recorder};

/// A decision with everything that was looked at.
///
/// The walk only takes notes: a reference for each statement, and which of its elements failed. What they say is put
/// into words from request and policies when somebody reads it. To keep an explanation, serialize it.
#[derive(Debug, Clone)]
pub struct Explanation<'a> {
    request: Request<'a>,
    policies: &'a Policies,
    verdict: Verdict,
    notes: Vec<Note>,
}

/// What was found about a statement.
#[derive(Debug, Clone, Copy)]
struct Note {
    at: StatementRef,
    /// Nothing where the statement matched.
    failure: Option<Failure>,
}

/// Decides a request and tells why.
pub fn explain<'a>(request: &Request<'a>, policies: &'a Policies) -> Explanation<'a> {
    let mut notes = Notes(Vec::new());
    let verdict = decide(request, policies, &mut notes);
    Explanation { request: *request, policies, verdict, notes: notes.0 }
}

impl<'a> Explanation<'a> {
    /// The decision, as [`evaluate`](crate::evaluate) gives it.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The decision in a word.
    pub fn decision(&self) -> Decision {
        self.verdict.decision()
    }

    /// The layer that denies.
    pub fn layer(&self) -> Option<Layer> {
        self.verdict.layer()
    }

    /// The same findings, put into words with what this context says of the request's keys: for those who may not
    /// learn all of them. What the context lacks reads as missing.
    pub fn told_in<'b>(&self, context: &'b Context<'b>) -> Explanation<'b>
    where
        'a: 'b,
    {
        let request = Request { context, ..self.request };
        Explanation {
            request,
            policies: self.policies,
            verdict: self.verdict.clone(),
            notes: self.notes.clone(),
        }
    }

    /// What was asked.
    pub fn request(&self) -> &Request<'a> {
        &self.request
    }

    /// The statements that matched, in the order in which the layers are looked at.
    pub fn matched(&self) -> impl Iterator<Item = StatementView<'a>> {
        let matched = self.notes.iter().filter(|note| note.failure.is_none());
        matched.map(|note| self.policies.view(note.at))
    }

    /// The same, with what those say that deny.
    fn spelt(&self) -> impl Iterator<Item = SpeltStatement<'a>> {
        let matched = self.notes.iter().filter(|note| note.failure.is_none());
        matched.map(|note| self.policies.spelt(note.at))
    }

    /// The statements that did not match, and the first of their elements that failed.
    pub fn failed(&self) -> impl Iterator<Item = FailedStatement<'a>> {
        self.notes
            .iter()
            .filter_map(|note| FailedStatement::new(note.at, note.failure?, self.policies, &self.request))
    }
}

/// The recorder.
struct Notes(Vec<Note>);

impl Recorder for Notes {
    const RECORDS: bool = true;

    fn expects(&mut self, statements: usize) {
        self.0.reserve(statements);
    }

    fn matched(&mut self, at: StatementRef) {
        self.0.push(Note { at, failure: None });
    }

    fn failed(&mut self, at: StatementRef, failure: Failure) {
        self.0.push(Note { at, failure: Some(failure) });
    }
}

impl Serialize for Explanation<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// An explanation as it is kept.
        #[derive(Serialize)]
        struct Kept<'a, M: Serialize, F: Serialize> {
            decision: Decision,
            layer: Option<Layer>,
            principal: &'a str,
            action: &'a str,
            resource: &'a str,
            matched: M,
            failed: F,
        }
        let kept = Kept {
            decision: self.decision(),
            layer: self.layer(),
            principal: &self.request.principal.shown(),
            action: self.request.action,
            resource: self.request.resource,
            matched: Listed(|| self.spelt()),
            failed: Listed(|| self.failed()),
        };
        kept.serialize(serializer)
    }
}

/// A list that is written while it is made.
struct Listed<L>(L);

impl<L: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Listed<L> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
