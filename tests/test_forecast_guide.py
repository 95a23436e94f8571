"""The commands of the guide "Set Up Permissions for Amazon Forecast", word for word.

Only names, account id and region are filled in; the endpoint comes from the environment, as `deputy env` sets it.
"""

import json

from conftest import statement, unique

WITH_CONDITION = """
aws iam create-role \\
 --role-name ForecastRole \\
 --assume-role-policy-document '{
    "Version": "2012-10-17",
    "Statement": [
      {
        "Sid": "",
        "Effect": "Allow",
        "Principal": {
          "Service": "forecast.amazonaws.com"
        },
        "Action": "sts:AssumeRole",
        "Condition": {
          "StringEquals": {
            "aws:SourceAccount": "account-id"
          },
          "ArnLike": {
            "aws:SourceArn": "arn:aws:forecast:region:account-id:*"
          }
        }
      }
    ]
  }'
"""

WITHOUT_CONDITION = """
aws iam create-role \\
 --role-name ForecastRole \\
 --assume-role-policy-document '{
    "Version": "2012-10-17",
    "Statement": [
      {
        "Sid": "",
        "Effect": "Allow",
        "Principal": {
          "Service": "forecast.amazonaws.com"
        },
        "Action": "sts:AssumeRole"
      }
    ]
  }'
"""

BUCKET_ACCESS = """
aws iam put-role-policy \\
  --role-name ForecastRole \\
  --policy-name ForecastBucketAccessPolicy \\
  --policy-document '{
    "Version":"2012-10-17",
    "Statement":[
        {
            "Effect":"Allow",
            "Action":[
                "s3:Get*",
                "s3:List*",
                "s3:PutObject"
            ],
            "Resource":[
                "arn:aws:s3:::bucket-name",
                "arn:aws:s3:::bucket-name/*"
            ]
        }
    ]
}'
"""


def filled(command, account, role):
    filled = command.replace("ForecastRole", role).replace("account-id", account.id)
    return filled.replace(":region:", f":{account.ready['region']}:").replace("bucket-name", "my-forecast-data")


def check_create_role(account, command):
    role = unique("ForecastRole")
    ran = account.shell(filled(command, account, role))
    assert ran.returncode == 0, ran.stderr
    answer = json.loads(ran.stdout)["Role"]
    assert list(answer) == ["Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument"]
    assert answer["Path"] == "/"
    assert answer["RoleName"] == role
    assert answer["RoleId"].startswith("AROA") and len(answer["RoleId"]) == 21
    assert answer["Arn"] == f"arn:aws:iam::{account.id}:role/{role}"
    printed = command.split("--assume-role-policy-document '")[1].rsplit("'", 1)[0]
    assert answer["AssumeRolePolicyDocument"] == json.loads(filled(printed, account, role))
    return role


def test_create_role_with_the_condition_block(admin):
    check_create_role(admin, WITH_CONDITION)


def test_create_role_without_the_condition_block(admin):
    check_create_role(admin, WITHOUT_CONDITION)


def test_put_role_policy(admin):
    role = check_create_role(admin, WITH_CONDITION)
    ran = admin.shell(filled(BUCKET_ACCESS, admin, role))
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    stored = admin.client("iam").get_role_policy(RoleName=role, PolicyName="ForecastBucketAccessPolicy")
    assert stored["PolicyDocument"]["Statement"][0]["Action"] == ["s3:Get*", "s3:List*", "s3:PutObject"]


def test_the_same_commands_without_permission_are_refused(root):
    user = root.user(statement("iam:Get*"))
    ran = user.shell(filled(WITH_CONDITION, user, "ForecastRole"))
    assert ran.returncode in (254, 255)  # the second and the first version of the AWS CLI
    assert ran.stderr.strip() == (
        "An error occurred (AccessDenied) when calling the CreateRole operation: "
        f"User: arn:aws:iam::{user.id}:user/{user.name} is not authorized to perform: iam:CreateRole "
        f"on resource: arn:aws:iam::{user.id}:role/ForecastRole "
        "because no identity-based policy allows the iam:CreateRole action"
    )
