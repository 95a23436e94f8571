//! What IAM reads of SAML metadata: that it describes an identity provider, and until when it holds.

use kernel::Fault;
use names::Timestamp;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::wording;

/// Accepts metadata, and says until when it holds.
pub(super) fn accept(text: &str) -> Result<Option<Timestamp>, Fault> {
    let mut reader = Reader::from_str(text);
    let (mut valid_until, mut is_entity, mut is_provider, mut has_key) = (None, false, false, false);
    loop {
        match reader.read_event().map_err(|_| wording::invalid_metadata())? {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                // One provider, not a federation of them: which of these should it be?
                name if !is_entity && name != b"EntityDescriptor" => return Err(wording::invalid_metadata()),
                b"EntityDescriptor" => {
                    is_entity = true;
                    valid_until = valid_until.or(until(&element));
                }
                b"IDPSSODescriptor" => is_provider = is_entity,
                b"X509Certificate" => has_key = true,
                _ => {}
            },
            // Entities of one's own making have no place here.
            Event::DocType(_) => return Err(wording::invalid_metadata()),
            Event::Eof => break,
            _ => {}
        }
    }
    if is_provider && has_key { Ok(valid_until) } else { Err(wording::invalid_metadata()) }
}

fn until(element: &BytesStart<'_>) -> Option<Timestamp> {
    let attribute = element.try_get_attribute("validUntil").ok()??;
    Timestamp::parse_iso8601(&String::from_utf8_lossy(&attribute.value))
}
