"""Makes the vectors of this directory with botocore, the reference for clients.

    python make.py requests            writes requests.json
    python make.py outputs             prints sample outputs, to be encoded by `cargo run --example encode`
    python make.py verify < encoded    reads what that printed, compares and writes outputs.json

Values are written in a neutral form: members by their names in the model, instants in milliseconds, bytes
in base64.
"""

import base64
import datetime
import io
import json
import pathlib
import sys

import botocore.awsrequest
import botocore.handlers
import botocore.parsers
import botocore.serialize
import botocore.session

HERE = pathlib.Path(__file__).parent
SERVICES = ["iam", "sts", "s3", "forecast", "forecastquery"]
INSTANT = datetime.datetime(2026, 11, 25, 7, 8, 9, tzinfo=datetime.timezone.utc)
TEXT = "\u00e9+<&\"> %/="
PLAIN = {"header", "headers", "uri", "statusCode"}

session = botocore.session.get_session()


def operations():
    for name in SERVICES:
        model = session.get_service_model(name)
        source = (HERE / f"../../../../api/{name}/src/generated.rs").read_text()
        for operation in model.operation_names:
            if f" {operation} as " in source:
                yield name, model, model.operation_model(operation)


def sample(shape, where=None, name="", seen=()):
    kind = shape.type_name
    if kind == "structure":
        if shape.name in seen:
            return None
        members = {}
        for key, member in shape.members.items():
            value = sample(member, member.serialization.get("location"), key, seen + (shape.name,))
            if value is not None:
                members[key] = value
        return members
    if kind == "list":
        item = sample(shape.member, where, name, seen)
        return None if item is None else [item, item]
    if kind == "map":
        value = sample(shape.value, where, name, seen)
        return None if value is None else {"first": value, "second": value}
    if kind == "string":
        if shape.enum:
            return shape.enum[-1]
        text = {"Bucket": "books", "Key": "a b/c+d/\u00e9//e.txt"}.get(name) if where == "uri" else None
        text = text or (name or "item") + (" text" if where in PLAIN else " " + TEXT)
        return text + "." * max(0, shape.metadata.get("min", 0) - len(text))
    if kind == "boolean":
        return True
    if kind in ("integer", "long"):
        return max(shape.metadata.get("min", 0), 8)
    if kind in ("float", "double"):
        return 0.25
    if kind == "timestamp":
        return INSTANT
    if kind == "blob":
        return b"\x00bytes\xff\n"
    raise ValueError(kind)


def neutral(value):
    if isinstance(value, datetime.datetime):
        return round(value.timestamp() * 1000)
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if isinstance(value, dict):
        return {key: neutral(item) for key, item in value.items()}
    if isinstance(value, list):
        return [neutral(item) for item in value]
    return value


def fact(name, params):
    """The neutral form, with `Expires` of S3 as text: it is kept as given, whatever the model says."""
    params = neutral(params)
    if name == "s3" and "Expires" in params:
        params["Expires"] = INSTANT.strftime("%a, %d %b %Y %H:%M:%S GMT")
    return params


def required_only(shape):
    full = sample(shape)
    return {key: full[key] for key in full if key in shape.required_members}


def request(name, model, operation, params):
    serializer = botocore.serialize.create_serializer(model.metadata["protocol"], False)
    made = serializer.serialize_to_request(params, operation)
    made.setdefault("context", {})
    botocore.awsrequest.prepare_request_dict(made, f"https://{name}.localhost")
    prepared = botocore.awsrequest.create_request_object(made).prepare()
    path, _, query = prepared.url.split("localhost", 1)[1].partition("?")
    body = prepared.body or b""
    body = body if isinstance(body, bytes) else body.encode()
    headers = {}
    for key, value in prepared.headers.items():
        made_by_http = key.lower() == "content-length" and "ContentLength" not in params
        if not made_by_http and key.lower() not in ("user-agent", "expect", "transfer-encoding"):
            headers[key.lower()] = value if isinstance(value, str) else value.decode()
    return {
        "service": name,
        "operation": operation.name,
        "params": fact(name, params),
        "method": prepared.method,
        "path": path,
        "query": query,
        "headers": headers,
        **body_text(body),
    }


def body_text(body):
    try:
        return {"body": body.decode()}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(body).decode()}


def body_bytes(entry):
    return entry["body"].encode() if "body" in entry else base64.b64decode(entry["base64"])


def write(name, entries):
    lines = ",\n".join(json.dumps(entry, sort_keys=False) for entry in entries)
    (HERE / name).write_text(f"[\n{lines}\n]\n")


def requests():
    made = []
    for name, model, operation in operations():
        shape = operation.input_shape
        made.append(request(name, model, operation, sample(shape) if shape else {}))
        if shape and 0 < len(shape.required_members) < len(shape.members):
            made.append(request(name, model, operation, required_only(shape)))
    write("requests.json", made)


def outputs():
    made = []
    for name, _, operation in operations():
        shape = operation.output_shape
        params = sample(shape) if shape else {}
        made.append({"service": name, "operation": operation.name, "params": fact(name, params)})
    print(json.dumps(made))


def verify():
    made = json.load(sys.stdin)
    for entry in made:
        model = session.get_service_model(entry["service"])
        operation = model.operation_model(entry["operation"])
        body = body_bytes(entry)
        parser = botocore.parsers.create_parser(model.metadata["protocol"])
        answer = {"status_code": entry["status"], "headers": botocore.awsrequest.HeadersDict(entry["headers"]), "body": body}
        if operation.has_streaming_output:
            answer["body"] = io.BytesIO(body)
        parsed = parser.parse(answer, operation.output_shape)
        parsed.pop("ResponseMetadata", None)
        if entry["operation"] == "GetBucketLocation":
            import xml.etree.ElementTree

            parsed = {"LocationConstraint": xml.etree.ElementTree.fromstring(body).text}
        for key, value in parsed.items():
            if isinstance(value, io.BytesIO):
                parsed[key] = value.read()
        if fact(entry["service"], parsed) != entry["params"]:
            print("differs:", entry["service"], entry["operation"], file=sys.stderr)
            print(" given ", json.dumps(entry["params"]), file=sys.stderr)
            print(" parsed", json.dumps(neutral(parsed)), file=sys.stderr)
            sys.exit(1)
    write("outputs.json", made)
    print(len(made), "outputs verified", file=sys.stderr)


{"requests": requests, "outputs": outputs, "verify": verify}[sys.argv[1]]()
