//! awsQuery: the operation is the form's `Action` in its `Version`.

use shape::{Protocol, ServiceModel};

use super::{Route, RouteError, RouteProblem, host};
use crate::query::Form;
use crate::{Labels, RequestHead};

/// What stands for a version that was not given, as at AWS.
const NO_VERSION: &str = "NO_VERSION_SPECIFIED";

/// All services that speak in forms.
#[derive(Debug)]
pub(super) struct Actions {
    services: Vec<&'static ServiceModel>,
}

impl Actions {
    pub(super) fn new(services: Vec<&'static ServiceModel>) -> Self {
        Self { services }
    }

    /// The service that signs with this name.
    pub(super) fn signed_as(&self, name: &str) -> Option<&'static ServiceModel> {
        self.services.iter().copied().find(|service| service.signing_name == name)
    }

    pub(super) fn has_endpoint(&self, label: &str) -> bool {
        self.services.iter().any(|service| service.endpoint_prefix == label)
    }

    /// The action of a request to a known service.
    pub(super) fn route(
        &self,
        service: &'static ServiceModel,
        head: &RequestHead<'_>,
        body: Option<&[u8]>,
    ) -> Result<Route, RouteError> {
        let refuse = |problem| RouteError::new(Some(service), Protocol::AwsQuery, problem);
        let form = Form::of_request(head, body).map_err(|_| refuse(RouteProblem::MalformedForm))?;
        let action = form.get("Action").ok_or_else(|| refuse(RouteProblem::MissingAction))?;
        find(service, action, form.get("Version").unwrap_or(NO_VERSION)).map_err(refuse)
    }

    /// The action of a request that does not say whose it is: by host, else the first service that has the
    /// action in the version. `None` where the request is no form at all.
    pub(super) fn route_unsigned(
        &self,
        head: &RequestHead<'_>,
        body: Option<&[u8]>,
    ) -> Option<Result<Route, RouteError>> {
        let label = host::endpoint_label(head.host);
        let named = self.services.iter().copied().find(|service| service.endpoint_prefix == label);
        if let Some(service) = named {
            return Some(self.route(service, head, body));
        }
        let refuse = |problem| RouteError::new(None, Protocol::AwsQuery, problem);
        let Ok(form) = Form::of_request(head, body) else {
            return Some(Err(refuse(RouteProblem::MalformedForm)));
        };
        let version = form.get("Version").unwrap_or(NO_VERSION);
        let Some(action) = form.get("Action") else {
            return head.has_form().then(|| Err(refuse(RouteProblem::MissingAction)));
        };
        let found = self.services.iter().copied().find_map(|service| find(service, action, version).ok());
        Some(found.ok_or_else(|| refuse(invalid(action, version))))
    }
}

fn find(service: &'static ServiceModel, action: &str, version: &str) -> Result<Route, RouteProblem> {
    let named = service.operations.iter().copied().find(|operation| operation.name == action);
    match named {
        Some(operation) if service.api_version == version => {
            Ok(Route { service, operation, labels: Labels::default() })
        }
        _ => Err(invalid(action, version)),
    }
}

fn invalid(action: &str, version: &str) -> RouteProblem {
    RouteProblem::InvalidAction { action: action.to_owned(), version: version.to_owned() }
}
