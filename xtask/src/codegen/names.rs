//! Names of the models as Rust names.

/// Runs of capitals that are several words, longest first.
const RUNS: &[(&str, &str)] = &[("SSEKMS", "sse_kms")];

/// Words that the rules below would cut.
const WORDS: &[(&str, &str)] = &[("IPv4", "Ipv4"), ("IPv6", "Ipv6"), ("NoSQL", "Nosql")];

/// Keywords that cannot be written as raw identifiers.
const UNRAW: &[&str] = &["self", "super", "crate", "Self"];

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// `SSEKMSKeyId` becomes `sse_kms_key_id`.
pub(crate) fn snake(name: &str) -> String {
    let name = WORDS.iter().fold(name.to_owned(), |name, (from, to)| name.replace(from, to));
    words(&name).iter().map(|word| split_run(word)).collect::<Vec<_>>().join("_")
}

/// `roleNameType` becomes `ROLE_NAME_TYPE`.
pub(crate) fn screaming(name: &str) -> String {
    snake(name).to_uppercase()
}

/// The field of a member: snake case, a raw identifier where it is a keyword.
pub(crate) fn field(name: &str) -> String {
    let name = snake(name);
    if UNRAW.contains(&name.as_str()) {
        format!("{name}_")
    } else if KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

/// The type of a structure: the model's name with a capital.
pub(crate) fn type_name(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A word begins at a capital after a lowercase letter, and at the last capital of a run before a lowercase
/// letter: `ACL`, `ETag`, `S3Config` are `acl`, `e_tag`, `s3_config`. Digits belong to the word before them.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for (at, &letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            open = false;
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(at + 1);
        let begins = letter.is_ascii_uppercase()
            && (before.is_some_and(char::is_ascii_lowercase) || after.is_some_and(char::is_ascii_lowercase));
        match words.last_mut() {
            Some(word) if open && !begins => word.push(letter),
            _ => words.push(letter.to_string()),
        }
        open = true;
    }
    words
}

fn split_run(word: &str) -> String {
    match RUNS.iter().find(|(run, _)| *run == word) {
        Some((_, split)) => (*split).to_owned(),
        None => word.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_become_fields() {
        let cases = [
            ("RoleName", "role_name"),
            ("SSEKMSKeyId", "sse_kms_key_id"),
            ("CopySourceSSECustomerKeyMD5", "copy_source_sse_customer_key_md5"),
            ("ETag", "e_tag"),
            ("ACL", "acl"),
            ("MFADelete", "mfa_delete"),
            ("MFA", "mfa"),
            ("ChecksumCRC32C", "checksum_crc32c"),
            ("ChecksumCRC64NVME", "checksum_crc64nvme"),
            ("S3Config", "s3_config"),
            ("PerformAutoML", "perform_auto_ml"),
            ("AutoMLOverrideStrategy", "auto_ml_override_strategy"),
            ("RMSE", "rmse"),
            ("IPv6Address", "ipv6_address"),
            ("Type", "r#type"),
            ("Self", "self_"),
            ("x-amz-date", "x_amz_date"),
        ];
        for (member, expected) in cases {
            assert_eq!(field(member), expected, "{member}");
        }
    }

    #[test]
    fn structures_begin_with_a_capital() {
        assert_eq!(type_name("roleDetail"), "RoleDetail");
        assert_eq!(screaming("roleNameType"), "ROLE_NAME_TYPE");
    }
}
