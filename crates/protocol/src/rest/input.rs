//! Requests: input from and to path, query, headers and body.

use http::{HeaderMap, Method};
use shape::{Location, Member, Mismatch, OperationModel, ServiceModel, Value};

use super::{QueryParts, Template, headers, parameters, read_body, s3, write_body};
use crate::text::{self, Dates};
use crate::{DecodeError, HttpBody, Labels, RequestHead, RequestParts};

pub(crate) fn decode_input(
    service: &ServiceModel,
    operation: &OperationModel,
    head: &RequestHead<'_>,
    labels: &Labels,
    body: HttpBody,
) -> Result<Value, DecodeError> {
    let query = QueryParts::parse(head.query)
        .map_err(|_| DecodeError::new("InvalidURI", "Couldn't parse the specified URI."))?;
    let mut in_body = read_body::input(service.protocol, operation, body)?;

    let slot = |(member, in_body): (&Member, &mut Option<Value>)| match member.location {
        Location::Uri => labels.get(member.wire).map(|given| argument(member, given)).transpose(),
        Location::Query => parameters::read(operation, member, &query),
        Location::Header | Location::Headers => headers::read(member, head.headers),
        Location::StatusCode => Ok(None),
        Location::Payload | Location::Body => Ok(in_body.take()),
    };
    let slots = operation.input.members().iter().zip(&mut in_body).map(slot);
    let mut slots = slots.collect::<Result<Vec<_>, _>>()?;
    s3::unchunk(service, operation, head, &mut slots);
    Ok(Value::Structure(slots))
}

/// Reads a scalar of path or query.
pub(super) fn argument(member: &Member, given: &str) -> Result<Value, DecodeError> {
    text::read(member.schema, given).map_err(|wanted| DecodeError::argument(member.wire, given, wanted))
}

pub(crate) fn encode_input(
    service: &ServiceModel,
    operation: &OperationModel,
    input: &Value,
) -> Result<RequestParts, Mismatch> {
    let template = Template::parse(operation.uri);
    let members = operation.input.members();
    let path = template.fill(|label| {
        let at = members.iter().position(|it| it.location == Location::Uri && it.wire == label);
        let held = at.and_then(|at| Some((members.get(at)?, input.slot(at)?)));
        let (member, value) =
            held.ok_or(Mismatch { member: operation.name, wanted: "a value for each label" })?;
        text::write(member.schema, value, Dates::IsoSeconds)
    })?;

    let fixed = template.fixed().iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let mut query: Vec<(String, String)> = fixed.collect();
    let mut headers = HeaderMap::new();
    for (at, member) in members.iter().enumerate() {
        let Some(value) = input.slot(at) else { continue };
        match member.location {
            Location::Query => parameters::write(member, value, &mut query)?,
            Location::Header | Location::Headers => headers::write(member, value, &mut headers)?,
            _ => {}
        }
    }
    let body = write_body::input(service, operation, input, &mut headers)?;
    let method = Method::from_bytes(operation.method.as_bytes())
        .map_err(|_| Mismatch { member: operation.name, wanted: "an HTTP method" })?;
    Ok(RequestParts { method, path, query: parameters::query_string(&query), headers, body })
}
