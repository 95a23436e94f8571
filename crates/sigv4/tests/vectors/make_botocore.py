"""Signs odd requests with botocore and prints what it did, for `tests/botocore.rs`.

Run it with botocore installed, and write its output to `botocore.json`, whenever a case is added.
"""

import datetime
import json

import botocore
import botocore.auth
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

NOW = datetime.datetime(2025, 2, 28, 23, 59, 7, tzinfo=datetime.timezone.utc)
ACCESS_KEY_ID = "AKIDEXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjE//////////wEaCXVzLWVhc3QtMSJH+token=="

botocore.auth.get_current_datetime = lambda *_, **__: NOW.replace(tzinfo=None)

S3 = "https://books.s3.eu-central-1.amazonaws.com"
GENERAL = "https://forecast.eu-central-1.amazonaws.com"

PATHS = [
    "/", "/a", "/a/b/c.txt", "/a//b", "/a/./b/../c", "/trailing/", "//", "/%20space", "/a%2Fb",
    "/%C3%BC%E2%82%AC", "/tilde~dash-dot.underscore_", "/plus%2Bplus", "/star%2A%28paren%29%27%21",
    "/at%40colon%3Aequals%3D", "/%25percent", "/..", "/../a", "/a/..", "/.hidden", "/semi%3Bcolon%2C",
]
QUERIES = [
    "", "a=1", "b=2&a=1", "a=2&a=1", "a", "a=", "uploads=", "list-type=2&prefix=a%2Fb%20c&delimiter=%2F",
    "max-keys=3&continuation-token=1%2Babc%3D%3D", "A=1&a=2&B=3", "k-1=x&k_1=y&k.1=z&k~1=w",
    "k%C3%BC=v%E2%82%AC", "partNumber=1&uploadId=abc.def-ghi_jkl~", "x=%25", "Action=ListUsers&Version=2010-05-08",
    "a=b%3Dc", "aa=1&a-=2&a=3",
]
HEADERS = [
    {},
    {"X-Amz-Meta-Blanks": "   many   blanks   inside   "},
    {"X-Amz-Meta-Empty": ""},
    {"X-Amz-Meta-B": "2", "X-Amz-Meta-A": "1", "X-Amz-Acl": "private"},
    {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "AmazonForecast.ListDatasets"},
    {"X-Amz-Meta-Commas": "a,b, c"},
    {"X-Amz-Meta-Quotes": '"a   b"', "Range": "bytes=0-9"},
    {"User-Agent": "not signed", "X-Custom": "signed"},
]
BODIES = [b"", b"{}", b"Action=ListUsers&Version=2010-05-08", bytes(range(256))]


def cases():
    for path in PATHS:
        yield "GET", path, "", {}, b""
    for query in QUERIES:
        yield "GET", "/", query, {}, b""
        yield "POST", "/p%20q", query, {}, b"{}"
    for headers in HEADERS:
        for body in BODIES:
            yield "PUT", "/object", "", headers, body
    for method in ["HEAD", "DELETE", "PATCH", "OPTIONS"]:
        yield method, "/x", "y=z", {}, b""


def sign(service, style, token, case):
    method, path, query, headers, body = case
    url = (S3 if service == "s3" else GENERAL) + path + ("?" + query if query else "")
    credentials = Credentials(ACCESS_KEY_ID, SECRET, token)
    request = AWSRequest(method=method, url=url, headers=dict(headers), data=body)
    if style == "header":
        signer = (S3SigV4Auth if service == "s3" else SigV4Auth)(credentials, service, "eu-central-1")
    else:
        signer = (S3SigV4QueryAuth if service == "s3" else SigV4QueryAuth)(
            credentials, service, "eu-central-1", expires=900
        )
    signer.add_auth(request)
    target = request.url.split("amazonaws.com", 1)[1]
    sent = {name: value for name, value in request.headers.items()}
    sent.setdefault("Host", url.split("/")[2])
    return {
        "service": service,
        "method": method,
        "target": target if target.startswith("/") else "/" + target,
        "headers": sorted(sent.items()),
        "body": body.hex(),
    }


def main():
    vectors = []
    for case in cases():
        for service in ["s3", "forecast"]:
            vectors.append(sign(service, "header", None, case))
            if case[4] == b"":
                vectors.append(sign(service, "query", None, case))
        vectors.append(sign("forecast", "header", TOKEN, case))
    vectors.append(sign("s3", "query", TOKEN, ("PUT", "/a%20b", "x=1", {"X-Amz-Acl": "private"}, b"")))
    document = {
        "made_with": "botocore " + botocore.__version__,
        "access_key_id": ACCESS_KEY_ID,
        "secret_access_key": SECRET,
        "region": "eu-central-1",
        "now": int(NOW.timestamp()),
        "vectors": vectors,
    }
    lines = ",\n".join(json.dumps(vector) for vector in document.pop("vectors"))
    head = json.dumps(document)[:-1]
    print(head + ', "vectors": [\n' + lines + "\n]}")


main()
