//! The facts of services and their operations.

use crate::{Schema, Shape};

/// The wire protocols of AWS services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// JSON bodies, `X-Amz-Target`.
    AwsJson11,
    /// Form bodies, XML answers.
    AwsQuery,
    /// JSON bodies with HTTP bindings.
    RestJson,
    /// XML bodies with HTTP bindings.
    RestXml,
}

/// One AWS API.
#[derive(Debug)]
pub struct ServiceModel {
    /// The prefix of its IAM actions: `iam`, `s3`, `forecast`.
    pub prefix: &'static str,
    /// The service's name in the scope of a signature.
    pub signing_name: &'static str,
    /// The first label of its host names.
    pub endpoint_prefix: &'static str,
    /// What `X-Amz-Target` starts with, without the dot; empty where it is not used.
    pub target_prefix: &'static str,
    /// Its wire protocol.
    pub protocol: Protocol,
    /// The version of the API, as `Version` in awsQuery.
    pub api_version: &'static str,
    /// The XML name space of its answers; empty for JSON services.
    pub xml_namespace: &'static str,
    /// Its operations, those that are served.
    pub operations: &'static [&'static OperationModel],
}

/// One operation.
#[derive(Debug)]
pub struct OperationModel {
    /// As in the API: `CreateRole`.
    pub name: &'static str,
    /// Its HTTP method.
    pub method: &'static str,
    /// Its path with `{Labels}` and `{Greedy+}`, and fixed query parts: `/{Bucket}?policy`.
    pub uri: &'static str,
    /// The HTTP status of success.
    pub status: u16,
    /// Its input, a structure.
    pub input: &'static Schema,
    /// The element name of the input's XML body, where the model gives one.
    pub input_name: Option<&'static str>,
    /// Its output, a structure.
    pub output: &'static Schema,
    /// The element around the output in XML: `CreateRoleResult` in awsQuery, the root element in restXml.
    /// Empty where there is none: in restXml the answer's only member is then the root itself.
    pub output_wrapper: &'static str,
    /// The errors it is modelled to answer.
    pub errors: &'static [&'static ErrorModel],
}

/// One modelled error.
#[derive(Debug)]
pub struct ErrorModel {
    /// The shape's name.
    pub name: &'static str,
    /// The code on the wire: `NoSuchEntity` for the shape `NoSuchEntityException` of IAM.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
}

/// An operation as a type.
pub trait Operation: Send + Sync + 'static {
    /// The input's type.
    type Input: Shape;
    /// The output's type.
    type Output: Shape;
    /// The API it belongs to.
    fn service() -> &'static ServiceModel;
    /// Its facts.
    fn model() -> &'static OperationModel;
}

/// Declares operations of one service: each entry becomes a unit struct that implements
/// [`Operation`](crate::Operation), and its model as a static.
#[macro_export]
macro_rules! operations {
    ($service:ident; $(
        $name:ident as $model:ident: $input:ty = $input_schema:path => $output:ty = $output_schema:path {
            $method:ident $uri:literal $status:literal $output_wrapper:literal [$($error:ident),*]
        }
    )*) => { $(
        #[doc = concat!("The operation `", stringify!($name), "`.")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        #[doc = concat!("The facts of [`", stringify!($name), "`].")]
        pub static $model: $crate::OperationModel = $crate::OperationModel {
            name: stringify!($name),
            method: stringify!($method),
            uri: $uri,
            status: $status,
            input: &$input_schema,
            input_name: None,
            output: &$output_schema,
            output_wrapper: $output_wrapper,
            errors: &[$(&errors::$error),*],
        };

        impl $crate::Operation for $name {
            type Input = $input;
            type Output = $output;

            fn service() -> &'static $crate::ServiceModel {
                &$service
            }

            fn model() -> &'static $crate::OperationModel {
                &$model
            }
        }
    )* };
}
