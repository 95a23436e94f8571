"""Amazon Forecast: the whole way on real data, and each permission of it taken away singly."""

import csv
import datetime
import io
import json
import types

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

import electricity
from conftest import all_but, denied, policy, refused, statement, trusting, unique
from electricity import ITEMS, SCHEMA, Place, name
from permissions import Case, served

FULL_ACCESS = "arn:aws:iam::aws:policy/AmazonForecastFullAccess"
END = datetime.datetime(2014, 11, 29)
HOUR = datetime.timedelta(hours=1)
NO_SUCH = "arn:aws:forecast:us-east-1:111122223333:{}/no_such"


@pytest.fixture(scope="module")
def place(root):
    return Place(root)


@pytest.fixture(scope="module")
def made(root, place):
    """The whole way, gone by a user who has nothing but AWS's managed policy for Forecast."""
    user = root.user()
    root.client("iam").attach_user_policy(UserName=user.name, PolicyArn=FULL_ACCESS)
    place.caller = user
    forecast, tags = user.client("forecast"), [{"Key": "Team", "Value": "retail"}]
    dataset, job = place.start_import()
    assert place.imported(job)["Status"] == "ACTIVE"
    group = forecast.create_dataset_group(DatasetGroupName=name("group"), Domain="CUSTOM", DatasetArns=[dataset])
    predictor = forecast.create_auto_predictor(
        PredictorName=name("predictor"), ForecastHorizon=24, ForecastFrequency="H",
        DataConfig={"DatasetGroupArn": group["DatasetGroupArn"]}, Tags=tags,
    )["PredictorArn"]
    told = place.ended("describe_auto_predictor", PredictorArn=predictor)
    assert told["Status"] == "ACTIVE", told.get("Message")
    arn = forecast.create_forecast(ForecastName=name("forecast"), PredictorArn=predictor)["ForecastArn"]
    assert place.ended("describe_forecast", ForecastArn=arn)["Status"] == "ACTIVE"
    export = forecast.create_forecast_export_job(
        ForecastExportJobName=name("export"), ForecastArn=arn, Destination=place.source(path="out"),
    )["ForecastExportJobArn"]
    told = place.ended("describe_forecast_export_job", ForecastExportJobArn=export)
    assert told["Status"] == "ACTIVE", told.get("Message")
    return types.SimpleNamespace(
        user=user,
        dataset=dataset,
        job=job,
        group=group["DatasetGroupArn"],
        predictor=predictor,
        forecast=arn,
        export=export,
    )


@pytest.fixture
def forecast(root):
    return root.client("forecast")


# The whole way


def test_the_import_tells_what_it_read(forecast, made):
    told = forecast.describe_dataset_import_job(DatasetImportJobArn=made.job)
    assert told["DatasetArn"] == made.dataset and told["ImportMode"] == "FULL"
    assert told["DataSource"]["S3Config"]["Path"].endswith("/train/tts.csv")
    fields = told["FieldStatistics"]
    rows = len(ITEMS) * electricity.ROWS
    assert (fields["item_id"]["Count"], fields["item_id"]["CountDistinct"]) == (rows, 3)
    assert fields["timestamp"]["CountDistinct"] == electricity.ROWS
    assert (fields["timestamp"]["Min"], fields["timestamp"]["Max"]) == ("2014-11-04T00:00:00Z", "2014-11-28T23:00:00Z")
    value = fields["target_value"]
    assert (
        value["CountNull"] == 0 and float(value["Min"]) <= value["Avg"] <= float(value["Max"]) and value["Stddev"] > 0
    )


def test_the_data_set_and_its_group(forecast, made):
    dataset = forecast.describe_dataset(DatasetArn=made.dataset)
    assert (dataset["Status"], dataset["Domain"], dataset["DataFrequency"]) == ("ACTIVE", "CUSTOM", "H")
    assert dataset["Schema"] == SCHEMA
    group = forecast.describe_dataset_group(DatasetGroupArn=made.group)
    assert (group["Status"], group["DatasetArns"]) == ("ACTIVE", [made.dataset])


def test_the_predictor_and_its_accuracy(forecast, made):
    told = forecast.describe_auto_predictor(PredictorArn=made.predictor)
    assert (told["ForecastHorizon"], told["ForecastTypes"], told["ForecastFrequency"]) == (
        24,
        ["0.1", "0.5", "0.9"],
        "H",
    )
    assert told["DataConfig"]["DatasetGroupArn"] == made.group
    told = forecast.get_accuracy_metrics(PredictorArn=made.predictor)
    assert told["IsAutoPredictor"] is True
    result, = told["PredictorEvaluationResults"]
    summary, *windows = result["TestWindows"]
    assert summary["EvaluationType"] == "SUMMARY" and windows
    assert {window["EvaluationType"] for window in windows} == {"COMPUTED"}
    assert windows[0]["TestWindowEnd"] - windows[0]["TestWindowStart"] == 24 * HOUR and windows[0]["ItemCount"] == 3
    metrics = summary["Metrics"]
    assert [loss["Quantile"] for loss in metrics["WeightedQuantileLosses"]] == [0.9, 0.5, 0.1]
    mean, = metrics["ErrorMetrics"]
    assert 0 < mean["WAPE"] < 0.5 and mean["RMSE"] > 0 and mean["MAPE"] > 0 and mean["MASE"] > 0
    assert 0 < metrics["AverageWeightedQuantileLoss"] < 0.5


@pytest.mark.parametrize("item", ITEMS)
def test_a_query_gives_the_next_day(root, made, item):
    query = made.user.client("forecastquery").query_forecast
    predictions = query(ForecastArn=made.forecast, Filters={"item_id": item})["Forecast"]["Predictions"]
    assert set(predictions) == {"p10", "p50", "p90"}
    times = [(END + hour * HOUR).strftime("%Y-%m-%dT%H:%M:%S") for hour in range(24)]
    for points in predictions.values():
        assert [point["Timestamp"] for point in points] == times
    for low, middle, high in zip(*(predictions[quantile] for quantile in ("p10", "p50", "p90"))):
        assert 0 <= low["Value"] <= middle["Value"] <= high["Value"]
    actual = [float(row[2]) for row in csv.reader(holdout()) if row[0] == item]
    error = sum(abs(point["Value"] - value) for point, value in zip(predictions["p50"], actual))
    assert error / sum(actual) < 0.7  # Of so short a piece not more is asked.


def holdout():
    return (electricity.ROOT / "data" / "electricity" / "holdout.csv").open()


def test_a_query_may_ask_for_a_part(root, made):
    query = root.client("forecastquery").query_forecast
    part = query(
        ForecastArn=made.forecast, Filters={"item_id": ITEMS[0]},
        StartDate="2014-11-29T05:00:00", EndDate="2014-11-29T07:00:00",
    )["Forecast"]["Predictions"]["p50"]
    assert [point["Timestamp"] for point in part] == [f"2014-11-29T0{hour}:00:00" for hour in (5, 6, 7)]


@pytest.mark.parametrize(
    "asked, code",
    [
        ({"Filters": {"item_id": "nobody"}}, "ResourceNotFoundException"),
        ({"Filters": {"nothing": "client_10"}}, "InvalidInputException"),
        ({"Filters": {"item_id": ITEMS[0]}, "StartDate": "2014-11-28T05:00:00"}, "InvalidInputException"),
        ({"Filters": {"item_id": ITEMS[0]}, "EndDate": "2014-12-30T05:00:00"}, "InvalidInputException"),
        (
            {"Filters": {"item_id": ITEMS[0]}, "StartDate": "2014-11-29T07:00:00", "EndDate": "2014-11-29T05:00:00"},
            "InvalidInputException",
        ),
        ({"Filters": {"item_id": ITEMS[0]}, "StartDate": "yesterday"}, "InvalidInputException"),
    ],
)
def test_a_query_that_cannot_be_answered(root, made, asked, code):
    with refused(code, status=400):
        root.client("forecastquery").query_forecast(ForecastArn=made.forecast, **asked)


def test_the_export_is_the_forecast_as_csv(root, place, made):
    told = root.client("forecast").describe_forecast_export_job(ForecastExportJobArn=made.export)
    job = told["ForecastExportJobName"]
    keys = [entry["Key"] for entry in place.s3.list_objects_v2(Bucket=place.bucket, Prefix="out/")["Contents"]]
    parts = [key for key in keys if key.startswith(f"out/{job}_") and key.endswith("_part0.csv")]
    assert len(parts) == 1
    text = place.s3.get_object(Bucket=place.bucket, Key=parts[0])["Body"].read().decode()
    header, *rows = list(csv.reader(io.StringIO(text)))
    assert header == ["item_id", "date", "p10", "p50", "p90"]
    assert len(rows) == 3 * 24 and {row[0] for row in rows} == set(ITEMS)
    first = next(row for row in rows if row[0] == "client_10")
    assert first[1] == "2014-11-29T00:00:00Z"
    query = root.client("forecastquery").query_forecast(ForecastArn=made.forecast, Filters={"item_id": "client_10"})
    assert float(first[3]) == pytest.approx(query["Forecast"]["Predictions"]["p50"][0]["Value"])


def test_everything_is_listed(forecast, made):
    lists = {
        "list_datasets": ("Datasets", "DatasetArn", made.dataset),
        "list_dataset_groups": ("DatasetGroups", "DatasetGroupArn", made.group),
        "list_dataset_import_jobs": ("DatasetImportJobs", "DatasetImportJobArn", made.job),
        "list_predictors": ("Predictors", "PredictorArn", made.predictor),
        "list_forecasts": ("Forecasts", "ForecastArn", made.forecast),
        "list_forecast_export_jobs": ("ForecastExportJobs", "ForecastExportJobArn", made.export),
    }
    for method, (member, arn, mine) in lists.items():
        pages = forecast.get_paginator(method).paginate(PaginationConfig={"PageSize": 2})
        assert mine in [entry[arn] for page in pages for entry in page[member]], method


FILTERS = [
    ("list_dataset_import_jobs", "DatasetImportJobs", "DatasetArn", "dataset"),
    ("list_predictors", "Predictors", "DatasetGroupArn", "group"),
    ("list_forecasts", "Forecasts", "PredictorArn", "predictor"),
    ("list_forecasts", "Forecasts", "DatasetGroupArn", "group"),
    ("list_forecast_export_jobs", "ForecastExportJobs", "ForecastArn", "forecast"),
]


@pytest.mark.parametrize("method, member, key, which", FILTERS)
def test_lists_are_filtered(forecast, made, method, member, key, which):
    call = getattr(forecast, method)
    of = {"Key": key, "Value": getattr(made, which), "Condition": "IS"}
    assert len(call(Filters=[of])[member]) == 1
    assert call(Filters=[of, {"Key": "Status", "Value": "ACTIVE", "Condition": "IS_NOT"}])[member] == []
    with refused("InvalidInputException", status=400):
        call(Filters=[{**of, "Key": "Colour"}])


def test_lists_page_newest_first(forecast):
    arns = [
        forecast.create_dataset_group(DatasetGroupName=name("paged"), Domain="CUSTOM")["DatasetGroupArn"]
        for _ in range(4)
    ]
    pages = forecast.get_paginator("list_dataset_groups").paginate(PaginationConfig={"PageSize": 1, "MaxItems": 4})
    assert [entry["DatasetGroupArn"] for page in pages for entry in page["DatasetGroups"]] == arns[::-1]
    with refused("InvalidNextTokenException", status=400):
        forecast.list_dataset_groups(NextToken="garbled")
    with refused("ValidationException", status=400):
        forecast.list_dataset_groups(MaxResults=101)
    for arn in arns:
        forecast.delete_dataset_group(DatasetGroupArn=arn)


def test_tags(root, forecast, made):
    assert forecast.list_tags_for_resource(ResourceArn=made.predictor)["Tags"] == [{"Key": "Team", "Value": "retail"}]
    forecast.tag_resource(ResourceArn=made.group, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
    forecast.untag_resource(ResourceArn=made.group, TagKeys=["a"])
    assert forecast.list_tags_for_resource(ResourceArn=made.group)["Tags"] == [{"Key": "b", "Value": "2"}]
    tagged = {"StringEquals": {"aws:ResourceTag/Team": "retail"}}
    user = root.user(statement("forecast:Describe*", Condition=tagged))
    user.client("forecast").describe_auto_predictor(PredictorArn=made.predictor)
    with refused("AccessDeniedException"):
        user.client("forecast").describe_dataset_group(DatasetGroupArn=made.group)


@pytest.mark.parametrize(
    "method, which",
    [
        ("delete_dataset", "dataset"),
        ("delete_dataset_group", "group"),
        ("delete_predictor", "predictor"),
        ("delete_forecast", "forecast"),
    ],
)
def test_what_others_stand_on_is_not_deleted(forecast, made, method, which):
    arn = getattr(made, which)
    member = {"delete_dataset": "DatasetArn", "delete_dataset_group": "DatasetGroupArn"}.get(
        method, "PredictorArn" if "predictor" in method else "ForecastArn"
    )
    with refused("ResourceInUseException", status=400):
        getattr(forecast, method)(**{member: arn})


def test_from_the_last_to_the_first_everything_is_deleted(root, forecast, place):
    dataset, job = place.start_import()
    place.imported(job)
    group = forecast.create_dataset_group(DatasetGroupName=name("group"), Domain="CUSTOM", DatasetArns=[dataset])
    steps = [
        ("dataset_import_job", "DatasetImportJobArn", job),
        ("dataset", "DatasetArn", dataset),
        ("dataset_group", "DatasetGroupArn", group["DatasetGroupArn"]),
    ]
    for noun, member, arn in steps:
        getattr(forecast, f"delete_{noun}")(**{member: arn})
        with refused("ResourceNotFoundException", status=400):
            getattr(forecast, f"describe_{noun}")(**{member: arn})


# The permission of each operation


def on_made(which, member, **more):
    return lambda root, made: Case({member: getattr(made, which), **more}, getattr(made, which))


def arn_of(root, tail):
    return f"arn:aws:forecast:us-east-1:{root.id}:{tail}"


def new_dataset(root, _made):
    fresh = name("data")
    arguments = {
        "DatasetName": fresh,
        "Domain": "CUSTOM",
        "DatasetType": "TARGET_TIME_SERIES",
        "DataFrequency": "H",
        "Schema": SCHEMA,
    }
    return Case(arguments, arn_of(root, f"dataset/{fresh}"))


def new_group(root, _made):
    fresh = name("group")
    return Case({"DatasetGroupName": fresh, "Domain": "CUSTOM"}, arn_of(root, f"dataset-group/{fresh}"))


def disposable_dataset(root, made):
    case = new_dataset(root, made)
    root.client("forecast").create_dataset(**case.arguments)
    return Case({"DatasetArn": case.resource}, case.resource)


def disposable_group(root, made):
    case = new_group(root, made)
    root.client("forecast").create_dataset_group(**case.arguments)
    return Case({"DatasetGroupArn": case.resource}, case.resource)


def everywhere(**arguments):
    return lambda root, made: Case(arguments, "*")


OPERATIONS = {
    "CreateDataset": new_dataset,
    "DescribeDataset": on_made("dataset", "DatasetArn"),
    "ListDatasets": everywhere(),
    "DeleteDataset": disposable_dataset,
    "CreateDatasetGroup": new_group,
    "DescribeDatasetGroup": on_made("group", "DatasetGroupArn"),
    "ListDatasetGroups": everywhere(),
    "UpdateDatasetGroup": lambda root, made: Case(
        {**disposable_group(root, made).arguments, "DatasetArns": []}, arn_of(root, "dataset-group/*")
    ),
    "DeleteDatasetGroup": disposable_group,
    "DescribeDatasetImportJob": on_made("job", "DatasetImportJobArn"),
    "ListDatasetImportJobs": everywhere(),
    "DescribeAutoPredictor": on_made("predictor", "PredictorArn"),
    "ListPredictors": everywhere(),
    "GetAccuracyMetrics": on_made("predictor", "PredictorArn"),
    "DescribeForecast": on_made("forecast", "ForecastArn"),
    "ListForecasts": everywhere(),
    "DescribeForecastExportJob": on_made("export", "ForecastExportJobArn"),
    "ListForecastExportJobs": everywhere(),
    "TagResource": on_made("group", "ResourceArn", Tags=[{"Key": "x", "Value": "1"}]),
    "UntagResource": on_made("group", "ResourceArn", TagKeys=["x"]),
    "ListTagsForResource": on_made("group", "ResourceArn"),
    "QueryForecast": on_made("forecast", "ForecastArn", Filters={"item_id": "client_10"}),
}
# Their arguments are of a kind that only refusals are tried here; allowed they are on the whole way above.
REFUSED_ONLY = {
    "CreateAutoPredictor": lambda root, made: Case({"PredictorName": name()}, "*"),
    "DeletePredictor": on_made("predictor", "PredictorArn"),
    "CreateForecast": lambda root, made: Case({"ForecastName": name(), "PredictorArn": made.predictor}, made.predictor),
    "DeleteForecast": on_made("forecast", "ForecastArn"),
    "DeleteForecastExportJob": on_made("export", "ForecastExportJobArn"),
    "DeleteDatasetImportJob": on_made("job", "DatasetImportJobArn"),
}
ELSEWHERE = {"CreateDatasetImportJob", "CreateForecastExportJob"}


def test_every_served_operation_is_among_these_tests():
    assert {*OPERATIONS, *REFUSED_ONLY, *ELSEWHERE} == served("forecast") | served("forecastquery")


def text_of(user, action, resource):
    reason = f"because no identity-based policy allows the {action} action"
    on = "" if resource == "*" else f" on resource: {resource}"
    return f"User: {user.arn} is not authorized to perform: {action}{on} {reason}"


@pytest.mark.parametrize("operation", {**OPERATIONS, **REFUSED_ONLY})
def test_each_operation_needs_its_permission_and_no_other(root, made, operation):
    case = {**OPERATIONS, **REFUSED_ONLY}[operation](root, made)
    action = f"forecast:{operation}"
    user = root.user(all_but(action))
    client = user.client("forecastquery" if operation == "QueryForecast" else "forecast")
    call = getattr(client, xform_name(operation))
    shown = case.arguments.get("DatasetGroupArn", case.resource) if operation == "UpdateDatasetGroup" else case.resource
    with refused("AccessDeniedException", text_of(user, action, shown), 400):
        call(**case.arguments)
    if operation in OPERATIONS:
        user.set_policy(statement(action, case.resource))
        call(**case.arguments)


def test_a_group_takes_only_data_sets_that_the_caller_may_use(root, made):
    case = disposable_group(root, made)
    user = root.user(statement("forecast:UpdateDatasetGroup", case.resource))
    with refused("AccessDeniedException", text_of(user, "forecast:UpdateDatasetGroup", made.dataset), 400):
        user.client("forecast").update_dataset_group(**case.arguments, DatasetArns=[made.dataset])
    user.set_policy(statement("forecast:UpdateDatasetGroup", [case.resource, made.dataset]))
    user.client("forecast").update_dataset_group(**case.arguments, DatasetArns=[made.dataset])


# Passing a role


def start(kind, place, made, user, role, dataset=None):
    """Starts an import or an export with a role, as the user."""
    client = user.client("forecast")
    if kind == "import":
        return client.create_dataset_import_job(
            DatasetImportJobName=name("import"), DatasetArn=dataset or place.dataset(), DataSource=place.source(role),
            TimestampFormat="yyyy-MM-dd HH:mm:ss",
        )["DatasetImportJobArn"]
    return client.create_forecast_export_job(
        ForecastExportJobName=name("export"), ForecastArn=made.forecast, Destination=place.source(role, "out"),
    )["ForecastExportJobArn"]


CREATES = {"import": "forecast:CreateDatasetImportJob", "export": "forecast:CreateForecastExportJob"}


@pytest.mark.parametrize("kind", CREATES)
def test_starting_a_job_needs_its_permission(root, place, made, kind):
    user = root.user(all_but(CREATES[kind]))
    with refused("AccessDeniedException", status=400) as caught:
        start(kind, place, made, user, place.role)
    message = caught.value.response["Error"]["Message"]
    assert message.startswith(f"User: {user.arn} is not authorized to perform: {CREATES[kind]} on resource: ")
    assert message.endswith(f" because no identity-based policy allows the {CREATES[kind]} action")


PASSING = {
    "no permission": ([], False),
    "another role": ([statement("iam:PassRole", "arn:aws:iam::*:role/other")], False),
    "another service": (
        [statement("iam:PassRole", Condition={"StringEquals": {"iam:PassedToService": "sagemaker.amazonaws.com"}})],
        False,
    ),
    "denied": ([statement("iam:PassRole"), statement("iam:PassRole", effect="Deny")], False),
    "this role": ([statement("iam:PassRole", "{role}")], True),
    "this service": (
        [
            statement(
                "iam:PassRole", "{role}", Condition={"StringEquals": {"iam:PassedToService": "forecast.amazonaws.com"}}
            )
        ],
        True,
    ),
    "for forecast's resources": (
        [statement("iam:PassRole", Condition={"ArnLike": {"iam:AssociatedResourceArn": "arn:aws:forecast:*:*:*"}})],
        True,
    ),
}


@pytest.mark.parametrize("kind", CREATES)
@pytest.mark.parametrize("case", PASSING)
def test_passing_the_role(root, place, made, kind, case):
    statements, may = PASSING[case]
    statements = json.loads(json.dumps(statements).replace("{role}", place.role))
    user = root.user(statement("forecast:*"), *statements)
    if may:
        start(kind, place, made, user, place.role)
        return
    reason = "with an explicit deny in an identity-based policy" if case == "denied" else None
    with refused("AccessDeniedException", denied(user, "iam:PassRole", place.role, reason), 400):
        start(kind, place, made, user, place.role)


def test_a_role_of_another_account_cannot_be_passed(root, other_root, place, made):
    stranger = other_root.role(trusting({"Service": "forecast.amazonaws.com"}), statement("s3:*"))
    with refused("InvalidInputException", status=400):
        start("import", place, made, root, stranger)


@pytest.mark.parametrize(
    "arn", ["arn:aws:iam::111122223333:user/x", "arn:aws:iam::111122223333:role/", "arn:aws:s3:::x"]
)
def test_a_role_must_be_one(root, place, made, arn):
    with refused(("InvalidInputException", "ValidationException"), status=400):
        start("import", place, made, root, arn)


# What the role must allow. The call is accepted; the job fails and says why.


def failure(place, made, kind, role, caller):
    """The message of a job that could not use its role."""
    try:
        arn = start(kind, place, made, caller, role)
    except ClientError as error:
        told = error.response["Error"]
        assert told["Code"] == "InvalidInputException", told
        return told["Message"]
    describe, member = {
        "import": ("describe_dataset_import_job", "DatasetImportJobArn"),
        "export": ("describe_forecast_export_job", "ForecastExportJobArn"),
    }[kind]
    told = place.ended(describe, **{member: arn})
    assert told["Status"] == "CREATE_FAILED", told
    return told["Message"]


def trusts(account, **conditions):
    statement = trusting({"Service": "forecast.amazonaws.com"})
    return {**statement, "Condition": conditions} if conditions else statement


DISTRUST = {
    "another service": lambda account: trusting({"Service": "sagemaker.amazonaws.com"}),
    "the account instead of the service": lambda account: trusting({"AWS": account.id}),
    "another account": lambda account: trusts(account, StringEquals={"aws:SourceAccount": "444455556666"}),
    "another account's resources": lambda account: trusts(
        account, ArnLike={"aws:SourceArn": "arn:aws:forecast:us-east-1:444455556666:*"}
    ),
    "another region": lambda account: trusts(
        account, ArnLike={"aws:SourceArn": f"arn:aws:forecast:eu-west-1:{account.id}:*"}
    ),
    "another kind of resource": lambda account: trusts(
        account, ArnLike={"aws:SourceArn": f"arn:aws:forecast:us-east-1:{account.id}:predictor/*"}
    ),
    "an ARN with too few parts": lambda account: trusts(account, ArnLike={"aws:SourceArn": "arn:aws:forecast:*"}),
    "an external id": lambda account: trusts(account, StringEquals={"sts:ExternalId": "x"}),
}


@pytest.mark.parametrize("kind", CREATES)
@pytest.mark.parametrize("case", DISTRUST)
def test_a_role_that_does_not_trust_forecast_for_this(root, place, made, kind, case):
    role = place.make_role(trust=DISTRUST[case](root))
    message = failure(place, made, kind, role, root)
    assert role in message and "forecast.amazonaws.com" in message


TRUST = {
    "no condition": lambda account: trusts(account),
    "the account": lambda account: trusts(account, StringEquals={"aws:SourceAccount": account.id}),
    "the resources": lambda account: trusts(account, ArnLike={"aws:SourceArn": f"arn:aws:forecast:*:{account.id}:*"}),
    "as text": lambda account: trusts(
        account, StringLike={"aws:SourceArn": f"arn:aws:forecast:us-east-1:{account.id}:dataset-import-job/*"}
    ),
    "several services": lambda account: trusting({"Service": ["sagemaker.amazonaws.com", "forecast.amazonaws.com"]}),
}


@pytest.mark.parametrize("case", TRUST)
def test_a_role_that_does_trust_forecast_for_this(root, place, made, case):
    job = start("import", place, made, root, place.make_role(trust=TRUST[case](root)))
    told = place.imported(job)
    assert told["Status"] == "ACTIVE", told.get("Message")


MISSING = {
    "import without reading": ("import", ("s3:ListBucket",), "s3:GetObject"),
    "export without writing": ("export", ("s3:GetObject", "s3:ListBucket"), "s3:PutObject"),
}


@pytest.mark.parametrize("case", MISSING)
def test_the_message_of_the_job_is_what_aws_says(root, place, made, case):
    kind, actions, missing = MISSING[case]
    role = place.make_role(access=place.access(*actions))
    message = failure(place, made, kind, role, root)
    session = f"arn:aws:sts::{root.id}:assumed-role/{role.rsplit('/')[-1]}/"
    assert f"User: {session}" in message
    assert f"is not authorized to perform: {missing} on resource: \"arn:aws:s3:::{place.bucket}/" in message
    assert f"because no identity-based policy allows the {missing} action" in message
    assert role in message


def test_importing_a_folder_needs_listing_it(root, place, made):
    role = place.make_role(access=place.access("s3:GetObject"))
    client = root.client("forecast")
    job = client.create_dataset_import_job(
        DatasetImportJobName=name(), DatasetArn=place.dataset(), DataSource=place.source(role, "train/"),
        TimestampFormat="yyyy-MM-dd HH:mm:ss",
    )["DatasetImportJobArn"]
    told = place.imported(job)
    assert told["Status"] == "CREATE_FAILED"
    text = f'is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::{place.bucket}"'
    assert text in told["Message"]


def test_importing_a_folder_takes_all_its_files(root, place, made):
    for item in ITEMS:
        place.s3.put_object(Bucket=place.bucket, Key=f"split/{item}.csv", Body=electricity.rows([item], 50).encode())
    dataset, job = place.start_import(path="split/")
    told = place.imported(job)
    assert told["Status"] == "ACTIVE", told.get("Message")
    assert told["FieldStatistics"]["item_id"]["CountDistinct"] == 3


def test_a_deny_in_the_bucket_policy_is_a_deny_for_the_job(root, made):
    place = Place(root)
    rule = {
        "Effect": "Deny", "Principal": {"AWS": place.role}, "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{place.bucket}/*",
    }
    place.s3.put_bucket_policy(Bucket=place.bucket, Policy=policy(rule))
    message = failure(place, made, "import", place.role, root)
    assert "with an explicit deny in a resource-based policy" in message


@pytest.mark.parametrize("kind", CREATES)
def test_a_bucket_for_one_vpc_endpoint_only_is_closed_to_forecast(root, made, kind):
    """The guide's note: buckets that only allow VPC access result in an AccessDenied error."""
    place = Place(root)
    resources = [f"arn:aws:s3:::{place.bucket}", f"arn:aws:s3:::{place.bucket}/*"]
    rule = {
        "Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": resources[1],
        "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}},
    }
    place.s3.put_bucket_policy(Bucket=place.bucket, Policy=policy(rule))
    message = failure(place, made, kind, place.role, root)
    assert "is not authorized to perform: s3:" in message
    assert "with an explicit deny in a resource-based policy" in message


def test_the_callers_own_rights_do_not_help_the_job(root, place, made):
    """The caller may read the bucket; the role may not, and the role is what counts."""
    role = place.make_role(access=statement("s3:GetObject", "arn:aws:s3:::some-other-bucket/*"))
    assert "s3:" in failure(place, made, "import", role, root)


def test_the_job_needs_no_rights_of_its_caller(root, place, made):
    user = root.user(statement("forecast:CreateDatasetImportJob"), statement("iam:PassRole", place.role))
    with refused("AccessDenied"):
        user.client("s3").get_object(Bucket=place.bucket, Key="train/tts.csv")
    assert place.imported(start("import", place, made, user, place.role))["Status"] == "ACTIVE"


def test_the_boundary_of_the_role_limits_the_job(root, place, made):
    role = place.make_role()
    root.client("iam").put_role_permissions_boundary(RoleName=role.rsplit("/")[-1], PermissionsBoundary=FULL_ACCESS)
    message = failure(place, made, "import", role, root)
    assert "because no permissions boundary allows the s3:" in message


def test_a_role_named_by_the_bucket_policy_needs_no_policy_of_its_own(root, made):
    place = Place(root)
    role = root.role(place.trust())
    rule = {
        "Effect": "Allow", "Principal": {"AWS": role}, "Action": ["s3:GetObject", "s3:ListBucket"],
        "Resource": [f"arn:aws:s3:::{place.bucket}", f"arn:aws:s3:::{place.bucket}/*"],
    }
    place.s3.put_bucket_policy(Bucket=place.bucket, Policy=policy(
        {**rule, "Action": "s3:GetObject", "Resource": rule["Resource"][1]},
        {**rule, "Action": "s3:ListBucket", "Resource": rule["Resource"][0]},
    ))
    told = place.imported(start("import", place, made, root, role))
    assert told["Status"] == "ACTIVE", told.get("Message")


# Two accounts on one server


def test_the_confused_deputy(root, other_root, place):
    """Somebody who knows the ARN of a customer's role cannot have Forecast use it, in any of three ways."""
    victim, attacker = place, other_root
    own = Place(attacker)
    config = {"DatasetArn": own.dataset(), "TimestampFormat": "yyyy-MM-dd HH:mm:ss"}
    attack = lambda role, path: attacker.client("forecast").create_dataset_import_job(
        DatasetImportJobName=name(), DataSource={"S3Config": {"Path": path, "RoleArn": role}}, **config
    )
    # The victim's role cannot be passed by a stranger at all.
    open_role = victim.make_role(trust=trusts(root))
    for role in (victim.role, open_role):
        with refused("InvalidInputException", status=400):
            attack(role, f"s3://{victim.bucket}/train/tts.csv")
    # The attacker's own role does not reach the victim's bucket.
    job = attack(own.make_role(access=statement("s3:*")), f"s3://{victim.bucket}/train/tts.csv")["DatasetImportJobArn"]
    told = own.imported(job)
    assert told["Status"] == "CREATE_FAILED" and "Access Denied" in told["Message"]
    # And the victim's resources are not the attacker's.
    dataset = victim.dataset()
    for call, arguments in (
        ("describe_dataset", {"DatasetArn": dataset}),
        ("delete_dataset", {"DatasetArn": dataset}),
        (
            "create_dataset_import_job",
            {"DatasetImportJobName": name(), "DatasetArn": dataset, "DataSource": own.source()},
        ),
    ):
        with refused(("AccessDeniedException", "InvalidInputException", "ResourceNotFoundException"), status=400):
            getattr(attacker.client("forecast"), call)(**arguments)
    victim.account.client("forecast").describe_dataset(DatasetArn=dataset)


def test_a_bucket_of_another_account_may_be_opened_to_the_role(root, other_root, made):
    """Both sides agree: the role's policy, and the bucket policy of its owner."""
    theirs = Place(other_root)
    place = Place(root)
    path = f"s3://{theirs.bucket}/train/tts.csv"
    role = root.role(place.trust(), theirs.access())
    source = {"S3Config": {"Path": path, "RoleArn": role}}
    start = lambda: root.client("forecast").create_dataset_import_job(
        DatasetImportJobName=name(),
        DatasetArn=place.dataset(),
        DataSource=source,
        TimestampFormat="yyyy-MM-dd HH:mm:ss",
    )["DatasetImportJobArn"]
    assert place.imported(start())["Status"] == "CREATE_FAILED"
    rules = [
        {
            "Effect": "Allow",
            "Principal": {"AWS": role},
            "Action": action,
            "Resource": f"arn:aws:s3:::{theirs.bucket}{tail}",
        }
        for action, tail in (("s3:GetObject", "/*"), ("s3:ListBucket", ""))
    ]
    theirs.s3.put_bucket_policy(Bucket=theirs.bucket, Policy=policy(*rules))
    told = place.imported(start())
    assert told["Status"] == "ACTIVE", told.get("Message")


# Schemas and data that cannot be


def attributes(**kinds):
    return {"Attributes": [{"AttributeName": key, "AttributeType": kind} for key, kind in kinds.items()]}


GOOD = {"item_id": "string", "timestamp": "timestamp", "target_value": "float"}
BAD_SCHEMAS = {
    "no timestamp": attributes(item_id="string", target_value="float"),
    "no target": attributes(item_id="string", timestamp="timestamp"),
    "target of the wrong type": attributes(**{**GOOD, "target_value": "string"}),
    "timestamp of the wrong type": attributes(**{**GOOD, "timestamp": "string"}),
    "two timestamps": attributes(**GOOD, other="timestamp"),
    "a number as dimension": attributes(**GOOD, price="float"),
    "a name twice": {"Attributes": attributes(**GOOD)["Attributes"] + attributes(item_id="string")["Attributes"]},
    "a reserved name": attributes(**GOOD, select="string"),
    "too many dimensions": attributes(**GOOD, **{f"d{number}": "string" for number in range(11)}),
}


@pytest.mark.parametrize("case", BAD_SCHEMAS)
def test_a_schema_that_cannot_be(forecast, case):
    with refused("InvalidInputException", status=400):
        forecast.create_dataset(
            DatasetName=name(), Domain="CUSTOM", DatasetType="TARGET_TIME_SERIES", DataFrequency="H",
            Schema=BAD_SCHEMAS[case],
        )


@pytest.mark.parametrize("frequency", ["0H", "24H", "60min", "7D", "Q", "fortnight"])
def test_a_frequency_that_cannot_be(forecast, frequency):
    with refused(("InvalidInputException", "ValidationException"), status=400):
        forecast.create_dataset(
            DatasetName=name(),
            Domain="CUSTOM",
            DatasetType="TARGET_TIME_SERIES",
            DataFrequency=frequency,
            Schema=SCHEMA,
        )


@pytest.mark.parametrize("given", ["1name", "na-me", "", "n" * 64])
def test_a_name_that_cannot_be(root, given):
    forecast = root.client("forecast", parameter_validation=False)
    with refused("ValidationException", status=400):
        forecast.create_dataset_group(DatasetGroupName=given, Domain="CUSTOM")


def test_a_name_that_is_taken(forecast):
    fresh = name()
    forecast.create_dataset_group(DatasetGroupName=fresh, Domain="CUSTOM")
    with refused("ResourceAlreadyExistsException", status=400):
        forecast.create_dataset_group(DatasetGroupName=fresh, Domain="CUSTOM")


def test_a_group_takes_data_sets_of_its_domain_and_one_of_a_kind(forecast, place):
    one, two = place.dataset(), place.dataset()
    for domain, arns in (("RETAIL", [one]), ("CUSTOM", [one, two])):
        with refused("InvalidInputException", status=400):
            forecast.create_dataset_group(DatasetGroupName=name(), Domain=domain, DatasetArns=arns)


@pytest.mark.parametrize(
    "method, member, tail",
    [
        ("describe_dataset", "DatasetArn", "dataset"),
        ("describe_dataset_group", "DatasetGroupArn", "dataset-group"),
        ("describe_dataset_import_job", "DatasetImportJobArn", "dataset-import-job/x"),
        ("describe_auto_predictor", "PredictorArn", "predictor"),
        ("describe_forecast", "ForecastArn", "forecast"),
        ("describe_forecast_export_job", "ForecastExportJobArn", "forecast-export-job/x"),
        ("get_accuracy_metrics", "PredictorArn", "predictor"),
        ("delete_dataset", "DatasetArn", "dataset"),
        ("delete_forecast", "ForecastArn", "forecast"),
    ],
)
def test_a_resource_that_is_not_there(forecast, method, member, tail):
    with refused("ResourceNotFoundException", status=400):
        getattr(forecast, method)(**{member: NO_SUCH.format(tail)})


BAD_DATA = {
    "a letter for a number": ("client_10,2014-01-01 01:00:00,1\nclient_10,2014-01-01 02:00:00,many\n", 2, 3),
    "a bad time": ("client_10,2014-01-01 01:00:00,1\nclient_10,first of May,2\n", 2, 2),
    "a column too few": ("client_10,2014-01-01 01:00:00,1\nclient_10,2014-01-01 02:00:00,2\nclient_10,3\n", 3, None),
    "a column too many": ("client_10,2014-01-01 01:00:00,1,2\n", 1, None),
    "no item": ("client_10,2014-01-01 01:00:00,1\n,2014-01-01 02:00:00,2\n", 2, 1),
    "nothing": ("", None, None),
}


@pytest.mark.parametrize("case", BAD_DATA)
def test_data_that_cannot_be_read(place, case):
    body, line, column = BAD_DATA[case]
    key = f"bad/{unique('file')}.csv"
    place.s3.put_object(Bucket=place.bucket, Key=key, Body=body.encode())
    _, job = place.start_import(path=key)
    told = place.imported(job)
    assert told["Status"] == "CREATE_FAILED", told
    message = told["Message"]
    if line:
        assert f"line {line}" in message.lower() and key in message, message
    if column:
        names = ("item_id", "timestamp", "target_value")
        assert f"column {column}" in message.lower() or names[column - 1] in message, message


def test_a_file_that_is_not_there(place):
    _, job = place.start_import(path="nothing.csv")
    told = place.imported(job)
    assert told["Status"] == "CREATE_FAILED" and "nothing.csv" in told["Message"]


def test_a_failed_import_can_be_deleted_and_the_data_set_used_again(root, place):
    dataset, job = place.start_import(path="nothing.csv")
    place.imported(job)
    root.client("forecast").delete_dataset_import_job(DatasetImportJobArn=job)
    _, job = place.start_import(dataset=dataset)
    assert place.imported(job)["Status"] == "ACTIVE"


def test_one_import_at_a_time(root, place):
    dataset, first = place.start_import()
    try:
        place.start_import(dataset=dataset)
    except ClientError as error:
        assert error.response["Error"]["Code"] == "ResourceInUseException"
    else:
        # The first one had already ended.
        assert place.imported(first)["Status"] == "ACTIVE"


def test_a_later_import_replaces_the_earlier_one(place):
    half = electricity.rows(ITEMS[:1], 100)
    place.s3.put_object(Bucket=place.bucket, Key="half.csv", Body=half.encode())
    dataset, job = place.start_import()
    place.imported(job)
    _, job = place.start_import(dataset=dataset, path="half.csv")
    told = place.imported(job)
    assert told["FieldStatistics"]["item_id"]["Count"] == 100


def test_what_is_not_there_yet_is_refused_not_ignored(place):
    with refused("InvalidInputException", "The import mode INCREMENTAL is not implemented yet.", 400):
        place.start_import(ImportMode="INCREMENTAL")


# Predictors and forecasts that cannot be


@pytest.mark.parametrize(
    "change",
    [
        {"ForecastHorizon": 0},
        {"ForecastHorizon": 501},
        {"ForecastHorizon": 200},
        {"ForecastFrequency": "30min"},
        {"ForecastTypes": ["1.5"]},
        {"ForecastTypes": ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6"]},
        {"OptimizationMetric": "NONE"},
        {"DataConfig": {"DatasetGroupArn": NO_SUCH.format("dataset-group")}},
    ],
    ids=str,
)
def test_a_predictor_that_cannot_be(root, place, made, change):
    forecast = root.client("forecast", parameter_validation=False)
    asked = {
        "PredictorName": name(), "ForecastHorizon": 24, "ForecastFrequency": "H",
        "DataConfig": {"DatasetGroupArn": made.group}, **change,
    }
    try:
        predictor = forecast.create_auto_predictor(**asked)["PredictorArn"]
    except ClientError as error:
        code = error.response["Error"]["Code"]
        assert code in ("InvalidInputException", "ValidationException", "ResourceNotFoundException")
        return
    # Only what needs the data is found later.
    assert change == {"ForecastHorizon": 200}
    told = place.ended("describe_auto_predictor", PredictorArn=predictor)
    assert told["Status"] == "CREATE_FAILED" and told["Message"]


def test_a_group_without_data_trains_nothing(root, forecast):
    group = forecast.create_dataset_group(DatasetGroupName=name(), Domain="CUSTOM")["DatasetGroupArn"]
    with refused(("InvalidInputException", "ResourceInUseException"), status=400):
        forecast.create_auto_predictor(
            PredictorName=name(), ForecastHorizon=24, ForecastFrequency="H", DataConfig={"DatasetGroupArn": group}
        )


def test_a_forecast_with_other_quantiles(root, place, made, forecast):
    arn = forecast.create_forecast(ForecastName=name(), PredictorArn=made.predictor, ForecastTypes=["0.25", "mean"])
    arn = arn["ForecastArn"]
    with refused("ResourceInUseException", status=400):
        forecast.delete_predictor(PredictorArn=made.predictor)
    assert place.ended("describe_forecast", ForecastArn=arn)["Status"] == "ACTIVE"
    query = root.client("forecastquery").query_forecast(ForecastArn=arn, Filters={"item_id": "client_12"})
    assert set(query["Forecast"]["Predictions"]) == {"p25", "mean"}
    forecast.delete_forecast(ForecastArn=arn)
    with refused("ResourceNotFoundException", status=400):
        root.client("forecastquery").query_forecast(ForecastArn=arn, Filters={"item_id": "client_12"})
