# What else a bucket can be told.

resource "aws_s3_bucket" "settled" {
  bucket        = "settled-${var.suffix}"
  force_destroy = true

  tags = {
    Team = "retail"
  }
}

# A bucket that lets the public read: what is blocked by itself is switched off, and the policy waits for that.
resource "aws_s3_bucket" "public" {
  bucket        = "public-${var.suffix}"
  force_destroy = true
}

resource "aws_s3_bucket_public_access_block" "public" {
  bucket = aws_s3_bucket.public.id
}

resource "aws_s3_bucket_policy" "public" {
  bucket = aws_s3_bucket_public_access_block.public.bucket

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "s3:GetObject"
      Principal = "*"
      Resource  = "${aws_s3_bucket.public.arn}/*"
    }]
  })
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

resource "aws_s3_object" "tagged" {
  bucket  = aws_s3_bucket_versioning.settled.bucket
  key     = "tagged"
  content = "x"

  tags = {
    Team = "retail"
  }
}

data "aws_s3_bucket" "settled" {
  bucket = aws_s3_bucket.settled.id
}

output "settled" {
  value = data.aws_s3_bucket.settled.arn
}
