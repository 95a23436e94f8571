# Users with keys and a password, and the groups they are in.

resource "aws_iam_user" "ana" {
  name                 = "ana-${var.suffix}"
  path                 = "/people/"
  permissions_boundary = aws_iam_policy.boundary.arn

  tags = {
    Team = "retail"
  }
}

resource "aws_iam_user" "ben" {
  name = "ben-${var.suffix}"
}

# Destroyed with whatever it still holds, also what others gave it.
resource "aws_iam_user" "eva" {
  name          = "eva-${var.suffix}"
  force_destroy = true
}

resource "aws_iam_user_ssh_key" "ben" {
  username   = aws_iam_user.ben.name
  encoding   = "SSH"
  public_key = var.ssh_public_key
}

resource "aws_iam_service_specific_credential" "ben" {
  user_name    = aws_iam_user.ben.name
  service_name = "codecommit.amazonaws.com"
}

resource "aws_iam_signing_certificate" "ben" {
  user_name        = aws_iam_user.ben.name
  certificate_body = var.certificate
}

resource "aws_iam_server_certificate" "books" {
  name             = "books-${var.suffix}"
  path             = "/books/"
  certificate_body = var.certificate
  private_key      = var.private_key

  tags = {
    Team = "retail"
  }
}

resource "aws_iam_user_policy" "ana" {
  name   = "read"
  user   = aws_iam_user.ana.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_user_policy_attachment" "ana" {
  user       = aws_iam_user.ana.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_access_key" "ana" {
  user = aws_iam_user.ana.name
}

resource "aws_iam_access_key" "asleep" {
  user   = aws_iam_user.ana.name
  status = "Inactive"
}

resource "aws_iam_user_login_profile" "ben" {
  user                    = aws_iam_user.ben.name
  password_reset_required = true
}

# A trust that names a user: it is bound to the user's id, and reads as its ARN.
resource "aws_iam_role" "ana" {
  name = "for-ana-${var.suffix}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = aws_iam_user.ana.arn }
    }]
  })
}

resource "aws_iam_group" "retail" {
  name = "retail-${var.suffix}"
  path = "/teams/"
}

resource "aws_iam_group" "finance" {
  name = "finance-${var.suffix}"
}

resource "aws_iam_group_policy" "retail" {
  name   = "read"
  group  = aws_iam_group.retail.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_group_policy_attachment" "retail" {
  group      = aws_iam_group.retail.name
  policy_arn = aws_iam_policy.read.arn
}

# The members of a group, and the groups of a user.
resource "aws_iam_group_membership" "retail" {
  name  = "retail"
  group = aws_iam_group.retail.name
  users = [aws_iam_user.ana.name, aws_iam_user.ben.name]
}

resource "aws_iam_user_group_membership" "ben" {
  user   = aws_iam_user.ben.name
  groups = [aws_iam_group.finance.name]
}

variable "ssh_public_key" {
  type = string
}

variable "certificate" {
  type = string
}

variable "private_key" {
  type      = string
  sensitive = true
}

output "key" {
  value = aws_iam_access_key.ana.id
}

output "secret" {
  value     = aws_iam_access_key.ana.secret
  sensitive = true
}
