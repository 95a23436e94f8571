"""Uploads in parts."""

import base64
import hashlib
import os
import zlib

import pytest

from conftest import refused, unique

MIB = 1024 * 1024
FIVE = 5 * MIB


@pytest.fixture
def s3(admin):
    return admin.client("s3")


class Upload:
    def __init__(self, s3, bucket, key="big", **more):
        self.s3, self.place = s3, {"Bucket": bucket, "Key": key}
        self.id = s3.create_multipart_upload(**self.place, **more)["UploadId"]
        self.at = {**self.place, "UploadId": self.id}

    def part(self, number, body, **more):
        answer = self.s3.upload_part(**self.at, PartNumber=number, Body=body, **more)
        return {"PartNumber": number, "ETag": answer["ETag"]}

    def complete(self, *parts, **more):
        return self.s3.complete_multipart_upload(**self.at, MultipartUpload={"Parts": list(parts)}, **more)


@pytest.fixture
def upload(s3, bucket):
    return Upload(s3, bucket)


def tag_of(*bodies):
    digests = b"".join(hashlib.md5(body).digest() for body in bodies)
    return f'"{hashlib.md5(digests).hexdigest()}-{len(bodies)}"'


def test_parts_join_to_one_object(s3, bucket):
    upload = Upload(s3, bucket, ContentType="text/plain", Metadata={"a": "1"})
    one, two = os.urandom(FIVE), b"the end"
    parts = [upload.part(1, one), upload.part(7, two)]
    answer = upload.complete(*parts)
    assert (answer["ETag"], answer["Bucket"], answer["Key"]) == (tag_of(one, two), bucket, "big")
    got = s3.get_object(**upload.place)
    assert got["Body"].read() == one + two and got["ETag"] == answer["ETag"]
    assert (got["ContentType"], got["Metadata"]) == ("text/plain", {"a": "1"})
    assert s3.get_object(**upload.place, Range=f"bytes={FIVE - 1}-{FIVE + 1}")["Body"].read() == one[-1:] + b"th"


def test_a_part_can_be_read_by_its_number(s3, upload):
    one, two = os.urandom(FIVE), b"the end"
    upload.complete(upload.part(1, one), upload.part(2, two))
    got = s3.get_object(**upload.place, PartNumber=2)
    assert (got["Body"].read(), got["PartsCount"], got["ContentLength"]) == (two, 2, 7)
    assert got["ContentRange"] == f"bytes {FIVE}-{FIVE + 6}/{FIVE + 7}"


def test_until_it_is_complete_nothing_is_there(s3, bucket, upload):
    upload.part(1, b"x")
    with refused("NoSuchKey"):
        s3.get_object(**upload.place)
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0
    assert [entry["UploadId"] for entry in s3.list_multipart_uploads(Bucket=bucket)["Uploads"]] == [upload.id]


def test_a_part_sent_again_replaces_the_first(s3, upload):
    old = upload.part(1, b"old")
    new = upload.part(1, b"new")
    with refused("InvalidPart", status=400):
        upload.complete(old)
    upload.complete(new)
    assert s3.get_object(**upload.place)["Body"].read() == b"new"


def test_only_the_parts_that_are_named_count(s3, upload):
    keep, _ = upload.part(2, b"keep"), upload.part(5, b"drop")
    upload.complete(keep)
    assert s3.get_object(**upload.place)["Body"].read() == b"keep"


INVALID_PART = (
    "One or more of the specified parts could not be found.  The part may not have been uploaded, "
    "or the specified entity tag may not match the part's entity tag."
)


def test_lists_of_parts_that_cannot_be(s3, upload):
    one, two = upload.part(1, b"small"), upload.part(2, b"small too")
    with refused("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", 400):
        upload.complete(one, two)
    with refused("InvalidPartOrder", status=400):
        upload.complete(two, one)
    with refused("InvalidPart", INVALID_PART, 400):
        upload.complete({"PartNumber": 3, "ETag": one["ETag"]})
    with refused("InvalidPart", INVALID_PART, 400):
        upload.complete({"PartNumber": 1, "ETag": two["ETag"]})
    with refused("MalformedXML", status=400):
        upload.complete()
    assert len(s3.list_parts(**upload.at)["Parts"]) == 2
    upload.complete(two)


@pytest.mark.parametrize("number", [0, 10001])
def test_part_numbers_have_bounds(s3, upload, number):
    with refused("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive", 400):
        upload.part(number, b"x")


NO_UPLOAD = (
    "The specified upload does not exist. The upload ID may be invalid, "
    "or the upload may have been aborted or completed."
)


def test_an_upload_ends_once(s3, upload):
    part = upload.part(1, b"x")
    upload.complete(part)
    for call in (
        lambda: upload.part(1, b"y"),
        lambda: s3.list_parts(**upload.at),
        lambda: s3.abort_multipart_upload(**upload.at),
    ):
        with refused("NoSuchUpload", NO_UPLOAD, 404):
            call()
    assert s3.get_object(**upload.place)["Body"].read() == b"x"


def test_completing_again_gives_the_same_answer(upload):
    part = upload.part(1, b"x")
    assert upload.complete(part)["ETag"] == upload.complete(part)["ETag"]


def test_an_aborted_upload_leaves_nothing(s3, bucket, upload):
    part = upload.part(1, b"x")
    s3.abort_multipart_upload(**upload.at)
    with refused("NoSuchUpload", NO_UPLOAD, 404):
        upload.complete(part)
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=bucket)
    s3.delete_bucket(Bucket=bucket)


def test_an_upload_belongs_to_its_key(s3, bucket, upload):
    with refused("NoSuchUpload", status=404):
        s3.upload_part(Bucket=bucket, Key="other", UploadId=upload.id, PartNumber=1, Body=b"x")


def test_parts_are_listed_in_pages(s3, upload):
    for number in (1, 2, 5, 9):
        upload.part(number, b"x" * number)
    first = s3.list_parts(**upload.at, MaxParts=2)
    assert (first["IsTruncated"], first["NextPartNumberMarker"]) == (True, 2)
    pages = s3.get_paginator("list_parts").paginate(**upload.at, PaginationConfig={"PageSize": 2})
    parts = [(part["PartNumber"], part["Size"]) for page in pages for part in page["Parts"]]
    assert parts == [(1, 1), (2, 2), (5, 5), (9, 9)]


def test_uploads_are_listed_by_prefix_and_in_pages(s3, bucket):
    ids = {(key, Upload(s3, bucket, key).id) for key in ("a/1", "a/1", "a/2", "b", "c d+e")}
    pages = s3.get_paginator("list_multipart_uploads").paginate(Bucket=bucket, PaginationConfig={"PageSize": 2})
    found = [(entry["Key"], entry["UploadId"]) for page in pages for entry in page["Uploads"]]
    assert len(found) == len(ids) and set(found) == ids
    listed = s3.list_multipart_uploads(Bucket=bucket, Prefix="a/")["Uploads"]
    assert [entry["Key"] for entry in listed] == ["a/1", "a/1", "a/2"]
    grouped = s3.list_multipart_uploads(Bucket=bucket, Delimiter="/")
    assert [entry["Prefix"] for entry in grouped["CommonPrefixes"]] == ["a/"]
    assert [entry["Key"] for entry in grouped["Uploads"]] == ["b", "c d+e"]


def test_parts_may_be_copied(s3, bucket, upload):
    s3.put_object(Bucket=bucket, Key="source", Body=b"0123456789")
    source = {"CopySource": {"Bucket": bucket, "Key": "source"}}
    copied = s3.upload_part_copy(**upload.at, PartNumber=1, CopySourceRange="bytes=2-4", **source)["CopyPartResult"]
    upload.complete({"PartNumber": 1, "ETag": copied["ETag"]})
    assert s3.get_object(**upload.place)["Body"].read() == b"234"


@pytest.mark.parametrize("asked", ["bytes=8-20", "bytes=5-", "2-4"])
def test_a_copied_range_must_be_inside_and_whole(s3, bucket, upload, asked):
    s3.put_object(Bucket=bucket, Key="source", Body=b"0123456789")
    with refused("InvalidArgument", status=400):
        source = {"Bucket": bucket, "Key": "source"}
        s3.upload_part_copy(**upload.at, PartNumber=1, CopySource=source, CopySourceRange=asked)


def test_completing_may_be_conditional(s3, upload):
    s3.put_object(**upload.place, Body=b"first")
    part = upload.part(1, b"second")
    with refused("PreconditionFailed", status=412):
        upload.complete(part, IfNoneMatch="*")
    assert s3.get_object(**upload.place)["Body"].read() == b"first"
    upload.complete(part)


def test_checksums_of_parts_are_joined(s3, bucket):
    upload = Upload(s3, bucket, ChecksumAlgorithm="SHA256")
    bodies = [os.urandom(FIVE), b"the end"]
    digests = [hashlib.sha256(body).digest() for body in bodies]
    parts = []
    for number, body in enumerate(bodies, 1):
        checksum = base64.b64encode(digests[number - 1]).decode()
        parts.append({**upload.part(number, body, ChecksumSHA256=checksum), "ChecksumSHA256": checksum})
    answer = upload.complete(*parts)
    joined = base64.b64encode(hashlib.sha256(b"".join(digests)).digest()).decode() + "-2"
    assert (answer["ChecksumSHA256"], answer["ChecksumType"]) == (joined, "COMPOSITE")
    head = s3.head_object(**upload.place, ChecksumMode="ENABLED")
    assert (head["ChecksumSHA256"], head["ChecksumType"]) == (joined, "COMPOSITE")


def test_a_crc_may_be_of_the_whole_object(s3, bucket):
    upload = Upload(s3, bucket, ChecksumAlgorithm="CRC32", ChecksumType="FULL_OBJECT")
    bodies = [os.urandom(FIVE), b"the end"]
    parts = [upload.part(number, body, ChecksumAlgorithm="CRC32") for number, body in enumerate(bodies, 1)]
    whole = base64.b64encode(zlib.crc32(b"".join(bodies)).to_bytes(4, "big")).decode()
    with refused("BadDigest", status=400):
        upload.complete(*parts, ChecksumCRC32="AAAAAA==", ChecksumType="FULL_OBJECT")
    answer = upload.complete(*parts, ChecksumCRC32=whole, ChecksumType="FULL_OBJECT")
    assert (answer["ChecksumCRC32"], answer["ChecksumType"]) == (whole, "FULL_OBJECT")


def test_the_transfer_manager_moves_twenty_megabytes(s3, bucket, tmp_path):
    body = os.urandom(20 * MIB)
    (tmp_path / "up").write_bytes(body)
    s3.upload_file(str(tmp_path / "up"), bucket, "moved", ExtraArgs={"Metadata": {"a": "1"}})
    head = s3.head_object(Bucket=bucket, Key="moved", ChecksumMode="ENABLED")
    assert head["ETag"].endswith('-3"') and head["ContentLength"] == len(body) and head["Metadata"] == {"a": "1"}
    assert "ChecksumCRC32" in head
    s3.download_file(bucket, "moved", str(tmp_path / "down"))
    assert (tmp_path / "down").read_bytes() == body
    s3.copy({"Bucket": bucket, "Key": "moved"}, bucket, "copied")
    assert s3.get_object(Bucket=bucket, Key="copied")["Body"].read() == body


def test_uploads_need_their_bucket(s3):
    with refused("NoSuchBucket", status=404):
        s3.create_multipart_upload(Bucket=unique("nowhere"), Key="k")
