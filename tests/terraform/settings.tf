# What else a bucket can be told.

resource "aws_s3_bucket" "settled" {
  bucket        = "settled-${var.suffix}"
  force_destroy = true

  tags = {
    Team = "retail"
  }
}

resource "aws_s3_bucket_versioning" "settled" {
  bucket = aws_s3_bucket.settled.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "settled" {
  bucket                  = aws_s3_bucket.settled.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "settled" {
  bucket = aws_s3_bucket.settled.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "settled" {
  bucket = aws_s3_bucket.settled.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_object" "tagged" {
  bucket  = aws_s3_bucket_versioning.settled.bucket
  key     = "tagged"
  content = "x"

  tags = {
    Team = "retail"
  }
}
