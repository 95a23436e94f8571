//! Host names: which service, which bucket.

/// The hosts under which buckets have names of their own.
#[derive(Debug)]
pub(super) struct BaseHosts {
    // Invariant: lowercase, the longest first, so that `s3.localhost` is met before `localhost`.
    bases: Vec<String>,
}

/// Below these, a bucket's name is followed by a label of S3: `books.s3.eu-west-1.amazonaws.com`.
const AMAZON: [&str; 2] = ["amazonaws.com", "amazonaws.com.cn"];

impl Default for BaseHosts {
    fn default() -> Self {
        let mut hosts = Self { bases: Vec::new() };
        hosts.extend(["localhost".to_owned(), "s3.localhost".to_owned(), "s3.amazonaws.com".to_owned()]);
        hosts
    }
}

impl BaseHosts {
    pub(super) fn extend<I: IntoIterator<Item = String>>(&mut self, hosts: I) {
        self.bases.extend(hosts.into_iter().map(|host| host.to_ascii_lowercase()));
        self.bases.sort_by_key(|base| std::cmp::Reverse(base.len()));
        self.bases.dedup();
    }

    /// The bucket that a host names; `None` for path-style requests.
    pub(super) fn bucket(&self, host: &str) -> Option<String> {
        let host = without_port(host).to_ascii_lowercase();
        if self.bases.contains(&host) {
            return None;
        }
        for base in AMAZON {
            if let Some(labels) = below(&host, base) {
                return before_service_label(labels)?.map(str::to_owned);
            }
        }
        let labels = self.bases.iter().find_map(|base| below(&host, base))?;
        match before_service_label(labels) {
            Some(bucket) => bucket.map(str::to_owned),
            None => Some(labels.to_owned()),
        }
    }
}

/// The labels that stand before `base`.
fn below<'a>(host: &'a str, base: &str) -> Option<&'a str> {
    host.strip_suffix(base)?.strip_suffix('.').filter(|labels| !labels.is_empty())
}

/// What stands before a label of S3 that only a region may follow: `books.s3.eu-west-1` gives `books`,
/// `s3.eu-west-1` gives nothing. The outer `None` says that there is no such label.
fn before_service_label(labels: &str) -> Option<Option<&str>> {
    let mut end = labels.len();
    for (behind, label) in labels.rsplit('.').enumerate() {
        let start = end - label.len();
        if label == "s3" || (behind == 0 && label.starts_with("s3-")) {
            return Some(labels.get(..start)?.strip_suffix('.'));
        }
        if !(label == "dualstack" || is_region(label)) {
            return None;
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// Whether a label has the form of a region, `us-east-1` or `us-gov-west-1`.
fn is_region(label: &str) -> bool {
    let number = label.rsplit('-').next().unwrap_or_default();
    label.matches('-').count() >= 2 && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `iam` of `iam.localhost:4566`; nothing of `iam.s3.localhost`, where it is a bucket's name.
pub(super) fn endpoint_label(host: &str) -> &str {
    let mut labels = without_port(host).split('.');
    match (labels.next(), labels.next()) {
        (Some(_), Some(next)) if next == "s3" || next.starts_with("s3-") => "",
        (Some(label), _) => label,
        (None, _) => "",
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, bucket: Option<&str>) {
        let mut hosts = BaseHosts::default();
        hosts.extend(["objects.example.org".to_owned()]);
        assert_eq!(hosts.bucket(host).as_deref(), bucket, "{host}");
    }

    #[test]
    fn a_host_below_a_base_names_a_bucket() {
        check("localhost", None);
        check("localhost:4566", None);
        check("127.0.0.1:4566", None);
        check("[::1]:4566", None);
        check("s3.localhost", None);
        check("s3.eu-west-1.localhost", None);
        check("books.localhost", Some("books"));
        check("books.s3.localhost:443", Some("books"));
        check("Books.S3.localhost", Some("books"));
        check("my.dotted.books.s3.localhost", Some("my.dotted.books"));
        check("books.s3.eu-west-1.localhost", Some("books"));
        check("books.objects.example.org", Some("books"));
        check("objects.example.org", None);
        check("elsewhere.example.org", None);
    }

    #[test]
    fn amazons_own_hosts_need_a_label_of_s3() {
        check("s3.amazonaws.com", None);
        check("s3.eu-west-1.amazonaws.com", None);
        check("s3-eu-west-1.amazonaws.com", None);
        check("books.s3.amazonaws.com", Some("books"));
        check("books.s3.eu-west-1.amazonaws.com", Some("books"));
        check("books.s3.dualstack.eu-west-1.amazonaws.com", Some("books"));
        check("books.s3-eu-west-1.amazonaws.com", Some("books"));
        check("a.s3.b.s3.us-east-1.amazonaws.com", Some("a.s3.b"));
        check("iam.amazonaws.com", None);
        check("sts.eu-west-1.amazonaws.com", None);
    }
}
