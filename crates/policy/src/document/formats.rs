//! The form of actions and resources, with IAM's words for what is wrong.

/// The partitions of AWS.
const PARTITIONS: [&str; 8] =
    ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

pub(super) fn is_partition(text: &str) -> bool {
    PARTITIONS.contains(&text)
}

/// What the resource part of an IAM ARN begins with.
const IAM_PATHS: [&str; 13] = [
    "user/",
    "federated-user/",
    "role/",
    "group/",
    "instance-profile/",
    "mfa/",
    "server-certificate/",
    "policy/",
    "sms-mfa/",
    "saml-provider/",
    "oidc-provider/",
    "report/",
    "access-report/",
];

/// S3 resources that lie in a region.
const S3_REGIONAL: [&str; 5] = ["accesspoint", "access-grants", "job/", "storage-lens", "async-request/"];

/// Whether IAM takes a text for the pattern of an action.
pub fn is_action_pattern(text: &str) -> bool {
    action_fault(text).is_none() && !text.ends_with(':')
}

/// Whether IAM takes a text for the pattern of a resource.
pub fn is_resource_pattern(text: &str) -> bool {
    resource_fault(text).is_none()
}

/// Why an action is not `vendor:Name`, in IAM's words. Unknown services and actions are accepted; only the form counts.
pub(super) fn action_fault(action: &str) -> Option<String> {
    let mut parts = action.split(':');
    let vendor = parts.next().unwrap_or_default();
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.');
    match parts.count() {
        0 if action == "*" => None,
        0 => Some("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.".into()),
        1 if !vendor.is_empty() && vendor.bytes().all(is_plain) => None,
        1 => Some(format!("Vendor {vendor} is not valid")),
        _ => Some("Actions/Condition can contain only one colon.".into()),
    }
}

/// Why a resource is no ARN pattern, in IAM's words.
pub(super) fn resource_fault(resource: &str) -> Option<String> {
    if resource == "*" {
        return None;
    }
    let no_arn = || Some(format!("Resource {resource} must be in ARN format or \"*\"."));
    let Some((start, rest)) = resource.split_once(':') else { return no_arn() };
    let (partition, rest) = cut(rest);
    // A partition that is none is told before anything else.
    if partition != "*" && !is_partition(partition) {
        return Some(wrong_partition(partition, rest.unwrap_or_default()));
    }
    if start != "arn" {
        return no_arn();
    }
    let Some(rest) = rest else {
        return Some("Resource vendor must be fully qualified and cannot contain regexes.".into());
    };
    let (vendor, rest) = cut(rest);
    let (region, rest) = cut(rest.unwrap_or_default());
    let (_, path) = cut(rest.unwrap_or_default());
    let path = path.unwrap_or_default();
    match vendor {
        _ if vendor.contains(['*', '?']) => {
            Some("Resource vendor must be fully qualified and cannot contain regexes.".into())
        }
        "iam" if !region.is_empty() => {
            Some(format!("IAM resource {resource} cannot contain region information."))
        }
        "iam"
            if path != "*" && !path.is_empty() && !IAM_PATHS.iter().any(|start| path.starts_with(start)) =>
        {
            Some(format!("IAM resource path must either be \"*\" or start with {}.", IAM_PATHS.join(", ")))
        }
        "s3" if !region.is_empty() && !S3_REGIONAL.iter().any(|start| path.starts_with(start)) => {
            Some(format!("Resource {resource} can not contain region information."))
        }
        _ => None,
    }
}

/// The ARN as IAM repeats it: completed with `*`.
fn wrong_partition(partition: &str, rest: &str) -> String {
    let parts: Vec<&str> = rest.splitn(4, ':').collect();
    let part = |number: usize| match parts.get(number) {
        Some(&"") if parts.len() == 1 => "*",
        Some(part) => part,
        None => "*",
    };
    let arn = format!("arn:{partition}:{}:{}:{}:{}", part(0), part(1), part(2), part(3));
    format!("Partition \"{partition}\" is not valid for resource \"{arn}\".")
}

fn cut(text: &str) -> (&str, Option<&str>) {
    text.split_once(':').map_or((text, None), |(before, after)| (before, Some(after)))
}
