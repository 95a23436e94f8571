# Buckets, their policies, and objects.

resource "aws_s3_bucket" "data" {
  bucket        = "data-${var.suffix}"
  force_destroy = true
}

resource "aws_s3_bucket" "empty" {
  bucket = "empty-${var.suffix}"
}

resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = data.aws_iam_policy_document.bucket.json
}

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = "OnlyEncrypted"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.data.arn, "${aws_s3_bucket.data.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "Analysts"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.data.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.analyst.arn]
    }
  }
}

resource "aws_s3_object" "text" {
  bucket       = aws_s3_bucket.data.id
  key          = "train/a b+c.csv"
  content      = "item_id,timestamp,target_value\n"
  content_type = "text/csv"
}

resource "aws_s3_object" "copy" {
  bucket  = aws_s3_bucket.data.id
  key     = "train/second.csv"
  content = "x\n"

  metadata = {
    origin = "terraform"
  }
}

data "aws_s3_object" "text" {
  bucket = aws_s3_object.text.bucket
  key    = aws_s3_object.text.key
}

output "content" {
  value = data.aws_s3_object.text.body
}
