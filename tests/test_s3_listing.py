"""Lists of objects, both versions."""

import urllib.parse

import botocore.handlers
import pytest

from conftest import refused, statement

KEYS = ["a.txt", "b/1.txt", "b/2.txt", "b/c/3.txt", "d e+f/4.txt", "z.txt", "ö.txt"]


@pytest.fixture
def s3(admin):
    return admin.client("s3")


@pytest.fixture
def filled(s3, bucket):
    for key in KEYS:
        s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    return bucket


CASES = [
    ({}, KEYS, []),
    ({"Prefix": "b/"}, ["b/1.txt", "b/2.txt", "b/c/3.txt"], []),
    ({"Prefix": "b"}, ["b/1.txt", "b/2.txt", "b/c/3.txt"], []),
    ({"Delimiter": "/"}, ["a.txt", "z.txt", "ö.txt"], ["b/", "d e+f/"]),
    ({"Prefix": "b/", "Delimiter": "/"}, ["b/1.txt", "b/2.txt"], ["b/c/"]),
    ({"Prefix": "b", "Delimiter": "/"}, [], ["b/"]),
    ({"Delimiter": ".txt"}, [], [key for key in KEYS]),
    ({"Prefix": "nothing"}, [], []),
    ({"Prefix": "d e+"}, ["d e+f/4.txt"], []),
    ({"MaxKeys": 0}, [], []),
]


@pytest.mark.parametrize("version", ["list_objects", "list_objects_v2"])
@pytest.mark.parametrize("asked, keys, prefixes", CASES, ids=[str(case[0]) for case in CASES])
def test_what_is_listed(s3, filled, version, asked, keys, prefixes):
    answer = getattr(s3, version)(Bucket=filled, **asked)
    assert [entry["Key"] for entry in answer.get("Contents", [])] == keys
    assert [entry["Prefix"] for entry in answer.get("CommonPrefixes", [])] == prefixes
    assert answer["IsTruncated"] is False and answer["Name"] == filled
    assert answer.get("Delimiter") == asked.get("Delimiter")
    if version == "list_objects_v2":
        assert answer["Prefix"] == asked.get("Prefix", "")
        assert answer["KeyCount"] == len(keys) + len(prefixes)


@pytest.mark.parametrize("version", ["list_objects", "list_objects_v2"])
@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("asked", [{}, {"Delimiter": "/"}, {"Prefix": "b/", "Delimiter": "/"}], ids=str)
def test_pages_join_to_the_whole(s3, filled, version, size, asked):
    keys, prefixes = [], []
    pages = s3.get_paginator(version).paginate(Bucket=filled, PaginationConfig={"PageSize": size}, **asked)
    for page in pages:
        assert len(page.get("Contents", [])) + len(page.get("CommonPrefixes", [])) <= size
        keys += [entry["Key"] for entry in page.get("Contents", [])]
        prefixes += [entry["Prefix"] for entry in page.get("CommonPrefixes", [])]
    whole = next((keys, prefixes) for given, keys, prefixes in CASES if given == asked)
    assert (keys, prefixes) == whole


def test_an_entry_tells_size_tag_and_checksum(s3, bucket):
    put = s3.put_object(Bucket=bucket, Key="k", Body=b"text")
    entry, = s3.list_objects_v2(Bucket=bucket)["Contents"]
    assert (entry["ETag"], entry["Size"], entry["StorageClass"]) == (put["ETag"], 4, "STANDARD")
    assert (entry["ChecksumAlgorithm"], entry["ChecksumType"]) == (["CRC32"], "FULL_OBJECT")
    assert "Owner" not in entry
    assert s3.list_objects_v2(Bucket=bucket, FetchOwner=True)["Contents"][0]["Owner"]["ID"]
    assert s3.list_objects(Bucket=bucket)["Contents"][0]["Owner"]["ID"]


def test_a_list_may_begin_after_a_key(s3, filled):
    keys = [entry["Key"] for entry in s3.list_objects_v2(Bucket=filled, StartAfter="b/2.txt")["Contents"]]
    assert keys == KEYS[3:]
    keys = [entry["Key"] for entry in s3.list_objects(Bucket=filled, Marker="b/2.txt")["Contents"]]
    assert keys == KEYS[3:]


def test_version_one_tells_the_next_marker_only_with_a_delimiter(s3, filled):
    assert "NextMarker" not in s3.list_objects(Bucket=filled, MaxKeys=1)
    assert s3.list_objects(Bucket=filled, MaxKeys=1, Delimiter="/")["NextMarker"] == "a.txt"
    assert s3.list_objects(Bucket=filled, MaxKeys=2, Delimiter="/")["NextMarker"] == "b/"


def test_names_are_encoded_only_when_asked(admin, filled):
    """boto3 asks and decodes by itself, so this looks at the answer's text."""
    s3, texts = admin.fresh_client("s3"), []
    s3.meta.events.register("before-parse.s3", lambda response_dict, **_: texts.append(response_dict["body"].decode()))
    s3.list_objects_v2(Bucket=filled)
    assert "<EncodingType>url</EncodingType>" in texts[0]
    assert "<Key>d+e%2Bf/4.txt</Key>" in texts[0] or "<Key>d%20e%2Bf/4.txt</Key>" in texts[0]
    assert f"<Key>{urllib.parse.quote('ö.txt')}</Key>" in texts[0]

    asking = botocore.handlers.set_list_objects_encoding_type_url
    s3.meta.events.unregister("before-parameter-build.s3.ListObjectsV2", asking)
    texts.clear()
    s3.list_objects_v2(Bucket=filled)
    assert "EncodingType" not in texts[0] and "<Key>d e+f/4.txt</Key>" in texts[0] and "<Key>ö.txt</Key>" in texts[0]


@pytest.mark.parametrize("token", ["garbled", "A" * 40])
def test_a_garbled_token_is_refused(s3, filled, token):
    with refused("InvalidArgument", "The continuation token provided is incorrect", 400):
        s3.list_objects_v2(Bucket=filled, ContinuationToken=token)


@pytest.mark.parametrize("number", [-1])
def test_a_page_has_a_size(s3, filled, number):
    with refused("InvalidArgument", status=400):
        s3.list_objects_v2(Bucket=filled, MaxKeys=number)


def test_a_thousand_at_once_is_the_most(s3, bucket):
    answer = s3.list_objects_v2(Bucket=bucket, MaxKeys=5000)
    assert answer["MaxKeys"] == 1000


def test_a_policy_may_limit_the_prefix(root, filled):
    user = root.user(statement("s3:ListBucket", Condition={"StringLike": {"s3:prefix": ["b/*"]}}))
    s3 = user.client("s3")
    assert s3.list_objects_v2(Bucket=filled, Prefix="b/")["KeyCount"] == 3
    for prefix in ({}, {"Prefix": "a"}, {"Prefix": "b"}):
        with refused("AccessDenied", status=403):
            s3.list_objects_v2(Bucket=filled, **prefix)


def test_a_policy_may_limit_the_page(root, filled):
    user = root.user(statement("s3:ListBucket", Condition={"NumericLessThanEquals": {"s3:max-keys": "2"}}))
    assert len(user.client("s3").list_objects_v2(Bucket=filled, MaxKeys=2)["Contents"]) == 2
    with refused("AccessDenied", status=403):
        user.client("s3").list_objects_v2(Bucket=filled, MaxKeys=3)
