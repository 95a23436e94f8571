//! From a request to its operation.

mod error;
mod host;
mod json;
mod query;
mod rest;

use shape::{OperationModel, Protocol, ServiceModel};

use crate::{Labels, RequestHead};

pub use error::{RouteError, RouteProblem};

/// Where a request goes.
#[derive(Debug, Clone)]
pub struct Route {
    /// The service.
    pub service: &'static ServiceModel,
    /// The operation.
    pub operation: &'static OperationModel,
    /// What stood in the path and host for the operation's labels.
    pub labels: Labels,
}

/// Finds the operation of a request among the services it was made for.
#[derive(Debug)]
pub struct Router {
    json: json::Targets,
    query: query::Actions,
    rest: Vec<rest::Paths>,
    hosts: host::BaseHosts,
}

impl Router {
    /// A router over these services.
    #[must_use]
    pub fn new(services: &[&'static ServiceModel]) -> Self {
        let of = |wanted: &[Protocol]| -> Vec<&'static ServiceModel> {
            services.iter().copied().filter(|service| wanted.contains(&service.protocol)).collect()
        };
        let rest = of(&[Protocol::RestXml, Protocol::RestJson]);
        Self {
            json: json::Targets::new(of(&[Protocol::AwsJson11])),
            query: query::Actions::new(of(&[Protocol::AwsQuery])),
            rest: rest.into_iter().map(rest::Paths::new).collect(),
            hosts: host::BaseHosts::default(),
        }
    }

    /// The same router that also knows these hosts as its own: `objects.example.org` makes
    /// `books.objects.example.org` the bucket `books`.
    #[must_use]
    pub fn base_hosts<I: IntoIterator<Item = String>>(mut self, hosts: I) -> Self {
        self.hosts.extend(hosts);
        self
    }

    /// Whether [`Router::route`] needs the body: only forms carry their operation in it.
    #[must_use]
    pub fn needs_body(&self, head: &RequestHead<'_>) -> bool {
        head.method == http::Method::POST && head.has_form() && self.may_be_query(head)
    }

    /// Finds the operation. `body` is needed where [`Router::needs_body`] says so.
    pub fn route(&self, head: &RequestHead<'_>, body: Option<&[u8]>) -> Result<Route, RouteError> {
        if let Some(name) = head.signing_service {
            return self.route_signed(name, head, body);
        }
        if head.method == http::Method::POST && head.headers.contains_key(json::TARGET) {
            return self.json.route(None, head);
        }
        if self.is_json_root(head) {
            return self.json.route(None, head);
        }
        if self.may_be_query(head)
            && let Some(route) = self.query.route_unsigned(head, body)
        {
            return route;
        }
        self.route_unsigned_rest(head)
    }

    /// The scope's service decides. Two services may sign with one name, as `forecast` and its queries do.
    fn route_signed(
        &self,
        name: &str,
        head: &RequestHead<'_>,
        body: Option<&[u8]>,
    ) -> Result<Route, RouteError> {
        if let Some(service) = self.json.signed_as(name) {
            return self.json.route(Some(service), head);
        }
        if let Some(service) = self.query.signed_as(name) {
            return self.query.route(service, head, body);
        }
        if let Some(paths) = self.rest.iter().find(|paths| paths.service.signing_name == name) {
            return paths.route(head, &self.hosts);
        }
        let protocol =
            if head.headers.contains_key(json::TARGET) { Protocol::AwsJson11 } else { Protocol::AwsQuery };
        Err(RouteError::new(None, protocol, RouteProblem::UnknownService(name.to_owned())))
    }

    /// Forms go to the root of a host that is no bucket.
    fn may_be_query(&self, head: &RequestHead<'_>) -> bool {
        match head.signing_service {
            Some(name) => self.query.signed_as(name).is_some(),
            None => matches!(head.path, "" | "/") && !self.is_bucket_host(head.host),
        }
    }

    fn is_json_root(&self, head: &RequestHead<'_>) -> bool {
        matches!(head.path, "" | "/") && self.json.has_endpoint(host::endpoint_label(head.host))
    }

    /// A first label that is a service's is that service, whoever may own a bucket of the name.
    fn is_bucket_host(&self, host: &str) -> bool {
        let label = host::endpoint_label(host);
        !self.query.has_endpoint(label) && !self.json.has_endpoint(label) && self.hosts.bucket(host).is_some()
    }

    /// By host where its first label is an endpoint's; otherwise what is neither JSON nor a form is S3.
    fn route_unsigned_rest(&self, head: &RequestHead<'_>) -> Result<Route, RouteError> {
        let label = host::endpoint_label(head.host);
        let named = self.rest.iter().find(|paths| paths.service.endpoint_prefix == label);
        let fallback = || self.rest.iter().find(|paths| paths.service.protocol == Protocol::RestXml);
        match named.or_else(fallback) {
            Some(paths) => paths.route(head, &self.hosts),
            None => Err(RouteError::new(None, Protocol::AwsQuery, RouteProblem::MissingAction)),
        }
    }
}
