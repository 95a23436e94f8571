"""Objects: writing, reading, ranges, conditions, checksums, copies, deletion, presigned addresses, the AWS CLI."""

import base64
import datetime
import hashlib
import socket
import ssl
import urllib.error
import urllib.request
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError

from conftest import all_but, refused, statement, unique

TEXT = b"0123456789"
ETAG = f'"{hashlib.md5(TEXT).hexdigest()}"'
LATER = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
EARLIER = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)


@pytest.fixture
def s3(admin):
    return admin.client("s3")


@pytest.fixture
def at(s3, bucket):
    """Where an object with the ten digits is."""
    place = {"Bucket": bucket, "Key": "digits"}
    s3.put_object(**place, Body=TEXT)
    return place


def read(s3, **place):
    return s3.get_object(**place)["Body"].read()


def test_what_goes_in_comes_out(s3, at):
    answer = s3.get_object(**at)
    assert answer["Body"].read() == TEXT
    assert (answer["ETag"], answer["ContentLength"]) == (ETAG, 10)
    assert answer["ContentType"] == "binary/octet-stream" and answer["AcceptRanges"] == "bytes"
    assert answer["Metadata"] == {}
    head = s3.head_object(**at)
    for member in ("ETag", "ContentLength", "ContentType", "LastModified"):
        assert head[member] == answer[member]


def test_an_object_is_replaced_whole(s3, at):
    s3.put_object(**at, Body=b"new", ContentType="text/plain", Metadata={"a": "1"})
    s3.put_object(**at, Body=b"")
    answer = s3.get_object(**at)
    assert (answer["Body"].read(), answer["Metadata"], answer["ContentType"]) == (b"", {}, "binary/octet-stream")


def test_headers_and_metadata_come_back(s3, bucket):
    given = {
        "ContentType": "text/csv; charset=utf-8",
        "CacheControl": "max-age=60",
        "ContentDisposition": 'attachment; filename="x.csv"',
        "ContentEncoding": "gzip",
        "ContentLanguage": "de",
        "Metadata": {"team": "retail", "with-dash": "a b  c"},
    }
    s3.put_object(Bucket=bucket, Key="k", Body=b"x", **given)
    answer = s3.head_object(Bucket=bucket, Key="k")
    assert {name: answer[name] for name in given} == given


def test_metadata_has_a_limit(s3, bucket):
    with refused("MetadataTooLarge", status=400):
        s3.put_object(Bucket=bucket, Key="k", Body=b"x", Metadata={"a": "x" * 2049})


def test_a_signed_get_may_ask_for_other_headers(s3, at):
    answer = s3.get_object(**at, ResponseContentType="text/plain", ResponseContentDisposition="inline")
    assert (answer["ContentType"], answer["ContentDisposition"]) == ("text/plain", "inline")


def test_a_key_that_is_not_there(root, s3, bucket):
    with refused("NoSuchKey", "The specified key does not exist.", 404):
        s3.get_object(Bucket=bucket, Key="nothing")
    with refused("404"):
        s3.head_object(Bucket=bucket, Key="nothing")
    # Who may not list is not told whether it is there.
    blind = root.user(statement("s3:GetObject"))
    with refused("AccessDenied", status=403):
        blind.client("s3").get_object(Bucket=bucket, Key="nothing")
    with refused("403"):
        blind.client("s3").head_object(Bucket=bucket, Key="nothing")


def test_a_bucket_that_is_not_there(s3):
    nowhere = {"Bucket": unique("nowhere"), "Key": "k"}
    for call in (s3.get_object, s3.delete_object, lambda **place: s3.put_object(**place, Body=b"")):
        with refused("NoSuchBucket", "The specified bucket does not exist", 404):
            call(**nowhere)


ODD_KEYS = [
    "with space", "plus+plus", "per%cent", "%2F", "a%20b", "ünïcödé/日本語", "🙂", "a//b", "/leading", "trailing/",
    "a/../b", "./dot", "a/./b", "quote'\"", "amp&and=equals?question#hash", "semi;colon:colon,comma@at$",
    "less<greater>", "back\\slash", "~tilde*star(paren)!", "{curly}[square]|pipe^", "new\nline", "tab\ttab", "x" * 1024,
]


@pytest.mark.parametrize("key", ODD_KEYS, ids=[ascii(key)[:30] for key in ODD_KEYS])
def test_odd_keys_are_kept_as_they_are(s3, bucket, key):
    body = key.encode()
    s3.put_object(Bucket=bucket, Key=key, Body=body)
    s3.put_object(Bucket=bucket, Key="other", Body=b"")
    assert read(s3, Bucket=bucket, Key=key) == body
    keys = {entry["Key"] for entry in s3.list_objects_v2(Bucket=bucket)["Contents"]}
    assert keys == {key, "other"}
    s3.copy_object(Bucket=bucket, Key=key, CopySource={"Bucket": bucket, "Key": "other"})
    s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": key})
    deleted = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key}]})["Deleted"]
    assert [entry["Key"] for entry in deleted] == [key]
    with refused("NoSuchKey"):
        s3.get_object(Bucket=bucket, Key=key)


def test_keys_have_a_limit_in_bytes(s3, bucket):
    s3.put_object(Bucket=bucket, Key="ü" * 512, Body=b"")
    with refused("KeyTooLongError", "Your key is too long", 400):
        s3.put_object(Bucket=bucket, Key="ü" * 513, Body=b"")


# Ranges

RANGES = [
    ("bytes=0-3", b"0123", "bytes 0-3/10"),
    ("bytes=3-", b"3456789", "bytes 3-9/10"),
    ("bytes=-3", b"789", "bytes 7-9/10"),
    ("bytes=8-100", b"89", "bytes 8-9/10"),
    ("bytes=-100", TEXT, "bytes 0-9/10"),
    ("bytes=5-2", TEXT, None),
    ("lines=1-2", TEXT, None),
]


@pytest.mark.parametrize("asked, part, told", RANGES)
def test_ranges(s3, at, asked, part, told):
    answer = s3.get_object(**at, Range=asked)
    assert answer["Body"].read() == part and answer.get("ContentRange") == told
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == (206 if told else 200)
    head = s3.head_object(**at, Range=asked)
    assert head["ContentLength"] == len(part)


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=-0"])
def test_a_range_outside_cannot_be_answered(s3, at, asked):
    with refused("InvalidRange", "The requested range is not satisfiable", 416):
        s3.get_object(**at, Range=asked)


# Conditions


@pytest.mark.parametrize(
    "condition, outcome",
    [
        ({"IfMatch": ETAG}, 200),
        ({"IfMatch": '"0123"'}, 412),
        ({"IfNoneMatch": '"0123"'}, 200),
        ({"IfNoneMatch": ETAG}, 304),
        ({"IfModifiedSince": EARLIER}, 200),
        ({"IfModifiedSince": LATER}, 200),
        ({"IfUnmodifiedSince": LATER}, 200),
        ({"IfUnmodifiedSince": EARLIER}, 412),
        ({"IfMatch": ETAG, "IfUnmodifiedSince": EARLIER}, 200),
        ({"IfNoneMatch": ETAG, "IfModifiedSince": EARLIER}, 304),
    ],
)
def test_conditional_reads(s3, at, condition, outcome):
    if outcome == 200:
        assert read(s3, **at, **condition) == TEXT
        s3.head_object(**at, **condition)
        return
    code = {304: "304", 412: "PreconditionFailed"}[outcome]
    with refused(code, status=outcome):
        s3.get_object(**at, **condition)
    with refused(str(outcome), status=outcome):
        s3.head_object(**at, **condition)


def test_writing_only_what_is_not_there(s3, at):
    message = "At least one of the pre-conditions you specified did not hold"
    with refused("PreconditionFailed", message, 412):
        s3.put_object(**at, Body=b"x", IfNoneMatch="*")
    assert read(s3, **at) == TEXT
    s3.put_object(Bucket=at["Bucket"], Key="fresh", Body=b"x", IfNoneMatch="*")


def test_writing_only_over_what_was_seen(s3, at):
    with refused("PreconditionFailed", status=412):
        s3.put_object(**at, Body=b"x", IfMatch='"0123"')
    with refused("NoSuchKey", status=404):
        s3.put_object(Bucket=at["Bucket"], Key="nothing", Body=b"x", IfMatch=ETAG)
    s3.put_object(**at, Body=b"x", IfMatch=ETAG)
    assert read(s3, **at) == b"x"


# Checksums

DIGITS = b"123456789"
CHECKSUMS = {
    "CRC32": "y/Q5Jg==",
    "CRC32C": "4waSgw==",
    "CRC64NVME": "rosUhgp5mIg=",
    "SHA1": base64.b64encode(hashlib.sha1(DIGITS).digest()).decode(),
    "SHA256": base64.b64encode(hashlib.sha256(DIGITS).digest()).decode(),
}


@pytest.mark.parametrize("algorithm", CHECKSUMS)
def test_a_checksum_is_checked_kept_and_told(s3, bucket, algorithm):
    member, value = f"Checksum{algorithm}", CHECKSUMS[algorithm]
    place = {"Bucket": bucket, "Key": "k"}
    answer = s3.put_object(**place, Body=DIGITS, **{member: value})
    assert (answer[member], answer["ChecksumType"]) == (value, "FULL_OBJECT")
    head = s3.head_object(**place, ChecksumMode="ENABLED")
    assert head[member] == value
    wrong = base64.b64encode(bytes(len(base64.b64decode(value)))).decode()
    with refused("BadDigest", f"The {algorithm} you specified did not match the calculated checksum.", 400):
        s3.put_object(**place, Body=b"other", **{member: wrong})
    with refused("InvalidRequest", status=400):
        s3.put_object(**place, Body=b"other", **{member: "AAAA"})
    assert read(s3, **place) == DIGITS


@pytest.mark.parametrize("algorithm", ["CRC32", "SHA1", "SHA256"])
def test_a_client_may_send_the_checksum_after_the_body(s3, bucket, algorithm):
    """As an `aws-chunked` trailer over TLS, which boto3 does by default with CRC32."""
    place = {"Bucket": bucket, "Key": "k"}
    answer = s3.put_object(**place, Body=DIGITS, ChecksumAlgorithm=algorithm)
    assert answer[f"Checksum{algorithm}"] == CHECKSUMS[algorithm]
    got = s3.get_object(**place, ChecksumMode="ENABLED")
    assert got["Body"].read() == DIGITS and got[f"Checksum{algorithm}"] == CHECKSUMS[algorithm]
    assert "aws-chunked" not in got.get("ContentEncoding", "")


def test_without_being_asked_a_crc_is_kept(admin, bucket):
    """AWS adds CRC64NVME where a client sends none."""
    s3 = admin.client("s3", request_checksum_calculation="when_required")
    s3.put_object(Bucket=bucket, Key="k", Body=DIGITS)
    head = s3.head_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    assert head["ChecksumCRC64NVME"] == CHECKSUMS["CRC64NVME"]


def test_the_md5_of_the_body_is_checked(s3, bucket):
    place = {"Bucket": bucket, "Key": "k"}
    right = base64.b64encode(hashlib.md5(b"x").digest()).decode()
    s3.put_object(**place, Body=b"x", ContentMD5=right)
    with refused("BadDigest", "The Content-MD5 you specified did not match what we received.", 400):
        s3.put_object(**place, Body=b"y", ContentMD5=right)
    with refused("InvalidDigest", "The Content-MD5 you specified was invalid.", 400):
        s3.put_object(**place, Body=b"y", ContentMD5="not-md5")
    assert read(s3, **place) == b"x"


# Copies


def test_a_copy_takes_body_and_metadata_along(s3, at):
    s3.put_object(**at, Body=TEXT, Metadata={"a": "1"}, ContentType="text/plain")
    source = {"CopySource": at, "Bucket": at["Bucket"]}
    answer = s3.copy_object(**source, Key="same")["CopyObjectResult"]
    assert answer["ETag"] == ETAG and answer["LastModified"]
    same = s3.get_object(Bucket=at["Bucket"], Key="same")
    assert (same["Body"].read(), same["Metadata"], same["ContentType"]) == (TEXT, {"a": "1"}, "text/plain")
    s3.copy_object(**source, Key="new", MetadataDirective="REPLACE", Metadata={"b": "2"}, ContentType="x/y")
    new = s3.head_object(Bucket=at["Bucket"], Key="new")
    assert (new["Metadata"], new["ContentType"]) == ({"b": "2"}, "x/y")


def test_a_copy_onto_itself_must_change_something(s3, at):
    message = (
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's "
        "metadata, storage class, website redirect location or encryption attributes."
    )
    with refused("InvalidRequest", message, 400):
        s3.copy_object(**at, CopySource=at)
    s3.copy_object(**at, CopySource=at, MetadataDirective="REPLACE", Metadata={"a": "1"})
    assert s3.head_object(**at)["Metadata"] == {"a": "1"}


@pytest.mark.parametrize(
    "condition, failed",
    [
        ({"CopySourceIfMatch": ETAG}, None),
        ({"CopySourceIfMatch": '"0123"'}, "x-amz-copy-source-If-Match"),
        ({"CopySourceIfNoneMatch": ETAG}, "x-amz-copy-source-If-None-Match"),
        ({"CopySourceIfUnmodifiedSince": EARLIER}, "x-amz-copy-source-If-Unmodified-Since"),
        ({"CopySourceIfModifiedSince": LATER}, None),
    ],
)
def test_conditional_copies(s3, at, condition, failed):
    target = {"Bucket": at["Bucket"], "Key": "copy", "CopySource": at}
    if not failed:
        s3.copy_object(**target, **condition)
        return
    with refused("PreconditionFailed", status=412) as caught:
        s3.copy_object(**target, **condition)
    assert caught.value.response["Error"]["Condition"] == failed


def test_a_source_that_is_not_there_cannot_be_copied(s3, bucket):
    with refused("NoSuchKey", "The specified key does not exist.", 404):
        s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "nothing"})
    with refused("NoSuchBucket", status=404):
        s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": unique("nowhere"), "Key": "k"})


# Deletion


def test_deleting_twice_is_no_error(s3, at):
    for _ in range(2):
        assert s3.delete_object(**at)["ResponseMetadata"]["HTTPStatusCode"] == 204
    with refused("NoSuchKey"):
        s3.get_object(**at)


def test_many_objects_are_deleted_at_once(s3, bucket):
    keys = [{"Key": f"k{number}"} for number in range(20)]
    for place in keys:
        s3.put_object(Bucket=bucket, **place, Body=b"")
    answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": [*keys, {"Key": "nothing"}]})
    assert len(answer["Deleted"]) == 21 and "Errors" not in answer
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0
    assert "Deleted" not in s3.delete_objects(Bucket=bucket, Delete={"Objects": keys, "Quiet": True})


def test_a_thousand_keys_at_once_and_no_more(s3, bucket):
    keys = [{"Key": f"k{number}"} for number in range(1001)]
    assert len(s3.delete_objects(Bucket=bucket, Delete={"Objects": keys[:1000]})["Deleted"]) == 1000
    with refused("MalformedXML", status=400):
        s3.delete_objects(Bucket=bucket, Delete={"Objects": keys})


def test_what_is_not_kept_is_not_promised(s3, bucket):
    """A request for something that is not built is refused, never quietly ignored."""
    for wish in ({"StorageClass": "NOSUCH"}, {"ACL": "public-read"}, {"ServerSideEncryption": "aws:kms"}):
        with pytest.raises(ClientError):
            s3.put_object(Bucket=bucket, Key="k", Body=b"x", **wish)


# Presigned addresses


@pytest.fixture
def signer(admin):
    """boto3 presigns with Signature Version 2 unless it is told otherwise."""
    return admin.client("s3", signature_version="s3v4")


def fetch(account, url, method="GET", body=None, headers=()):
    """Status and body of a plain HTTPS request that trusts the server's CA."""
    context = ssl.create_default_context(cafile=account.ready["ca_bundle"])
    request = urllib.request.Request(url, method=method, data=body, headers=dict(headers))
    try:
        with urllib.request.urlopen(request, context=context) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def test_a_presigned_address_reads(admin, signer, at):
    url = signer.generate_presigned_url("get_object", Params=at)
    assert "X-Amz-Signature" in url
    assert fetch(admin, url) == (200, TEXT)
    assert fetch(admin, url, headers={"Range": "bytes=0-1"}) == (206, b"01")
    status, body = fetch(admin, url, "PUT", b"x")
    assert status == 403 and b"SignatureDoesNotMatch" in body
    status, body = fetch(admin, url.replace("digits", "others"))
    assert status == 403 and b"SignatureDoesNotMatch" in body


def test_the_signature_of_old_is_refused(admin, at):
    url = admin.client("s3", signature_version="s3").generate_presigned_url("get_object", Params=at)
    status, body = fetch(admin, url)
    assert status == 400 and b"<Code>InvalidRequest</Code>" in body
    assert b"The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256." in body


def test_a_presigned_address_writes(admin, s3, signer, bucket):
    place = {"Bucket": bucket, "Key": "a key/with+odd&signs"}
    url = signer.generate_presigned_url("put_object", Params={**place, "ContentType": "text/plain"})
    status, body = fetch(admin, url, "PUT", b"text", {"Content-Type": "text/html"})
    assert status == 403 and b"SignatureDoesNotMatch" in body
    assert fetch(admin, url, "PUT", b"text", {"Content-Type": "text/plain"})[0] == 200
    assert read(s3, **place) == b"text"


def test_a_presigned_address_of_a_session_carries_its_token(root, admin, at):
    role = root.role({"Effect": "Allow", "Principal": {"AWS": root.id}, "Action": "sts:AssumeRole"}, statement("s3:*"))
    session = admin.assume(role)
    url = session.client("s3", signature_version="s3v4").generate_presigned_url("get_object", Params=at)
    assert fetch(admin, url) == (200, TEXT)
    head, token = url.split("X-Amz-Security-Token=")
    cut = head + "X-Amz-Security-Token=" + token[:20] + token[24:]
    assert fetch(admin, cut)[0] in (400, 403)


def test_a_presigned_address_may_do_what_its_signer_may_do_now(root, at):
    user = root.user(statement("s3:GetObject"))
    url = user.client("s3", signature_version="s3v4").generate_presigned_url("get_object", Params=at)
    assert fetch(root, url)[0] == 200
    user.set_policy(all_but("s3:GetObject"))
    status, body = fetch(root, url)
    assert status == 403 and b"<Code>AccessDenied</Code>" in body


# Other ways to say the same


def test_buckets_as_host_names(monkeypatch, admin, at):
    """`bucket.localhost`; wherever the resolver does not know such names, it is told."""
    resolve = socket.getaddrinfo
    local = lambda host, *rest, **more: resolve(
        "localhost" if str(host).endswith(".localhost") else host, *rest, **more
    )
    monkeypatch.setattr(socket, "getaddrinfo", local)
    s3 = admin.fresh_client("s3", s3={"addressing_style": "virtual"})
    assert f"//{at['Bucket']}.localhost:" in s3.generate_presigned_url("get_object", Params=at)
    assert read(s3, **at) == TEXT
    s3.put_object(Bucket=at["Bucket"], Key="a b/ü", Body=b"x")
    keys = [entry["Key"] for entry in s3.list_objects_v2(Bucket=at["Bucket"])["Contents"]]
    assert keys == ["a b/ü", "digits"]
    s3.delete_object(**at)
    with refused("NoSuchKey"):
        s3.get_object(**at)


def test_the_aws_cli_copies_lists_syncs_and_removes(admin, bucket, tmp_path):
    def aws(command):
        ran = admin.shell(f"aws s3 {command}")
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    (tmp_path / "tree/deep").mkdir(parents=True)
    (tmp_path / "tree/a.txt").write_text("one")
    (tmp_path / "tree/deep/b c.txt").write_text("two")
    big = bytes(range(256)) * 40960
    (tmp_path / "big.bin").write_bytes(big)
    aws(f"cp {tmp_path}/big.bin s3://{bucket}/big.bin")
    aws(f"sync {tmp_path}/tree s3://{bucket}/tree")
    assert aws(f"sync {tmp_path}/tree s3://{bucket}/tree") == ""
    listed = [line.split(maxsplit=3)[2:] for line in aws(f"ls --recursive s3://{bucket}").splitlines()]
    assert listed == [["10485760", "big.bin"], ["3", "tree/a.txt"], ["3", "tree/deep/b c.txt"]]
    aws(f"cp s3://{bucket}/big.bin {tmp_path}/back.bin")
    assert (tmp_path / "back.bin").read_bytes() == big
    aws(f"cp --recursive s3://{bucket}/tree s3://{bucket}/copy")
    aws(f"rm --recursive s3://{bucket}/tree")
    assert "copy/deep/b c.txt" in aws(f"ls --recursive s3://{bucket}") and "tree/" not in aws(f"ls s3://{bucket}")


def test_many_writers_of_one_key_leave_one_whole_object(admin, bucket):
    s3 = admin.fresh_client("s3", max_pool_connections=8)
    bodies = [bytes([number]) * 100_000 for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda body: s3.put_object(Bucket=bucket, Key="k", Body=body), bodies))
    answer = s3.get_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    body = answer["Body"].read()
    assert body in bodies
    assert base64.b64decode(answer["ChecksumCRC32"]) == zlib.crc32(body).to_bytes(4, "big")
