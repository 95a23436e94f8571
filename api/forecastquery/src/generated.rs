//! Tables from forecastquery/2018-06-26 of botocore 1.43.11. Change `api.toml`, not this file.

/// The service.
pub static SERVICE: shape::ServiceModel = shape::ServiceModel {
    prefix: "forecast",
    signing_name: "forecast",
    endpoint_prefix: "forecastquery",
    target_prefix: "AmazonForecastRuntime",
    protocol: shape::Protocol::AwsJson11,
    api_version: "2018-06-26",
    xml_namespace: "",
    operations: &[&QUERY_FORECAST],
};

/// Registers a handler for every served operation; a missing one does not compile.
#[macro_export]
macro_rules! serve {
    ($registry:expr, $service:expr) => {{
        $registry.serve::<_, $crate::QueryForecast>(&$service);
    }};
}

shape::operations! {
    SERVICE;
    QueryForecast as QUERY_FORECAST: QueryForecastRequest = QUERY_FORECAST_REQUEST => QueryForecastResponse = QUERY_FORECAST_RESPONSE {
        POST "/" 200 ""
        [RESOURCE_NOT_FOUND, RESOURCE_IN_USE, INVALID_INPUT, LIMIT_EXCEEDED, INVALID_NEXT_TOKEN]
    }
}

/// The errors that the served operations are modelled to answer.
pub mod errors {
    /// `InvalidInputException`, answered with 400.
    pub static INVALID_INPUT: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidInputException", code: "InvalidInputException", status: 400 };
    /// `InvalidNextTokenException`, answered with 400.
    pub static INVALID_NEXT_TOKEN: shape::ErrorModel = shape::ErrorModel {
        name: "InvalidNextTokenException",
        code: "InvalidNextTokenException",
        status: 400,
    };
    /// `LimitExceededException`, answered with 400.
    pub static LIMIT_EXCEEDED: shape::ErrorModel =
        shape::ErrorModel { name: "LimitExceededException", code: "LimitExceededException", status: 400 };
    /// `ResourceInUseException`, answered with 400.
    pub static RESOURCE_IN_USE: shape::ErrorModel =
        shape::ErrorModel { name: "ResourceInUseException", code: "ResourceInUseException", status: 400 };
    /// `ResourceNotFoundException`, answered with 400.
    pub static RESOURCE_NOT_FOUND: shape::ErrorModel = shape::ErrorModel {
        name: "ResourceNotFoundException",
        code: "ResourceNotFoundException",
        status: 400,
    };
}

shape::structure! {
    DataPoint as DATA_POINT {
        timestamp: Option<String> = shape::Member::new("Timestamp", &TIMESTAMP),
        value: Option<f64> = shape::Member::new("Value", &DOUBLE),
    }
    Forecast as FORECAST {
        predictions: Option<shape::types::BTreeMap<String, Vec<DataPoint>>> = shape::Member::new("Predictions", &PREDICTIONS),
    }
    QueryForecastRequest as QUERY_FORECAST_REQUEST {
        forecast_arn: String = shape::Member::new("ForecastArn", &ARN).required(),
        start_date: Option<String> = shape::Member::new("StartDate", &DATE_TIME),
        end_date: Option<String> = shape::Member::new("EndDate", &DATE_TIME),
        filters: shape::types::BTreeMap<String, String> = shape::Member::new("Filters", &FILTERS).required(),
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
    }
    QueryForecastResponse as QUERY_FORECAST_RESPONSE {
        forecast: Option<Forecast> = shape::Member::new("Forecast", &FORECAST),
    }
}

static ARN: shape::Schema = shape::Schema::string(
    "Arn",
    None,
    Some(256),
    Some(shape::Pattern::new(r"arn:([a-z\d-]+):forecast:.*:.*:.+", r"arn:([a-z0-9\-]+):forecast:.*:.*:.+")),
);
static ATTRIBUTE_NAME: shape::Schema = shape::Schema::string(
    "AttributeName",
    None,
    Some(256),
    Some(shape::Pattern::new(r"^[a-zA-Z0-9\_\-]+$", r"^[a-zA-Z0-9_\-]+$")),
);
static ATTRIBUTE_VALUE: shape::Schema = shape::Schema::string("AttributeValue", None, Some(256), None);
static DATE_TIME: shape::Schema = shape::Schema::string("DateTime", None, None, None);
static DOUBLE: shape::Schema = shape::Schema::new("Double", shape::Type::Double);
static FILTERS: shape::Schema = shape::Schema::new(
    "Filters",
    shape::Type::Map(shape::MapRule {
        min: Some(1),
        max: Some(50),
        ..shape::MapRule::of(&ATTRIBUTE_NAME, &ATTRIBUTE_VALUE)
    }),
);
static NEXT_TOKEN: shape::Schema = shape::Schema::string("NextToken", Some(1), Some(3000), None);
static PREDICTIONS: shape::Schema =
    shape::Schema::new("Predictions", shape::Type::Map(shape::MapRule::of(&STATISTIC, &TIME_SERIES)));
static STATISTIC: shape::Schema = shape::Schema::string("Statistic", None, Some(4), None);
static TIMESTAMP: shape::Schema = shape::Schema::string("Timestamp", None, None, None);
static TIME_SERIES: shape::Schema =
    shape::Schema::new("TimeSeries", shape::Type::List(shape::ListRule::of(&DATA_POINT)));
