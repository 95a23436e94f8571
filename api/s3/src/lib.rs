//! The API of Amazon Simple Storage Service: its served operations, their types and their facts.
//!
//! Written by `cargo xtask codegen` from the public service model, as `api.toml` asks. There is no behaviour
//! here: services implement the operations, codecs read the facts.

mod generated;

pub use generated::*;

#[cfg(test)]
mod tests {
    #[test]
    fn every_schema_accepts_its_own_samples() {
        assert_eq!(shape::flaws(&crate::SERVICE), Vec::<String>::new());
    }
}
