//! The service as callers meet it: a kernel with IAM and STS over a store in memory, and a clock that tests move.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test ends where its world cannot be made")]

mod assume_role;
mod chaining;
mod context;
mod decode;
mod federation_token;
mod issuer;
mod lifetime;
mod mfa;
mod probe;
mod saml;
mod saml_encrypted;
mod saml_provider;
mod session_policies;
mod session_token;
mod tags;
mod trust;
mod web_identity;
mod world;
