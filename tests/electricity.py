"""The electricity data set, a short piece of it, and the way from it to a forecast."""

from conftest import ROOT, eventually, statement, trusting, unique

ITEMS = ("client_10", "client_12", "client_111")
ROWS = 600
SCHEMA = {
    "Attributes": [
        {"AttributeName": "item_id", "AttributeType": "string"},
        {"AttributeName": "timestamp", "AttributeType": "timestamp"},
        {"AttributeName": "target_value", "AttributeType": "float"},
    ]
}
ENDED = ("ACTIVE", "CREATE_FAILED", "CREATE_STOPPED")


def rows(items=ITEMS, count=ROWS):
    """The last hours of each client, as CSV."""
    lines = (ROOT / "data" / "electricity" / "tts.csv").read_text().splitlines(keepends=True)
    return "".join(line for item in items for line in [one for one in lines if one.startswith(item + ",")][-count:])


def name(prefix="n"):
    return unique(prefix).replace("-", "_")


class Place:
    """A bucket with the data and the role of the guide, in one account, for one caller."""

    def __init__(self, account, caller=None, body=None):
        self.account, self.caller = account, caller or account
        self.bucket = unique("forecast")
        self.s3 = account.client("s3")
        self.s3.create_bucket(Bucket=self.bucket)
        self.s3.put_object(Bucket=self.bucket, Key="train/tts.csv", Body=(body or rows()).encode())
        self.role = self.make_role()

    @property
    def forecast(self):
        return self.caller.client("forecast")

    def trust(self):
        return trusting(
            {"Service": "forecast.amazonaws.com"},
            Condition={
                "StringEquals": {"aws:SourceAccount": self.account.id},
                "ArnLike": {"aws:SourceArn": f"arn:aws:forecast:us-east-1:{self.account.id}:*"},
            },
        )

    def access(self, *actions):
        resources = [f"arn:aws:s3:::{self.bucket}", f"arn:aws:s3:::{self.bucket}/*"]
        return statement(list(actions or ("s3:Get*", "s3:List*", "s3:PutObject")), resources)

    def make_role(self, trust=None, access=None):
        return self.account.role(trust or self.trust(), access or self.access())

    def dataset(self):
        answer = self.account.client("forecast").create_dataset(
            DatasetName=name("data"),
            Domain="CUSTOM",
            DatasetType="TARGET_TIME_SERIES",
            DataFrequency="H",
            Schema=SCHEMA,
        )
        return answer["DatasetArn"]

    def source(self, role=None, path="train/tts.csv"):
        return {"S3Config": {"Path": f"s3://{self.bucket}/{path}", "RoleArn": role or self.role}}

    def start_import(self, role=None, path="train/tts.csv", dataset=None, **more):
        """A dataset and a running import of the data into it."""
        dataset = dataset or self.dataset()
        job = self.forecast.create_dataset_import_job(
            DatasetImportJobName=name("import"), DatasetArn=dataset, DataSource=self.source(role, path),
            TimestampFormat="yyyy-MM-dd HH:mm:ss", **more,
        )
        return dataset, job["DatasetImportJobArn"]

    def imported(self, job):
        """How the import ended."""
        return self.ended("describe_dataset_import_job", DatasetImportJobArn=job)

    def ended(self, describe, **which):
        call = getattr(self.account.client("forecast"), describe)

        def look():
            told = call(**which)
            return told if told["Status"] in ENDED else None

        return eventually(look, wait=120)
