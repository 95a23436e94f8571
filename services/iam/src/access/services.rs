//! The services that reports are about: those served here, and those that their policies are about.

/// Prefix and name.
pub(super) const SERVICES: &[(&str, &str)] = &[
    ("cloudtrail", "AWS CloudTrail"),
    ("cloudwatch", "Amazon CloudWatch"),
    ("dynamodb", "Amazon DynamoDB"),
    ("ec2", "Amazon EC2"),
    ("ecr", "Amazon Elastic Container Registry"),
    ("forecast", "Amazon Forecast"),
    ("iam", "AWS Identity and Access Management"),
    ("kms", "AWS Key Management Service"),
    ("lambda", "AWS Lambda"),
    ("logs", "Amazon CloudWatch Logs"),
    ("personalize", "Amazon Personalize"),
    ("s3", "Amazon S3"),
    ("sagemaker", "Amazon SageMaker"),
    ("secretsmanager", "AWS Secrets Manager"),
    ("sts", "AWS Security Token Service"),
];

/// The name of a service.
pub(super) fn name(prefix: &str) -> &str {
    SERVICES.iter().find(|(known, _)| *known == prefix).map_or(prefix, |(_, name)| name)
}
