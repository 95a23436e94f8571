//! What in a pasted text may name a refusal.

/// Encoded messages are longer than this, and hardly any word is.
const ENCODED_CHARS_MIN: usize = 64;
/// Texts with more of them are not about one refusal.
const CANDIDATES_MAX: usize = 16;

/// What to ask the server about, the surest first: ids, encoded messages, then the sentence of a refusal.
pub(super) fn of(text: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "+/=-_".contains(letter);
    let words = || text.split(|letter| !is_part(letter)).map(|word| word.trim_matches(['-', '=', '_']));
    let ids = words().filter(|word| is_id(word)).map(str::to_owned);
    let encoded = words().filter(|word| word.len() >= ENCODED_CHARS_MIN).map(str::to_owned);
    let mut all: Vec<String> = ids.chain(encoded).chain(sentences(text)).collect();
    let whole = text.trim();
    if !whole.is_empty() && whole.split_whitespace().count() == 1 {
        all.push(whole.to_owned());
    }
    let mut unique: Vec<String> = Vec::new();
    for candidate in all {
        if !unique.contains(&candidate) {
            unique.push(candidate);
        }
    }
    unique.truncate(CANDIDATES_MAX);
    unique
}

/// A UUID.
fn is_id(word: &str) -> bool {
    let lengths = word.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && word.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// AWS's sentence, wherever it begins in the text. Line breaks of a terminal are taken back, and what tools write
/// after the sentence is tried to be left out.
fn sentences(text: &str) -> Vec<String> {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(at) = joined.find("User: ") else { return Vec::new() };
    let sentence = joined.get(at..).unwrap_or_default();
    let mut found =
        vec![sentence.to_owned(), sentence.trim_end_matches(['\'', '"', '.', ',', ')', '}']).to_owned()];
    for end in [
        "</Message>",
        " Encoded authorization failure message",
        " (Service:",
        " (request id",
        "\", \"",
        "','",
        "\n",
    ] {
        if let Some((before, _)) = sentence.split_once(end) {
            found.push(before.trim_end_matches(['.', '\'']).to_owned());
        }
    }
    for closing in [" action", " policy"] {
        if let Some(end) = sentence.rfind(closing) {
            found.push(sentence.get(..end + closing.len()).unwrap_or_default().to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "7c1f0e52-7b1f-4b7e-9d3e-0a3c51f0c2aa";

    #[test]
    fn ids_are_found_wherever_they_stand() {
        assert_eq!(of(ID), [ID]);
        assert_eq!(of(&format!("An error occurred (RequestId: {ID})")), [ID]);
        assert_eq!(of(&format!("<RequestId>{ID}</RequestId>")).first().map(String::as_str), Some(ID));
        assert!(of("nothing in here").is_empty());
    }

    #[test]
    fn an_encoded_message_stands_for_itself_also_among_words() {
        let encoded = "AbC+/".repeat(20);
        assert_eq!(of(&encoded), [encoded.as_str()]);
        assert_eq!(of(&format!("Encoded authorization failure message: {encoded}")).first(), Some(&encoded));
    }

    #[test]
    fn the_sentence_of_a_client_is_cut_out() {
        let sentence = "User: arn:aws:iam::1:user/a is not authorized to perform: s3:GetObject on resource: \"r\" because no \
                        identity-based policy allows the s3:GetObject action";
        let shown = format!(
            "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling X: {sentence}"
        );
        assert!(of(&shown).contains(&sentence.to_owned()));
        assert!(of(&shown.replace(" because", "\n because")).contains(&sentence.to_owned()));
        let xml = format!("<Error><Code>AccessDenied</Code><Message>{sentence}</Message></Error>");
        assert!(of(&xml).contains(&sentence.to_owned()));
    }
}
