//! What clients really send passes the model's constraints, which the network side checks before any handler.

use api_forecast as api;
use shape::{IntoValue, Shape, validate};

use crate::world::{dataset, import};

#[track_caller]
fn check<T: Shape + IntoValue>(input: T) {
    let violations = validate(T::schema(), &input.into_value());
    assert_eq!(shape::validation_message(&violations), "0 validation errors detected: ");
}

#[test]
fn a_role_is_named_by_its_own_arn() {
    check(import("i", &crate::world::arn("dataset/d"), "s3://data/x"));
}

#[test]
fn a_frequency_has_a_count() {
    for frequency in ["D", "3M", "15min", "2H", "45min"] {
        check(dataset("d", frequency));
    }
}

#[test]
fn statuses_are_filtered_by() {
    let filter = api::Filter { key: "Status".into(), value: "ACTIVE".into(), condition: "IS".into() };
    check(api::ListForecastsRequest { filters: Some(vec![filter]), ..Default::default() });
}
