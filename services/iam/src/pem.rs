//! PEM: text that holds keys and certificates.

use pem::{EncodeConfig, LineEnding, Pem};

/// The blocks of a text that holds nothing else. Remarks between blocks, which some tools write, are refused.
pub(crate) fn blocks(text: &str) -> Option<Vec<Pem>> {
    let mut is_inside = false;
    for line in text.lines().map(str::trim) {
        is_inside |= line.starts_with("-----BEGIN ");
        if !is_inside && !line.is_empty() {
            return None;
        }
        is_inside &= !line.starts_with("-----END ");
    }
    pem::parse_many(text).ok().filter(|blocks| !blocks.is_empty())
}

/// The one block of a text.
pub(crate) fn block(text: &str) -> Option<Pem> {
    let mut blocks = blocks(text)?;
    blocks.pop().filter(|_| blocks.is_empty())
}

/// A block as text.
pub(crate) fn text(label: &str, der: &[u8]) -> String {
    let config = EncodeConfig::new().set_line_ending(LineEnding::LF);
    pem::encode_config(&Pem::new(label, der), config)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_blocks_and_nothing_else() {
        let one = text("THING", b"content");
        assert_eq!(block(&one).unwrap().contents(), b"content");
        assert_eq!(blocks(&format!("\n{one}\n\n{one}")).unwrap().len(), 2);
        assert!(block(&format!("{one}{one}")).is_none());
        assert!(blocks(&format!("Subject: CN=books\n{one}")).is_none());
        assert!(blocks(&one.replace("-----END", "-----STOP")).is_none());
        assert!(blocks("").is_none());
    }
}
