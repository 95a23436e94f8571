//! REST: the operation is in method, path, query and sometimes a header.

use http::Method;
use shape::{Location, OperationModel, Protocol, ServiceModel};

use super::host::BaseHosts;
use super::{Route, RouteError, RouteProblem};
use crate::rest::{QueryParts, Template, percent};
use crate::{Labels, RequestHead};

/// Sub-resources of S3. One that an operation does not declare asks for another operation, which is not
/// served: it must never be read as the operation on the bucket or object itself.
const SUBRESOURCES: &[&str] = &[
    "abac",
    "accelerate",
    "acl",
    "analytics",
    "attributes",
    "cors",
    "delete",
    "encryption",
    "intelligent-tiering",
    "inventory",
    "legal-hold",
    "lifecycle",
    "list-type",
    "location",
    "logging",
    "metadataConfiguration",
    "metadataInventoryTable",
    "metadataJournalTable",
    "metadataTable",
    "metrics",
    "notification",
    "object-lock",
    "ownershipControls",
    "partNumber",
    "policy",
    "policyStatus",
    "publicAccessBlock",
    "renameObject",
    "replication",
    "requestPayment",
    "restore",
    "retention",
    "select",
    "select-type",
    "session",
    "tagging",
    "torrent",
    "uploadId",
    "uploads",
    "versionId",
    "versioning",
    "versions",
    "website",
];

/// The paths of one service.
#[derive(Debug)]
pub(super) struct Paths {
    pub(super) service: &'static ServiceModel,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    operation: &'static OperationModel,
    template: Template,
    /// Query parameters that must be there, beyond the template's: `uploadId`.
    parameters: Vec<&'static str>,
    /// Headers that tell this operation from another on the same path: `x-amz-copy-source`.
    headers: Vec<&'static str>,
}

impl Entry {
    fn new(operation: &'static OperationModel) -> Self {
        let required = |location| {
            let members = operation.input.members().iter();
            members.filter(move |it| it.required && it.location == location).map(|it| it.wire).collect()
        };
        let template = Template::parse(operation.uri);
        Self {
            operation,
            template,
            parameters: required(Location::Query),
            headers: required(Location::Header),
        }
    }

    fn admits(&self, head: &RequestHead<'_>, query: &QueryParts) -> bool {
        *head.method == self.operation.method
            && self.template.fixed().iter().all(|(name, value)| query.has(name, value))
            && self.parameters.iter().all(|name| query.get(name).is_some())
    }

    /// The more a request says that this operation asks for, the better they fit.
    fn rank(&self, head: &RequestHead<'_>) -> (usize, usize, bool, usize) {
        let missing = self.headers.iter().any(|name| !head.headers.contains_key(*name));
        let asked = self.template.fixed().len() + self.parameters.len();
        (self.template.literals(), asked, !missing, self.headers.len())
    }

    fn declares(&self, name: &str) -> bool {
        let fixed = self.template.fixed().iter().any(|(fixed, _)| *fixed == name);
        let member = |it: &shape::Member| it.location == Location::Query && it.wire == name;
        fixed || self.operation.input.members().iter().any(member)
    }
}

impl Paths {
    pub(super) fn new(service: &'static ServiceModel) -> Self {
        Self { service, entries: service.operations.iter().copied().map(Entry::new).collect() }
    }

    /// The operation of a request to this service.
    pub(super) fn route(&self, head: &RequestHead<'_>, hosts: &BaseHosts) -> Result<Route, RouteError> {
        let refuse = |problem| RouteError::new(Some(self.service), self.service.protocol, problem);
        let path = match self.is_s3().then(|| hosts.bucket(head.host)).flatten() {
            Some(bucket) => format!("/{}{}", percent::encode(&bucket), head.path),
            None => head.path.to_owned(),
        };
        let query = QueryParts::parse(head.query).map_err(|_| refuse(RouteProblem::InvalidUri))?;

        let mut on_path: Vec<(&Entry, Labels)> = Vec::new();
        for entry in &self.entries {
            let labels = entry.template.matches(&path).map_err(|_| refuse(RouteProblem::InvalidUri))?;
            on_path.extend(labels.map(|labels| (entry, labels)));
        }
        let best = on_path
            .into_iter()
            .rev() // of equals, `max_by_key` takes the last: the first in the model
            .filter(|(entry, _)| entry.admits(head, &query))
            .max_by_key(|(entry, _)| entry.rank(head));

        let asks_more = |entry: Option<&Entry>| {
            let undeclared = |name: &str| entry.is_none_or(|entry| !entry.declares(name));
            self.is_s3() && SUBRESOURCES.iter().any(|name| query.get(name).is_some() && undeclared(name))
        };
        match best {
            Some((entry, _)) if asks_more(Some(entry)) => Err(refuse(RouteProblem::NotImplemented)),
            Some((entry, labels)) => Ok(Route { service: self.service, operation: entry.operation, labels }),
            None if asks_more(None) || is_form_upload(head) => Err(refuse(RouteProblem::NotImplemented)),
            None if self.service.protocol == Protocol::RestJson => {
                Err(refuse(RouteProblem::UnknownOperation))
            }
            None => Err(refuse(RouteProblem::MethodNotAllowed)),
        }
    }

    fn is_s3(&self) -> bool {
        self.service.protocol == Protocol::RestXml && self.service.endpoint_prefix == "s3"
    }
}

/// Uploads by HTML forms are an operation of S3 that no model lists.
fn is_form_upload(head: &RequestHead<'_>) -> bool {
    *head.method == Method::POST
        && head.header("content-type").is_some_and(|kind| kind.starts_with("multipart/form-data"))
}
