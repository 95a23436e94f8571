//! The six parts of an ARN: `arn:partition:service:region:account:resource`.

/// How many colons separate the parts; further ones belong to the resource.
pub(crate) const COLONS: usize = 5;

/// Splits at the first five colons; nothing with fewer.
pub(crate) fn split(text: &str) -> Option<[&str; 6]> {
    let mut parts = text.splitn(6, ':');
    Some([parts.next()?, parts.next()?, parts.next()?, parts.next()?, parts.next()?, parts.next()?])
}

/// `aws`, `aws-cn` and the like; nothing where the text is no ARN.
pub(crate) fn partition(text: &str) -> Option<&str> {
    split(text).filter(|[arn, ..]| *arn == "arn").map(|[_, partition, ..]| partition)
}

/// The byte after the fifth colon, or the text's length.
pub(crate) fn resource_start(text: &str) -> usize {
    text.match_indices(':').nth(COLONS - 1).map_or(text.len(), |(at, _)| at + 1)
}

/// A short ARN pattern completed with `*` parts; others as they are.
pub(crate) fn completed(text: &str) -> std::borrow::Cow<'_, str> {
    let colons = text.bytes().filter(|&b| b == b':').count();
    if !text.starts_with("arn:") || colons >= COLONS {
        return text.into();
    }
    format!("{text}{}", ":*".repeat(COLONS - colons)).into()
}
