# The provider as a customer configures it for a server of their own: endpoints, and nothing switched off. Credentials are
# validated and the account is asked for, as against AWS. Keys and AWS_CA_BUNDLE come from the environment.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

variable "endpoint" {
  type = string
}

# Names end in it, so that configurations can be applied beside each other.
variable "suffix" {
  type = string
}

provider "aws" {
  region            = "us-east-1"
  s3_use_path_style = true

  endpoints {
    iam = var.endpoint
    sts = var.endpoint
    s3  = var.endpoint
  }
}

data "aws_caller_identity" "current" {}
