//! The policies of the story. Those that AWS's guide "Set up permissions for Amazon Forecast" prints are here as
//! printed, to be filled in the way it says.

/// What Forecast may do with a bucket. The guide: "Be sure to replace bucket-name with the name of your S3 bucket".
const BUCKET_ACCESS: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [ "s3:Get*", "s3:List*", "s3:PutObject" ],
      "Resource": [ "arn:aws:s3:::bucket-name", "arn:aws:s3:::bucket-name/*" ]
    }
  ]
}"#;

/// Who may act as the role: Forecast, and only on behalf of this account.
const TRUST: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "",
      "Effect": "Allow",
      "Principal": { "Service": "forecast.amazonaws.com" },
      "Action": "sts:AssumeRole",
      "Condition": {
        "StringEquals": { "aws:SourceAccount": "source-account" },
        "ArnLike": { "aws:SourceArn": "arn:aws:forecast:region:account-id:*" }
      }
    }
  ]
}"#;

/// What an analyst may do.
const ANALYST: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Bucket", "Effect": "Allow", "Action": "s3:*",
      "Resource": [ "arn:aws:s3:::bucket-name", "arn:aws:s3:::bucket-name/*" ] },
    { "Sid": "Forecast", "Effect": "Allow", "Action": "forecast:*", "Resource": "*" },
    { "Sid": "PassRole", "Effect": "Allow", "Action": "iam:PassRole",
      "Resource": "arn:aws:iam::account-id:role/ForecastRole*",
      "Condition": { "StringEquals": { "iam:PassedToService": "forecast.amazonaws.com" } } },
    { "Sid": "Explain", "Effect": "Allow", "Action": "sts:DecodeAuthorizationMessage", "Resource": "*" }
  ]
}"#;

/// What somebody may do who forgot that a role must be handed over.
pub(crate) const FORECAST_ONLY: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [ { "Effect": "Allow", "Action": "forecast:*", "Resource": "*" } ]
}"#;

const PASS_ROLE: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "role-arn",
      "Condition": { "StringEquals": { "iam:PassedToService": "forecast.amazonaws.com" } } }
  ]
}"#;

pub(crate) fn bucket_access(bucket: &str) -> String {
    BUCKET_ACCESS.replace("bucket-name", bucket)
}

/// `source_account` is the account that Forecast must act for. In the guide it is the role's own.
pub(crate) fn trust(source_account: &str, account: &str, region: &str) -> String {
    TRUST
        .replace("source-account", source_account)
        .replace(":region:", &format!(":{region}:"))
        .replace("account-id", account)
}

pub(crate) fn analyst(bucket: &str, account: &str) -> String {
    ANALYST.replace("bucket-name", bucket).replace("account-id", account)
}

pub(crate) fn pass_role(role_arn: &str) -> String {
    PASS_ROLE.replace("role-arn", role_arn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_to_fill_in() {
        let documents = [
            bucket_access("books"),
            trust("999999999999", "111122223333", "us-east-1"),
            analyst("books", "111122223333"),
            pass_role("arn:aws:iam::111122223333:role/ForecastRole"),
            FORECAST_ONLY.to_owned(),
        ];
        for document in documents {
            serde_json::from_str::<serde_json::Value>(&document).unwrap();
            for left in ["bucket-name", "account-id", "source-account", ":region:", "role-arn"] {
                assert!(!document.contains(left), "{left} in {document}");
            }
        }
    }
}
