# Roles for machines and for people of other directories.

resource "aws_iam_instance_profile" "worker" {
  name = "worker-${var.suffix}"
  path = "/machines/"
  role = aws_iam_role.worker.name

  tags = {
    Team = "retail"
  }
}

resource "aws_iam_role" "worker" {
  name = "worker-${var.suffix}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_service_linked_role" "scaling" {
  aws_service_name = "autoscaling.amazonaws.com"
  custom_suffix    = var.suffix
  description      = "Scales workers"

  tags = {
    Team = "retail"
  }
}

resource "aws_iam_openid_connect_provider" "issuer" {
  url             = "https://${var.suffix}.issuer.example.com"
  client_id_list  = ["first", "second"]
  thumbprint_list = ["990f4193972f2becf12ddeda5237f9c952f20d9e"]

  tags = {
    Team = "retail"
  }
}

resource "aws_iam_role" "workload" {
  name = "workload-${var.suffix}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.issuer.arn }
      Condition = { StringEquals = { "${var.suffix}.issuer.example.com:aud" = "first" } }
    }]
  })
}

resource "aws_iam_saml_provider" "directory" {
  name                   = "directory-${var.suffix}"
  saml_metadata_document = file("${path.module}/saml-metadata.xml")
}
