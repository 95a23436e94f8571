"""The confused deputy, played on one server with two customers. README.md beside this file tells the story.

    deputy dev --listen 127.0.0.1:0 --account 111122223333 --account 444455556666 --ready-file ready.json
    python run.py ready.json

Each step says what is tried and what came of it; a step that comes out otherwise ends the run with an error.
"""

import json
import sys
import time
import uuid

import boto3
from botocore.exceptions import ClientError

SUFFIX = uuid.uuid4().hex[:8]
SERVICE = "forecast.amazonaws.com"
PAYROLL = "".join(
    f"employee_{number},2025-{month:02}-01,{4000 + 900 * number}\n" for number in range(1, 4) for month in range(1, 13)
)
SCHEMA = {
    "Attributes": [
        {"AttributeName": "item_id", "AttributeType": "string"},
        {"AttributeName": "timestamp", "AttributeType": "timestamp"},
        {"AttributeName": "target_value", "AttributeType": "float"},
    ]
}


class Customer:
    """Somebody with keys: makes clients, and explains what was refused in their account."""

    def __init__(self, name, ready, account_id, key, secret, token=None):
        self.name, self.ready, self.id = name, ready, account_id
        self.keys = {"aws_access_key_id": key, "aws_secret_access_key": secret, "aws_session_token": token}

    def client(self, service):
        return boto3.client(
            service, endpoint_url=self.ready["endpoint"], region_name=self.ready["region"], verify=self.ready["ca_bundle"],
            **self.keys,
        )

    def role(self, name, trust, *statements):
        """Makes a role, or gives it another trust; its ARN."""
        iam, name, document = self.client("iam"), f"{name}-{SUFFIX}", policy(trust)
        try:
            arn = iam.create_role(RoleName=name, AssumeRolePolicyDocument=document)["Role"]["Arn"]
        except iam.exceptions.EntityAlreadyExistsException:
            iam.update_assume_role_policy(RoleName=name, PolicyDocument=document)
            arn = iam.get_role(RoleName=name)["Role"]["Arn"]
        if statements:
            iam.put_role_policy(RoleName=name, PolicyName="rights", PolicyDocument=policy(*statements))
        return arn

    def assume(self, role):
        """A session of the role, in the account that the role is of."""
        keys = self.client("sts").assume_role(RoleArn=role, RoleSessionName=self.name.lower())["Credentials"]
        account = role.split(":")[4]
        return Customer(self.name, self.ready, account, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])

    def user(self, name, *statements):
        """A user with these rights: root users assume no roles."""
        iam, name = self.client("iam"), f"{name}-{SUFFIX}"
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, PolicyName="rights", PolicyDocument=policy(*statements))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return Customer(self.name, self.ready, self.id, key["AccessKeyId"], key["SecretAccessKey"])

    def dataset(self, name):
        return self.client("forecast").create_dataset(
            DatasetName=f"{name}_{SUFFIX}", Domain="CUSTOM", DatasetType="TARGET_TIME_SERIES", DataFrequency="M",
            Schema=SCHEMA,
        )["DatasetArn"]

    def start_import(self, dataset, path, role):
        return self.client("forecast").create_dataset_import_job(
            DatasetImportJobName=f"import_{uuid.uuid4().hex[:8]}", DatasetArn=dataset, TimestampFormat="yyyy-MM-dd",
            DataSource={"S3Config": {"Path": path, "RoleArn": role}},
        )["DatasetImportJobArn"]

    def ended(self, job):
        """How the import ended."""
        for _ in range(600):
            told = self.client("forecast").describe_dataset_import_job(DatasetImportJobArn=job)
            if told["Status"] in ("ACTIVE", "CREATE_FAILED"):
                return told
            time.sleep(0.1)
        sys.exit(f"the import {job} did not end")

    def imports(self, dataset, path, role):
        return self.ended(self.start_import(dataset, path, role))

    def explain(self, error):
        """Prints why a call of this account was refused, as `sts:DecodeAuthorizationMessage` tells it."""
        encoded = error.response["ResponseMetadata"]["HTTPHeaders"]["x-deputy-authorization-message"]
        decoded = json.loads(self.client("sts").decode_authorization_message(EncodedMessage=encoded)["DecodedMessage"])
        asked = decoded["context"]
        say(f"asked:    {asked['action']} on {asked['resource']}")
        explanation = decoded["explanation"]
        for part in explanation["matched"]:
            say(f"because:  statement {part['index'] + 1} of policy {part['policy']} says {part['effect']},")
            say("          and the account of the resource, which alone is told why, does not")
        failed = [part for part in explanation["failed"] if concerns(part, asked["action"])]
        for part in failed:
            about = " ".join(filter(None, (part["element"], part.get("key"))))
            had = part["requestValue"].get("value") if isinstance(part["requestValue"], dict) else "missing"
            say(f"because:  statement {part['index'] + 1} of policy {part['policy']} wants {about}")
            say(f"          {', '.join(part['policyValues'])}")
            say(f"          and the request has {had}")
        if not failed and not explanation["matched"]:
            say("because:  no statement of this account speaks of it")


def concerns(part, action):
    """Whether a statement that did not match is about this service at all."""
    service = action.split(":")[0]
    return part["element"] != "Action" or any(wanted.startswith((f"{service}:", "*")) for wanted in part["policyValues"])


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action, resource="*", **rest):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **rest}


def trust(principal, **conditions):
    statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
    return {**statement, "Condition": conditions} if conditions else statement


def step(text):
    print(f"\n{text}")


def say(text):
    print(f"    {text}")


def refused(call, code):
    """Makes the call, which must be refused with this code; the error."""
    try:
        call()
    except ClientError as error:
        told = error.response["Error"]
        if told["Code"] == code:
            say(f"refused:  {told['Code']}: {told.get('Message', '')}")
            return error
        raise
    sys.exit("this should have been refused")


def failed(job, because):
    """The import must have failed for this reason."""
    if job["Status"] != "CREATE_FAILED" or because not in job["Message"]:
        sys.exit(f"this should have failed because of {because}: {job['Status']} {job.get('Message')}")
    say(f"failed:   {job['Message']}")


def worked(job):
    """The import must have worked; what Forecast tells about the numbers it read."""
    if job["Status"] != "ACTIVE":
        sys.exit(f"this should have worked: {job.get('Message')}")
    told = job["FieldStatistics"]["target_value"]
    say(f"worked:   {told['Count']} salaries from {told['Min']} to {told['Max']}, {told['Avg']:.0f} on average")


def main(ready):
    alba, bruno = (
        Customer(name, ready, told["account_id"], told["access_key_id"], told["secret_access_key"])
        for name, told in zip(("Alba", "Bruno"), ready["accounts"])
    )
    bucket = f"payroll-{SUFFIX}"
    path = f"s3://{bucket}/2025.csv"
    alba.client("s3").create_bucket(Bucket=bucket)
    alba.client("s3").put_object(Bucket=bucket, Key="2025.csv", Body=PAYROLL.encode())
    reads = allow(["s3:GetObject", "s3:ListBucket"], [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"])
    reader = alba.role("payroll-reader", trust({"Service": SERVICE}), reads)
    payroll = alba.dataset("payroll")

    step(f"1. Alba ({alba.id}) lets Forecast read her payroll through a role that trusts the service for whatever it does.")
    worked(alba.imports(payroll, path, reader))

    from_outside(alba, bruno, path, reader)
    partner = from_inside(alba, bruno, path, reader)
    close(alba, partner, path, reader, payroll)
    print("\nEvery step came out as told.")


def from_outside(alba, bruno, path, reader):
    """What Bruno can try in his own account."""
    orders = bruno.dataset("orders")
    step(f"2. Bruno ({bruno.id}) names Alba's role to Forecast. The service takes no role of another account.")
    refused(lambda: bruno.start_import(orders, path, reader), "InvalidInputException")

    step("3. Bruno assumes the role himself. It trusts the service and not him, whatever he allows himself.")
    mallory = bruno.user("mallory", allow("*"))
    mallory.explain(refused(lambda: mallory.assume(reader), "AccessDenied"))

    step("4. Bruno passes a role of his own. Alba's bucket does not know it.")
    own = bruno.role("own", trust({"Service": SERVICE}), allow("s3:*"))
    failed(bruno.imports(orders, path, own), "Access Denied")

    step("5. Bruno's role gets a trust like the one Alba should have: only for her account. Forecast acts for Bruno's")
    say("data set, says so when it assumes the role, and is refused: what Alba's condition would do if step 2 did not.")
    own = bruno.role("own", trust({"Service": SERVICE}, StringEquals={"aws:SourceAccount": alba.id}))
    failed(bruno.imports(orders, path, own), "sts:AssumeRole")


def from_inside(alba, bruno, path, reader):
    """What Bruno can do once Alba lets him work in her account; his session there, and his data set."""
    step("6. Alba hires Bruno: a role for him, with Forecast for data sets called orders, and PassRole as AWS's managed")
    say("policy for Forecast has it: any role, to Forecast. He may not read the payroll.")
    mine = f"arn:aws:forecast:*:{alba.id}:dataset*/orders_*"
    worker = bruno.user("worker", allow("sts:AssumeRole"))
    rights = [
        allow("forecast:*", mine),
        allow("iam:PassRole", Condition={"StringEquals": {"iam:PassedToService": SERVICE}}),
    ]
    session = worker.assume(alba.role("partner", trust({"AWS": bruno.id}), *rights))
    bucket, key = path.removeprefix("s3://").split("/")
    alba.explain(refused(lambda: session.client("s3").get_object(Bucket=bucket, Key=key), "AccessDenied"))

    step("7. So Forecast reads it for him: the role is Alba's, the data set is his. This is the confused deputy.")
    orders = session.dataset("orders")
    worked(session.imports(orders, path, reader))
    return session, orders


def close(alba, partner, path, reader, payroll):
    """What Alba can do about it."""
    session, orders = partner
    step("8. aws:SourceAccount alone does not help here: the data set is in Alba's account too.")
    account = {"StringEquals": {"aws:SourceAccount": alba.id}}
    alba.role("payroll-reader", trust({"Service": SERVICE}, **account))
    worked(session.imports(orders, path, reader))

    step("9. aws:SourceArn says for which data set the role is. Bruno's import is refused, and Alba's goes on.")
    name = payroll.split("/")[-1]
    source = f"arn:aws:forecast:{alba.ready['region']}:{alba.id}:dataset-import-job/{name}/*"
    alba.role("payroll-reader", trust({"Service": SERVICE}, **account, ArnLike={"aws:SourceArn": source}))
    failed(session.imports(orders, path, reader), "sts:AssumeRole")
    worked(alba.imports(payroll, path, reader))

    step("10. And a role is passed by name: with PassRole for his own role only, Bruno's call does not even become a job.")
    alba.client("iam").put_role_policy(
        RoleName=f"partner-{SUFFIX}", PolicyName="rights",
        PolicyDocument=policy(
            allow("forecast:*", f"arn:aws:forecast:*:{alba.id}:dataset*/orders_*"),
            allow("iam:PassRole", f"arn:aws:iam::{alba.id}:role/orders-reader"),
        ),
    )
    alba.explain(refused(lambda: session.start_import(orders, path, reader), "AccessDeniedException"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1]) as file:
        main(json.load(file))
