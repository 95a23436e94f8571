//! awsQuery: forms in, XML out.

mod decode;
mod encode;
mod form;

use http::{HeaderMap, Method};
use shape::{Mismatch, OperationModel, ServiceModel, Value};

use crate::http_parts::put_header;
use crate::text::Dates;
use crate::xml::{self, Writer};
use crate::{DecodeError, HttpBody, RequestHead, RequestParts, ResponseParts};

pub(crate) use form::Form;

pub(crate) fn decode_input(
    operation: &OperationModel,
    head: &RequestHead<'_>,
    body: HttpBody,
) -> Result<Value, DecodeError> {
    let HttpBody::Bytes(bytes) = body else {
        return Err(DecodeError::malformed_input("The body cannot be streamed"));
    };
    let form = Form::of_request(head, Some(&bytes))?;
    decode::structure(operation.input, &form.tree()?)
}

pub(crate) fn encode_output(
    service: &ServiceModel,
    operation: &OperationModel,
    output: &Value,
    request_id: &str,
) -> Result<ResponseParts, Mismatch> {
    let root = format!("{}Response", operation.name);
    let mut out = Writer::new();
    out.open_with(&root, &[("xmlns", service.xml_namespace)]);
    match operation.output_wrapper {
        "" => xml::write_members(operation.output, output, Dates::IsoSeconds, &mut out)?,
        wrapper => {
            out.open(wrapper);
            xml::write_members(operation.output, output, Dates::IsoSeconds, &mut out)?;
            out.close(wrapper);
        }
    }
    out.open("ResponseMetadata");
    out.leaf("RequestId", request_id);
    out.close("ResponseMetadata");
    out.close(&root);

    let mut headers = HeaderMap::new();
    put_header(&mut headers, "content-type", "text/xml");
    Ok(ResponseParts { status: operation.status, headers, body: HttpBody::Bytes(out.finish()) })
}

pub(crate) fn encode_input(
    service: &ServiceModel,
    operation: &OperationModel,
    input: &Value,
) -> Result<RequestParts, Mismatch> {
    let mut form = Form::default();
    form.push("Action", operation.name);
    form.push("Version", service.api_version);
    encode::structure(operation.input, input, "", &mut form)?;

    let mut headers = HeaderMap::new();
    put_header(&mut headers, "content-type", "application/x-www-form-urlencoded; charset=utf-8");
    let body = HttpBody::Bytes(form.encode().into());
    Ok(RequestParts { method: Method::POST, path: "/".to_owned(), query: String::new(), headers, body })
}

pub(crate) fn decode_output(operation: &OperationModel, body: HttpBody) -> Result<Value, DecodeError> {
    let HttpBody::Bytes(bytes) = body else {
        return Err(DecodeError::malformed_xml());
    };
    let root = xml::parse(&bytes)?;
    let wrapper = match operation.output_wrapper {
        "" => Some(&root),
        name => root.child(name),
    };
    wrapper.map_or(Ok(xml::absent(operation.output)), |element| xml::read_members(operation.output, element))
}
