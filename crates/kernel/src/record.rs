//! Drafting the record of a call while it runs.

use std::sync::Arc;

use serde_json::Value as Json;
use shape::{Operation, OperationModel, ServiceModel};

use crate::entropy::uuid;
use crate::route::Typed;
use crate::trail::{Decision, Identity, Record};
use crate::{Call, Category, Effect, Entropy, Fault, Origin, Session, trail};

/// A record without its outcome.
#[derive(Clone)]
pub(crate) struct Draft(Record);

impl Draft {
    pub(crate) fn of<Op: Operation>(
        route: &Arc<dyn Typed<Op>>,
        session: &Session,
        call: &Call,
        entropy: &dyn Entropy,
        parameters: Json,
    ) -> Self {
        let mut draft = Self::rejected(Some((Op::service(), Op::model())), session, call, entropy);
        draft.0.read_only = route.effect() == Effect::Read;
        draft.0.category = route.category();
        draft.0.request_parameters = Some(trail::bounded(parameters));
        draft
    }

    /// The draft for a call of which little is known.
    pub(crate) fn rejected(
        operation: Option<(&'static ServiceModel, &'static OperationModel)>,
        session: &Session,
        call: &Call,
        entropy: &dyn Entropy,
    ) -> Self {
        let (source_address, network) = match &call.origin {
            Origin::Network(network) => (network.source_ip.to_string(), Some(network)),
            Origin::Service(service) => (service.to_string(), None),
        };
        Self(Record {
            event_id: uuid(entropy),
            request_id: call.id.clone(),
            time: call.received_at,
            event_source: operation
                .map(|(service, _)| format!("{}.amazonaws.com", service.prefix))
                .unwrap_or_default(),
            event_name: operation.map(|(_, model)| model.name.to_owned()).unwrap_or_default(),
            region: call.region.to_string(),
            account: session.account().or(call.source.as_ref().map(|source| source.account)),
            identity: Identity::of(session, call),
            source_address,
            user_agent: network.and_then(|network| network.user_agent.as_deref()).map(trail::clip),
            tls_version: network.and_then(|network| network.tls_version).map(str::to_owned),
            source_arn: call.source.as_ref().map(|source| source.arn.to_string()),
            read_only: false,
            category: Category::Management,
            request_parameters: None,
            response_elements: None,
            error_code: None,
            error_message: None,
            decisions: Vec::new(),
        })
    }

    /// The caller turned out to be somebody for whom an identity provider vouches.
    pub(crate) fn called_by(&mut self, session: &Session, call: &Call) {
        self.0.identity = Identity::of(session, call);
        self.0.account = session.account();
    }

    pub(crate) fn done(&self, response: Option<Json>, decisions: Vec<Decision>) -> Record {
        let response_elements = if self.0.read_only { None } else { response };
        self.finished(decisions, |record| record.response_elements = response_elements.map(trail::bounded))
    }

    pub(crate) fn failed(&self, fault: &Fault, decisions: Vec<Decision>) -> Record {
        self.finished(decisions, |record| {
            record.error_code = Some(fault.code.to_string());
            record.error_message = Some(trail::clip(&fault.message));
        })
    }

    fn finished(&self, decisions: Vec<Decision>, outcome: impl FnOnce(&mut Record)) -> Record {
        let mut record = self.0.clone();
        // Calls of nobody's account belong to the owner of what they asked for.
        record.account = record.account.or_else(|| decisions.iter().find_map(|decision| decision.owner));
        record.decisions = decisions;
        outcome(&mut record);
        record
    }
}
