//! Identity providers: whose tokens and assertions an account trusts.

mod facts;
mod metadata;
mod oidc;
mod saml;
