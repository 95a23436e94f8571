//! A check of whole services, for the tests of generated crates.

use std::collections::HashSet;

use crate::{Schema, ServiceModel, Type, sample, validate};

/// How many samples are made of each schema.
const SEEDS: u64 = 16;

/// What is wrong with the schemas of a service: patterns that do not compile, and samples that their own
/// schema refuses. Empty when all is well.
#[must_use]
pub fn flaws(service: &ServiceModel) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut flaws = Vec::new();
    for operation in service.operations {
        for schema in [operation.input, operation.output] {
            patterns(schema, &mut seen, &mut flaws);
            for seed in 0..SEEDS {
                let violations = validate(schema, &sample(schema, seed));
                flaws.extend(violations.iter().map(|it| format!("{}, seed {seed}: {it}", schema.name)));
            }
        }
    }
    flaws
}

fn patterns(schema: &'static Schema, seen: &mut HashSet<*const Schema>, flaws: &mut Vec<String>) {
    if !seen.insert(std::ptr::from_ref(schema)) {
        return;
    }
    match &schema.kind {
        Type::String(rule) if rule.pattern.as_ref().is_some_and(|pattern| !pattern.is_valid()) => {
            flaws.push(format!("the pattern of {} does not compile", schema.name));
        }
        Type::List(rule) => patterns(rule.member, seen, flaws),
        Type::Map(rule) => {
            patterns(rule.key, seen, flaws);
            patterns(rule.value, seen, flaws);
        }
        Type::Structure(rule) => {
            rule.members.iter().for_each(|member| patterns(member.schema, seen, flaws));
        }
        _ => {}
    }
}
