//! AWS Signature Version 4: checking the signatures of requests, and making them.
//!
//! The crate answers one question: was this request, as it stands here, signed with the secret that
//! belongs to the access key it names, for this service, in this region, about now? It promises that
//! every part a client signed is compared, that the comparison takes constant time, and that nothing
//! an anonymous caller sends is kept or walked without a limit. It reads no clock and no store: the
//! time and the secret come in as arguments, and whether an access key exists, is active, or belongs
//! to the session token beside it is for the caller to say.
//!
//! A server goes through four steps:
//!
//! 1. [`Parsed::from_request`] finds the signature and what it claims; `None` is an anonymous request.
//! 2. [`Parsed::check`] compares scope and time with what the endpoint expects. It needs no secret,
//!    so a look-up is not spent on a request that is refused anyway.
//! 3. The caller finds the secret of [`Parsed::access_key_id`] and derives, or takes from its cache,
//!    a [`SigningKey`].
//! 4. [`verify()`] repeats step 2 and checks the signature. The [`Verified`] that comes back says how
//!    the body is bound: by a hash, by [`chunked`] signatures, or not at all.
//!
//! Every way to fail is a [`SigError`]; [`SigError::refusal`] puts it into the words AWS uses.

mod authorization;
mod canonical;
pub mod chunked;
mod credential;
mod date;
mod encoding;
mod error;
mod expect;
mod key;
mod parsed;
mod payload;
mod presigned;
mod request;
mod sign;
mod verify;
mod wording;

pub use credential::Scope;
pub use date::AmzDate;
pub use error::{Mismatch, Part, Place, ScopeFault, SigError};
pub use expect::Expect;
pub use key::{Signature, SigningKey};
pub use parsed::{Parsed, SESSION_TOKEN_BYTES_MAX};
pub use payload::Payload;
pub use request::{Flavor, Request};
pub use sign::{Credentials, SignError, Signer, presign, sign};
pub use verify::{Verified, verify};
pub use wording::{Dialect, Refusal};
