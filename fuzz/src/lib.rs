//! Fuzz targets: functions that take any bytes and must neither panic nor break what they promise.
//!
//! `cargo run --package fuzz -- SECONDS [TARGET …]` runs each for that long with a simple mutator on the stable
//! toolchain, as the tests do. `fuzz/libfuzzer` runs the same functions under libFuzzer, guided by coverage.

mod codec;
mod conditions;
mod jwt;
mod keys;
mod policies;
mod saml;
mod session;
mod signatures;

/// A target: its name, what it does with bytes, and where mutation begins.
pub struct Target {
    /// As named on the command line.
    pub name: &'static str,
    /// Takes any bytes.
    pub run: fn(&[u8]),
    /// Well-formed inputs.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All targets.
pub const TARGETS: [Target; 12] = [
    Target { name: "policy", run: policies::parse, seeds: policies::documents },
    Target { name: "decision", run: policies::decide, seeds: policies::documents },
    Target { name: "condition", run: conditions::compare, seeds: conditions::seeds },
    Target { name: "sigv4", run: signatures::parse, seeds: signatures::heads },
    Target { name: "chunked", run: signatures::chunked, seeds: signatures::bodies },
    Target { name: "json", run: codec::json, seeds: codec::json_seeds },
    Target { name: "query", run: codec::query, seeds: codec::query_seeds },
    Target { name: "xml", run: codec::xml, seeds: codec::xml_seeds },
    Target { name: "route", run: codec::route, seeds: codec::route_seeds },
    Target { name: "jwt", run: jwt::present, seeds: jwt::seeds },
    Target { name: "saml", run: saml::present, seeds: saml::seeds },
    Target { name: "session", run: session::open, seeds: session::seeds },
];
