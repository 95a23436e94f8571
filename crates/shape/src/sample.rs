//! Values made from schemas, for tests over every operation.

use crate::text_sample::text;
use crate::{Body, ListRule, MapRule, NumberRule, Schema, StructureRule, Type, Value};

/// Optional members are left out below this depth, so that recursive shapes end.
const DEPTH_MAX: usize = 6;

/// A valid value of the schema, always the same for the same seed. With seed 0 it holds only what is
/// required, with seed 1 everything; any other seed chooses.
#[must_use]
pub fn sample(schema: &Schema, seed: u64) -> Value {
    let mut sampler = Sampler { seed, state: seed, depth: 0 };
    sampler.value(schema, "")
}

struct Sampler {
    seed: u64,
    state: u64,
    depth: usize,
}

impl Sampler {
    fn value(&mut self, schema: &Schema, hint: &str) -> Value {
        match &schema.kind {
            Type::String(_) => Value::String(text(schema, hint, self.next())),
            Type::Boolean => Value::Boolean(self.next().is_multiple_of(2)),
            Type::Integer(rule) => {
                Value::Integer(self.number(rule, i64::from(i32::MIN), i64::from(i32::MAX)))
            }
            Type::Long(rule) => Value::Integer(self.number(rule, i64::MIN, i64::MAX)),
            // Halves are exact in both widths and in every way of writing them.
            Type::Float | Type::Double => Value::Float(self.below(1000) as f64 / 2.0),
            Type::Timestamp(_) => Value::Timestamp(names::Timestamp::from_seconds(
                1_700_000_000 + self.below(100_000_000) as i64,
            )),
            Type::Blob => Value::Blob(self.bytes().into()),
            Type::Stream => Value::Stream(Body::from(bytes::Bytes::from(self.bytes()))),
            Type::List(rule) => self.list(rule, hint),
            Type::Map(rule) => self.map(rule, hint),
            Type::Structure(rule) => self.structure(rule),
        }
    }

    fn structure(&mut self, rule: &StructureRule) -> Value {
        self.depth += 1;
        let slots = rule.members.iter().map(|member| {
            let wanted = member.required || (self.depth < DEPTH_MAX && self.chooses());
            wanted.then(|| self.value(member.schema, member.name))
        });
        let slots = slots.collect();
        self.depth -= 1;
        Value::Structure(slots)
    }

    fn list(&mut self, rule: &ListRule, hint: &str) -> Value {
        let count = self.count(rule.min, rule.max);
        Value::List((0..count).map(|_| self.value(rule.member, hint)).collect())
    }

    /// Keys differ, so there can be fewer entries than counted where few keys are possible.
    fn map(&mut self, rule: &MapRule, hint: &str) -> Value {
        let mut entries: Vec<(String, Value)> = Vec::new();
        for _ in 0..self.count(rule.min, rule.max) {
            let keys = (0..16).map(|_| text(rule.key, hint, self.next()));
            let fresh = keys.into_iter().find(|key| entries.iter().all(|(taken, _)| taken != key));
            if let Some(key) = fresh {
                entries.push((key, self.value(rule.value, hint)));
            }
        }
        Value::Map(entries)
    }

    fn count(&mut self, min: Option<u32>, max: Option<u32>) -> u32 {
        let min = min.unwrap_or(0);
        (min.max(1) + self.below(2) as u32).min(max.unwrap_or(u32::MAX)).max(min)
    }

    fn number(&mut self, rule: &NumberRule, type_min: i64, type_max: i64) -> i64 {
        let max = rule.max.unwrap_or(type_max);
        let min = rule.min.unwrap_or(1.min(max)).max(type_min);
        min.saturating_add(self.below(100) as i64).min(max)
    }

    fn bytes(&mut self) -> Vec<u8> {
        format!("bytes {}", self.below(1000)).into_bytes()
    }

    fn chooses(&mut self) -> bool {
        match self.seed {
            0 => false,
            1 => true,
            _ => self.next().is_multiple_of(2),
        }
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
