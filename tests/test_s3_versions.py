"""Versions of objects: kept, told, read, deleted and brought back; and the permissions on them."""

import ssl
import urllib.error
import urllib.request

import pytest

from conftest import all_but, denied, policy, refused, statement, unique


@pytest.fixture
def s3(admin):
    return admin.client("s3")


class Kept:
    """A bucket that keeps versions."""

    def __init__(self, s3):
        self.s3, self.name = s3, unique("kept")
        s3.create_bucket(Bucket=self.name)
        self.set("Enabled")

    def set(self, status):
        self.s3.put_bucket_versioning(Bucket=self.name, VersioningConfiguration={"Status": status})

    def at(self, key="key", version=None):
        return {"Bucket": self.name, "Key": key, **({"VersionId": version} if version else {})}

    def put(self, text, key="key", **more):
        """The id of the version that was written, if one was told."""
        return self.s3.put_object(**self.at(key), Body=text.encode(), **more).get("VersionId")

    def read(self, version=None, key="key"):
        return self.s3.get_object(**self.at(key, version))["Body"].read().decode()

    def delete(self, version=None, key="key"):
        answer = self.s3.delete_object(**self.at(key, version))
        return answer.get("DeleteMarker", False), answer.get("VersionId")

    def told(self, **more):
        """What a list tells, newest first: key, id, whether it is the latest, whether it is a delete marker."""
        answer = self.s3.list_object_versions(Bucket=self.name, **more)
        entries = [(entry, False) for entry in answer.get("Versions", [])]
        entries += [(entry, True) for entry in answer.get("DeleteMarkers", [])]
        return [(entry["Key"], entry["VersionId"], entry["IsLatest"], marker) for entry, marker in entries]


@pytest.fixture
def kept(s3):
    return Kept(s3)


# Switching


def test_a_bucket_keeps_versions_once_it_is_told_to(s3, bucket):
    status = lambda: s3.get_bucket_versioning(Bucket=bucket).get("Status")
    put = lambda **configuration: s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration=configuration)
    assert status() is None
    for wanted in ("Enabled", "Suspended", "Enabled"):
        put(Status=wanted)
        assert status() == wanted
    with refused("MalformedXML", status=400):
        put()
    with refused("NotImplemented", status=501):
        put(Status="Enabled", MFADelete="Enabled")
    put(Status="Enabled", MFADelete="Disabled")
    assert "MFADelete" not in s3.get_bucket_versioning(Bucket=bucket)


def test_without_versions_there_is_one_called_null(s3, bucket):
    at = {"Bucket": bucket, "Key": "key"}
    assert "VersionId" not in s3.put_object(**at, Body=b"text")
    listed, = s3.list_object_versions(Bucket=bucket)["Versions"]
    assert (listed["Key"], listed["VersionId"], listed["IsLatest"], listed["Size"]) == ("key", "null", True, 4)
    answer = s3.get_object(**at, VersionId="null")
    assert answer["Body"].read() == b"text" and "VersionId" not in answer
    deleted = s3.delete_object(**at, VersionId="null")
    assert deleted["VersionId"] == "null" and "DeleteMarker" not in deleted
    with refused("NoSuchKey"):
        s3.get_object(**at)
    assert "Versions" not in s3.list_object_versions(Bucket=bucket)


# Keeping


def test_each_write_is_a_version(kept):
    first, second = kept.put("one"), kept.put("two")
    assert first and second and first != second
    assert kept.read() == kept.read(second) == "two" and kept.read(first) == "one"
    for version, text in ((None, "two"), (first, "one")):
        answer = kept.s3.get_object(**kept.at(version=version))
        head = kept.s3.head_object(**kept.at(version=version))
        assert answer["VersionId"] == head["VersionId"] == (version or second)
        assert head["ContentLength"] == len(text)
    assert kept.told() == [("key", second, True, False), ("key", first, False, False)]
    # Lists of objects show the current ones only.
    contents = kept.s3.list_objects_v2(Bucket=kept.name)["Contents"]
    assert [(entry["Key"], entry["Size"]) for entry in contents] == [("key", 3)]


def test_what_was_there_before_is_the_version_null(s3, bucket):
    s3.put_object(Bucket=bucket, Key="key", Body=b"old")
    kept = Kept.__new__(Kept)
    kept.s3, kept.name = s3, bucket
    kept.set("Enabled")
    assert s3.get_object(**kept.at())["VersionId"] == "null"
    new = kept.put("new")
    assert (kept.read(), kept.read("null")) == ("new", "old")
    assert kept.told() == [("key", new, True, False), ("key", "null", False, False)]
    assert kept.delete("null") == (False, "null")
    assert kept.told() == [("key", new, True, False)]


def test_deleting_leaves_a_marker(kept):
    first = kept.put("one")
    marker, deleted = kept.delete()
    assert marker and deleted not in (first, None)
    with refused("NoSuchKey", "The specified key does not exist.", 404) as caught:
        kept.read()
    headers = caught.value.response["ResponseMetadata"]["HTTPHeaders"]
    assert (headers["x-amz-delete-marker"], headers["x-amz-version-id"]) == ("true", deleted)
    with refused("404") as caught:
        kept.s3.head_object(**kept.at())
    assert caught.value.response["ResponseMetadata"]["HTTPHeaders"]["x-amz-delete-marker"] == "true"
    assert kept.read(first) == "one"
    assert sorted(kept.told()) == sorted([("key", deleted, True, True), ("key", first, False, False)])
    assert "Contents" not in kept.s3.list_objects_v2(Bucket=kept.name)
    # Another deletion leaves another marker, and a marker also comes where there never was an object.
    assert kept.delete()[0] and kept.delete(key="never")[0]
    assert len(kept.told()) == 4


def test_a_marker_is_no_object(kept):
    kept.put("one")
    _, marker = kept.delete()
    at = kept.at(version=marker)
    for method in ("get_object", "get_object_tagging", "get_object_acl"):
        with refused("MethodNotAllowed", "The specified method is not allowed against this resource.", 405) as caught:
            getattr(kept.s3, method)(**at)
        headers = caught.value.response["ResponseMetadata"]["HTTPHeaders"]
        assert (headers["x-amz-delete-marker"], headers["allow"]) == ("true", "DELETE")
        assert headers["x-amz-version-id"] == marker and headers["last-modified"]
    with refused("405"):
        kept.s3.head_object(**at)


def test_taking_the_marker_away_brings_the_object_back(kept):
    kept.put("one")
    second = kept.put("two")
    _, marker = kept.delete()
    assert kept.delete(marker) == (True, marker)
    assert kept.read() == "two"
    assert [entry[1:3] for entry in kept.told()][0] == (second, True)


def test_removing_a_version_is_for_good(kept):
    first, second, third = kept.put("one"), kept.put("two"), kept.put("three")
    assert kept.delete(second) == (False, second)
    with refused("NoSuchVersion", "The specified version does not exist.", 404):
        kept.read(second)
    assert kept.read() == "three"
    # Without the newest, the one before is current.
    assert kept.delete(third) == (False, third)
    assert kept.read() == "one" and kept.told() == [("key", first, True, False)]
    # What is gone may be deleted again.
    assert kept.delete(third) == (False, third)
    kept.delete(first)
    with refused("NoSuchKey") as caught:
        kept.read()
    assert "x-amz-delete-marker" not in caught.value.response["ResponseMetadata"]["HTTPHeaders"]
    assert kept.told() == []


def test_a_version_below_a_marker_does_not_come_back_by_itself(kept):
    first, second = kept.put("one"), kept.put("two")
    _, marker = kept.delete()
    kept.delete(second)
    with refused("NoSuchKey"):
        kept.read()
    assert sorted(kept.told()) == sorted([("key", marker, True, True), ("key", first, False, False)])


@pytest.mark.parametrize("version, message", [("x", "Invalid version id specified"), ("Null", "Invalid version id specified")])
def test_what_cannot_be_an_id_is_refused(kept, version, message):
    kept.put("one")
    with refused("InvalidArgument", message, 400):
        kept.read(version)
    with refused("InvalidArgument", message, 400):
        kept.delete(version)


# Suspending


def test_suspended_versions_stay_and_new_ones_are_null(kept):
    first = kept.put("one")
    kept.set("Suspended")
    assert kept.put("two") is None and kept.put("three") is None
    assert kept.s3.get_object(**kept.at())["VersionId"] == "null"
    assert (kept.read(), kept.read("null"), kept.read(first)) == ("three", "three", "one")
    assert kept.told() == [("key", "null", True, False), ("key", first, False, False)]
    # A deletion takes the version null away and leaves a marker of the same name.
    assert kept.delete() == (True, "null")
    with refused("NoSuchKey"):
        kept.read()
    with refused("MethodNotAllowed", status=405):
        kept.read("null")
    assert sorted(kept.told()) == sorted([("key", "null", True, True), ("key", first, False, False)])
    # Writing replaces that marker.
    kept.put("four")
    assert (kept.read(), kept.read("null")) == ("four", "four")
    assert kept.told() == [("key", "null", True, False), ("key", first, False, False)]


def test_a_null_version_in_the_middle_is_replaced(kept):
    kept.set("Suspended")
    kept.put("null one")
    kept.set("Enabled")
    second = kept.put("two")
    assert kept.read("null") == "null one"
    assert kept.told() == [("key", second, True, False), ("key", "null", False, False)]
    kept.set("Suspended")
    kept.put("null two")
    assert (kept.read(), kept.read("null"), kept.read(second)) == ("null two", "null two", "two")
    assert kept.told() == [("key", "null", True, False), ("key", second, False, False)]
    kept.delete(second)
    assert kept.told() == [("key", "null", True, False)]


# Many


def test_many_are_deleted_at_once_each_by_its_version(kept):
    first, second, other = kept.put("one"), kept.put("two"), kept.put("x", key="other")
    kept.put("gone", key="third")
    _, marker = kept.delete(key="third")
    wanted = [
        {"Key": "key", "VersionId": first}, {"Key": "other"}, {"Key": "third", "VersionId": marker},
        {"Key": "key", "VersionId": "0" * 32}, {"Key": "key", "VersionId": "wrong"},
    ]
    answer = kept.s3.delete_objects(Bucket=kept.name, Delete={"Objects": wanted})
    error, = answer["Errors"]
    assert (error["VersionId"], error["Code"]) == ("wrong", "InvalidArgument")
    removed, marked, unmarked, nothing = answer["Deleted"]
    assert removed == {"Key": "key", "VersionId": first}
    assert marked["DeleteMarker"] is True and marked["DeleteMarkerVersionId"] not in (other, None)
    assert unmarked == {
        "Key": "third", "VersionId": marker, "DeleteMarker": True, "DeleteMarkerVersionId": marker
    }
    assert nothing == {"Key": "key", "VersionId": "0" * 32}
    assert kept.read() == "two" and kept.read(other, "other") == "x" and kept.read(key="third") == "gone"
    assert [entry for entry in kept.told(Prefix="key")] == [("key", second, True, False)]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_lists_come_in_pages(kept, size):
    expect = []
    for key in ("a", "b/1", "b/2", "c!", "c", "d"):
        versions = [kept.put(text, key) for text in ("one", "two")]
        if key in ("a", "c"):
            versions.append(kept.delete(key=key)[1])
        expect += [(key, version, place == 0) for place, version in enumerate(reversed(versions))]
    expect.sort(key=lambda entry: entry[0])
    pages = kept.s3.get_paginator("list_object_versions").paginate(
        Bucket=kept.name, PaginationConfig={"PageSize": size}
    )
    seen, lengths = [], []
    for page in pages:
        entries = page.get("Versions", []) + page.get("DeleteMarkers", [])
        lengths.append(len(entries))
        seen += [(entry["Key"], entry["VersionId"], entry["IsLatest"]) for entry in entries]
    # An answer tells versions and markers apart, so that only keys are in order within it.
    assert sorted(seen) == sorted(expect) and len(seen) == len(set(seen))
    assert [entry[0] for entry in seen] == [entry[0] for entry in expect] or size > 1
    assert all(length == size for length in lengths[:-1])
    if size == 1:
        assert seen == expect


def test_lists_go_on_behind_markers_and_fold(kept):
    old, new = kept.put("one", "a"), kept.put("two", "a")
    for key in ("f/1", "f/2", "z"):
        kept.put("x", key)
    ask = lambda **more: kept.s3.list_object_versions(Bucket=kept.name, **more)
    keys = lambda answer: [(entry["Key"], entry["VersionId"]) for entry in answer.get("Versions", [])]
    assert keys(ask(KeyMarker="a", VersionIdMarker=new, MaxKeys=1)) == [("a", old)]
    assert keys(ask(KeyMarker="a", MaxKeys=1))[0][0] == "f/1"
    folded = ask(Delimiter="/")
    assert [prefix["Prefix"] for prefix in folded["CommonPrefixes"]] == ["f/"]
    assert [key for key, _ in keys(folded)] == ["a", "a", "z"]
    first = ask(Delimiter="/", MaxKeys=3)
    assert first["IsTruncated"] and first["NextKeyMarker"] == "f/" and "NextVersionIdMarker" not in first
    assert [key for key, _ in keys(ask(Delimiter="/", KeyMarker="f/"))] == ["z"]
    assert [key for key, _ in keys(ask(Prefix="f/"))] == ["f/1", "f/2"]
    with refused("InvalidArgument", "A version-id marker cannot be specified without a key marker.", 400):
        ask(VersionIdMarker=new)
    with refused("InvalidArgument", "Invalid version id specified", 400):
        ask(KeyMarker="a", VersionIdMarker="x")


def test_a_bucket_with_versions_is_not_deleted(kept):
    kept.put("one")
    _, marker = kept.delete()
    text = "The bucket you tried to delete is not empty. You must delete all versions in the bucket."
    for _, version, _, _ in kept.told():
        with refused("BucketNotEmpty", text, 409):
            kept.s3.delete_bucket(Bucket=kept.name)
        kept.delete(version)
    kept.s3.delete_bucket(Bucket=kept.name)


# Writing in other ways


def test_an_upload_in_parts_is_a_version(kept):
    first = kept.put("one")
    upload = kept.s3.create_multipart_upload(**kept.at())["UploadId"]
    more = {**kept.at(), "UploadId": upload}
    part = kept.s3.upload_part(**more, PartNumber=1, Body=b"in parts")
    parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
    done = kept.s3.complete_multipart_upload(**more, MultipartUpload=parts)
    assert done["VersionId"] not in (first, None)
    # Asked again, it is the same answer.
    assert kept.s3.complete_multipart_upload(**more, MultipartUpload=parts)["VersionId"] == done["VersionId"]
    third = kept.put("three")
    assert kept.read(done["VersionId"]) == "in parts" and kept.read(first) == "one"
    kept.delete(third)
    assert kept.read() == "in parts"
    kept.delete(done["VersionId"])
    assert kept.read() == "one"


def test_copies_name_the_version_they_copy(kept, s3, bucket):
    first, second = kept.put("one"), kept.put("two")
    source = lambda version=None: {"Bucket": kept.name, "Key": "key", **({"VersionId": version} if version else {})}
    answer = s3.copy_object(Bucket=bucket, Key="copy", CopySource=source())
    assert answer["CopySourceVersionId"] == second and "VersionId" not in answer
    answer = s3.copy_object(Bucket=bucket, Key="copy", CopySource=source(first))
    assert answer["CopySourceVersionId"] == first
    assert s3.get_object(Bucket=bucket, Key="copy")["Body"].read() == b"one"
    # Copying an older version onto its own key brings it back.
    answer = s3.copy_object(**kept.at(), CopySource=source(first))
    assert answer["VersionId"] not in (first, second) and kept.read() == "one"
    upload = s3.create_multipart_upload(Bucket=bucket, Key="parts")["UploadId"]
    more = {"Bucket": bucket, "Key": "parts", "UploadId": upload, "PartNumber": 1}
    assert s3.upload_part_copy(**more, CopySource=source(second))["CopySourceVersionId"] == second
    _, marker = kept.delete()
    with refused("NoSuchKey", status=404):
        s3.copy_object(Bucket=bucket, Key="copy", CopySource=source())
    text = "The source of a copy request may not specifically refer to a delete marker by version id."
    with refused("InvalidRequest", text, 400):
        s3.copy_object(Bucket=bucket, Key="copy", CopySource=source(marker))
    with refused("NoSuchVersion", status=404):
        s3.copy_object(Bucket=bucket, Key="copy", CopySource=source("0" * 32))


def test_conditions_look_at_the_current_version(kept):
    kept.put("one", IfNoneMatch="*")
    with refused("PreconditionFailed", status=412):
        kept.put("two", IfNoneMatch="*")
    kept.delete()
    # A delete marker is no object.
    kept.put("three", IfNoneMatch="*")
    assert kept.read() == "three"


def test_each_version_has_its_tags(kept):
    first, second = kept.put("one", Tagging="team=blue"), kept.put("two", Tagging="team=red")
    tags = lambda version=None: kept.s3.get_object_tagging(**kept.at(version=version))
    assert tags()["TagSet"] == tags(second)["TagSet"] == [{"Key": "team", "Value": "red"}]
    assert (tags()["VersionId"], tags(first)["TagSet"]) == (second, [{"Key": "team", "Value": "blue"}])
    new = {"TagSet": [{"Key": "team", "Value": "green"}]}
    assert kept.s3.put_object_tagging(**kept.at(version=first), Tagging=new)["VersionId"] == first
    assert kept.s3.delete_object_tagging(**kept.at())["VersionId"] == second
    assert tags(first)["TagSet"] == new["TagSet"] and tags()["TagSet"] == []
    assert (kept.read(first), kept.read()) == ("one", "two") and len(kept.told()) == 2
    with refused("NoSuchVersion", status=404):
        kept.s3.put_object_tagging(**kept.at(version="0" * 32), Tagging=new)


# Permissions


NEW_TAGS = {"TagSet": [{"Key": "team", "Value": "blue"}]}
# The operation without a version, and the action with one.
ON_VERSIONS = {
    "s3:GetObject": ("s3:GetObjectVersion", lambda s3, at: s3.get_object(**at)),
    "s3:GetObject (head)": ("s3:GetObjectVersion", lambda s3, at: s3.head_object(**at)),
    "s3:GetObject (copy)": (
        "s3:GetObjectVersion", lambda s3, at: s3.copy_object(Bucket=at["Bucket"], Key="copy", CopySource=at)
    ),
    "s3:GetObjectAcl": ("s3:GetObjectVersionAcl", lambda s3, at: s3.get_object_acl(**at)),
    "s3:PutObjectAcl": (
        "s3:PutObjectVersionAcl", lambda s3, at: s3.put_object_acl(**at, ACL="bucket-owner-full-control")
    ),
    "s3:GetObjectTagging": ("s3:GetObjectVersionTagging", lambda s3, at: s3.get_object_tagging(**at)),
    "s3:PutObjectTagging": (
        "s3:PutObjectVersionTagging", lambda s3, at: s3.put_object_tagging(**at, Tagging=NEW_TAGS)
    ),
    "s3:DeleteObjectTagging": ("s3:DeleteObjectVersionTagging", lambda s3, at: s3.delete_object_tagging(**at)),
    "s3:DeleteObject": ("s3:DeleteObjectVersion", lambda s3, at: s3.delete_object(**at)),
}


@pytest.mark.parametrize("plain", ON_VERSIONS)
def test_a_named_version_takes_the_action_on_versions(root, kept, plain):
    """Either permission is not the other."""
    action, call = ON_VERSIONS[plain]
    current_action = plain.split()[0]
    first = kept.put("one")
    kept.put("two")
    named, current = kept.at(version=first), kept.at()
    arn = f"arn:aws:s3:::{kept.name}/key"
    write = statement("s3:PutObject", f"arn:aws:s3:::{kept.name}/copy")
    user = root.user(statement(current_action, arn), write)
    head = "head" in plain
    with refused("403" if head else "AccessDenied", None if head else denied(user, action, f'"{arn}"'), 403):
        call(user.client("s3"), named)
    call(user.client("s3"), current)
    user.set_policy(statement(action, arn), write)
    call(user.client("s3"), named)
    with refused("403" if head else "AccessDenied", None if head else denied(user, current_action, f'"{arn}"'), 403):
        call(user.client("s3"), current)


def test_the_version_that_is_named_decides(root, kept):
    first, second = kept.put("one"), kept.put("two")
    only = {"StringEquals": {"s3:VersionId": first}}
    user = root.user(statement("s3:GetObjectVersion", Condition=only), statement("s3:GetObject"))
    read = lambda version: user.client("s3").get_object(**kept.at(version=version))["Body"].read()
    assert read(first) == b"one" and read(None) == b"two"
    with refused("AccessDenied", denied(user, "s3:GetObjectVersion", f'"arn:aws:s3:::{kept.name}/key"'), 403):
        read(second)


def test_the_tags_of_the_named_version_decide(root, kept):
    blue, red = kept.put("one", Tagging="team=blue"), kept.put("two", Tagging="team=red")
    condition = {"StringEquals": {"s3:ExistingObjectTag/team": "blue"}}
    user = root.user(statement(["s3:GetObject", "s3:GetObjectVersion"], Condition=condition))
    read = lambda version: user.client("s3").get_object(**kept.at(version=version))["Body"].read()
    assert read(blue) == b"one"
    for version in (red, None):
        with refused("AccessDenied"):
            read(version)


def test_whether_a_version_is_there_is_told_to_who_may_list(root, kept):
    kept.put("one")
    _, marker = kept.delete()
    blind = root.user(all_but("s3:ListBucket")).client("s3")
    for version in (None, "0" * 32):
        with refused("AccessDenied", status=403) as caught:
            blind.get_object(**kept.at(version=version))
        assert "x-amz-delete-marker" not in caught.value.response["ResponseMetadata"]["HTTPHeaders"]


def test_deleting_many_asks_for_versions_too(root, kept):
    first = kept.put("one")
    user = root.user(statement("s3:DeleteObject"))
    wanted = [{"Key": "key", "VersionId": first}, {"Key": "key"}]
    answer = user.client("s3").delete_objects(Bucket=kept.name, Delete={"Objects": wanted})
    assert [entry["DeleteMarker"] for entry in answer["Deleted"]] == [True]
    error, = answer["Errors"]
    assert (error["VersionId"], error["Code"]) == (first, "AccessDenied")
    assert "s3:DeleteObjectVersion" in error["Message"]
    assert kept.read(first) == "one"


def test_a_policy_may_keep_old_versions_from_being_removed(admin, kept):
    """The usual protection: objects may be deleted, which leaves a marker, and versions may not."""
    first = kept.put("one")
    rule = {
        "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteObjectVersion", "Resource": f"arn:aws:s3:::{kept.name}/*"
    }
    kept.s3.put_bucket_policy(Bucket=kept.name, Policy=policy(rule))
    text = denied(
        admin, "s3:DeleteObjectVersion", f'"arn:aws:s3:::{kept.name}/key"', "with an explicit deny in a resource-based policy"
    )
    with refused("AccessDenied", text, 403):
        kept.delete(first)
    assert kept.delete()[0] and kept.read(first) == "one"


def test_listing_versions_is_not_listing_objects(root, kept):
    kept.put("one", "home/x")
    arn = f"arn:aws:s3:::{kept.name}"
    home = {"StringLike": {"s3:prefix": "home/*"}}
    user = root.user(statement("s3:ListBucketVersions", arn, Condition=home))
    ask = lambda **more: user.client("s3").list_object_versions(Bucket=kept.name, **more)
    assert len(ask(Prefix="home/")["Versions"]) == 1
    with refused("AccessDenied", denied(user, "s3:ListBucketVersions", f'"{arn}"'), 403):
        ask()
    with refused("AccessDenied"):
        user.client("s3").list_objects_v2(Bucket=kept.name, Prefix="home/")


def test_the_public_reads_no_old_versions_unless_it_is_let(root, kept):
    first = kept.put("one")
    kept.put("two")
    kept.s3.delete_public_access_block(Bucket=kept.name)
    rule = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{kept.name}/*"}
    kept.s3.put_bucket_policy(Bucket=kept.name, Policy=policy(rule))

    def ask(tail):
        context = ssl.create_default_context(cafile=root.ready["ca_bundle"])
        try:
            with urllib.request.urlopen(f"{root.ready['endpoint']}/{kept.name}/key{tail}", context=context) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    assert (ask(""), ask(f"?versionId={first}")) == (200, 403)


# While a list is read


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_bucket_is_emptied_page_by_page(s3, kept, size):
    for key in ("key", "other"):
        for text in ("a", "b", "c"):
            kept.put(text, key)
    kept.delete(key="other")
    markers = {}
    while True:
        page = s3.list_object_versions(Bucket=kept.name, MaxKeys=size, **markers)
        for entry in page.get("Versions", []) + page.get("DeleteMarkers", []):
            s3.delete_object(**kept.at(entry["Key"], entry["VersionId"]))
        if not page["IsTruncated"]:
            break
        markers = {"KeyMarker": page["NextKeyMarker"], "VersionIdMarker": page["NextVersionIdMarker"]}
    assert kept.told() == []
    s3.delete_bucket(Bucket=kept.name)


def test_what_became_the_latest_between_two_pages_is_told_as_such(s3, kept):
    first, second, third = kept.put("a"), kept.put("b"), kept.put("c")
    page = s3.list_object_versions(Bucket=kept.name, MaxKeys=1)
    markers = {"KeyMarker": page["NextKeyMarker"], "VersionIdMarker": page["NextVersionIdMarker"]}
    assert kept.told(**markers) == [("key", second, False, False), ("key", first, False, False)]
    kept.delete(third)
    assert kept.told(**markers) == [("key", second, True, False), ("key", first, False, False)]


def test_a_version_null_is_found_wherever_it_stands(s3, bucket):
    kept = Kept.__new__(Kept)
    kept.s3, kept.name = s3, bucket
    kept.put("before")
    kept.set("Enabled")
    later = [kept.put(text) for text in ("a", "b")]
    assert kept.read("null") == "before"
    kept.set("Suspended")
    kept.put("after")
    assert kept.read("null") == "after" and kept.read() == "after"
    kept.set("Enabled")
    kept.put("c")
    assert kept.read("null") == "after"
    kept.delete("null")
    with refused("NoSuchVersion"):
        kept.read("null")
    assert [version for _, version, _, _ in kept.told()][1:] == later[::-1]
