# Who may do what: policies, roles, and what hangs on them.

resource "aws_iam_policy" "boundary" {
  name        = "boundary-${var.suffix}"
  path        = "/limits/"
  description = "The most that roles of this configuration may do."
  policy      = data.aws_iam_policy_document.boundary.json
}

data "aws_iam_policy_document" "boundary" {
  statement {
    actions   = ["s3:*", "forecast:*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "read" {
  name   = "read-${var.suffix}"
  policy = data.aws_iam_policy_document.read.json

  tags = {
    Team = "retail"
  }
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::data-${var.suffix}"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["train/*", "out/*"]
    }
  }

  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::data-${var.suffix}/*"]
  }
}

# A role for the service, as the guide of Forecast prints it.
resource "aws_iam_role" "forecast" {
  name                  = "forecast-${var.suffix}"
  path                  = "/services/"
  description           = "Lets Forecast read the data."
  assume_role_policy    = data.aws_iam_policy_document.trust.json
  permissions_boundary  = aws_iam_policy.boundary.arn
  max_session_duration  = 7200
  force_detach_policies = true

  tags = {
    Team = "retail"
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["forecast.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:forecast:us-east-1:${data.aws_caller_identity.current.account_id}:*"]
    }
  }
}

resource "aws_iam_role_policy" "write" {
  name = "write"
  role = aws_iam_role.forecast.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "arn:aws:s3:::data-${var.suffix}/out/*"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "read" {
  role       = aws_iam_role.forecast.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_role_policy_attachment" "managed_by_aws" {
  role       = aws_iam_role.forecast.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}

# A role for people of the account, whoever may assume it.
resource "aws_iam_role" "analyst" {
  name = "analyst-${var.suffix}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
    }]
  })
}

# Nothing but what is written here.
resource "aws_iam_role_policies_exclusive" "analyst" {
  role_name    = aws_iam_role.analyst.name
  policy_names = []
}

resource "aws_iam_role_policy_attachments_exclusive" "analyst" {
  role_name   = aws_iam_role.analyst.name
  policy_arns = []
}

# Reading what is there already.
data "aws_iam_policy" "managed_by_aws" {
  name = "AmazonForecastFullAccess"
}

data "aws_iam_role" "forecast" {
  name = aws_iam_role.forecast.name
}

output "role" {
  value = data.aws_iam_role.forecast.arn
}

output "managed_by_aws" {
  value = data.aws_iam_policy.managed_by_aws.arn
}
