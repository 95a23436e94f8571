//! The tables of the service, its operations and its errors.

use std::fmt::Write;

use super::model::Reference;
use super::names;
use super::reach::Reach;
use crate::Outcome;

/// `SERVICE`.
pub(crate) fn service(reach: &Reach<'_>, out: &mut String) -> Outcome {
    let metadata = &reach.model.metadata;
    let protocol = match metadata.protocol.as_str() {
        "json" if metadata.json_version.as_deref() == Some("1.1") => "AwsJson11",
        "query" => "AwsQuery",
        "rest-json" => "RestJson",
        "rest-xml" => "RestXml",
        other => return Err(format!("protocol `{other}` is unknown").into()),
    };
    let xml_namespace = reach.plan.xml_namespace.as_ref().or(metadata.xml_namespace.as_ref());
    let operations: String =
        reach.operations.keys().map(|name| format!("&{},\n", names::screaming(name))).collect();
    writeln!(
        out,
        "/// The service.
pub static SERVICE: shape::ServiceModel = shape::ServiceModel {{
    prefix: {:?},
    signing_name: {:?},
    endpoint_prefix: {:?},
    target_prefix: {:?},
    protocol: shape::Protocol::{protocol},
    api_version: {:?},
    xml_namespace: {:?},
    operations: &[{operations}],
}};
",
        reach.plan.prefix,
        metadata.signing_name.as_ref().unwrap_or(&metadata.endpoint_prefix),
        metadata.endpoint_prefix,
        metadata.target_prefix.as_deref().unwrap_or_default(),
        metadata.api_version,
        xml_namespace.map_or("", String::as_str),
    )?;
    Ok(())
}

/// The macro `serve!`.
pub(crate) fn serve(reach: &Reach<'_>, out: &mut String) -> Outcome {
    writeln!(
        out,
        "/// Registers a handler for every served operation; a missing one does not compile.
#[macro_export]
macro_rules! serve {{
    ($registry:expr, $service:expr) => {{{{"
    )?;
    for name in reach.operations.keys() {
        writeln!(out, "        $registry.serve::<_, $crate::{name}>(&$service);")?;
    }
    writeln!(out, "    }}}};\n}}\n")?;
    Ok(())
}

/// The unit structs and their models.
pub(crate) fn operations(reach: &Reach<'_>, out: &mut String) -> Outcome {
    writeln!(out, "shape::operations! {{\n    SERVICE;")?;
    for (name, operation) in &reach.operations {
        if operation.input.as_ref().is_some_and(|input| input.location_name.is_some()) {
            return Err(format!("`{name}` names the root of its input, which is not yet supported").into());
        }
        let (input, input_schema) = side(reach, operation.input.as_ref())?;
        let (output, output_schema) = side(reach, operation.output.as_ref())?;
        let wrapper = operation.output.as_ref().and_then(|output| output.result_wrapper.as_ref());
        let wrapper = wrapper.or(reach.plan.output_names.get(*name)).map_or("", String::as_str);
        let errors: Vec<String> =
            operation.errors.iter().map(|error| error_name(reach, error)).collect::<Outcome<_>>()?;
        let http = &operation.http;
        writeln!(
            out,
            "    {name} as {}: {input} = {input_schema} => {output} = {output_schema} {{
        {} {:?} {} {wrapper:?}
        [{}]
    }}",
            names::screaming(name),
            http.method,
            http.request_uri,
            http.response_code,
            errors.join(", "),
        )?;
    }
    writeln!(out, "}}\n")?;
    Ok(())
}

/// Type and schema of an input or output; without one, the unit's.
fn side(reach: &Reach<'_>, reference: Option<&Reference>) -> Outcome<(String, String)> {
    match reference {
        Some(reference) => Ok((names::type_name(&reference.shape), reach.static_name(reference)?.to_owned())),
        None => Ok(("()".to_owned(), "shape::UNIT".to_owned())),
    }
}

/// The module `errors`.
pub(crate) fn errors(reach: &Reach<'_>, out: &mut String) -> Outcome {
    writeln!(out, "/// The errors that the served operations are modelled to answer.\npub mod errors {{")?;
    for name in &reach.errors {
        let shape = reach.model.shape(name)?;
        let modelled = shape.error.as_ref();
        let code = code(reach, name)?;
        let fallback = if shape.fault { 500 } else { 400 };
        let status = modelled.and_then(|error| error.http_status_code).unwrap_or(fallback);
        writeln!(
            out,
            "    /// `{code}`, answered with {status}.
    pub static {}: shape::ErrorModel =
        shape::ErrorModel {{ name: {name:?}, code: {code:?}, status: {status} }};",
            constant(code)
        )?;
    }
    writeln!(out, "}}\n")?;
    Ok(())
}

fn error_name(reach: &Reach<'_>, reference: &Reference) -> Outcome<String> {
    Ok(constant(code(reach, &reference.shape)?))
}

/// The code on the wire.
fn code<'a>(reach: &Reach<'a>, name: &'a str) -> Outcome<&'a str> {
    let modelled = reach.model.shape(name)?.error.as_ref().and_then(|error| error.code.as_deref());
    Ok(modelled.unwrap_or(name))
}

/// `NoSuchEntity` and `ResourceNotFoundException` become `NO_SUCH_ENTITY` and `RESOURCE_NOT_FOUND`.
fn constant(code: &str) -> String {
    names::screaming(code.strip_suffix("Exception").unwrap_or(code))
}
