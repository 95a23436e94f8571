//! What issuers of tokens are called.

use std::borrow::Cow;

/// The issuer as ARNs and condition keys name it: without `https://`, and without the port that HTTPS has anyhow.
/// Everything else counts, case and a slash at the end too: `https://x.example.com/` is another issuer than
/// `https://x.example.com`.
#[must_use]
pub fn issuer_name(issuer: &str) -> Cow<'_, str> {
    let name = issuer.strip_prefix("https://").unwrap_or(issuer);
    let (host, path) = name.split_at(name.find('/').unwrap_or(name.len()));
    match host.strip_suffix(":443") {
        Some(host) => Cow::Owned(format!("{host}{path}")),
        None => Cow::Borrowed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_every_issuer_has_is_left_out() {
        let check = |issuer: &str, name: &str| assert_eq!(issuer_name(issuer), name);
        check("https://x.example.com", "x.example.com");
        check("https://x.example.com/", "x.example.com/");
        check("https://X.example.com/Realm", "X.example.com/Realm");
        check("https://x.example.com:443", "x.example.com");
        check("https://x.example.com:443/realm/", "x.example.com/realm/");
        check("https://x.example.com:8443/", "x.example.com:8443/");
        check("https://x.example.com/a:443", "x.example.com/a:443");
        check("https://x.example.com/a:443/b", "x.example.com/a:443/b");
        check("accounts.example.com", "accounts.example.com");
        check("http://x.example.com", "http://x.example.com");
        check("", "");
    }
}
