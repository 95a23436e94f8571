//! What broken constraints sound like.

use shape::{
    IntoValue, ListRule, MapRule, Member, NumberRule, Pattern, Schema, Shape, Type, Value, sample, structure,
    validate, validation_message,
};

static NAME: Schema =
    Schema::string("Name", Some(1), Some(8), Some(Pattern::new(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+")));
static COLOUR: Schema = Schema::choice("Colour", &["RED", "BLUE"]);
static SECRET: Schema = Schema::string("Secret", Some(4), None, None).sensitive();
static SECONDS: Schema =
    Schema::new("Seconds", Type::Integer(NumberRule { min: Some(900), max: Some(43200) }));
static TAGS: Schema = Schema::new("Tags", Type::List(ListRule { max: Some(2), ..ListRule::of(&TAG) }));
static COLOURS: Schema = Schema::new("Colours", Type::List(ListRule::of(&COLOUR)));
static NAMES: Schema = Schema::new("Names", Type::Map(MapRule::of(&NAME, &NAME)));
static SECRETS: Schema = Schema::new("Secrets", Type::List(ListRule::of(&SECRET)));
static SEALED: Schema = Schema::new("Sealed", Type::Map(MapRule::of(&SECRET, &TAG)));

structure! {
    Tag as TAG {
        key: String = Member::new("Key", &NAME).required(),
        value: Option<String> = Member::new("Value", &NAME),
    }
    Request as REQUEST {
        role_name: String = Member::new("RoleName", &NAME).required(),
        colour: Option<String> = Member::new("Colour", &COLOUR),
        seconds: Option<i32> = Member::new("Seconds", &SECONDS),
        secret: Option<String> = Member::new("Secret", &SECRET),
        tags: Option<Vec<Tag>> = Member::new("Tags", &TAGS),
        colours: Option<Vec<String>> = Member::new("Colours", &COLOURS),
        names: Option<shape::types::BTreeMap<String, String>> = Member::new("Names", &NAMES),
        secrets: Option<Vec<String>> = Member::new("Secrets", &SECRETS),
        sealed: Option<shape::types::BTreeMap<String, Tag>> = Member::new("Sealed", &SEALED),
    }
}

fn request() -> Request {
    Request { role_name: "reader".to_owned(), ..Request::default() }
}

#[track_caller]
fn check(request: Request, expected: &[&str]) {
    let violations = validate(Request::schema(), &request.into_value());
    let found: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_good_request_breaks_nothing() {
    check(request(), &[]);
    check(Request { seconds: Some(900), colour: Some("RED".to_owned()), ..request() }, &[]);
}

#[test]
fn every_broken_constraint_of_a_value_is_named() {
    check(
        Request { role_name: "a role too long".to_owned(), ..request() },
        &[
            r"Value 'a role too long' at 'roleName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]+",
            "Value 'a role too long' at 'roleName' failed to satisfy constraint: Member must have length less than or equal to 8",
        ],
    );
    check(
        Request { seconds: Some(1), colour: Some("MAUVE".to_owned()), ..request() },
        &[
            "Value 'MAUVE' at 'colour' failed to satisfy constraint: Member must satisfy enum value set: [RED, BLUE]",
            "Value '1' at 'seconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
        ],
    );
}

#[test]
fn an_absent_required_member_is_null() {
    let violations = validate(Request::schema(), &Value::Structure(vec![None; 9]));
    assert_eq!(
        validation_message(&violations),
        "1 validation error detected: Value null at 'roleName' failed to satisfy constraint: Member must not be null"
    );
}

#[test]
fn a_member_of_a_list_is_counted_from_one() {
    let tag = |key: &str| Tag { key: key.to_owned(), value: None };
    let request = Request { tags: Some(vec![tag("good"), tag("b d")]), ..request() };
    check(
        request,
        &[
            r"Value 'b d' at 'tags.2.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]+",
        ],
    );
}

#[test]
fn a_list_that_is_too_long_names_no_structures() {
    let tags = Some(vec![Tag { key: "a".to_owned(), value: None }; 3]);
    check(
        Request { tags, ..request() },
        &["Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 2"],
    );
}

#[test]
fn lists_and_maps_report_their_plain_members_once() {
    check(
        Request { colours: Some(vec!["RED".to_owned(), "PINK".to_owned()]), ..request() },
        &[
            "Value '[RED, PINK]' at 'colours' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [RED, BLUE]]",
        ],
    );
    let names = Some([("good".to_owned(), String::new())].into());
    check(
        Request { names, ..request() },
        &[
            r"Value '{good=}' at 'names' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 8, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\w+=,.@-]+]",
        ],
    );
}

#[test]
fn a_sensitive_value_is_not_repeated() {
    let sealed = Some([("key".to_owned(), Tag { key: String::new(), value: None })].into());
    let request = Request {
        secret: Some("abc".to_owned()),
        secrets: Some(vec!["xyz".to_owned()]),
        sealed,
        ..request()
    };
    let message = validation_message(&validate(Request::schema(), &request.into_value()));
    assert!(message.contains("Value at 'secret' failed"), "{message}");
    assert!(message.contains("'sealed.*.member.key'"), "{message}");
    for hidden in ["abc", "xyz", "sealed.key"] {
        assert!(!message.contains(hidden), "{message}");
    }
}

#[test]
fn a_pattern_holds_for_the_whole_value_and_not_across_lines() {
    for bad in ["x\ny", "x\n", "\nx"] {
        let violations =
            validate(Request::schema(), &Request { role_name: bad.to_owned(), ..request() }.into_value());
        assert_eq!(violations.len(), 1, "{bad:?}");
    }
}

#[test]
fn violations_are_listed_up_to_a_limit() {
    let tags = Some(vec![Tag { key: String::new(), value: None }; 1000]);
    assert_eq!(validate(Request::schema(), &Request { tags, ..request() }.into_value()).len(), 64);
}

#[test]
fn samples_are_valid_and_the_same_for_the_same_seed() {
    for seed in 0..100 {
        let value = sample(Request::schema(), seed);
        assert_eq!(validate(Request::schema(), &value), [], "seed {seed}");
        assert_eq!(value, sample(Request::schema(), seed));
    }
}

#[test]
fn the_first_seeds_are_the_least_and_the_most() {
    let count = |seed| {
        let Value::Structure(slots) = sample(Request::schema(), seed) else { return 0 };
        slots.iter().flatten().count()
    };
    assert_eq!((count(0), count(1)), (1, 9));
}
