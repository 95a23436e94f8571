//! Breaking sentences into lines.

/// Words in lines of at most `width` characters; longer words stand alone.
pub(crate) fn words(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(words("one two three", 7), ["one two", "three"]);
        assert_eq!(words("unbreakable a", 3), ["unbreakable", "a"]);
        assert!(words("", 5).is_empty());
    }
}
