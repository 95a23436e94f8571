//! awsJson: the operation is in `X-Amz-Target`.

use std::collections::HashMap;

use shape::{OperationModel, Protocol, ServiceModel};

use super::{Route, RouteError, RouteProblem};
use crate::{Labels, RequestHead};

/// The header that names service and operation: `AmazonForecast.CreateDataset`.
pub(super) const TARGET: &str = "x-amz-target";

/// All targets.
#[derive(Debug)]
pub(super) struct Targets {
    services: Vec<&'static ServiceModel>,
    operations: HashMap<(&'static str, &'static str), (&'static ServiceModel, &'static OperationModel)>,
}

impl Targets {
    pub(super) fn new(services: Vec<&'static ServiceModel>) -> Self {
        let of = |service: &'static ServiceModel| {
            let entry = move |operation: &'static OperationModel| {
                ((service.target_prefix, operation.name), (service, operation))
            };
            service.operations.iter().copied().map(entry)
        };
        let operations = services.iter().copied().flat_map(of).collect();
        Self { services, operations }
    }

    /// A service that signs with this name.
    pub(super) fn signed_as(&self, name: &str) -> Option<&'static ServiceModel> {
        self.services.iter().copied().find(|service| service.signing_name == name)
    }

    pub(super) fn has_endpoint(&self, label: &str) -> bool {
        self.services.iter().any(|service| service.endpoint_prefix == label)
    }

    /// The target's operation. Where the request is signed, a target of another service's is unknown.
    pub(super) fn route(
        &self,
        signed: Option<&'static ServiceModel>,
        head: &RequestHead<'_>,
    ) -> Result<Route, RouteError> {
        let target = head.header(TARGET).and_then(|target| target.split_once('.'));
        let found = target.and_then(|target| self.operations.get(&target).copied());
        let signed_for =
            |service: &ServiceModel| signed.is_none_or(|by| by.signing_name == service.signing_name);
        match found {
            Some((service, operation)) if signed_for(service) => {
                Ok(Route { service, operation, labels: Labels::default() })
            }
            _ => Err(RouteError::new(signed, Protocol::AwsJson11, RouteProblem::UnknownOperation)),
        }
    }
}
