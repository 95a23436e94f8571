//! A small API in every protocol, with a member of every kind.
#![allow(
    dead_code,
    clippy::allow_attributes,
    clippy::panic,
    clippy::unwrap_used,
    reason = "each test uses its part, and fails by panicking"
)]

use shape::{
    ListRule, Location, MapRule, Member, NumberRule, OperationModel, Protocol, Schema, ServiceModel,
    StringRule, StructureRule, TimestampFormat, Type,
};

const NUMBER: NumberRule = NumberRule { min: None, max: None };
const LIST: ListRule =
    ListRule { member: &TEXT, member_name: "member", flattened: false, min: None, max: None };
const MAP: MapRule = MapRule {
    key: &TEXT,
    value: &TEXT,
    key_name: "key",
    value_name: "value",
    flattened: false,
    min: None,
    max: None,
};

static TEXT: Schema =
    Schema::new("Text", Type::String(StringRule { min: None, max: None, pattern: None, values: &[] }));
static TRUTH: Schema = Schema::new("Truth", Type::Boolean);
static SMALL: Schema = Schema::new("Small", Type::Integer(NUMBER));
static LARGE: Schema = Schema::new("Large", Type::Long(NUMBER));
static NARROW: Schema = Schema::new("Narrow", Type::Float);
static WIDE: Schema = Schema::new("Wide", Type::Double);
static INSTANT: Schema = Schema::new("Instant", Type::Timestamp(TimestampFormat::Protocol));
static ISO: Schema = Schema::new("Iso", Type::Timestamp(TimestampFormat::Iso8601));
static UNIX: Schema = Schema::new("Unix", Type::Timestamp(TimestampFormat::Unix));
static BYTES: Schema = Schema::new("Bytes", Type::Blob);
static TEXTS: Schema = Schema::new("Texts", Type::List(LIST));
static FLAT: Schema = Schema::new("Flat", Type::List(ListRule { flattened: true, ..LIST }));
static FLAT_NAMED: Schema =
    Schema::new("FlatNamed", Type::List(ListRule { flattened: true, member_name: "Item", ..LIST }));
static NUMBERS: Schema = Schema::new("Numbers", Type::List(ListRule { member: &SMALL, ..LIST }));
static NESTED: Schema = Schema::new("Nested", Type::List(ListRule { member: &THING, ..LIST }));
static DATES: Schema = Schema::new("Dates", Type::List(ListRule { member: &INSTANT, ..LIST }));
static PAIRS: Schema = Schema::new("Pairs", Type::Map(MAP));
static FLAT_PAIRS: Schema =
    Schema::new("FlatPairs", Type::Map(MapRule { flattened: true, key_name: "K", value_name: "V", ..MAP }));
static MANY: Schema = Schema::new("Many", Type::Map(MapRule { value: &TEXTS, ..MAP }));

/// A structure with a member of every kind, which may hold itself.
pub(crate) static THING: Schema = Schema::new(
    "Thing",
    Type::Structure(StructureRule {
        members: &[
            Member::new("Text", &TEXT),
            Member::new("Truth", &TRUTH),
            Member::new("Small", &SMALL),
            Member::new("Large", &LARGE),
            Member::new("Narrow", &NARROW),
            Member::new("Wide", &WIDE),
            Member::new("Instant", &INSTANT),
            Member::new("Iso", &ISO),
            Member::new("Unix", &UNIX),
            Member::new("Bytes", &BYTES),
            Member::new("Texts", &TEXTS),
            Member::new("Flat", &FLAT),
            Member::new("FlatNamed", &FLAT_NAMED),
            Member::new("Numbers", &NUMBERS),
            Member::new("Nested", &NESTED),
            Member::new("Pairs", &PAIRS),
            Member::new("FlatPairs", &FLAT_PAIRS),
            Member::new("Inner", &THING).wire("Within"),
        ],
    }),
);

static GRANTEE: Schema = Schema::new(
    "Grantee",
    Type::Structure(StructureRule {
        members: &[Member::new("Kind", &TEXT).wire("xsi:type").attribute(), Member::new("Name", &TEXT)],
    }),
);
static GRANT: Schema = Schema::new(
    "Grant",
    Type::Structure(StructureRule {
        members: &[
            Member::new("Grantee", &GRANTEE).namespace("http://www.w3.org/2001/XMLSchema-instance"),
            Member::new("Permission", &TEXT),
        ],
    }),
);

/// Members at every place of HTTP.
static SPREAD: Schema = Schema::new(
    "SpreadRequest",
    Type::Structure(StructureRule {
        members: &[
            Member::new("Shelf", &TEXT).wire("shelf").required().at(Location::Uri),
            Member::new("Path", &TEXT).wire("path").required().at(Location::Uri),
            Member::new("Word", &TEXT).wire("word").at(Location::Query),
            Member::new("Count", &SMALL).wire("count").at(Location::Query),
            Member::new("Words", &TEXTS).wire("words").at(Location::Query),
            Member::new("Since", &INSTANT).wire("since").at(Location::Query),
            Member::new("Others", &MANY).at(Location::Query),
            Member::new("Mark", &TEXT).wire("X-Mark").at(Location::Header),
            Member::new("Size", &LARGE).wire("X-Size").at(Location::Header),
            Member::new("Exact", &TRUTH).wire("X-Exact").at(Location::Header),
            Member::new("Date", &INSTANT).wire("X-Date").at(Location::Header),
            Member::new("Marks", &TEXTS).wire("X-Marks").at(Location::Header),
            Member::new("Dates", &DATES).wire("X-Dates").at(Location::Header),
            Member::new("Notes", &PAIRS).wire("X-Note-").at(Location::Headers),
            Member::new("Title", &TEXT).wire("title"),
            Member::new("Thing", &THING),
        ],
    }),
);
static SPREAD_OUTPUT: Schema = Schema::new(
    "SpreadResponse",
    Type::Structure(StructureRule {
        members: &[
            Member::new("Status", &SMALL).at(Location::StatusCode),
            Member::new("Mark", &TEXT).wire("X-Mark").at(Location::Header),
            Member::new("Notes", &PAIRS).wire("X-Note-").at(Location::Headers),
            Member::new("Title", &TEXT).wire("title"),
            Member::new("At", &INSTANT),
        ],
    }),
);
static GRANTING: Schema = Schema::new(
    "GrantRequest",
    Type::Structure(StructureRule {
        members: &[Member::new("Grant", &GRANT).wire("AccessGrant").required().at(Location::Payload)],
    }),
);
static RAW: Schema = Schema::new(
    "Raw",
    Type::Structure(StructureRule { members: &[Member::new("Data", &BYTES).at(Location::Payload)] }),
);

pub(crate) static PLAIN: OperationModel = OperationModel {
    name: "Plain",
    method: "POST",
    uri: "/",
    status: 200,
    input: &THING,
    input_name: None,
    output: &THING,
    output_wrapper: "PlainResult",
    errors: &[],
};
pub(crate) static SILENT: OperationModel =
    OperationModel { name: "Silent", output: &shape::UNIT, output_wrapper: "", ..plain("Silent") };
pub(crate) static SPREADING: OperationModel = OperationModel {
    method: "PUT",
    uri: "/shelves/{shelf}/things/{path+}/spread?mode=full",
    status: 202,
    input: &SPREAD,
    input_name: Some("Spread"),
    output: &SPREAD_OUTPUT,
    output_wrapper: "",
    ..plain("Spread")
};
pub(crate) static GRANTS: OperationModel = OperationModel {
    uri: "/grants",
    input: &GRANTING,
    output: &GRANTING,
    output_wrapper: "",
    ..plain("Grant")
};
pub(crate) static BLOBS: OperationModel =
    OperationModel { uri: "/raw", input: &RAW, output: &RAW, output_wrapper: "", ..plain("PutRaw") };

const fn plain(name: &'static str) -> OperationModel {
    OperationModel {
        name,
        method: "POST",
        uri: "/",
        status: 200,
        input: &THING,
        input_name: None,
        output: &THING,
        output_wrapper: "",
        errors: &[],
    }
}

const fn model(protocol: Protocol, operations: &'static [&'static OperationModel]) -> ServiceModel {
    ServiceModel {
        prefix: "library",
        signing_name: "library",
        endpoint_prefix: "library",
        target_prefix: "Library_2026",
        protocol,
        api_version: "2026-01-01",
        xml_namespace: "https://library.example/doc/",
        operations,
    }
}

pub(crate) static JSON: ServiceModel = model(Protocol::AwsJson11, &[&PLAIN, &SILENT]);
pub(crate) static QUERY: ServiceModel = model(Protocol::AwsQuery, &[&PLAIN, &SILENT]);
pub(crate) static REST_JSON: ServiceModel = model(Protocol::RestJson, &[&SPREADING, &GRANTS, &BLOBS]);
pub(crate) static REST_XML: ServiceModel = model(Protocol::RestXml, &[&SPREADING, &GRANTS, &BLOBS]);
