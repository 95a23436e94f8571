"""Requests as no well-behaved client sends them: each gets its AWS error, and the server goes on answering."""

import base64
import contextlib
import datetime
import hashlib
import hmac
import http.client
import json
import socket
import ssl
import urllib.parse

import botocore.auth
import pytest
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from conftest import statement, trusting, unique

EMPTY = hashlib.sha256(b"").hexdigest()
WHO = "Action=GetCallerIdentity&Version=2011-06-15"
FORM = "application/x-www-form-urlencoded; charset=utf-8"
JSON = "application/x-amz-json-1.1"


@pytest.fixture(autouse=True)
def the_server_still_answers(server, root):
    """Whatever a test sends, afterwards the server is alive and a good request succeeds."""
    yield
    assert send(root, "GET", "/_deputy/live").status == 200
    assert signed(root, "sts", "POST", "/", WHO, {"Content-Type": FORM}).send().status == 200
    assert server.process.poll() is None


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def code(self):
        if "json" in self.headers.get("content-type", ""):
            return json.loads(self.body)["__type"].rsplit("#")[-1]
        return self.body.split("<Code>")[1].split("</Code>")[0] if "<Code>" in self.body else None

    @property
    def message(self):
        if "json" in self.headers.get("content-type", ""):
            told = json.loads(self.body)
            return told.get("message") or told.get("Message")
        return self.body.split("<Message>")[1].split("</Message>")[0]


def address(account):
    parsed = urllib.parse.urlsplit(account.ready["endpoint"])
    return parsed.hostname, parsed.port


def trust(account):
    return ssl.create_default_context(cafile=account.ready["ca_bundle"])


def send(account, method, path, body=None, headers=None, skip_host=False):
    connection = http.client.HTTPSConnection(*address(account), context=trust(account), timeout=20)
    try:
        body = body.encode() if isinstance(body, str) else body
        headers = dict(headers or {})
        connection.putrequest(method, path, skip_host=skip_host or "Host" in headers, skip_accept_encoding=True)
        if body is not None and not {"content-length", "transfer-encoding"} & {name.lower() for name in headers}:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            connection.putheader(name, value)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError, ssl.SSLEOFError):
            connection.endheaders(body)  # Who refuses early may stop reading, and has answered.
        got = connection.getresponse()
        headers = {name.lower(): value for name, value in got.getheaders()}
        return Answer(got.status, headers, got.read().decode(errors="replace"))
    finally:
        connection.close()


class Signed:
    """A signed request whose pieces may be changed before it goes."""

    def __init__(self, account, method, path, body, headers):
        self.account, self.method, self.path, self.body, self.headers = account, method, path, body, headers

    def send(self, **more):
        return send(self.account, self.method, self.path, self.body, self.headers, **more)


def signed(
    account, service, method, path, body=None, headers=None,
    *, region="us-east-1", at=None, secret=None, key=None, name=None,
):
    """Signs as botocore does, for `at` instead of now if given."""
    url = account.ready["endpoint"] + path
    request = AWSRequest(method, url, data=body, headers=dict(headers or {}))
    credentials = Credentials(key or account.key, secret or account.secret, account.token)
    signer = (S3Signer if service == "s3" else SigV4Auth)(credentials, name or service, region)
    signer.told = request.headers.get("X-Amz-Content-SHA256")
    with at_time(at):
        signer.add_auth(request)
    sent = dict(request.headers.items())
    sent.setdefault("Host", urllib.parse.urlsplit(url).netloc)
    return Signed(account, method, path, body, sent)


class S3Signer(S3SigV4Auth):
    """Signs the hash of the body, unless the request already tells another one."""

    def payload(self, request):
        return self.told or super().payload(request)


class at_time:
    """botocore's clock, moved by so many seconds."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __enter__(self):
        self.module, self.real = botocore.auth, botocore.auth.get_current_datetime
        if self.seconds:
            moved = datetime.timedelta(seconds=self.seconds)
            self.module.get_current_datetime = lambda **how: self.real(**how) + moved

    def __exit__(self, *_):
        self.module.get_current_datetime = self.real


def sts(account, body=WHO, **how):
    return signed(account, "sts", "POST", "/", body, {"Content-Type": FORM}, **how)


def forecast(account, target="AmazonForecast.ListDatasets", body="{}", **how):
    headers = {"Content-Type": JSON, "X-Amz-Target": target}
    return signed(account, "forecast", "POST", "/", body, headers, **how)


def put(account, bucket, body=b"text", headers=None, **how):
    return signed(account, "s3", "PUT", f"/{bucket}/key", body, headers, **how)


def test_the_tool_itself_is_right(root, bucket):
    answer = sts(root).send()
    assert answer.status == 200 and f"<Arn>{root.iam_arn('root')}</Arn>" in answer.body
    assert forecast(root).send().status == 200
    assert put(root, bucket).send().status == 200


# Signatures

UNKNOWN_KEY = "AKIA" + "A" * 16
SERVICES = {
    # service: (a request, wrong secret, unknown key, no signature)
    "sts": (sts, ("SignatureDoesNotMatch", 403), ("InvalidClientTokenId", 403), ("MissingAuthenticationToken", 403)),
    "forecast": (
        forecast, ("InvalidSignatureException", 400), ("UnrecognizedClientException", 400),
        ("MissingAuthenticationTokenException", 400),
    ),
    "s3": (None, ("SignatureDoesNotMatch", 403), ("InvalidAccessKeyId", 403), ("AccessDenied", 403)),
}


@pytest.fixture(params=SERVICES)
def protocol(request, root, bucket):
    make, *errors = SERVICES[request.param]
    return make or (lambda account, **how: put(account, bucket, **how)), errors


def test_a_wrong_secret(root, protocol):
    make, (wrong, _, _) = protocol
    answer = make(root, secret="x" * 40).send()
    assert (answer.code, answer.status) == wrong
    assert answer.message.startswith(
        "The request signature we calculated does not match the signature you provided."
    )
    assert root.secret not in answer.body


def test_an_unknown_key(root, protocol):
    make, (_, unknown, _) = protocol
    answer = make(root, key=UNKNOWN_KEY).send()
    assert (answer.code, answer.status) == unknown


def test_no_signature(root, protocol):
    make, (_, _, none) = protocol
    request = make(root)
    del request.headers["Authorization"]
    answer = request.send()
    assert (answer.code, answer.status) == none


def test_a_changed_body(root, protocol):
    make, (wrong, _, _) = protocol
    request = make(root)
    request.body = {WHO: WHO + "&x=1", "{}": "{} "}.get(request.body, b"other")
    answer = request.send()
    assert (answer.code, answer.status) in (wrong, ("XAmzContentSHA256Mismatch", 400))


def test_a_changed_header(root, protocol):
    make, (wrong, _, _) = protocol
    request = make(root)
    date = request.headers["X-Amz-Date"]
    request.headers["X-Amz-Date"] = f"{date[:-2]}{(int(date[-2]) + 1) % 10}Z"
    answer = request.send()
    assert (answer.code, answer.status) == wrong


def test_a_changed_path_query_or_method(root, bucket):
    for change in ({"path": f"/{bucket}/other"}, {"path": f"/{bucket}/key?x=1"}, {"method": "POST"}):
        request = put(root, bucket)
        vars(request).update(change)
        answer = request.send()
        assert answer.status in (403, 405), answer.body
        if "method" not in change:
            assert answer.code == "SignatureDoesNotMatch"


def test_a_header_of_amazon_that_is_not_signed(root, bucket):
    request = put(root, bucket)
    request.headers["x-amz-meta-smuggled"] = "1"
    answer = request.send()
    assert (answer.status, answer.code) == (403, "AccessDenied")
    assert answer.message == "There were headers present in the request which were not signed"


@pytest.mark.parametrize("seconds", [-16 * 60, 16 * 60])
def test_a_clock_that_is_wrong(root, protocol, seconds):
    make, (wrong, _, _) = protocol
    answer = make(root, at=seconds).send()
    if "s3" in str(wrong) or answer.code == "RequestTimeTooSkewed":
        assert (answer.status, answer.code) == (403, "RequestTimeTooSkewed")
        assert answer.message == "The difference between the request time and the current time is too large."
        return
    assert (answer.code, answer.status) == wrong
    assert answer.message.startswith("Signature expired: " if seconds < 0 else "Signature not yet current: ")


@pytest.mark.parametrize("minutes", [-1, 1])
def test_a_clock_that_is_nearly_right(root, bucket, minutes):
    """Five minutes are forgiven, by S3 fifteen."""
    assert sts(root, at=minutes * 4 * 60).send().status == 200
    assert forecast(root, at=minutes * 4 * 60).send().status == 200
    assert put(root, bucket, at=minutes * 14 * 60).send().status == 200


def test_iam_lives_in_one_region(root):
    body = "Action=ListUsers&Version=2010-05-08"
    answer = signed(root, "iam", "POST", "/", body, {"Content-Type": FORM}, region="eu-west-1").send()
    assert (answer.status, answer.code) == (403, "SignatureDoesNotMatch")
    assert answer.message == "Credential should be scoped to a valid region. "


def test_a_region_that_is_none(root, protocol):
    make, (wrong, _, _) = protocol
    answer = make(root, region="moon-north-1").send()
    assert answer.status in (400, 403) and answer.code in (wrong[0], "AuthorizationHeaderMalformed")


def test_a_signature_for_another_service(root):
    answer = sts(root, name="iam").send()
    assert answer.status in (400, 403)
    answer = forecast(root, name="sts").send()
    assert answer.status in (400, 403)


@pytest.mark.parametrize(
    "old, new",
    [
        ("/aws4_request", "/aws5_request"),
        ("AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA512 "),
        ("Credential=", "Nothing="),
        ("SignedHeaders=", "Headers="),
        ("Signature=", "Signature=zz"),
        ("host;", ""),
    ],
)
def test_an_authorization_that_is_malformed(root, protocol, old, new):
    make, _ = protocol
    request = make(root)
    assert old in request.headers["Authorization"]
    request.headers["Authorization"] = request.headers["Authorization"].replace(old, new)
    answer = request.send()
    known = {
        "IncompleteSignature", "IncompleteSignatureException", "SignatureDoesNotMatch", "InvalidSignatureException",
        "AuthorizationHeaderMalformed", "InvalidArgument", "AccessDenied", "InvalidRequest",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException",
    }
    assert answer.status in (400, 403) and answer.code in known, (answer.status, answer.body)


@pytest.mark.parametrize(
    "text", ["", "x", "AWS4-HMAC-SHA256", "Basic YTpi", "AWS4-HMAC-SHA256 " + "=," * 5000, "AWS a:b"], ids=range(6)
)
def test_an_authorization_that_is_none(root, protocol, text):
    make, _ = protocol
    request = make(root)
    request.headers["Authorization"] = text
    assert send(root, request.method, request.path, request.body, request.headers).status in (400, 403, 431)


def test_no_date(root, protocol):
    make, _ = protocol
    request = make(root)
    del request.headers["X-Amz-Date"]
    assert request.send().status in (400, 403)


def test_no_host(root):
    request = sts(root)
    host = request.headers.pop("Host")
    assert request.send(skip_host=True).status in (400, 403)
    request.headers["Host"] = host.upper()
    assert request.send(skip_host=True).status in (200, 403)


def test_session_tokens(root, admin):
    session = admin.assume(root.role(trusting({"AWS": root.id}), statement("*")))
    assert sts(session).send().status == 200
    request = sts(session)
    request.headers["X-Amz-Security-Token"] = "garbled"
    assert request.send().code in ("SignatureDoesNotMatch", "InvalidClientTokenId")
    session.token = "garbled" * 30
    answer = sts(session).send()
    assert (answer.status, answer.code) == (403, "InvalidClientTokenId")
    answer = forecast(session).send()
    assert (answer.status, answer.code) == (400, "UnrecognizedClientException")
    answer = put(session, unique("bucket")).send()
    assert (answer.status, answer.code) == (400, "InvalidToken")
    assert answer.message == "The provided token is malformed or otherwise invalid."


# Presigned


def presigned(account, bucket, expires=60, at=None):
    request = AWSRequest("GET", f"{account.ready['endpoint']}/{bucket}/key")
    with at_time(at):
        S3SigV4QueryAuth(Credentials(account.key, account.secret), "s3", "us-east-1", expires=expires).add_auth(request)
    return "/" + request.url.split("/", 3)[3]


def test_presigned_addresses_end(root, bucket):
    assert put(root, bucket).send().status == 200
    assert send(root, "GET", presigned(root, bucket)).body == "text"
    answer = send(root, "GET", presigned(root, bucket, expires=60, at=-120))
    assert (answer.status, answer.code, answer.message) == (403, "AccessDenied", "Request has expired")
    answer = send(root, "GET", presigned(root, bucket, at=3600))
    assert (answer.status, answer.code) == (403, "AccessDenied")
    assert send(root, "GET", presigned(root, bucket, expires=604800)).status == 200


@pytest.mark.parametrize(
    "expires, message",
    [
        (
            604801,
            "X-Amz-Expires must be less than a week (in seconds); "
            "that is, the given X-Amz-Expires must be less than 604800 seconds",
        ),
        (-1, "X-Amz-Expires must be non-negative"),
        ("soon", "X-Amz-Expires should be a number"),
    ],
)
def test_presigned_addresses_last_a_week_at_most(root, bucket, expires, message):
    answer = send(root, "GET", presigned(root, bucket, expires=expires))
    assert (answer.status, answer.code, answer.message) == (400, "AuthorizationQueryParametersError", message)


@pytest.mark.parametrize(
    "name", ["X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature"]
)
def test_presigned_addresses_are_whole(root, bucket, name):
    path, query = presigned(root, bucket).split("?")
    left = "&".join(part for part in query.split("&") if not part.startswith(name + "="))
    answer = send(root, "GET", f"{path}?{left}")
    assert (answer.status, answer.code) == (400, "AuthorizationQueryParametersError")


def test_two_signatures_are_one_too_many(root, bucket):
    headers = put(root, bucket).headers
    answer = send(root, "GET", presigned(root, bucket), headers={"Authorization": headers["Authorization"]})
    assert (answer.status, answer.code) == (400, "InvalidArgument")


# Protocols


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", '"text"', '{"MaxResults": "many"}', "{} {}", "\x00", '{"MaxResults": 1e400}']
)
def test_json_that_is_malformed(root, body):
    answer = forecast(root, body=body).send()
    if body in ("", "null"):
        assert answer.status in (200, 400)
        return
    assert answer.status == 400 and answer.code in ("SerializationException", "ValidationException"), answer.body


def test_json_nested_too_deep(root):
    answer = forecast(root, "AmazonForecast.CreateDataset", '{"a":' * 50_000 + "1" + "}" * 50_000).send()
    assert (answer.status, answer.code) == (400, "SerializationException")


@pytest.mark.parametrize(
    "target", ["AmazonForecast.NoSuchOperation", "NoSuchService.ListDatasets", "", "AmazonForecast.", "."]
)
def test_a_target_that_is_unknown(root, target):
    answer = forecast(root, target).send()
    assert answer.status in (400, 404)
    assert answer.code in ("UnknownOperationException", "MissingAuthenticationTokenException"), answer.body


def test_an_operation_that_is_not_built_says_so(root):
    answer = forecast(root, "AmazonForecast.CreateExplainability").send()
    assert answer.status >= 400


@pytest.mark.parametrize(
    "body, code",
    [
        ("Action=NoSuchAction&Version=2011-06-15", "InvalidAction"),
        ("Version=2011-06-15", "MissingAction"),
        ("Action=GetCallerIdentity&Version=1999-01-01", "InvalidAction"),
        ("Action=AssumeRole&Version=2011-06-15", "ValidationError"),
        ("%zz&&&=", "MissingAction"),
    ],
)
def test_forms_that_are_wrong(root, body, code):
    answer = sts(root, body).send()
    assert answer.status in (400, 404) and answer.code == code, answer.body


def test_what_nobody_signed_is_told_before_anything_else(root):
    headers = {"Content-Type": FORM}
    answer = send(root, "POST", "/", "Action=NoSuchAction&Version=2011-06-15", headers)
    assert (answer.status, answer.code) == (403, "MissingAuthenticationToken")


XML = [
    "", "<", "<Delete>", "<Delete></Other>", "<Other/>", "<Delete><Object><Key>a</Key></Object>",
    '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><Delete><Object><Key>&b;</Key></Object></Delete>',
    '<!DOCTYPE d SYSTEM "file:///etc/passwd"><Delete/>',
    "<Delete>" + "<Object>" * 5000,
    "\x00\x01",
]


@pytest.mark.parametrize("body", XML, ids=range(len(XML)))
def test_xml_that_is_malformed(root, bucket, body):
    body = body.encode()
    headers = {"Content-MD5": base64.b64encode(hashlib.md5(body).digest()).decode()}
    answer = signed(root, "s3", "POST", f"/{bucket}?delete", body, headers).send()
    assert (answer.status, answer.code) == (400, "MalformedXML" if body else "MissingRequestBodyError") or (
        not body and answer.code == "MalformedXML"
    ), answer.body


# Sizes


def test_a_document_that_is_too_large(root):
    answer = forecast(root, body=json.dumps({"a": "x" * (7 << 20)})).send()
    assert answer.status == 413
    answer = sts(root, WHO + "&x=" + "x" * (7 << 20)).send()
    assert answer.status in (400, 413)


def test_a_length_that_is_a_lie(root):
    """A client that promises much and sends little is not answered, and holds nobody up."""
    host, port = address(root)
    with trust(root).wrap_socket(socket.create_connection((host, port)), server_hostname=host) as stream:
        stream.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nx")
        assert send(root, "GET", "/_deputy/live").status == 200


def test_headers_that_are_too_large(root):
    answer = raw(root, b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 200_000 + b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 431") or answer == b""
    many = b"".join(b"X-%d: y\r\n" % number for number in range(500))
    answer = raw(root, b"GET / HTTP/1.1\r\nHost: localhost\r\n" + many + b"\r\n")
    assert answer.startswith((b"HTTP/1.1 431", b"HTTP/1.1 4")) or answer == b""


def test_an_address_that_is_too_long(root):
    answer = raw(root, b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert answer.split(b" ")[1:2] in ([b"414"], [b"431"], [b"400"]) or answer == b""


# Bodies of S3


def test_the_hash_of_the_body_is_checked(root, bucket):
    request = put(root, bucket, headers={"X-Amz-Content-SHA256": hashlib.sha256(b"other").hexdigest()})
    answer = request.send()
    assert (answer.status, answer.code) == (400, "XAmzContentSHA256Mismatch")
    assert answer.message == "The provided 'x-amz-content-sha256' header does not match what was computed."
    assert signed(root, "s3", "GET", f"/{bucket}/key").send().status == 404


def test_a_hash_that_is_none(root, bucket):
    answer = put(root, bucket, headers={"X-Amz-Content-SHA256": "not-a-hash"}).send()
    assert answer.status == 400 and answer.code in ("InvalidArgument", "InvalidRequest", "XAmzContentSHA256Mismatch")


def test_an_unsigned_body_is_taken_at_its_word(root, bucket):
    assert put(root, bucket, headers={"X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD"}).send().status == 200


def chunked(account, bucket, chunks, *, spoil=None, cut=0, length=None):
    """A body in signed chunks, as the older SDKs send it."""
    total = sum(len(chunk) for chunk in chunks) if length is None else length
    headers = {
        "X-Amz-Content-SHA256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "X-Amz-Decoded-Content-Length": str(total),
        "Content-Encoding": "aws-chunked",
    }
    request = signed(account, "s3", "PUT", f"/{bucket}/key", None, headers)
    date = request.headers["X-Amz-Date"]
    previous = request.headers["Authorization"].rsplit("=")[-1]
    scope = f"{date[:8]}/us-east-1/s3/aws4_request"
    signing = ("AWS4" + account.secret).encode()
    for part in (date[:8], "us-east-1", "s3", "aws4_request"):
        signing = hmac.new(signing, part.encode(), hashlib.sha256).digest()
    body = b""
    for number, chunk in enumerate([*chunks, b""]):
        text = "\n".join(
            ["AWS4-HMAC-SHA256-PAYLOAD", date, scope, previous, EMPTY, hashlib.sha256(chunk).hexdigest()]
        )
        previous = hmac.new(signing, text.encode(), hashlib.sha256).hexdigest()
        shown = "0" * 64 if spoil == number else previous
        body += f"{len(chunk):x};chunk-signature={shown}\r\n".encode() + chunk + b"\r\n"
    request.body = body[: len(body) - cut]
    return request.send()


def test_a_body_in_signed_chunks(root, bucket):
    assert chunked(root, bucket, [b"a" * 8192, b"b" * 8192, b"end"]).status == 200
    got = signed(root, "s3", "GET", f"/{bucket}/key").send()
    assert got.body == "a" * 8192 + "b" * 8192 + "end" and got.headers.get("content-encoding") != "aws-chunked"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_forged_chunk(root, bucket, number):
    answer = chunked(root, bucket, [b"a" * 8192, b"b" * 8192], spoil=number)
    assert (answer.status, answer.code) == (403, "SignatureDoesNotMatch")
    assert signed(root, "s3", "GET", f"/{bucket}/key").send().status == 404


@pytest.mark.parametrize("cut", [1, 50, 90, 5000, 16_000])
def test_chunks_that_are_cut_off(root, bucket, cut):
    answer = chunked(root, bucket, [b"a" * 8192, b"b" * 8192], cut=cut)
    assert answer.status == 400 and answer.code in ("IncompleteBody", "InvalidRequest"), (answer.status, answer.body)
    assert signed(root, "s3", "GET", f"/{bucket}/key").send().status == 404


@pytest.mark.parametrize("length", [0, 10, 99999])
def test_chunks_of_another_length_than_told(root, bucket, length):
    answer = chunked(root, bucket, [b"a" * 8192], length=length)
    assert answer.status == 400, answer.body
    assert signed(root, "s3", "GET", f"/{bucket}/key").send().status == 404


@pytest.mark.parametrize(
    "body",
    [b"zz\r\n", b"5\r\nab", b"5;chunk-signature=x\r\nabcde\r\n0\r\n\r\n", b"-5\r\n", b"f" * 30 + b"\r\n", b"\r\n"],
)
def test_chunks_that_are_none(root, bucket, body):
    headers = {
        "X-Amz-Content-SHA256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "X-Amz-Decoded-Content-Length": "5",
        "Content-Encoding": "aws-chunked",
        "X-Amz-Trailer": "x-amz-checksum-crc32",
    }
    request = signed(root, "s3", "PUT", f"/{bucket}/key", None, headers)
    request.body = body
    assert request.send().status in (400, 403)
    assert signed(root, "s3", "GET", f"/{bucket}/key").send().status == 404


def test_a_wrong_checksum_after_the_body(root, bucket):
    headers = {
        "X-Amz-Content-SHA256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "X-Amz-Decoded-Content-Length": "5",
        "Content-Encoding": "aws-chunked",
        "X-Amz-Trailer": "x-amz-checksum-crc32",
    }
    for trailer, expect in ((b"x-amz-checksum-crc32:AAAAAA==\r\n", (400, "BadDigest")), (b"", (400, None))):
        request = signed(root, "s3", "PUT", f"/{bucket}/key", None, headers)
        request.body = b"5\r\nabcde\r\n0\r\n" + trailer + b"\r\n"
        answer = request.send()
        assert answer.status == expect[0] and (expect[1] is None or answer.code == expect[1]), answer.body
    assert signed(root, "s3", "GET", f"/{bucket}/key").send().status == 404


def test_a_put_without_length(root, bucket):
    request = put(root, bucket)
    request.headers["Transfer-Encoding"] = "chunked"
    request.body = b"4\r\ntext\r\n0\r\n\r\n"
    answer = request.send()
    assert answer.status in (200, 411) and (answer.status == 200 or answer.code == "MissingContentLength")


def test_a_client_that_hangs_up_in_the_middle_leaves_nothing(root, bucket):
    request = put(root, bucket, b"x" * 100_000)
    head = f"PUT {request.path} HTTP/1.1\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in request.headers.items()
    )
    host, port = address(root)
    with trust(root).wrap_socket(socket.create_connection((host, port)), server_hostname=host) as stream:
        stream.sendall(head.encode() + b"Content-Length: 100000\r\n\r\n" + b"x" * 50_000)
    assert signed(root, "s3", "GET", f"/{bucket}/key").send().status == 404


# HTTP itself


def raw(account, data, wait=5):
    """Everything that comes back to these bytes until the server closes or says no more."""
    host, port = address(account)
    got = b""
    with trust(account).wrap_socket(socket.create_connection((host, port)), server_hostname=host) as stream:
        stream.settimeout(wait)
        try:
            stream.sendall(data)
            while part := stream.recv(65536):
                got += part
                if b"\r\n\r\n" in got and b"connection: close" not in got.lower():
                    stream.settimeout(0.2)
        except (TimeoutError, ConnectionError, ssl.SSLError):
            pass
    return got


@pytest.mark.parametrize(
    "data",
    [
        b"\r\n\r\n\r\n", b"garbage\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x00\x00" * 100,
        b"GET / HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: nonsense\r\n\r\nabcd",
        b"\x00" * 1000,
    ],
    ids=range(11),
)
def test_garbage_is_closed_or_refused(root, data):
    answer = raw(root, data, wait=0.5)
    assert answer == b"" or answer.split(b" ")[1][:1] == b"4", answer


def test_http_1_0(root):
    answer = raw(root, b"GET /_deputy/live HTTP/1.0\r\nHost: localhost\r\n\r\n")
    assert answer.startswith((b"HTTP/1.0 200", b"HTTP/1.1 200"))


def test_requests_in_a_row_are_answered_in_a_row(root):
    one = b"GET /_deputy/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
    answer = raw(root, one + one + b"GARBAGE\r\n\r\n")
    assert answer.count(b"HTTP/1.1 200") == 2


def test_a_smuggled_request_is_not_run(root, bucket):
    """Length and chunks together: the body of one request must not become the next one."""
    inner = b"DELETE /%s HTTP/1.1\r\nHost: localhost\r\n\r\n" % bucket.encode()
    data = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        % (len(inner) + 5)
    ) + inner
    raw(root, data, wait=0.5)
    assert signed(root, "s3", "HEAD", f"/{bucket}").send().status == 200


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PATCH", "NONSENSE"])
def test_methods_that_mean_nothing(root, bucket, method):
    answer = send(root, method, f"/{bucket}/key")
    assert 400 <= answer.status < 600 and answer.status != 500


@pytest.mark.parametrize(
    "path",
    ["/..", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/%00", "/%zz", "//", "/_deputy/nothing", "/a?%zz=%"],
)
def test_paths_that_lead_nowhere(root, path):
    answer = send(root, "GET", path)
    assert 300 <= answer.status < 500 and "root:" not in answer.body


def test_a_hundred_connections_that_say_nothing_hold_nobody_up(root):
    idle = [socket.create_connection(address(root)) for _ in range(100)]
    try:
        assert sts(root).send().status == 200
    finally:
        for connection in idle:
            connection.close()


def test_http_2_is_spoken(root):
    context = trust(root)
    context.set_alpn_protocols(["h2"])
    host, port = address(root)
    with context.wrap_socket(socket.create_connection((host, port)), server_hostname=host) as stream:
        assert stream.selected_alpn_protocol() == "h2"
        stream.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00\x00\x00\x04\x00\x00\x00\x00\x00")
        assert stream.recv(9)[3] == 4  # SETTINGS
        stream.sendall(b"\xff" * 1000)


def test_every_answer_has_a_request_id(root, bucket):
    assert "x-amzn-requestid" in sts(root).send().headers
    assert "x-amzn-requestid" in forecast(root).send().headers
    headers = put(root, bucket).send().headers
    assert "x-amz-request-id" in headers and "x-amz-id-2" in headers
