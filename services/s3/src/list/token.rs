//! Continuation tokens. Clients hand them back unread.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Fault;

use super::walk::Place;
use crate::wording::invalid_argument;

/// The token for a text.
pub(crate) fn write_text(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(format!("1{text}"))
}

/// The text of a token.
pub(crate) fn read_text(token: &str) -> Result<String, Fault> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.as_deref().and_then(|text| text.strip_prefix('1')).map(str::to_owned).ok_or_else(|| {
        invalid_argument("The continuation token provided is incorrect", "continuation-token", token)
    })
}

/// The token for a place in a listing.
pub(super) fn write(place: &Place) -> String {
    write_text(&match place {
        Place::Start => "s".to_owned(),
        Place::After(key, _) => format!("k{key}"),
        Place::Past(prefix) => format!("p{prefix}"),
    })
}

/// The place of a token.
pub(super) fn read(token: &str) -> Result<Place, Fault> {
    let text = read_text(token)?;
    match text.split_at_checked(1) {
        Some(("s", "")) => Ok(Place::Start),
        Some(("k", key)) => Ok(Place::After(key.to_owned(), None)),
        Some(("p", prefix)) => Ok(Place::Past(prefix.to_owned())),
        _ => {
            Err(invalid_argument("The continuation token provided is incorrect", "continuation-token", token))
        }
    }
}
