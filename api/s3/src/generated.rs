//! Tables from s3/2006-03-01 of botocore 1.43.11. Change `api.toml`, not this file.

/// The service.
pub static SERVICE: shape::ServiceModel = shape::ServiceModel {
    prefix: "s3",
    signing_name: "s3",
    endpoint_prefix: "s3",
    target_prefix: "",
    protocol: shape::Protocol::RestXml,
    api_version: "2006-03-01",
    xml_namespace: "http://s3.amazonaws.com/doc/2006-03-01/",
    operations: &[
        &ABORT_MULTIPART_UPLOAD,
        &COMPLETE_MULTIPART_UPLOAD,
        &COPY_OBJECT,
        &CREATE_BUCKET,
        &CREATE_MULTIPART_UPLOAD,
        &DELETE_BUCKET,
        &DELETE_BUCKET_OWNERSHIP_CONTROLS,
        &DELETE_BUCKET_POLICY,
        &DELETE_BUCKET_TAGGING,
        &DELETE_OBJECT,
        &DELETE_OBJECT_TAGGING,
        &DELETE_OBJECTS,
        &DELETE_PUBLIC_ACCESS_BLOCK,
        &GET_BUCKET_ACCELERATE_CONFIGURATION,
        &GET_BUCKET_ACL,
        &GET_BUCKET_CORS,
        &GET_BUCKET_ENCRYPTION,
        &GET_BUCKET_LIFECYCLE_CONFIGURATION,
        &GET_BUCKET_LOCATION,
        &GET_BUCKET_LOGGING,
        &GET_BUCKET_NOTIFICATION_CONFIGURATION,
        &GET_BUCKET_OWNERSHIP_CONTROLS,
        &GET_BUCKET_POLICY,
        &GET_BUCKET_POLICY_STATUS,
        &GET_BUCKET_REPLICATION,
        &GET_BUCKET_REQUEST_PAYMENT,
        &GET_BUCKET_TAGGING,
        &GET_BUCKET_VERSIONING,
        &GET_BUCKET_WEBSITE,
        &GET_OBJECT,
        &GET_OBJECT_ACL,
        &GET_OBJECT_LOCK_CONFIGURATION,
        &GET_OBJECT_TAGGING,
        &GET_PUBLIC_ACCESS_BLOCK,
        &HEAD_BUCKET,
        &HEAD_OBJECT,
        &LIST_BUCKETS,
        &LIST_MULTIPART_UPLOADS,
        &LIST_OBJECT_VERSIONS,
        &LIST_OBJECTS,
        &LIST_OBJECTS_V2,
        &LIST_PARTS,
        &PUT_BUCKET_ACL,
        &PUT_BUCKET_OWNERSHIP_CONTROLS,
        &PUT_BUCKET_POLICY,
        &PUT_BUCKET_TAGGING,
        &PUT_BUCKET_VERSIONING,
        &PUT_OBJECT,
        &PUT_OBJECT_ACL,
        &PUT_OBJECT_TAGGING,
        &PUT_PUBLIC_ACCESS_BLOCK,
        &UPLOAD_PART,
        &UPLOAD_PART_COPY,
    ],
};

/// Registers a handler for every served operation; a missing one does not compile.
#[macro_export]
macro_rules! serve {
    ($registry:expr, $service:expr) => {{
        $registry.serve::<_, $crate::AbortMultipartUpload>(&$service);
        $registry.serve::<_, $crate::CompleteMultipartUpload>(&$service);
        $registry.serve::<_, $crate::CopyObject>(&$service);
        $registry.serve::<_, $crate::CreateBucket>(&$service);
        $registry.serve::<_, $crate::CreateMultipartUpload>(&$service);
        $registry.serve::<_, $crate::DeleteBucket>(&$service);
        $registry.serve::<_, $crate::DeleteBucketOwnershipControls>(&$service);
        $registry.serve::<_, $crate::DeleteBucketPolicy>(&$service);
        $registry.serve::<_, $crate::DeleteBucketTagging>(&$service);
        $registry.serve::<_, $crate::DeleteObject>(&$service);
        $registry.serve::<_, $crate::DeleteObjectTagging>(&$service);
        $registry.serve::<_, $crate::DeleteObjects>(&$service);
        $registry.serve::<_, $crate::DeletePublicAccessBlock>(&$service);
        $registry.serve::<_, $crate::GetBucketAccelerateConfiguration>(&$service);
        $registry.serve::<_, $crate::GetBucketAcl>(&$service);
        $registry.serve::<_, $crate::GetBucketCors>(&$service);
        $registry.serve::<_, $crate::GetBucketEncryption>(&$service);
        $registry.serve::<_, $crate::GetBucketLifecycleConfiguration>(&$service);
        $registry.serve::<_, $crate::GetBucketLocation>(&$service);
        $registry.serve::<_, $crate::GetBucketLogging>(&$service);
        $registry.serve::<_, $crate::GetBucketNotificationConfiguration>(&$service);
        $registry.serve::<_, $crate::GetBucketOwnershipControls>(&$service);
        $registry.serve::<_, $crate::GetBucketPolicy>(&$service);
        $registry.serve::<_, $crate::GetBucketPolicyStatus>(&$service);
        $registry.serve::<_, $crate::GetBucketReplication>(&$service);
        $registry.serve::<_, $crate::GetBucketRequestPayment>(&$service);
        $registry.serve::<_, $crate::GetBucketTagging>(&$service);
        $registry.serve::<_, $crate::GetBucketVersioning>(&$service);
        $registry.serve::<_, $crate::GetBucketWebsite>(&$service);
        $registry.serve::<_, $crate::GetObject>(&$service);
        $registry.serve::<_, $crate::GetObjectAcl>(&$service);
        $registry.serve::<_, $crate::GetObjectLockConfiguration>(&$service);
        $registry.serve::<_, $crate::GetObjectTagging>(&$service);
        $registry.serve::<_, $crate::GetPublicAccessBlock>(&$service);
        $registry.serve::<_, $crate::HeadBucket>(&$service);
        $registry.serve::<_, $crate::HeadObject>(&$service);
        $registry.serve::<_, $crate::ListBuckets>(&$service);
        $registry.serve::<_, $crate::ListMultipartUploads>(&$service);
        $registry.serve::<_, $crate::ListObjectVersions>(&$service);
        $registry.serve::<_, $crate::ListObjects>(&$service);
        $registry.serve::<_, $crate::ListObjectsV2>(&$service);
        $registry.serve::<_, $crate::ListParts>(&$service);
        $registry.serve::<_, $crate::PutBucketAcl>(&$service);
        $registry.serve::<_, $crate::PutBucketOwnershipControls>(&$service);
        $registry.serve::<_, $crate::PutBucketPolicy>(&$service);
        $registry.serve::<_, $crate::PutBucketTagging>(&$service);
        $registry.serve::<_, $crate::PutBucketVersioning>(&$service);
        $registry.serve::<_, $crate::PutObject>(&$service);
        $registry.serve::<_, $crate::PutObjectAcl>(&$service);
        $registry.serve::<_, $crate::PutObjectTagging>(&$service);
        $registry.serve::<_, $crate::PutPublicAccessBlock>(&$service);
        $registry.serve::<_, $crate::UploadPart>(&$service);
        $registry.serve::<_, $crate::UploadPartCopy>(&$service);
    }};
}

shape::operations! {
    SERVICE;
    AbortMultipartUpload as ABORT_MULTIPART_UPLOAD: AbortMultipartUploadRequest = ABORT_MULTIPART_UPLOAD_REQUEST => AbortMultipartUploadOutput = ABORT_MULTIPART_UPLOAD_OUTPUT {
        DELETE "/{Bucket}/{Key+}" 204 ""
        [NO_SUCH_UPLOAD]
    }
    CompleteMultipartUpload as COMPLETE_MULTIPART_UPLOAD: CompleteMultipartUploadRequest = COMPLETE_MULTIPART_UPLOAD_REQUEST => CompleteMultipartUploadOutput = COMPLETE_MULTIPART_UPLOAD_OUTPUT {
        POST "/{Bucket}/{Key+}" 200 "CompleteMultipartUploadResult"
        []
    }
    CopyObject as COPY_OBJECT: CopyObjectRequest = COPY_OBJECT_REQUEST => CopyObjectOutput = COPY_OBJECT_OUTPUT {
        PUT "/{Bucket}/{Key+}" 200 ""
        [OBJECT_NOT_IN_ACTIVE_TIER_ERROR]
    }
    CreateBucket as CREATE_BUCKET: CreateBucketRequest = CREATE_BUCKET_REQUEST => CreateBucketOutput = CREATE_BUCKET_OUTPUT {
        PUT "/{Bucket}" 200 ""
        [BUCKET_ALREADY_EXISTS, BUCKET_ALREADY_OWNED_BY_YOU]
    }
    CreateMultipartUpload as CREATE_MULTIPART_UPLOAD: CreateMultipartUploadRequest = CREATE_MULTIPART_UPLOAD_REQUEST => CreateMultipartUploadOutput = CREATE_MULTIPART_UPLOAD_OUTPUT {
        POST "/{Bucket}/{Key+}?uploads" 200 "InitiateMultipartUploadResult"
        []
    }
    DeleteBucket as DELETE_BUCKET: DeleteBucketRequest = DELETE_BUCKET_REQUEST => () = shape::UNIT {
        DELETE "/{Bucket}" 204 ""
        []
    }
    DeleteBucketOwnershipControls as DELETE_BUCKET_OWNERSHIP_CONTROLS: DeleteBucketOwnershipControlsRequest = DELETE_BUCKET_OWNERSHIP_CONTROLS_REQUEST => () = shape::UNIT {
        DELETE "/{Bucket}?ownershipControls" 204 ""
        []
    }
    DeleteBucketPolicy as DELETE_BUCKET_POLICY: DeleteBucketPolicyRequest = DELETE_BUCKET_POLICY_REQUEST => () = shape::UNIT {
        DELETE "/{Bucket}?policy" 204 ""
        []
    }
    DeleteBucketTagging as DELETE_BUCKET_TAGGING: DeleteBucketTaggingRequest = DELETE_BUCKET_TAGGING_REQUEST => () = shape::UNIT {
        DELETE "/{Bucket}?tagging" 204 ""
        []
    }
    DeleteObject as DELETE_OBJECT: DeleteObjectRequest = DELETE_OBJECT_REQUEST => DeleteObjectOutput = DELETE_OBJECT_OUTPUT {
        DELETE "/{Bucket}/{Key+}" 204 ""
        []
    }
    DeleteObjectTagging as DELETE_OBJECT_TAGGING: DeleteObjectTaggingRequest = DELETE_OBJECT_TAGGING_REQUEST => DeleteObjectTaggingOutput = DELETE_OBJECT_TAGGING_OUTPUT {
        DELETE "/{Bucket}/{Key+}?tagging" 204 ""
        []
    }
    DeleteObjects as DELETE_OBJECTS: DeleteObjectsRequest = DELETE_OBJECTS_REQUEST => DeleteObjectsOutput = DELETE_OBJECTS_OUTPUT {
        POST "/{Bucket}?delete" 200 "DeleteResult"
        []
    }
    DeletePublicAccessBlock as DELETE_PUBLIC_ACCESS_BLOCK: DeletePublicAccessBlockRequest = DELETE_PUBLIC_ACCESS_BLOCK_REQUEST => () = shape::UNIT {
        DELETE "/{Bucket}?publicAccessBlock" 204 ""
        []
    }
    GetBucketAccelerateConfiguration as GET_BUCKET_ACCELERATE_CONFIGURATION: GetBucketAccelerateConfigurationRequest = GET_BUCKET_ACCELERATE_CONFIGURATION_REQUEST => GetBucketAccelerateConfigurationOutput = GET_BUCKET_ACCELERATE_CONFIGURATION_OUTPUT {
        GET "/{Bucket}?accelerate" 200 "AccelerateConfiguration"
        []
    }
    GetBucketAcl as GET_BUCKET_ACL: GetBucketAclRequest = GET_BUCKET_ACL_REQUEST => GetBucketAclOutput = GET_BUCKET_ACL_OUTPUT {
        GET "/{Bucket}?acl" 200 "AccessControlPolicy"
        []
    }
    GetBucketCors as GET_BUCKET_CORS: GetBucketCorsRequest = GET_BUCKET_CORS_REQUEST => GetBucketCorsOutput = GET_BUCKET_CORS_OUTPUT {
        GET "/{Bucket}?cors" 200 "CORSConfiguration"
        []
    }
    GetBucketEncryption as GET_BUCKET_ENCRYPTION: GetBucketEncryptionRequest = GET_BUCKET_ENCRYPTION_REQUEST => GetBucketEncryptionOutput = GET_BUCKET_ENCRYPTION_OUTPUT {
        GET "/{Bucket}?encryption" 200 ""
        []
    }
    GetBucketLifecycleConfiguration as GET_BUCKET_LIFECYCLE_CONFIGURATION: GetBucketLifecycleConfigurationRequest = GET_BUCKET_LIFECYCLE_CONFIGURATION_REQUEST => GetBucketLifecycleConfigurationOutput = GET_BUCKET_LIFECYCLE_CONFIGURATION_OUTPUT {
        GET "/{Bucket}?lifecycle" 200 "LifecycleConfiguration"
        []
    }
    GetBucketLocation as GET_BUCKET_LOCATION: GetBucketLocationRequest = GET_BUCKET_LOCATION_REQUEST => GetBucketLocationOutput = GET_BUCKET_LOCATION_OUTPUT {
        GET "/{Bucket}?location" 200 ""
        []
    }
    GetBucketLogging as GET_BUCKET_LOGGING: GetBucketLoggingRequest = GET_BUCKET_LOGGING_REQUEST => GetBucketLoggingOutput = GET_BUCKET_LOGGING_OUTPUT {
        GET "/{Bucket}?logging" 200 "BucketLoggingStatus"
        []
    }
    GetBucketNotificationConfiguration as GET_BUCKET_NOTIFICATION_CONFIGURATION: GetBucketNotificationConfigurationRequest = GET_BUCKET_NOTIFICATION_CONFIGURATION_REQUEST => NotificationConfiguration = NOTIFICATION_CONFIGURATION {
        GET "/{Bucket}?notification" 200 "NotificationConfiguration"
        []
    }
    GetBucketOwnershipControls as GET_BUCKET_OWNERSHIP_CONTROLS: GetBucketOwnershipControlsRequest = GET_BUCKET_OWNERSHIP_CONTROLS_REQUEST => GetBucketOwnershipControlsOutput = GET_BUCKET_OWNERSHIP_CONTROLS_OUTPUT {
        GET "/{Bucket}?ownershipControls" 200 ""
        []
    }
    GetBucketPolicy as GET_BUCKET_POLICY: GetBucketPolicyRequest = GET_BUCKET_POLICY_REQUEST => GetBucketPolicyOutput = GET_BUCKET_POLICY_OUTPUT {
        GET "/{Bucket}?policy" 200 ""
        []
    }
    GetBucketPolicyStatus as GET_BUCKET_POLICY_STATUS: GetBucketPolicyStatusRequest = GET_BUCKET_POLICY_STATUS_REQUEST => GetBucketPolicyStatusOutput = GET_BUCKET_POLICY_STATUS_OUTPUT {
        GET "/{Bucket}?policyStatus" 200 ""
        []
    }
    GetBucketReplication as GET_BUCKET_REPLICATION: GetBucketReplicationRequest = GET_BUCKET_REPLICATION_REQUEST => GetBucketReplicationOutput = GET_BUCKET_REPLICATION_OUTPUT {
        GET "/{Bucket}?replication" 200 ""
        []
    }
    GetBucketRequestPayment as GET_BUCKET_REQUEST_PAYMENT: GetBucketRequestPaymentRequest = GET_BUCKET_REQUEST_PAYMENT_REQUEST => GetBucketRequestPaymentOutput = GET_BUCKET_REQUEST_PAYMENT_OUTPUT {
        GET "/{Bucket}?requestPayment" 200 "RequestPaymentConfiguration"
        []
    }
    GetBucketTagging as GET_BUCKET_TAGGING: GetBucketTaggingRequest = GET_BUCKET_TAGGING_REQUEST => GetBucketTaggingOutput = GET_BUCKET_TAGGING_OUTPUT {
        GET "/{Bucket}?tagging" 200 "Tagging"
        []
    }
    GetBucketVersioning as GET_BUCKET_VERSIONING: GetBucketVersioningRequest = GET_BUCKET_VERSIONING_REQUEST => GetBucketVersioningOutput = GET_BUCKET_VERSIONING_OUTPUT {
        GET "/{Bucket}?versioning" 200 "VersioningConfiguration"
        []
    }
    GetBucketWebsite as GET_BUCKET_WEBSITE: GetBucketWebsiteRequest = GET_BUCKET_WEBSITE_REQUEST => GetBucketWebsiteOutput = GET_BUCKET_WEBSITE_OUTPUT {
        GET "/{Bucket}?website" 200 "WebsiteConfiguration"
        []
    }
    GetObject as GET_OBJECT: GetObjectRequest = GET_OBJECT_REQUEST => GetObjectOutput = GET_OBJECT_OUTPUT {
        GET "/{Bucket}/{Key+}" 200 ""
        [NO_SUCH_KEY, INVALID_OBJECT_STATE]
    }
    GetObjectAcl as GET_OBJECT_ACL: GetObjectAclRequest = GET_OBJECT_ACL_REQUEST => GetObjectAclOutput = GET_OBJECT_ACL_OUTPUT {
        GET "/{Bucket}/{Key+}?acl" 200 "AccessControlPolicy"
        [NO_SUCH_KEY]
    }
    GetObjectLockConfiguration as GET_OBJECT_LOCK_CONFIGURATION: GetObjectLockConfigurationRequest = GET_OBJECT_LOCK_CONFIGURATION_REQUEST => GetObjectLockConfigurationOutput = GET_OBJECT_LOCK_CONFIGURATION_OUTPUT {
        GET "/{Bucket}?object-lock" 200 ""
        []
    }
    GetObjectTagging as GET_OBJECT_TAGGING: GetObjectTaggingRequest = GET_OBJECT_TAGGING_REQUEST => GetObjectTaggingOutput = GET_OBJECT_TAGGING_OUTPUT {
        GET "/{Bucket}/{Key+}?tagging" 200 "Tagging"
        []
    }
    GetPublicAccessBlock as GET_PUBLIC_ACCESS_BLOCK: GetPublicAccessBlockRequest = GET_PUBLIC_ACCESS_BLOCK_REQUEST => GetPublicAccessBlockOutput = GET_PUBLIC_ACCESS_BLOCK_OUTPUT {
        GET "/{Bucket}?publicAccessBlock" 200 ""
        []
    }
    HeadBucket as HEAD_BUCKET: HeadBucketRequest = HEAD_BUCKET_REQUEST => HeadBucketOutput = HEAD_BUCKET_OUTPUT {
        HEAD "/{Bucket}" 200 ""
        [NO_SUCH_BUCKET]
    }
    HeadObject as HEAD_OBJECT: HeadObjectRequest = HEAD_OBJECT_REQUEST => HeadObjectOutput = HEAD_OBJECT_OUTPUT {
        HEAD "/{Bucket}/{Key+}" 200 ""
        [NO_SUCH_KEY]
    }
    ListBuckets as LIST_BUCKETS: ListBucketsRequest = LIST_BUCKETS_REQUEST => ListBucketsOutput = LIST_BUCKETS_OUTPUT {
        GET "/" 200 "ListAllMyBucketsResult"
        []
    }
    ListMultipartUploads as LIST_MULTIPART_UPLOADS: ListMultipartUploadsRequest = LIST_MULTIPART_UPLOADS_REQUEST => ListMultipartUploadsOutput = LIST_MULTIPART_UPLOADS_OUTPUT {
        GET "/{Bucket}?uploads" 200 "ListMultipartUploadsResult"
        []
    }
    ListObjectVersions as LIST_OBJECT_VERSIONS: ListObjectVersionsRequest = LIST_OBJECT_VERSIONS_REQUEST => ListObjectVersionsOutput = LIST_OBJECT_VERSIONS_OUTPUT {
        GET "/{Bucket}?versions" 200 "ListVersionsResult"
        []
    }
    ListObjects as LIST_OBJECTS: ListObjectsRequest = LIST_OBJECTS_REQUEST => ListObjectsOutput = LIST_OBJECTS_OUTPUT {
        GET "/{Bucket}" 200 "ListBucketResult"
        [NO_SUCH_BUCKET]
    }
    ListObjectsV2 as LIST_OBJECTS_V2: ListObjectsV2Request = LIST_OBJECTS_V2_REQUEST => ListObjectsV2Output = LIST_OBJECTS_V2_OUTPUT {
        GET "/{Bucket}?list-type=2" 200 "ListBucketResult"
        [NO_SUCH_BUCKET]
    }
    ListParts as LIST_PARTS: ListPartsRequest = LIST_PARTS_REQUEST => ListPartsOutput = LIST_PARTS_OUTPUT {
        GET "/{Bucket}/{Key+}" 200 "ListPartsResult"
        []
    }
    PutBucketAcl as PUT_BUCKET_ACL: PutBucketAclRequest = PUT_BUCKET_ACL_REQUEST => () = shape::UNIT {
        PUT "/{Bucket}?acl" 200 ""
        []
    }
    PutBucketOwnershipControls as PUT_BUCKET_OWNERSHIP_CONTROLS: PutBucketOwnershipControlsRequest = PUT_BUCKET_OWNERSHIP_CONTROLS_REQUEST => () = shape::UNIT {
        PUT "/{Bucket}?ownershipControls" 200 ""
        []
    }
    PutBucketPolicy as PUT_BUCKET_POLICY: PutBucketPolicyRequest = PUT_BUCKET_POLICY_REQUEST => () = shape::UNIT {
        PUT "/{Bucket}?policy" 200 ""
        []
    }
    PutBucketTagging as PUT_BUCKET_TAGGING: PutBucketTaggingRequest = PUT_BUCKET_TAGGING_REQUEST => () = shape::UNIT {
        PUT "/{Bucket}?tagging" 200 ""
        []
    }
    PutBucketVersioning as PUT_BUCKET_VERSIONING: PutBucketVersioningRequest = PUT_BUCKET_VERSIONING_REQUEST => () = shape::UNIT {
        PUT "/{Bucket}?versioning" 200 ""
        []
    }
    PutObject as PUT_OBJECT: PutObjectRequest = PUT_OBJECT_REQUEST => PutObjectOutput = PUT_OBJECT_OUTPUT {
        PUT "/{Bucket}/{Key+}" 200 ""
        [INVALID_REQUEST, INVALID_WRITE_OFFSET, TOO_MANY_PARTS, ENCRYPTION_TYPE_MISMATCH]
    }
    PutObjectAcl as PUT_OBJECT_ACL: PutObjectAclRequest = PUT_OBJECT_ACL_REQUEST => PutObjectAclOutput = PUT_OBJECT_ACL_OUTPUT {
        PUT "/{Bucket}/{Key+}?acl" 200 ""
        [NO_SUCH_KEY]
    }
    PutObjectTagging as PUT_OBJECT_TAGGING: PutObjectTaggingRequest = PUT_OBJECT_TAGGING_REQUEST => PutObjectTaggingOutput = PUT_OBJECT_TAGGING_OUTPUT {
        PUT "/{Bucket}/{Key+}?tagging" 200 ""
        []
    }
    PutPublicAccessBlock as PUT_PUBLIC_ACCESS_BLOCK: PutPublicAccessBlockRequest = PUT_PUBLIC_ACCESS_BLOCK_REQUEST => () = shape::UNIT {
        PUT "/{Bucket}?publicAccessBlock" 200 ""
        []
    }
    UploadPart as UPLOAD_PART: UploadPartRequest = UPLOAD_PART_REQUEST => UploadPartOutput = UPLOAD_PART_OUTPUT {
        PUT "/{Bucket}/{Key+}" 200 ""
        []
    }
    UploadPartCopy as UPLOAD_PART_COPY: UploadPartCopyRequest = UPLOAD_PART_COPY_REQUEST => UploadPartCopyOutput = UPLOAD_PART_COPY_OUTPUT {
        PUT "/{Bucket}/{Key+}" 200 ""
        []
    }
}

/// The errors that the served operations are modelled to answer.
pub mod errors {
    /// `BucketAlreadyExists`, answered with 409.
    pub static BUCKET_ALREADY_EXISTS: shape::ErrorModel =
        shape::ErrorModel { name: "BucketAlreadyExists", code: "BucketAlreadyExists", status: 409 };
    /// `BucketAlreadyOwnedByYou`, answered with 409.
    pub static BUCKET_ALREADY_OWNED_BY_YOU: shape::ErrorModel =
        shape::ErrorModel { name: "BucketAlreadyOwnedByYou", code: "BucketAlreadyOwnedByYou", status: 409 };
    /// `EncryptionTypeMismatch`, answered with 400.
    pub static ENCRYPTION_TYPE_MISMATCH: shape::ErrorModel =
        shape::ErrorModel { name: "EncryptionTypeMismatch", code: "EncryptionTypeMismatch", status: 400 };
    /// `InvalidObjectState`, answered with 403.
    pub static INVALID_OBJECT_STATE: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidObjectState", code: "InvalidObjectState", status: 403 };
    /// `InvalidRequest`, answered with 400.
    pub static INVALID_REQUEST: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidRequest", code: "InvalidRequest", status: 400 };
    /// `InvalidWriteOffset`, answered with 400.
    pub static INVALID_WRITE_OFFSET: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidWriteOffset", code: "InvalidWriteOffset", status: 400 };
    /// `NoSuchBucket`, answered with 404.
    pub static NO_SUCH_BUCKET: shape::ErrorModel =
        shape::ErrorModel { name: "NoSuchBucket", code: "NoSuchBucket", status: 404 };
    /// `NoSuchKey`, answered with 404.
    pub static NO_SUCH_KEY: shape::ErrorModel =
        shape::ErrorModel { name: "NoSuchKey", code: "NoSuchKey", status: 404 };
    /// `NoSuchUpload`, answered with 404.
    pub static NO_SUCH_UPLOAD: shape::ErrorModel =
        shape::ErrorModel { name: "NoSuchUpload", code: "NoSuchUpload", status: 404 };
    /// `ObjectNotInActiveTierError`, answered with 403.
    pub static OBJECT_NOT_IN_ACTIVE_TIER_ERROR: shape::ErrorModel = shape::ErrorModel {
        name: "ObjectNotInActiveTierError",
        code: "ObjectNotInActiveTierError",
        status: 403,
    };
    /// `TooManyParts`, answered with 400.
    pub static TOO_MANY_PARTS: shape::ErrorModel =
        shape::ErrorModel { name: "TooManyParts", code: "TooManyParts", status: 400 };
}

shape::structure! {
    AbortIncompleteMultipartUpload as ABORT_INCOMPLETE_MULTIPART_UPLOAD {
        days_after_initiation: Option<i32> = shape::Member::new("DaysAfterInitiation", &DAYS_AFTER_INITIATION),
    }
    AbortMultipartUploadOutput as ABORT_MULTIPART_UPLOAD_OUTPUT {
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    AbortMultipartUploadRequest as ABORT_MULTIPART_UPLOAD_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        upload_id: String = shape::Member::new("UploadId", &MULTIPART_UPLOAD_ID).wire("uploadId").required().at(shape::Location::Query),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        if_match_initiated_time: Option<shape::types::Timestamp> = shape::Member::new("IfMatchInitiatedTime", &IF_MATCH_INITIATED_TIME).wire("x-amz-if-match-initiated-time").at(shape::Location::Header),
    }
    AccessControlPolicy as ACCESS_CONTROL_POLICY {
        grants: Option<Vec<Grant>> = shape::Member::new("Grants", &GRANTS).wire("AccessControlList"),
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
    }
    AccessControlTranslation as ACCESS_CONTROL_TRANSLATION {
        owner: String = shape::Member::new("Owner", &OWNER_OVERRIDE).required(),
    }
    BlockedEncryptionTypes as BLOCKED_ENCRYPTION_TYPES {
        encryption_type: Option<Vec<String>> = shape::Member::new("EncryptionType", &ENCRYPTION_TYPE_LIST),
    }
    Bucket as BUCKET {
        name: Option<String> = shape::Member::new("Name", &BUCKET_NAME),
        creation_date: Option<shape::types::Timestamp> = shape::Member::new("CreationDate", &CREATION_DATE),
        bucket_region: Option<String> = shape::Member::new("BucketRegion", &BUCKET_REGION),
        bucket_arn: Option<String> = shape::Member::new("BucketArn", &S3_REGIONAL_OR_S3_EXPRESS_BUCKET_ARN_STRING),
    }
    BucketInfo as BUCKET_INFO {
        data_redundancy: Option<String> = shape::Member::new("DataRedundancy", &DATA_REDUNDANCY),
        r#type: Option<String> = shape::Member::new("Type", &BUCKET_TYPE),
    }
    CommonPrefix as COMMON_PREFIX {
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
    }
    CompletedMultipartUpload as COMPLETED_MULTIPART_UPLOAD {
        parts: Option<Vec<CompletedPart>> = shape::Member::new("Parts", &COMPLETED_PART_LIST).wire("Part"),
    }
    CompletedPart as COMPLETED_PART {
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128),
        part_number: Option<i32> = shape::Member::new("PartNumber", &PART_NUMBER),
    }
    CompleteMultipartUploadOutput as COMPLETE_MULTIPART_UPLOAD_OUTPUT {
        location: Option<String> = shape::Member::new("Location", &LOCATION),
        bucket: Option<String> = shape::Member::new("Bucket", &BUCKET_NAME),
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        expiration: Option<String> = shape::Member::new("Expiration", &EXPIRATION).wire("x-amz-expiration").at(shape::Location::Header),
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    CompleteMultipartUploadRequest as COMPLETE_MULTIPART_UPLOAD_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        multipart_upload: Option<CompletedMultipartUpload> = shape::Member::new("MultipartUpload", &COMPLETED_MULTIPART_UPLOAD).wire("CompleteMultipartUpload").at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        upload_id: String = shape::Member::new("UploadId", &MULTIPART_UPLOAD_ID).wire("uploadId").required().at(shape::Location::Query),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32).wire("x-amz-checksum-crc32").at(shape::Location::Header),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C).wire("x-amz-checksum-crc32c").at(shape::Location::Header),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME).wire("x-amz-checksum-crc64nvme").at(shape::Location::Header),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1).wire("x-amz-checksum-sha1").at(shape::Location::Header),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256).wire("x-amz-checksum-sha256").at(shape::Location::Header),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512).wire("x-amz-checksum-sha512").at(shape::Location::Header),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5).wire("x-amz-checksum-md5").at(shape::Location::Header),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64).wire("x-amz-checksum-xxhash64").at(shape::Location::Header),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3).wire("x-amz-checksum-xxhash3").at(shape::Location::Header),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128).wire("x-amz-checksum-xxhash128").at(shape::Location::Header),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE).wire("x-amz-checksum-type").at(shape::Location::Header),
        mpu_object_size: Option<i64> = shape::Member::new("MpuObjectSize", &MPU_OBJECT_SIZE).wire("x-amz-mp-object-size").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        if_match: Option<String> = shape::Member::new("IfMatch", &IF_MATCH).wire("If-Match").at(shape::Location::Header),
        if_none_match: Option<String> = shape::Member::new("IfNoneMatch", &IF_NONE_MATCH).wire("If-None-Match").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
    }
    Condition as CONDITION {
        http_error_code_returned_equals: Option<String> = shape::Member::new("HttpErrorCodeReturnedEquals", &HTTP_ERROR_CODE_RETURNED_EQUALS),
        key_prefix_equals: Option<String> = shape::Member::new("KeyPrefixEquals", &KEY_PREFIX_EQUALS),
    }
    CopyObjectOutput as COPY_OBJECT_OUTPUT {
        copy_object_result: Option<CopyObjectResult> = shape::Member::new("CopyObjectResult", &COPY_OBJECT_RESULT).at(shape::Location::Payload),
        expiration: Option<String> = shape::Member::new("Expiration", &EXPIRATION).wire("x-amz-expiration").at(shape::Location::Header),
        copy_source_version_id: Option<String> = shape::Member::new("CopySourceVersionId", &COPY_SOURCE_VERSION_ID).wire("x-amz-copy-source-version-id").at(shape::Location::Header),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        sse_kms_encryption_context: Option<String> = shape::Member::new("SSEKMSEncryptionContext", &SSE_KMS_ENCRYPTION_CONTEXT).wire("x-amz-server-side-encryption-context").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    CopyObjectRequest as COPY_OBJECT_REQUEST {
        acl: Option<String> = shape::Member::new("ACL", &OBJECT_CANNED_ACL).wire("x-amz-acl").at(shape::Location::Header),
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        cache_control: Option<String> = shape::Member::new("CacheControl", &CACHE_CONTROL).wire("Cache-Control").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-checksum-algorithm").at(shape::Location::Header),
        content_disposition: Option<String> = shape::Member::new("ContentDisposition", &CONTENT_DISPOSITION).wire("Content-Disposition").at(shape::Location::Header),
        content_encoding: Option<String> = shape::Member::new("ContentEncoding", &CONTENT_ENCODING).wire("Content-Encoding").at(shape::Location::Header),
        content_language: Option<String> = shape::Member::new("ContentLanguage", &CONTENT_LANGUAGE).wire("Content-Language").at(shape::Location::Header),
        content_type: Option<String> = shape::Member::new("ContentType", &CONTENT_TYPE).wire("Content-Type").at(shape::Location::Header),
        copy_source: String = shape::Member::new("CopySource", &COPY_SOURCE_UNPATTERNED).wire("x-amz-copy-source").required().at(shape::Location::Header),
        copy_source_if_match: Option<String> = shape::Member::new("CopySourceIfMatch", &COPY_SOURCE_IF_MATCH).wire("x-amz-copy-source-if-match").at(shape::Location::Header),
        copy_source_if_modified_since: Option<shape::types::Timestamp> = shape::Member::new("CopySourceIfModifiedSince", &COPY_SOURCE_IF_MODIFIED_SINCE).wire("x-amz-copy-source-if-modified-since").at(shape::Location::Header),
        copy_source_if_none_match: Option<String> = shape::Member::new("CopySourceIfNoneMatch", &COPY_SOURCE_IF_NONE_MATCH).wire("x-amz-copy-source-if-none-match").at(shape::Location::Header),
        copy_source_if_unmodified_since: Option<shape::types::Timestamp> = shape::Member::new("CopySourceIfUnmodifiedSince", &COPY_SOURCE_IF_UNMODIFIED_SINCE).wire("x-amz-copy-source-if-unmodified-since").at(shape::Location::Header),
        expires: Option<String> = shape::Member::new("Expires", &EXPIRES).at(shape::Location::Header),
        grant_full_control: Option<String> = shape::Member::new("GrantFullControl", &GRANT_FULL_CONTROL).wire("x-amz-grant-full-control").at(shape::Location::Header),
        grant_read: Option<String> = shape::Member::new("GrantRead", &GRANT_READ).wire("x-amz-grant-read").at(shape::Location::Header),
        grant_read_acp: Option<String> = shape::Member::new("GrantReadACP", &GRANT_READ_ACP).wire("x-amz-grant-read-acp").at(shape::Location::Header),
        grant_write_acp: Option<String> = shape::Member::new("GrantWriteACP", &GRANT_WRITE_ACP).wire("x-amz-grant-write-acp").at(shape::Location::Header),
        if_match: Option<String> = shape::Member::new("IfMatch", &IF_MATCH).wire("If-Match").at(shape::Location::Header),
        if_none_match: Option<String> = shape::Member::new("IfNoneMatch", &IF_NONE_MATCH).wire("If-None-Match").at(shape::Location::Header),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        metadata: Option<shape::types::BTreeMap<String, String>> = shape::Member::new("Metadata", &METADATA).wire("x-amz-meta-").at(shape::Location::Headers),
        metadata_directive: Option<String> = shape::Member::new("MetadataDirective", &METADATA_DIRECTIVE).wire("x-amz-metadata-directive").at(shape::Location::Header),
        tagging_directive: Option<String> = shape::Member::new("TaggingDirective", &TAGGING_DIRECTIVE).wire("x-amz-tagging-directive").at(shape::Location::Header),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        storage_class: Option<String> = shape::Member::new("StorageClass", &STORAGE_CLASS).wire("x-amz-storage-class").at(shape::Location::Header),
        website_redirect_location: Option<String> = shape::Member::new("WebsiteRedirectLocation", &WEBSITE_REDIRECT_LOCATION).wire("x-amz-website-redirect-location").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        sse_kms_encryption_context: Option<String> = shape::Member::new("SSEKMSEncryptionContext", &SSE_KMS_ENCRYPTION_CONTEXT).wire("x-amz-server-side-encryption-context").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        copy_source_sse_customer_algorithm: Option<String> = shape::Member::new("CopySourceSSECustomerAlgorithm", &COPY_SOURCE_SSE_CUSTOMER_ALGORITHM).wire("x-amz-copy-source-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        copy_source_sse_customer_key: Option<String> = shape::Member::new("CopySourceSSECustomerKey", &COPY_SOURCE_SSE_CUSTOMER_KEY).wire("x-amz-copy-source-server-side-encryption-customer-key").at(shape::Location::Header),
        copy_source_sse_customer_key_md5: Option<String> = shape::Member::new("CopySourceSSECustomerKeyMD5", &COPY_SOURCE_SSE_CUSTOMER_KEY_MD5).wire("x-amz-copy-source-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        tagging: Option<String> = shape::Member::new("Tagging", &TAGGING_HEADER).wire("x-amz-tagging").at(shape::Location::Header),
        object_lock_mode: Option<String> = shape::Member::new("ObjectLockMode", &OBJECT_LOCK_MODE).wire("x-amz-object-lock-mode").at(shape::Location::Header),
        object_lock_retain_until_date: Option<shape::types::Timestamp> = shape::Member::new("ObjectLockRetainUntilDate", &OBJECT_LOCK_RETAIN_UNTIL_DATE).wire("x-amz-object-lock-retain-until-date").at(shape::Location::Header),
        object_lock_legal_hold_status: Option<String> = shape::Member::new("ObjectLockLegalHoldStatus", &OBJECT_LOCK_LEGAL_HOLD_STATUS).wire("x-amz-object-lock-legal-hold").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        expected_source_bucket_owner: Option<String> = shape::Member::new("ExpectedSourceBucketOwner", &ACCOUNT_ID).wire("x-amz-source-expected-bucket-owner").at(shape::Location::Header),
    }
    CopyObjectResult as COPY_OBJECT_RESULT {
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG),
        last_modified: Option<shape::types::Timestamp> = shape::Member::new("LastModified", &LAST_MODIFIED),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128),
    }
    CopyPartResult as COPY_PART_RESULT {
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG),
        last_modified: Option<shape::types::Timestamp> = shape::Member::new("LastModified", &LAST_MODIFIED),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128),
    }
    CORSRule as CORS_RULE {
        id: Option<String> = shape::Member::new("ID", &ID),
        allowed_headers: Option<Vec<String>> = shape::Member::new("AllowedHeaders", &ALLOWED_HEADERS).wire("AllowedHeader"),
        allowed_methods: Vec<String> = shape::Member::new("AllowedMethods", &ALLOWED_METHODS).wire("AllowedMethod").required(),
        allowed_origins: Vec<String> = shape::Member::new("AllowedOrigins", &ALLOWED_ORIGINS).wire("AllowedOrigin").required(),
        expose_headers: Option<Vec<String>> = shape::Member::new("ExposeHeaders", &EXPOSE_HEADERS).wire("ExposeHeader"),
        max_age_seconds: Option<i32> = shape::Member::new("MaxAgeSeconds", &MAX_AGE_SECONDS),
    }
    CreateBucketConfiguration as CREATE_BUCKET_CONFIGURATION {
        location_constraint: Option<String> = shape::Member::new("LocationConstraint", &BUCKET_LOCATION_CONSTRAINT),
        location: Option<LocationInfo> = shape::Member::new("Location", &LOCATION_INFO),
        bucket: Option<BucketInfo> = shape::Member::new("Bucket", &BUCKET_INFO),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_SET),
    }
    CreateBucketOutput as CREATE_BUCKET_OUTPUT {
        location: Option<String> = shape::Member::new("Location", &LOCATION).at(shape::Location::Header),
        bucket_arn: Option<String> = shape::Member::new("BucketArn", &S3_REGIONAL_OR_S3_EXPRESS_BUCKET_ARN_STRING).wire("x-amz-bucket-arn").at(shape::Location::Header),
    }
    CreateBucketRequest as CREATE_BUCKET_REQUEST {
        acl: Option<String> = shape::Member::new("ACL", &BUCKET_CANNED_ACL).wire("x-amz-acl").at(shape::Location::Header),
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        create_bucket_configuration: Option<CreateBucketConfiguration> = shape::Member::new("CreateBucketConfiguration", &CREATE_BUCKET_CONFIGURATION).at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        grant_full_control: Option<String> = shape::Member::new("GrantFullControl", &GRANT_FULL_CONTROL).wire("x-amz-grant-full-control").at(shape::Location::Header),
        grant_read: Option<String> = shape::Member::new("GrantRead", &GRANT_READ).wire("x-amz-grant-read").at(shape::Location::Header),
        grant_read_acp: Option<String> = shape::Member::new("GrantReadACP", &GRANT_READ_ACP).wire("x-amz-grant-read-acp").at(shape::Location::Header),
        grant_write: Option<String> = shape::Member::new("GrantWrite", &GRANT_WRITE).wire("x-amz-grant-write").at(shape::Location::Header),
        grant_write_acp: Option<String> = shape::Member::new("GrantWriteACP", &GRANT_WRITE_ACP).wire("x-amz-grant-write-acp").at(shape::Location::Header),
        object_lock_enabled_for_bucket: Option<bool> = shape::Member::new("ObjectLockEnabledForBucket", &OBJECT_LOCK_ENABLED_FOR_BUCKET).wire("x-amz-bucket-object-lock-enabled").at(shape::Location::Header),
        object_ownership: Option<String> = shape::Member::new("ObjectOwnership", &OBJECT_OWNERSHIP).wire("x-amz-object-ownership").at(shape::Location::Header),
        bucket_namespace: Option<String> = shape::Member::new("BucketNamespace", &BUCKET_NAMESPACE).wire("x-amz-bucket-namespace").at(shape::Location::Header),
    }
    CreateMultipartUploadOutput as CREATE_MULTIPART_UPLOAD_OUTPUT {
        abort_date: Option<shape::types::Timestamp> = shape::Member::new("AbortDate", &ABORT_DATE).wire("x-amz-abort-date").at(shape::Location::Header),
        abort_rule_id: Option<String> = shape::Member::new("AbortRuleId", &ABORT_RULE_ID).wire("x-amz-abort-rule-id").at(shape::Location::Header),
        bucket: Option<String> = shape::Member::new("Bucket", &BUCKET_NAME),
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        upload_id: Option<String> = shape::Member::new("UploadId", &MULTIPART_UPLOAD_ID),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        sse_kms_encryption_context: Option<String> = shape::Member::new("SSEKMSEncryptionContext", &SSE_KMS_ENCRYPTION_CONTEXT).wire("x-amz-server-side-encryption-context").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-checksum-algorithm").at(shape::Location::Header),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE).wire("x-amz-checksum-type").at(shape::Location::Header),
    }
    CreateMultipartUploadRequest as CREATE_MULTIPART_UPLOAD_REQUEST {
        acl: Option<String> = shape::Member::new("ACL", &OBJECT_CANNED_ACL).wire("x-amz-acl").at(shape::Location::Header),
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        cache_control: Option<String> = shape::Member::new("CacheControl", &CACHE_CONTROL).wire("Cache-Control").at(shape::Location::Header),
        content_disposition: Option<String> = shape::Member::new("ContentDisposition", &CONTENT_DISPOSITION).wire("Content-Disposition").at(shape::Location::Header),
        content_encoding: Option<String> = shape::Member::new("ContentEncoding", &CONTENT_ENCODING).wire("Content-Encoding").at(shape::Location::Header),
        content_language: Option<String> = shape::Member::new("ContentLanguage", &CONTENT_LANGUAGE).wire("Content-Language").at(shape::Location::Header),
        content_type: Option<String> = shape::Member::new("ContentType", &CONTENT_TYPE).wire("Content-Type").at(shape::Location::Header),
        expires: Option<String> = shape::Member::new("Expires", &EXPIRES).at(shape::Location::Header),
        grant_full_control: Option<String> = shape::Member::new("GrantFullControl", &GRANT_FULL_CONTROL).wire("x-amz-grant-full-control").at(shape::Location::Header),
        grant_read: Option<String> = shape::Member::new("GrantRead", &GRANT_READ).wire("x-amz-grant-read").at(shape::Location::Header),
        grant_read_acp: Option<String> = shape::Member::new("GrantReadACP", &GRANT_READ_ACP).wire("x-amz-grant-read-acp").at(shape::Location::Header),
        grant_write_acp: Option<String> = shape::Member::new("GrantWriteACP", &GRANT_WRITE_ACP).wire("x-amz-grant-write-acp").at(shape::Location::Header),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        metadata: Option<shape::types::BTreeMap<String, String>> = shape::Member::new("Metadata", &METADATA).wire("x-amz-meta-").at(shape::Location::Headers),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        storage_class: Option<String> = shape::Member::new("StorageClass", &STORAGE_CLASS).wire("x-amz-storage-class").at(shape::Location::Header),
        website_redirect_location: Option<String> = shape::Member::new("WebsiteRedirectLocation", &WEBSITE_REDIRECT_LOCATION).wire("x-amz-website-redirect-location").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        sse_kms_encryption_context: Option<String> = shape::Member::new("SSEKMSEncryptionContext", &SSE_KMS_ENCRYPTION_CONTEXT).wire("x-amz-server-side-encryption-context").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        tagging: Option<String> = shape::Member::new("Tagging", &TAGGING_HEADER).wire("x-amz-tagging").at(shape::Location::Header),
        object_lock_mode: Option<String> = shape::Member::new("ObjectLockMode", &OBJECT_LOCK_MODE).wire("x-amz-object-lock-mode").at(shape::Location::Header),
        object_lock_retain_until_date: Option<shape::types::Timestamp> = shape::Member::new("ObjectLockRetainUntilDate", &OBJECT_LOCK_RETAIN_UNTIL_DATE).wire("x-amz-object-lock-retain-until-date").at(shape::Location::Header),
        object_lock_legal_hold_status: Option<String> = shape::Member::new("ObjectLockLegalHoldStatus", &OBJECT_LOCK_LEGAL_HOLD_STATUS).wire("x-amz-object-lock-legal-hold").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-checksum-algorithm").at(shape::Location::Header),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE).wire("x-amz-checksum-type").at(shape::Location::Header),
    }
    DefaultRetention as DEFAULT_RETENTION {
        mode: Option<String> = shape::Member::new("Mode", &OBJECT_LOCK_RETENTION_MODE),
        days: Option<i32> = shape::Member::new("Days", &DAYS),
        years: Option<i32> = shape::Member::new("Years", &YEARS),
    }
    Delete as DELETE {
        objects: Vec<ObjectIdentifier> = shape::Member::new("Objects", &OBJECT_IDENTIFIER_LIST).wire("Object").required(),
        quiet: Option<bool> = shape::Member::new("Quiet", &QUIET),
    }
    DeletedObject as DELETED_OBJECT {
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID),
        delete_marker: Option<bool> = shape::Member::new("DeleteMarker", &DELETE_MARKER),
        delete_marker_version_id: Option<String> = shape::Member::new("DeleteMarkerVersionId", &DELETE_MARKER_VERSION_ID),
    }
    DeleteBucketOwnershipControlsRequest as DELETE_BUCKET_OWNERSHIP_CONTROLS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    DeleteBucketPolicyRequest as DELETE_BUCKET_POLICY_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    DeleteBucketRequest as DELETE_BUCKET_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    DeleteBucketTaggingRequest as DELETE_BUCKET_TAGGING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    DeleteMarkerEntry as DELETE_MARKER_ENTRY {
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID),
        is_latest: Option<bool> = shape::Member::new("IsLatest", &IS_LATEST),
        last_modified: Option<shape::types::Timestamp> = shape::Member::new("LastModified", &LAST_MODIFIED),
    }
    DeleteMarkerReplication as DELETE_MARKER_REPLICATION {
        status: Option<String> = shape::Member::new("Status", &DELETE_MARKER_REPLICATION_STATUS),
    }
    DeleteObjectsOutput as DELETE_OBJECTS_OUTPUT {
        deleted: Option<Vec<DeletedObject>> = shape::Member::new("Deleted", &DELETED_OBJECTS),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
        errors: Option<Vec<Error>> = shape::Member::new("Errors", &ERRORS).wire("Error"),
    }
    DeleteObjectsRequest as DELETE_OBJECTS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        delete: Delete = shape::Member::new("Delete", &DELETE).required().at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        mfa: Option<String> = shape::Member::new("MFA", &MFA).wire("x-amz-mfa").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        bypass_governance_retention: Option<bool> = shape::Member::new("BypassGovernanceRetention", &BYPASS_GOVERNANCE_RETENTION).wire("x-amz-bypass-governance-retention").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
    }
    DeleteObjectOutput as DELETE_OBJECT_OUTPUT {
        delete_marker: Option<bool> = shape::Member::new("DeleteMarker", &DELETE_MARKER).wire("x-amz-delete-marker").at(shape::Location::Header),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    DeleteObjectRequest as DELETE_OBJECT_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        mfa: Option<String> = shape::Member::new("MFA", &MFA).wire("x-amz-mfa").at(shape::Location::Header),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("versionId").at(shape::Location::Query),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        bypass_governance_retention: Option<bool> = shape::Member::new("BypassGovernanceRetention", &BYPASS_GOVERNANCE_RETENTION).wire("x-amz-bypass-governance-retention").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        if_match: Option<String> = shape::Member::new("IfMatch", &IF_MATCH).wire("If-Match").at(shape::Location::Header),
        if_match_last_modified_time: Option<shape::types::Timestamp> = shape::Member::new("IfMatchLastModifiedTime", &IF_MATCH_LAST_MODIFIED_TIME).wire("x-amz-if-match-last-modified-time").at(shape::Location::Header),
        if_match_size: Option<i64> = shape::Member::new("IfMatchSize", &IF_MATCH_SIZE).wire("x-amz-if-match-size").at(shape::Location::Header),
    }
    DeleteObjectTaggingOutput as DELETE_OBJECT_TAGGING_OUTPUT {
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
    }
    DeleteObjectTaggingRequest as DELETE_OBJECT_TAGGING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("versionId").at(shape::Location::Query),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    DeletePublicAccessBlockRequest as DELETE_PUBLIC_ACCESS_BLOCK_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    Destination as DESTINATION {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required(),
        account: Option<String> = shape::Member::new("Account", &ACCOUNT_ID),
        storage_class: Option<String> = shape::Member::new("StorageClass", &STORAGE_CLASS),
        access_control_translation: Option<AccessControlTranslation> = shape::Member::new("AccessControlTranslation", &ACCESS_CONTROL_TRANSLATION),
        encryption_configuration: Option<EncryptionConfiguration> = shape::Member::new("EncryptionConfiguration", &ENCRYPTION_CONFIGURATION),
        replication_time: Option<ReplicationTime> = shape::Member::new("ReplicationTime", &REPLICATION_TIME),
        metrics: Option<Metrics> = shape::Member::new("Metrics", &METRICS),
    }
    EncryptionConfiguration as ENCRYPTION_CONFIGURATION {
        replica_kms_key_id: Option<String> = shape::Member::new("ReplicaKmsKeyID", &REPLICA_KMS_KEY_ID),
    }
    Error as ERROR {
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID),
        code: Option<String> = shape::Member::new("Code", &CODE),
        message: Option<String> = shape::Member::new("Message", &MESSAGE),
    }
    ErrorDocument as ERROR_DOCUMENT {
        key: String = shape::Member::new("Key", &OBJECT_KEY).required(),
    }
    EventBridgeConfiguration as EVENT_BRIDGE_CONFIGURATION {
    }
    ExistingObjectReplication as EXISTING_OBJECT_REPLICATION {
        status: String = shape::Member::new("Status", &EXISTING_OBJECT_REPLICATION_STATUS).required(),
    }
    FilterRule as FILTER_RULE {
        name: Option<String> = shape::Member::new("Name", &FILTER_RULE_NAME),
        value: Option<String> = shape::Member::new("Value", &FILTER_RULE_VALUE),
    }
    GetBucketAccelerateConfigurationOutput as GET_BUCKET_ACCELERATE_CONFIGURATION_OUTPUT {
        status: Option<String> = shape::Member::new("Status", &BUCKET_ACCELERATE_STATUS),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    GetBucketAccelerateConfigurationRequest as GET_BUCKET_ACCELERATE_CONFIGURATION_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
    }
    GetBucketAclOutput as GET_BUCKET_ACL_OUTPUT {
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
        grants: Option<Vec<Grant>> = shape::Member::new("Grants", &GRANTS).wire("AccessControlList"),
    }
    GetBucketAclRequest as GET_BUCKET_ACL_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketCorsOutput as GET_BUCKET_CORS_OUTPUT {
        cors_rules: Option<Vec<CORSRule>> = shape::Member::new("CORSRules", &CORS_RULES).wire("CORSRule"),
    }
    GetBucketCorsRequest as GET_BUCKET_CORS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketEncryptionOutput as GET_BUCKET_ENCRYPTION_OUTPUT {
        server_side_encryption_configuration: Option<ServerSideEncryptionConfiguration> = shape::Member::new("ServerSideEncryptionConfiguration", &SERVER_SIDE_ENCRYPTION_CONFIGURATION).at(shape::Location::Payload),
    }
    GetBucketEncryptionRequest as GET_BUCKET_ENCRYPTION_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketLifecycleConfigurationOutput as GET_BUCKET_LIFECYCLE_CONFIGURATION_OUTPUT {
        rules: Option<Vec<LifecycleRule>> = shape::Member::new("Rules", &LIFECYCLE_RULES).wire("Rule"),
        transition_default_minimum_object_size: Option<String> = shape::Member::new("TransitionDefaultMinimumObjectSize", &TRANSITION_DEFAULT_MINIMUM_OBJECT_SIZE).wire("x-amz-transition-default-minimum-object-size").at(shape::Location::Header),
    }
    GetBucketLifecycleConfigurationRequest as GET_BUCKET_LIFECYCLE_CONFIGURATION_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketLocationOutput as GET_BUCKET_LOCATION_OUTPUT {
        location_constraint: Option<String> = shape::Member::new("LocationConstraint", &BUCKET_LOCATION_CONSTRAINT),
    }
    GetBucketLocationRequest as GET_BUCKET_LOCATION_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketLoggingOutput as GET_BUCKET_LOGGING_OUTPUT {
        logging_enabled: Option<LoggingEnabled> = shape::Member::new("LoggingEnabled", &LOGGING_ENABLED),
    }
    GetBucketLoggingRequest as GET_BUCKET_LOGGING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketNotificationConfigurationRequest as GET_BUCKET_NOTIFICATION_CONFIGURATION_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketOwnershipControlsOutput as GET_BUCKET_OWNERSHIP_CONTROLS_OUTPUT {
        ownership_controls: Option<OwnershipControls> = shape::Member::new("OwnershipControls", &OWNERSHIP_CONTROLS).at(shape::Location::Payload),
    }
    GetBucketOwnershipControlsRequest as GET_BUCKET_OWNERSHIP_CONTROLS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketPolicyOutput as GET_BUCKET_POLICY_OUTPUT {
        policy: Option<String> = shape::Member::new("Policy", &POLICY).at(shape::Location::Payload),
    }
    GetBucketPolicyRequest as GET_BUCKET_POLICY_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketPolicyStatusOutput as GET_BUCKET_POLICY_STATUS_OUTPUT {
        policy_status: Option<PolicyStatus> = shape::Member::new("PolicyStatus", &POLICY_STATUS).at(shape::Location::Payload),
    }
    GetBucketPolicyStatusRequest as GET_BUCKET_POLICY_STATUS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketReplicationOutput as GET_BUCKET_REPLICATION_OUTPUT {
        replication_configuration: Option<ReplicationConfiguration> = shape::Member::new("ReplicationConfiguration", &REPLICATION_CONFIGURATION).at(shape::Location::Payload),
    }
    GetBucketReplicationRequest as GET_BUCKET_REPLICATION_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketRequestPaymentOutput as GET_BUCKET_REQUEST_PAYMENT_OUTPUT {
        payer: Option<String> = shape::Member::new("Payer", &PAYER),
    }
    GetBucketRequestPaymentRequest as GET_BUCKET_REQUEST_PAYMENT_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketTaggingOutput as GET_BUCKET_TAGGING_OUTPUT {
        tag_set: Vec<Tag> = shape::Member::new("TagSet", &TAG_SET).required(),
    }
    GetBucketTaggingRequest as GET_BUCKET_TAGGING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketVersioningOutput as GET_BUCKET_VERSIONING_OUTPUT {
        status: Option<String> = shape::Member::new("Status", &BUCKET_VERSIONING_STATUS),
        mfa_delete: Option<String> = shape::Member::new("MFADelete", &MFA_DELETE_STATUS).wire("MfaDelete"),
    }
    GetBucketVersioningRequest as GET_BUCKET_VERSIONING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetBucketWebsiteOutput as GET_BUCKET_WEBSITE_OUTPUT {
        redirect_all_requests_to: Option<RedirectAllRequestsTo> = shape::Member::new("RedirectAllRequestsTo", &REDIRECT_ALL_REQUESTS_TO),
        index_document: Option<IndexDocument> = shape::Member::new("IndexDocument", &INDEX_DOCUMENT),
        error_document: Option<ErrorDocument> = shape::Member::new("ErrorDocument", &ERROR_DOCUMENT),
        routing_rules: Option<Vec<RoutingRule>> = shape::Member::new("RoutingRules", &ROUTING_RULES),
    }
    GetBucketWebsiteRequest as GET_BUCKET_WEBSITE_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetObjectAclOutput as GET_OBJECT_ACL_OUTPUT {
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
        grants: Option<Vec<Grant>> = shape::Member::new("Grants", &GRANTS).wire("AccessControlList"),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    GetObjectAclRequest as GET_OBJECT_ACL_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("versionId").at(shape::Location::Query),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetObjectLockConfigurationOutput as GET_OBJECT_LOCK_CONFIGURATION_OUTPUT {
        object_lock_configuration: Option<ObjectLockConfiguration> = shape::Member::new("ObjectLockConfiguration", &OBJECT_LOCK_CONFIGURATION).at(shape::Location::Payload),
    }
    GetObjectLockConfigurationRequest as GET_OBJECT_LOCK_CONFIGURATION_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    GetObjectOutput as GET_OBJECT_OUTPUT {
        body: Option<shape::Body> = shape::Member::new("Body", &BODY_STREAM).at(shape::Location::Payload),
        delete_marker: Option<bool> = shape::Member::new("DeleteMarker", &DELETE_MARKER).wire("x-amz-delete-marker").at(shape::Location::Header),
        accept_ranges: Option<String> = shape::Member::new("AcceptRanges", &ACCEPT_RANGES).wire("accept-ranges").at(shape::Location::Header),
        expiration: Option<String> = shape::Member::new("Expiration", &EXPIRATION).wire("x-amz-expiration").at(shape::Location::Header),
        restore: Option<String> = shape::Member::new("Restore", &RESTORE).wire("x-amz-restore").at(shape::Location::Header),
        last_modified: Option<shape::types::Timestamp> = shape::Member::new("LastModified", &LAST_MODIFIED).wire("Last-Modified").at(shape::Location::Header),
        content_length: Option<i64> = shape::Member::new("ContentLength", &CONTENT_LENGTH).wire("Content-Length").at(shape::Location::Header),
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG).at(shape::Location::Header),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32).wire("x-amz-checksum-crc32").at(shape::Location::Header),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C).wire("x-amz-checksum-crc32c").at(shape::Location::Header),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME).wire("x-amz-checksum-crc64nvme").at(shape::Location::Header),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1).wire("x-amz-checksum-sha1").at(shape::Location::Header),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256).wire("x-amz-checksum-sha256").at(shape::Location::Header),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512).wire("x-amz-checksum-sha512").at(shape::Location::Header),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5).wire("x-amz-checksum-md5").at(shape::Location::Header),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64).wire("x-amz-checksum-xxhash64").at(shape::Location::Header),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3).wire("x-amz-checksum-xxhash3").at(shape::Location::Header),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128).wire("x-amz-checksum-xxhash128").at(shape::Location::Header),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE).wire("x-amz-checksum-type").at(shape::Location::Header),
        missing_meta: Option<i32> = shape::Member::new("MissingMeta", &MISSING_META).wire("x-amz-missing-meta").at(shape::Location::Header),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
        cache_control: Option<String> = shape::Member::new("CacheControl", &CACHE_CONTROL).wire("Cache-Control").at(shape::Location::Header),
        content_disposition: Option<String> = shape::Member::new("ContentDisposition", &CONTENT_DISPOSITION).wire("Content-Disposition").at(shape::Location::Header),
        content_encoding: Option<String> = shape::Member::new("ContentEncoding", &CONTENT_ENCODING).wire("Content-Encoding").at(shape::Location::Header),
        content_language: Option<String> = shape::Member::new("ContentLanguage", &CONTENT_LANGUAGE).wire("Content-Language").at(shape::Location::Header),
        content_range: Option<String> = shape::Member::new("ContentRange", &CONTENT_RANGE).wire("Content-Range").at(shape::Location::Header),
        content_type: Option<String> = shape::Member::new("ContentType", &CONTENT_TYPE).wire("Content-Type").at(shape::Location::Header),
        expires: Option<String> = shape::Member::new("Expires", &EXPIRES).at(shape::Location::Header),
        website_redirect_location: Option<String> = shape::Member::new("WebsiteRedirectLocation", &WEBSITE_REDIRECT_LOCATION).wire("x-amz-website-redirect-location").at(shape::Location::Header),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        metadata: Option<shape::types::BTreeMap<String, String>> = shape::Member::new("Metadata", &METADATA).wire("x-amz-meta-").at(shape::Location::Headers),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        storage_class: Option<String> = shape::Member::new("StorageClass", &STORAGE_CLASS).wire("x-amz-storage-class").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
        replication_status: Option<String> = shape::Member::new("ReplicationStatus", &REPLICATION_STATUS).wire("x-amz-replication-status").at(shape::Location::Header),
        parts_count: Option<i32> = shape::Member::new("PartsCount", &PARTS_COUNT).wire("x-amz-mp-parts-count").at(shape::Location::Header),
        tag_count: Option<i32> = shape::Member::new("TagCount", &TAG_COUNT).wire("x-amz-tagging-count").at(shape::Location::Header),
        object_lock_mode: Option<String> = shape::Member::new("ObjectLockMode", &OBJECT_LOCK_MODE).wire("x-amz-object-lock-mode").at(shape::Location::Header),
        object_lock_retain_until_date: Option<shape::types::Timestamp> = shape::Member::new("ObjectLockRetainUntilDate", &OBJECT_LOCK_RETAIN_UNTIL_DATE).wire("x-amz-object-lock-retain-until-date").at(shape::Location::Header),
        object_lock_legal_hold_status: Option<String> = shape::Member::new("ObjectLockLegalHoldStatus", &OBJECT_LOCK_LEGAL_HOLD_STATUS).wire("x-amz-object-lock-legal-hold").at(shape::Location::Header),
    }
    GetObjectRequest as GET_OBJECT_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        if_match: Option<String> = shape::Member::new("IfMatch", &IF_MATCH).wire("If-Match").at(shape::Location::Header),
        if_modified_since: Option<shape::types::Timestamp> = shape::Member::new("IfModifiedSince", &IF_MODIFIED_SINCE).wire("If-Modified-Since").at(shape::Location::Header),
        if_none_match: Option<String> = shape::Member::new("IfNoneMatch", &IF_NONE_MATCH).wire("If-None-Match").at(shape::Location::Header),
        if_unmodified_since: Option<shape::types::Timestamp> = shape::Member::new("IfUnmodifiedSince", &IF_UNMODIFIED_SINCE).wire("If-Unmodified-Since").at(shape::Location::Header),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        range: Option<String> = shape::Member::new("Range", &RANGE).at(shape::Location::Header),
        response_cache_control: Option<String> = shape::Member::new("ResponseCacheControl", &RESPONSE_CACHE_CONTROL).wire("response-cache-control").at(shape::Location::Query),
        response_content_disposition: Option<String> = shape::Member::new("ResponseContentDisposition", &RESPONSE_CONTENT_DISPOSITION).wire("response-content-disposition").at(shape::Location::Query),
        response_content_encoding: Option<String> = shape::Member::new("ResponseContentEncoding", &RESPONSE_CONTENT_ENCODING).wire("response-content-encoding").at(shape::Location::Query),
        response_content_language: Option<String> = shape::Member::new("ResponseContentLanguage", &RESPONSE_CONTENT_LANGUAGE).wire("response-content-language").at(shape::Location::Query),
        response_content_type: Option<String> = shape::Member::new("ResponseContentType", &RESPONSE_CONTENT_TYPE).wire("response-content-type").at(shape::Location::Query),
        response_expires: Option<shape::types::Timestamp> = shape::Member::new("ResponseExpires", &RESPONSE_EXPIRES).wire("response-expires").at(shape::Location::Query),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("versionId").at(shape::Location::Query),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        part_number: Option<i32> = shape::Member::new("PartNumber", &PART_NUMBER).wire("partNumber").at(shape::Location::Query),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        checksum_mode: Option<String> = shape::Member::new("ChecksumMode", &CHECKSUM_MODE).wire("x-amz-checksum-mode").at(shape::Location::Header),
    }
    GetObjectTaggingOutput as GET_OBJECT_TAGGING_OUTPUT {
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
        tag_set: Vec<Tag> = shape::Member::new("TagSet", &TAG_SET).required(),
    }
    GetObjectTaggingRequest as GET_OBJECT_TAGGING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("versionId").at(shape::Location::Query),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
    }
    GetPublicAccessBlockOutput as GET_PUBLIC_ACCESS_BLOCK_OUTPUT {
        public_access_block_configuration: Option<PublicAccessBlockConfiguration> = shape::Member::new("PublicAccessBlockConfiguration", &PUBLIC_ACCESS_BLOCK_CONFIGURATION).at(shape::Location::Payload),
    }
    GetPublicAccessBlockRequest as GET_PUBLIC_ACCESS_BLOCK_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    Grant as GRANT {
        grantee: Option<Grantee> = shape::Member::new("Grantee", &GRANTEE).namespace("http://www.w3.org/2001/XMLSchema-instance"),
        permission: Option<String> = shape::Member::new("Permission", &PERMISSION),
    }
    Grantee as GRANTEE {
        display_name: Option<String> = shape::Member::new("DisplayName", &DISPLAY_NAME),
        email_address: Option<String> = shape::Member::new("EmailAddress", &EMAIL_ADDRESS),
        id: Option<String> = shape::Member::new("ID", &ID),
        r#type: String = shape::Member::new("Type", &TYPE).wire("xsi:type").required().attribute(),
        uri: Option<String> = shape::Member::new("URI", &URI),
    }
    HeadBucketOutput as HEAD_BUCKET_OUTPUT {
        bucket_arn: Option<String> = shape::Member::new("BucketArn", &S3_REGIONAL_OR_S3_EXPRESS_BUCKET_ARN_STRING).wire("x-amz-bucket-arn").at(shape::Location::Header),
        bucket_location_type: Option<String> = shape::Member::new("BucketLocationType", &LOCATION_TYPE).wire("x-amz-bucket-location-type").at(shape::Location::Header),
        bucket_location_name: Option<String> = shape::Member::new("BucketLocationName", &BUCKET_LOCATION_NAME).wire("x-amz-bucket-location-name").at(shape::Location::Header),
        bucket_region: Option<String> = shape::Member::new("BucketRegion", &REGION).wire("x-amz-bucket-region").at(shape::Location::Header),
        access_point_alias: Option<bool> = shape::Member::new("AccessPointAlias", &ACCESS_POINT_ALIAS).wire("x-amz-access-point-alias").at(shape::Location::Header),
    }
    HeadBucketRequest as HEAD_BUCKET_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    HeadObjectOutput as HEAD_OBJECT_OUTPUT {
        delete_marker: Option<bool> = shape::Member::new("DeleteMarker", &DELETE_MARKER).wire("x-amz-delete-marker").at(shape::Location::Header),
        accept_ranges: Option<String> = shape::Member::new("AcceptRanges", &ACCEPT_RANGES).wire("accept-ranges").at(shape::Location::Header),
        expiration: Option<String> = shape::Member::new("Expiration", &EXPIRATION).wire("x-amz-expiration").at(shape::Location::Header),
        restore: Option<String> = shape::Member::new("Restore", &RESTORE).wire("x-amz-restore").at(shape::Location::Header),
        archive_status: Option<String> = shape::Member::new("ArchiveStatus", &ARCHIVE_STATUS).wire("x-amz-archive-status").at(shape::Location::Header),
        last_modified: Option<shape::types::Timestamp> = shape::Member::new("LastModified", &LAST_MODIFIED).wire("Last-Modified").at(shape::Location::Header),
        content_length: Option<i64> = shape::Member::new("ContentLength", &CONTENT_LENGTH).wire("Content-Length").at(shape::Location::Header),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32).wire("x-amz-checksum-crc32").at(shape::Location::Header),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C).wire("x-amz-checksum-crc32c").at(shape::Location::Header),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME).wire("x-amz-checksum-crc64nvme").at(shape::Location::Header),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1).wire("x-amz-checksum-sha1").at(shape::Location::Header),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256).wire("x-amz-checksum-sha256").at(shape::Location::Header),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512).wire("x-amz-checksum-sha512").at(shape::Location::Header),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5).wire("x-amz-checksum-md5").at(shape::Location::Header),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64).wire("x-amz-checksum-xxhash64").at(shape::Location::Header),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3).wire("x-amz-checksum-xxhash3").at(shape::Location::Header),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128).wire("x-amz-checksum-xxhash128").at(shape::Location::Header),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE).wire("x-amz-checksum-type").at(shape::Location::Header),
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG).at(shape::Location::Header),
        missing_meta: Option<i32> = shape::Member::new("MissingMeta", &MISSING_META).wire("x-amz-missing-meta").at(shape::Location::Header),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
        cache_control: Option<String> = shape::Member::new("CacheControl", &CACHE_CONTROL).wire("Cache-Control").at(shape::Location::Header),
        content_disposition: Option<String> = shape::Member::new("ContentDisposition", &CONTENT_DISPOSITION).wire("Content-Disposition").at(shape::Location::Header),
        content_encoding: Option<String> = shape::Member::new("ContentEncoding", &CONTENT_ENCODING).wire("Content-Encoding").at(shape::Location::Header),
        content_language: Option<String> = shape::Member::new("ContentLanguage", &CONTENT_LANGUAGE).wire("Content-Language").at(shape::Location::Header),
        content_type: Option<String> = shape::Member::new("ContentType", &CONTENT_TYPE).wire("Content-Type").at(shape::Location::Header),
        content_range: Option<String> = shape::Member::new("ContentRange", &CONTENT_RANGE).wire("Content-Range").at(shape::Location::Header),
        expires: Option<String> = shape::Member::new("Expires", &EXPIRES).at(shape::Location::Header),
        website_redirect_location: Option<String> = shape::Member::new("WebsiteRedirectLocation", &WEBSITE_REDIRECT_LOCATION).wire("x-amz-website-redirect-location").at(shape::Location::Header),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        metadata: Option<shape::types::BTreeMap<String, String>> = shape::Member::new("Metadata", &METADATA).wire("x-amz-meta-").at(shape::Location::Headers),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        storage_class: Option<String> = shape::Member::new("StorageClass", &STORAGE_CLASS).wire("x-amz-storage-class").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
        replication_status: Option<String> = shape::Member::new("ReplicationStatus", &REPLICATION_STATUS).wire("x-amz-replication-status").at(shape::Location::Header),
        parts_count: Option<i32> = shape::Member::new("PartsCount", &PARTS_COUNT).wire("x-amz-mp-parts-count").at(shape::Location::Header),
        tag_count: Option<i32> = shape::Member::new("TagCount", &TAG_COUNT).wire("x-amz-tagging-count").at(shape::Location::Header),
        object_lock_mode: Option<String> = shape::Member::new("ObjectLockMode", &OBJECT_LOCK_MODE).wire("x-amz-object-lock-mode").at(shape::Location::Header),
        object_lock_retain_until_date: Option<shape::types::Timestamp> = shape::Member::new("ObjectLockRetainUntilDate", &OBJECT_LOCK_RETAIN_UNTIL_DATE).wire("x-amz-object-lock-retain-until-date").at(shape::Location::Header),
        object_lock_legal_hold_status: Option<String> = shape::Member::new("ObjectLockLegalHoldStatus", &OBJECT_LOCK_LEGAL_HOLD_STATUS).wire("x-amz-object-lock-legal-hold").at(shape::Location::Header),
    }
    HeadObjectRequest as HEAD_OBJECT_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        if_match: Option<String> = shape::Member::new("IfMatch", &IF_MATCH).wire("If-Match").at(shape::Location::Header),
        if_modified_since: Option<shape::types::Timestamp> = shape::Member::new("IfModifiedSince", &IF_MODIFIED_SINCE).wire("If-Modified-Since").at(shape::Location::Header),
        if_none_match: Option<String> = shape::Member::new("IfNoneMatch", &IF_NONE_MATCH).wire("If-None-Match").at(shape::Location::Header),
        if_unmodified_since: Option<shape::types::Timestamp> = shape::Member::new("IfUnmodifiedSince", &IF_UNMODIFIED_SINCE).wire("If-Unmodified-Since").at(shape::Location::Header),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        range: Option<String> = shape::Member::new("Range", &RANGE).at(shape::Location::Header),
        response_cache_control: Option<String> = shape::Member::new("ResponseCacheControl", &RESPONSE_CACHE_CONTROL).wire("response-cache-control").at(shape::Location::Query),
        response_content_disposition: Option<String> = shape::Member::new("ResponseContentDisposition", &RESPONSE_CONTENT_DISPOSITION).wire("response-content-disposition").at(shape::Location::Query),
        response_content_encoding: Option<String> = shape::Member::new("ResponseContentEncoding", &RESPONSE_CONTENT_ENCODING).wire("response-content-encoding").at(shape::Location::Query),
        response_content_language: Option<String> = shape::Member::new("ResponseContentLanguage", &RESPONSE_CONTENT_LANGUAGE).wire("response-content-language").at(shape::Location::Query),
        response_content_type: Option<String> = shape::Member::new("ResponseContentType", &RESPONSE_CONTENT_TYPE).wire("response-content-type").at(shape::Location::Query),
        response_expires: Option<shape::types::Timestamp> = shape::Member::new("ResponseExpires", &RESPONSE_EXPIRES).wire("response-expires").at(shape::Location::Query),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("versionId").at(shape::Location::Query),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        part_number: Option<i32> = shape::Member::new("PartNumber", &PART_NUMBER).wire("partNumber").at(shape::Location::Query),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        checksum_mode: Option<String> = shape::Member::new("ChecksumMode", &CHECKSUM_MODE).wire("x-amz-checksum-mode").at(shape::Location::Header),
    }
    IndexDocument as INDEX_DOCUMENT {
        suffix: String = shape::Member::new("Suffix", &SUFFIX).required(),
    }
    Initiator as INITIATOR {
        id: Option<String> = shape::Member::new("ID", &ID),
        display_name: Option<String> = shape::Member::new("DisplayName", &DISPLAY_NAME),
    }
    LambdaFunctionConfiguration as LAMBDA_FUNCTION_CONFIGURATION {
        id: Option<String> = shape::Member::new("Id", &NOTIFICATION_ID),
        lambda_function_arn: String = shape::Member::new("LambdaFunctionArn", &LAMBDA_FUNCTION_ARN).wire("CloudFunction").required(),
        events: Vec<String> = shape::Member::new("Events", &EVENT_LIST).wire("Event").required(),
        filter: Option<NotificationConfigurationFilter> = shape::Member::new("Filter", &NOTIFICATION_CONFIGURATION_FILTER),
    }
    LifecycleExpiration as LIFECYCLE_EXPIRATION {
        date: Option<shape::types::Timestamp> = shape::Member::new("Date", &DATE),
        days: Option<i32> = shape::Member::new("Days", &DAYS),
        expired_object_delete_marker: Option<bool> = shape::Member::new("ExpiredObjectDeleteMarker", &EXPIRED_OBJECT_DELETE_MARKER),
    }
    LifecycleRule as LIFECYCLE_RULE {
        expiration: Option<LifecycleExpiration> = shape::Member::new("Expiration", &LIFECYCLE_EXPIRATION),
        id: Option<String> = shape::Member::new("ID", &ID),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        filter: Option<LifecycleRuleFilter> = shape::Member::new("Filter", &LIFECYCLE_RULE_FILTER),
        status: String = shape::Member::new("Status", &EXPIRATION_STATUS).required(),
        transitions: Option<Vec<Transition>> = shape::Member::new("Transitions", &TRANSITION_LIST).wire("Transition"),
        noncurrent_version_transitions: Option<Vec<NoncurrentVersionTransition>> = shape::Member::new("NoncurrentVersionTransitions", &NONCURRENT_VERSION_TRANSITION_LIST).wire("NoncurrentVersionTransition"),
        noncurrent_version_expiration: Option<NoncurrentVersionExpiration> = shape::Member::new("NoncurrentVersionExpiration", &NONCURRENT_VERSION_EXPIRATION),
        abort_incomplete_multipart_upload: Option<AbortIncompleteMultipartUpload> = shape::Member::new("AbortIncompleteMultipartUpload", &ABORT_INCOMPLETE_MULTIPART_UPLOAD),
    }
    LifecycleRuleAndOperator as LIFECYCLE_RULE_AND_OPERATOR {
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_SET_FLATTENED).wire("Tag"),
        object_size_greater_than: Option<i64> = shape::Member::new("ObjectSizeGreaterThan", &OBJECT_SIZE_GREATER_THAN_BYTES),
        object_size_less_than: Option<i64> = shape::Member::new("ObjectSizeLessThan", &OBJECT_SIZE_LESS_THAN_BYTES),
    }
    LifecycleRuleFilter as LIFECYCLE_RULE_FILTER {
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        tag: Option<Tag> = shape::Member::new("Tag", &TAG),
        object_size_greater_than: Option<i64> = shape::Member::new("ObjectSizeGreaterThan", &OBJECT_SIZE_GREATER_THAN_BYTES),
        object_size_less_than: Option<i64> = shape::Member::new("ObjectSizeLessThan", &OBJECT_SIZE_LESS_THAN_BYTES),
        and: Option<LifecycleRuleAndOperator> = shape::Member::new("And", &LIFECYCLE_RULE_AND_OPERATOR),
    }
    ListBucketsOutput as LIST_BUCKETS_OUTPUT {
        buckets: Option<Vec<Bucket>> = shape::Member::new("Buckets", &BUCKETS),
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
        continuation_token: Option<String> = shape::Member::new("ContinuationToken", &NEXT_TOKEN),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
    }
    ListBucketsRequest as LIST_BUCKETS_REQUEST {
        max_buckets: Option<i32> = shape::Member::new("MaxBuckets", &MAX_BUCKETS).wire("max-buckets").at(shape::Location::Query),
        continuation_token: Option<String> = shape::Member::new("ContinuationToken", &TOKEN).wire("continuation-token").at(shape::Location::Query),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX).wire("prefix").at(shape::Location::Query),
        bucket_region: Option<String> = shape::Member::new("BucketRegion", &BUCKET_REGION).wire("bucket-region").at(shape::Location::Query),
    }
    ListMultipartUploadsOutput as LIST_MULTIPART_UPLOADS_OUTPUT {
        bucket: Option<String> = shape::Member::new("Bucket", &BUCKET_NAME),
        key_marker: Option<String> = shape::Member::new("KeyMarker", &KEY_MARKER),
        upload_id_marker: Option<String> = shape::Member::new("UploadIdMarker", &UPLOAD_ID_MARKER),
        next_key_marker: Option<String> = shape::Member::new("NextKeyMarker", &NEXT_KEY_MARKER),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        delimiter: Option<String> = shape::Member::new("Delimiter", &DELIMITER),
        next_upload_id_marker: Option<String> = shape::Member::new("NextUploadIdMarker", &NEXT_UPLOAD_ID_MARKER),
        max_uploads: Option<i32> = shape::Member::new("MaxUploads", &MAX_UPLOADS),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &IS_TRUNCATED),
        uploads: Option<Vec<MultipartUpload>> = shape::Member::new("Uploads", &MULTIPART_UPLOAD_LIST).wire("Upload"),
        common_prefixes: Option<Vec<CommonPrefix>> = shape::Member::new("CommonPrefixes", &COMMON_PREFIX_LIST),
        encoding_type: Option<String> = shape::Member::new("EncodingType", &ENCODING_TYPE),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    ListMultipartUploadsRequest as LIST_MULTIPART_UPLOADS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        delimiter: Option<String> = shape::Member::new("Delimiter", &DELIMITER).wire("delimiter").at(shape::Location::Query),
        encoding_type: Option<String> = shape::Member::new("EncodingType", &ENCODING_TYPE).wire("encoding-type").at(shape::Location::Query),
        key_marker: Option<String> = shape::Member::new("KeyMarker", &KEY_MARKER).wire("key-marker").at(shape::Location::Query),
        max_uploads: Option<i32> = shape::Member::new("MaxUploads", &MAX_UPLOADS).wire("max-uploads").at(shape::Location::Query),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX).wire("prefix").at(shape::Location::Query),
        upload_id_marker: Option<String> = shape::Member::new("UploadIdMarker", &UPLOAD_ID_MARKER).wire("upload-id-marker").at(shape::Location::Query),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
    }
    ListObjectsOutput as LIST_OBJECTS_OUTPUT {
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &IS_TRUNCATED),
        marker: Option<String> = shape::Member::new("Marker", &MARKER),
        next_marker: Option<String> = shape::Member::new("NextMarker", &NEXT_MARKER),
        contents: Option<Vec<Object>> = shape::Member::new("Contents", &OBJECT_LIST),
        name: Option<String> = shape::Member::new("Name", &BUCKET_NAME),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        delimiter: Option<String> = shape::Member::new("Delimiter", &DELIMITER),
        max_keys: Option<i32> = shape::Member::new("MaxKeys", &MAX_KEYS),
        common_prefixes: Option<Vec<CommonPrefix>> = shape::Member::new("CommonPrefixes", &COMMON_PREFIX_LIST),
        encoding_type: Option<String> = shape::Member::new("EncodingType", &ENCODING_TYPE),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    ListObjectsRequest as LIST_OBJECTS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        delimiter: Option<String> = shape::Member::new("Delimiter", &DELIMITER).wire("delimiter").at(shape::Location::Query),
        encoding_type: Option<String> = shape::Member::new("EncodingType", &ENCODING_TYPE).wire("encoding-type").at(shape::Location::Query),
        marker: Option<String> = shape::Member::new("Marker", &MARKER).wire("marker").at(shape::Location::Query),
        max_keys: Option<i32> = shape::Member::new("MaxKeys", &MAX_KEYS).wire("max-keys").at(shape::Location::Query),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX).wire("prefix").at(shape::Location::Query),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        optional_object_attributes: Option<Vec<String>> = shape::Member::new("OptionalObjectAttributes", &OPTIONAL_OBJECT_ATTRIBUTES_LIST).wire("x-amz-optional-object-attributes").at(shape::Location::Header),
    }
    ListObjectsV2Output as LIST_OBJECTS_V2_OUTPUT {
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &IS_TRUNCATED),
        contents: Option<Vec<Object>> = shape::Member::new("Contents", &OBJECT_LIST),
        name: Option<String> = shape::Member::new("Name", &BUCKET_NAME),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        delimiter: Option<String> = shape::Member::new("Delimiter", &DELIMITER),
        max_keys: Option<i32> = shape::Member::new("MaxKeys", &MAX_KEYS),
        common_prefixes: Option<Vec<CommonPrefix>> = shape::Member::new("CommonPrefixes", &COMMON_PREFIX_LIST),
        encoding_type: Option<String> = shape::Member::new("EncodingType", &ENCODING_TYPE),
        key_count: Option<i32> = shape::Member::new("KeyCount", &KEY_COUNT),
        continuation_token: Option<String> = shape::Member::new("ContinuationToken", &TOKEN),
        next_continuation_token: Option<String> = shape::Member::new("NextContinuationToken", &NEXT_TOKEN),
        start_after: Option<String> = shape::Member::new("StartAfter", &START_AFTER),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    ListObjectsV2Request as LIST_OBJECTS_V2_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        delimiter: Option<String> = shape::Member::new("Delimiter", &DELIMITER).wire("delimiter").at(shape::Location::Query),
        encoding_type: Option<String> = shape::Member::new("EncodingType", &ENCODING_TYPE).wire("encoding-type").at(shape::Location::Query),
        max_keys: Option<i32> = shape::Member::new("MaxKeys", &MAX_KEYS).wire("max-keys").at(shape::Location::Query),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX).wire("prefix").at(shape::Location::Query),
        continuation_token: Option<String> = shape::Member::new("ContinuationToken", &TOKEN).wire("continuation-token").at(shape::Location::Query),
        fetch_owner: Option<bool> = shape::Member::new("FetchOwner", &FETCH_OWNER).wire("fetch-owner").at(shape::Location::Query),
        start_after: Option<String> = shape::Member::new("StartAfter", &START_AFTER).wire("start-after").at(shape::Location::Query),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        optional_object_attributes: Option<Vec<String>> = shape::Member::new("OptionalObjectAttributes", &OPTIONAL_OBJECT_ATTRIBUTES_LIST).wire("x-amz-optional-object-attributes").at(shape::Location::Header),
    }
    ListObjectVersionsOutput as LIST_OBJECT_VERSIONS_OUTPUT {
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &IS_TRUNCATED),
        key_marker: Option<String> = shape::Member::new("KeyMarker", &KEY_MARKER),
        version_id_marker: Option<String> = shape::Member::new("VersionIdMarker", &VERSION_ID_MARKER),
        next_key_marker: Option<String> = shape::Member::new("NextKeyMarker", &NEXT_KEY_MARKER),
        next_version_id_marker: Option<String> = shape::Member::new("NextVersionIdMarker", &NEXT_VERSION_ID_MARKER),
        versions: Option<Vec<ObjectVersion>> = shape::Member::new("Versions", &OBJECT_VERSION_LIST).wire("Version"),
        delete_markers: Option<Vec<DeleteMarkerEntry>> = shape::Member::new("DeleteMarkers", &DELETE_MARKERS).wire("DeleteMarker"),
        name: Option<String> = shape::Member::new("Name", &BUCKET_NAME),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        delimiter: Option<String> = shape::Member::new("Delimiter", &DELIMITER),
        max_keys: Option<i32> = shape::Member::new("MaxKeys", &MAX_KEYS),
        common_prefixes: Option<Vec<CommonPrefix>> = shape::Member::new("CommonPrefixes", &COMMON_PREFIX_LIST),
        encoding_type: Option<String> = shape::Member::new("EncodingType", &ENCODING_TYPE),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    ListObjectVersionsRequest as LIST_OBJECT_VERSIONS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        delimiter: Option<String> = shape::Member::new("Delimiter", &DELIMITER).wire("delimiter").at(shape::Location::Query),
        encoding_type: Option<String> = shape::Member::new("EncodingType", &ENCODING_TYPE).wire("encoding-type").at(shape::Location::Query),
        key_marker: Option<String> = shape::Member::new("KeyMarker", &KEY_MARKER).wire("key-marker").at(shape::Location::Query),
        max_keys: Option<i32> = shape::Member::new("MaxKeys", &MAX_KEYS).wire("max-keys").at(shape::Location::Query),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX).wire("prefix").at(shape::Location::Query),
        version_id_marker: Option<String> = shape::Member::new("VersionIdMarker", &VERSION_ID_MARKER).wire("version-id-marker").at(shape::Location::Query),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        optional_object_attributes: Option<Vec<String>> = shape::Member::new("OptionalObjectAttributes", &OPTIONAL_OBJECT_ATTRIBUTES_LIST).wire("x-amz-optional-object-attributes").at(shape::Location::Header),
    }
    ListPartsOutput as LIST_PARTS_OUTPUT {
        abort_date: Option<shape::types::Timestamp> = shape::Member::new("AbortDate", &ABORT_DATE).wire("x-amz-abort-date").at(shape::Location::Header),
        abort_rule_id: Option<String> = shape::Member::new("AbortRuleId", &ABORT_RULE_ID).wire("x-amz-abort-rule-id").at(shape::Location::Header),
        bucket: Option<String> = shape::Member::new("Bucket", &BUCKET_NAME),
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        upload_id: Option<String> = shape::Member::new("UploadId", &MULTIPART_UPLOAD_ID),
        part_number_marker: Option<i32> = shape::Member::new("PartNumberMarker", &PART_NUMBER_MARKER),
        next_part_number_marker: Option<i32> = shape::Member::new("NextPartNumberMarker", &NEXT_PART_NUMBER_MARKER),
        max_parts: Option<i32> = shape::Member::new("MaxParts", &MAX_PARTS),
        is_truncated: Option<bool> = shape::Member::new("IsTruncated", &IS_TRUNCATED),
        parts: Option<Vec<Part>> = shape::Member::new("Parts", &PARTS).wire("Part"),
        initiator: Option<Initiator> = shape::Member::new("Initiator", &INITIATOR),
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
        storage_class: Option<String> = shape::Member::new("StorageClass", &STORAGE_CLASS),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE),
    }
    ListPartsRequest as LIST_PARTS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        max_parts: Option<i32> = shape::Member::new("MaxParts", &MAX_PARTS).wire("max-parts").at(shape::Location::Query),
        part_number_marker: Option<i32> = shape::Member::new("PartNumberMarker", &PART_NUMBER_MARKER).wire("part-number-marker").at(shape::Location::Query),
        upload_id: String = shape::Member::new("UploadId", &MULTIPART_UPLOAD_ID).wire("uploadId").required().at(shape::Location::Query),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
    }
    LocationInfo as LOCATION_INFO {
        r#type: Option<String> = shape::Member::new("Type", &LOCATION_TYPE),
        name: Option<String> = shape::Member::new("Name", &LOCATION_NAME_AS_STRING),
    }
    LoggingEnabled as LOGGING_ENABLED {
        target_bucket: String = shape::Member::new("TargetBucket", &TARGET_BUCKET).required(),
        target_grants: Option<Vec<TargetGrant>> = shape::Member::new("TargetGrants", &TARGET_GRANTS),
        target_prefix: String = shape::Member::new("TargetPrefix", &TARGET_PREFIX).required(),
        target_object_key_format: Option<TargetObjectKeyFormat> = shape::Member::new("TargetObjectKeyFormat", &TARGET_OBJECT_KEY_FORMAT),
    }
    Metrics as METRICS {
        status: String = shape::Member::new("Status", &METRICS_STATUS).required(),
        event_threshold: Option<ReplicationTimeValue> = shape::Member::new("EventThreshold", &REPLICATION_TIME_VALUE),
    }
    MultipartUpload as MULTIPART_UPLOAD {
        upload_id: Option<String> = shape::Member::new("UploadId", &MULTIPART_UPLOAD_ID),
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        initiated: Option<shape::types::Timestamp> = shape::Member::new("Initiated", &INITIATED),
        storage_class: Option<String> = shape::Member::new("StorageClass", &STORAGE_CLASS),
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
        initiator: Option<Initiator> = shape::Member::new("Initiator", &INITIATOR),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE),
    }
    NoncurrentVersionExpiration as NONCURRENT_VERSION_EXPIRATION {
        noncurrent_days: Option<i32> = shape::Member::new("NoncurrentDays", &DAYS),
        newer_noncurrent_versions: Option<i32> = shape::Member::new("NewerNoncurrentVersions", &VERSION_COUNT),
    }
    NoncurrentVersionTransition as NONCURRENT_VERSION_TRANSITION {
        noncurrent_days: Option<i32> = shape::Member::new("NoncurrentDays", &DAYS),
        storage_class: Option<String> = shape::Member::new("StorageClass", &TRANSITION_STORAGE_CLASS),
        newer_noncurrent_versions: Option<i32> = shape::Member::new("NewerNoncurrentVersions", &VERSION_COUNT),
    }
    NotificationConfiguration as NOTIFICATION_CONFIGURATION {
        topic_configurations: Option<Vec<TopicConfiguration>> = shape::Member::new("TopicConfigurations", &TOPIC_CONFIGURATION_LIST).wire("TopicConfiguration"),
        queue_configurations: Option<Vec<QueueConfiguration>> = shape::Member::new("QueueConfigurations", &QUEUE_CONFIGURATION_LIST).wire("QueueConfiguration"),
        lambda_function_configurations: Option<Vec<LambdaFunctionConfiguration>> = shape::Member::new("LambdaFunctionConfigurations", &LAMBDA_FUNCTION_CONFIGURATION_LIST).wire("CloudFunctionConfiguration"),
        event_bridge_configuration: Option<EventBridgeConfiguration> = shape::Member::new("EventBridgeConfiguration", &EVENT_BRIDGE_CONFIGURATION),
    }
    NotificationConfigurationFilter as NOTIFICATION_CONFIGURATION_FILTER {
        key: Option<S3KeyFilter> = shape::Member::new("Key", &S3_KEY_FILTER).wire("S3Key"),
    }
    Object as OBJECT {
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        last_modified: Option<shape::types::Timestamp> = shape::Member::new("LastModified", &LAST_MODIFIED),
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG),
        checksum_algorithm: Option<Vec<String>> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM_LIST),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE),
        size: Option<i64> = shape::Member::new("Size", &SIZE),
        storage_class: Option<String> = shape::Member::new("StorageClass", &OBJECT_STORAGE_CLASS),
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
        restore_status: Option<RestoreStatus> = shape::Member::new("RestoreStatus", &RESTORE_STATUS),
    }
    ObjectIdentifier as OBJECT_IDENTIFIER {
        key: String = shape::Member::new("Key", &OBJECT_KEY).required(),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID),
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG),
        last_modified_time: Option<shape::types::Timestamp> = shape::Member::new("LastModifiedTime", &LAST_MODIFIED_TIME),
        size: Option<i64> = shape::Member::new("Size", &SIZE),
    }
    ObjectLockConfiguration as OBJECT_LOCK_CONFIGURATION {
        object_lock_enabled: Option<String> = shape::Member::new("ObjectLockEnabled", &OBJECT_LOCK_ENABLED),
        rule: Option<ObjectLockRule> = shape::Member::new("Rule", &OBJECT_LOCK_RULE),
    }
    ObjectLockRule as OBJECT_LOCK_RULE {
        default_retention: Option<DefaultRetention> = shape::Member::new("DefaultRetention", &DEFAULT_RETENTION),
    }
    ObjectVersion as OBJECT_VERSION {
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG),
        checksum_algorithm: Option<Vec<String>> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM_LIST),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE),
        size: Option<i64> = shape::Member::new("Size", &SIZE),
        storage_class: Option<String> = shape::Member::new("StorageClass", &OBJECT_VERSION_STORAGE_CLASS),
        key: Option<String> = shape::Member::new("Key", &OBJECT_KEY),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID),
        is_latest: Option<bool> = shape::Member::new("IsLatest", &IS_LATEST),
        last_modified: Option<shape::types::Timestamp> = shape::Member::new("LastModified", &LAST_MODIFIED),
        owner: Option<Owner> = shape::Member::new("Owner", &OWNER),
        restore_status: Option<RestoreStatus> = shape::Member::new("RestoreStatus", &RESTORE_STATUS),
    }
    Owner as OWNER {
        display_name: Option<String> = shape::Member::new("DisplayName", &DISPLAY_NAME),
        id: Option<String> = shape::Member::new("ID", &ID),
    }
    OwnershipControls as OWNERSHIP_CONTROLS {
        rules: Vec<OwnershipControlsRule> = shape::Member::new("Rules", &OWNERSHIP_CONTROLS_RULES).wire("Rule").required(),
    }
    OwnershipControlsRule as OWNERSHIP_CONTROLS_RULE {
        object_ownership: String = shape::Member::new("ObjectOwnership", &OBJECT_OWNERSHIP).required(),
    }
    Part as PART {
        part_number: Option<i32> = shape::Member::new("PartNumber", &PART_NUMBER),
        last_modified: Option<shape::types::Timestamp> = shape::Member::new("LastModified", &LAST_MODIFIED),
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG),
        size: Option<i64> = shape::Member::new("Size", &SIZE),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128),
    }
    PartitionedPrefix as PARTITIONED_PREFIX {
        partition_date_source: Option<String> = shape::Member::new("PartitionDateSource", &PARTITION_DATE_SOURCE),
    }
    PolicyStatus as POLICY_STATUS {
        is_public: Option<bool> = shape::Member::new("IsPublic", &IS_PUBLIC),
    }
    PublicAccessBlockConfiguration as PUBLIC_ACCESS_BLOCK_CONFIGURATION {
        block_public_acls: Option<bool> = shape::Member::new("BlockPublicAcls", &SETTING),
        ignore_public_acls: Option<bool> = shape::Member::new("IgnorePublicAcls", &SETTING),
        block_public_policy: Option<bool> = shape::Member::new("BlockPublicPolicy", &SETTING),
        restrict_public_buckets: Option<bool> = shape::Member::new("RestrictPublicBuckets", &SETTING),
    }
    PutBucketAclRequest as PUT_BUCKET_ACL_REQUEST {
        acl: Option<String> = shape::Member::new("ACL", &BUCKET_CANNED_ACL).wire("x-amz-acl").at(shape::Location::Header),
        access_control_policy: Option<AccessControlPolicy> = shape::Member::new("AccessControlPolicy", &ACCESS_CONTROL_POLICY).at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        grant_full_control: Option<String> = shape::Member::new("GrantFullControl", &GRANT_FULL_CONTROL).wire("x-amz-grant-full-control").at(shape::Location::Header),
        grant_read: Option<String> = shape::Member::new("GrantRead", &GRANT_READ).wire("x-amz-grant-read").at(shape::Location::Header),
        grant_read_acp: Option<String> = shape::Member::new("GrantReadACP", &GRANT_READ_ACP).wire("x-amz-grant-read-acp").at(shape::Location::Header),
        grant_write: Option<String> = shape::Member::new("GrantWrite", &GRANT_WRITE).wire("x-amz-grant-write").at(shape::Location::Header),
        grant_write_acp: Option<String> = shape::Member::new("GrantWriteACP", &GRANT_WRITE_ACP).wire("x-amz-grant-write-acp").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    PutBucketOwnershipControlsRequest as PUT_BUCKET_OWNERSHIP_CONTROLS_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        ownership_controls: OwnershipControls = shape::Member::new("OwnershipControls", &OWNERSHIP_CONTROLS).required().at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
    }
    PutBucketPolicyRequest as PUT_BUCKET_POLICY_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        confirm_remove_self_bucket_access: Option<bool> = shape::Member::new("ConfirmRemoveSelfBucketAccess", &CONFIRM_REMOVE_SELF_BUCKET_ACCESS).wire("x-amz-confirm-remove-self-bucket-access").at(shape::Location::Header),
        policy: String = shape::Member::new("Policy", &POLICY).required().at(shape::Location::Payload),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    PutBucketTaggingRequest as PUT_BUCKET_TAGGING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        tagging: Tagging = shape::Member::new("Tagging", &TAGGING).required().at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    PutBucketVersioningRequest as PUT_BUCKET_VERSIONING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        mfa: Option<String> = shape::Member::new("MFA", &MFA).wire("x-amz-mfa").at(shape::Location::Header),
        versioning_configuration: VersioningConfiguration = shape::Member::new("VersioningConfiguration", &VERSIONING_CONFIGURATION).required().at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    PutObjectAclOutput as PUT_OBJECT_ACL_OUTPUT {
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    PutObjectAclRequest as PUT_OBJECT_ACL_REQUEST {
        acl: Option<String> = shape::Member::new("ACL", &OBJECT_CANNED_ACL).wire("x-amz-acl").at(shape::Location::Header),
        access_control_policy: Option<AccessControlPolicy> = shape::Member::new("AccessControlPolicy", &ACCESS_CONTROL_POLICY).at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        grant_full_control: Option<String> = shape::Member::new("GrantFullControl", &GRANT_FULL_CONTROL).wire("x-amz-grant-full-control").at(shape::Location::Header),
        grant_read: Option<String> = shape::Member::new("GrantRead", &GRANT_READ).wire("x-amz-grant-read").at(shape::Location::Header),
        grant_read_acp: Option<String> = shape::Member::new("GrantReadACP", &GRANT_READ_ACP).wire("x-amz-grant-read-acp").at(shape::Location::Header),
        grant_write: Option<String> = shape::Member::new("GrantWrite", &GRANT_WRITE).wire("x-amz-grant-write").at(shape::Location::Header),
        grant_write_acp: Option<String> = shape::Member::new("GrantWriteACP", &GRANT_WRITE_ACP).wire("x-amz-grant-write-acp").at(shape::Location::Header),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("versionId").at(shape::Location::Query),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    PutObjectOutput as PUT_OBJECT_OUTPUT {
        expiration: Option<String> = shape::Member::new("Expiration", &EXPIRATION).wire("x-amz-expiration").at(shape::Location::Header),
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG).at(shape::Location::Header),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32).wire("x-amz-checksum-crc32").at(shape::Location::Header),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C).wire("x-amz-checksum-crc32c").at(shape::Location::Header),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME).wire("x-amz-checksum-crc64nvme").at(shape::Location::Header),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1).wire("x-amz-checksum-sha1").at(shape::Location::Header),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256).wire("x-amz-checksum-sha256").at(shape::Location::Header),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512).wire("x-amz-checksum-sha512").at(shape::Location::Header),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5).wire("x-amz-checksum-md5").at(shape::Location::Header),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64).wire("x-amz-checksum-xxhash64").at(shape::Location::Header),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3).wire("x-amz-checksum-xxhash3").at(shape::Location::Header),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128).wire("x-amz-checksum-xxhash128").at(shape::Location::Header),
        checksum_type: Option<String> = shape::Member::new("ChecksumType", &CHECKSUM_TYPE).wire("x-amz-checksum-type").at(shape::Location::Header),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        sse_kms_encryption_context: Option<String> = shape::Member::new("SSEKMSEncryptionContext", &SSE_KMS_ENCRYPTION_CONTEXT).wire("x-amz-server-side-encryption-context").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        size: Option<i64> = shape::Member::new("Size", &SIZE).wire("x-amz-object-size").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    PutObjectRequest as PUT_OBJECT_REQUEST {
        acl: Option<String> = shape::Member::new("ACL", &OBJECT_CANNED_ACL).wire("x-amz-acl").at(shape::Location::Header),
        body: Option<shape::Body> = shape::Member::new("Body", &BODY_STREAM).at(shape::Location::Payload),
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        cache_control: Option<String> = shape::Member::new("CacheControl", &CACHE_CONTROL).wire("Cache-Control").at(shape::Location::Header),
        content_disposition: Option<String> = shape::Member::new("ContentDisposition", &CONTENT_DISPOSITION).wire("Content-Disposition").at(shape::Location::Header),
        content_encoding: Option<String> = shape::Member::new("ContentEncoding", &CONTENT_ENCODING).wire("Content-Encoding").at(shape::Location::Header),
        content_language: Option<String> = shape::Member::new("ContentLanguage", &CONTENT_LANGUAGE).wire("Content-Language").at(shape::Location::Header),
        content_length: Option<i64> = shape::Member::new("ContentLength", &CONTENT_LENGTH).wire("Content-Length").at(shape::Location::Header),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        content_type: Option<String> = shape::Member::new("ContentType", &CONTENT_TYPE).wire("Content-Type").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32).wire("x-amz-checksum-crc32").at(shape::Location::Header),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C).wire("x-amz-checksum-crc32c").at(shape::Location::Header),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME).wire("x-amz-checksum-crc64nvme").at(shape::Location::Header),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1).wire("x-amz-checksum-sha1").at(shape::Location::Header),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256).wire("x-amz-checksum-sha256").at(shape::Location::Header),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512).wire("x-amz-checksum-sha512").at(shape::Location::Header),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5).wire("x-amz-checksum-md5").at(shape::Location::Header),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64).wire("x-amz-checksum-xxhash64").at(shape::Location::Header),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3).wire("x-amz-checksum-xxhash3").at(shape::Location::Header),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128).wire("x-amz-checksum-xxhash128").at(shape::Location::Header),
        expires: Option<String> = shape::Member::new("Expires", &EXPIRES).at(shape::Location::Header),
        if_match: Option<String> = shape::Member::new("IfMatch", &IF_MATCH).wire("If-Match").at(shape::Location::Header),
        if_none_match: Option<String> = shape::Member::new("IfNoneMatch", &IF_NONE_MATCH).wire("If-None-Match").at(shape::Location::Header),
        grant_full_control: Option<String> = shape::Member::new("GrantFullControl", &GRANT_FULL_CONTROL).wire("x-amz-grant-full-control").at(shape::Location::Header),
        grant_read: Option<String> = shape::Member::new("GrantRead", &GRANT_READ).wire("x-amz-grant-read").at(shape::Location::Header),
        grant_read_acp: Option<String> = shape::Member::new("GrantReadACP", &GRANT_READ_ACP).wire("x-amz-grant-read-acp").at(shape::Location::Header),
        grant_write_acp: Option<String> = shape::Member::new("GrantWriteACP", &GRANT_WRITE_ACP).wire("x-amz-grant-write-acp").at(shape::Location::Header),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        write_offset_bytes: Option<i64> = shape::Member::new("WriteOffsetBytes", &WRITE_OFFSET_BYTES).wire("x-amz-write-offset-bytes").at(shape::Location::Header),
        metadata: Option<shape::types::BTreeMap<String, String>> = shape::Member::new("Metadata", &METADATA).wire("x-amz-meta-").at(shape::Location::Headers),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        storage_class: Option<String> = shape::Member::new("StorageClass", &STORAGE_CLASS).wire("x-amz-storage-class").at(shape::Location::Header),
        website_redirect_location: Option<String> = shape::Member::new("WebsiteRedirectLocation", &WEBSITE_REDIRECT_LOCATION).wire("x-amz-website-redirect-location").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        sse_kms_encryption_context: Option<String> = shape::Member::new("SSEKMSEncryptionContext", &SSE_KMS_ENCRYPTION_CONTEXT).wire("x-amz-server-side-encryption-context").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        tagging: Option<String> = shape::Member::new("Tagging", &TAGGING_HEADER).wire("x-amz-tagging").at(shape::Location::Header),
        object_lock_mode: Option<String> = shape::Member::new("ObjectLockMode", &OBJECT_LOCK_MODE).wire("x-amz-object-lock-mode").at(shape::Location::Header),
        object_lock_retain_until_date: Option<shape::types::Timestamp> = shape::Member::new("ObjectLockRetainUntilDate", &OBJECT_LOCK_RETAIN_UNTIL_DATE).wire("x-amz-object-lock-retain-until-date").at(shape::Location::Header),
        object_lock_legal_hold_status: Option<String> = shape::Member::new("ObjectLockLegalHoldStatus", &OBJECT_LOCK_LEGAL_HOLD_STATUS).wire("x-amz-object-lock-legal-hold").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    PutObjectTaggingOutput as PUT_OBJECT_TAGGING_OUTPUT {
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("x-amz-version-id").at(shape::Location::Header),
    }
    PutObjectTaggingRequest as PUT_OBJECT_TAGGING_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        version_id: Option<String> = shape::Member::new("VersionId", &OBJECT_VERSION_ID).wire("versionId").at(shape::Location::Query),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        tagging: Tagging = shape::Member::new("Tagging", &TAGGING).required().at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
    }
    PutPublicAccessBlockRequest as PUT_PUBLIC_ACCESS_BLOCK_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        public_access_block_configuration: PublicAccessBlockConfiguration = shape::Member::new("PublicAccessBlockConfiguration", &PUBLIC_ACCESS_BLOCK_CONFIGURATION).required().at(shape::Location::Payload).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    QueueConfiguration as QUEUE_CONFIGURATION {
        id: Option<String> = shape::Member::new("Id", &NOTIFICATION_ID),
        queue_arn: String = shape::Member::new("QueueArn", &QUEUE_ARN).wire("Queue").required(),
        events: Vec<String> = shape::Member::new("Events", &EVENT_LIST).wire("Event").required(),
        filter: Option<NotificationConfigurationFilter> = shape::Member::new("Filter", &NOTIFICATION_CONFIGURATION_FILTER),
    }
    Redirect as REDIRECT {
        host_name: Option<String> = shape::Member::new("HostName", &HOST_NAME),
        http_redirect_code: Option<String> = shape::Member::new("HttpRedirectCode", &HTTP_REDIRECT_CODE),
        protocol: Option<String> = shape::Member::new("Protocol", &PROTOCOL),
        replace_key_prefix_with: Option<String> = shape::Member::new("ReplaceKeyPrefixWith", &REPLACE_KEY_PREFIX_WITH),
        replace_key_with: Option<String> = shape::Member::new("ReplaceKeyWith", &REPLACE_KEY_WITH),
    }
    RedirectAllRequestsTo as REDIRECT_ALL_REQUESTS_TO {
        host_name: String = shape::Member::new("HostName", &HOST_NAME).required(),
        protocol: Option<String> = shape::Member::new("Protocol", &PROTOCOL),
    }
    ReplicationConfiguration as REPLICATION_CONFIGURATION {
        role: String = shape::Member::new("Role", &ROLE).required(),
        rules: Vec<ReplicationRule> = shape::Member::new("Rules", &REPLICATION_RULES).wire("Rule").required(),
    }
    ReplicationRule as REPLICATION_RULE {
        id: Option<String> = shape::Member::new("ID", &ID),
        priority: Option<i32> = shape::Member::new("Priority", &PRIORITY),
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        filter: Option<ReplicationRuleFilter> = shape::Member::new("Filter", &REPLICATION_RULE_FILTER),
        status: String = shape::Member::new("Status", &REPLICATION_RULE_STATUS).required(),
        source_selection_criteria: Option<SourceSelectionCriteria> = shape::Member::new("SourceSelectionCriteria", &SOURCE_SELECTION_CRITERIA),
        existing_object_replication: Option<ExistingObjectReplication> = shape::Member::new("ExistingObjectReplication", &EXISTING_OBJECT_REPLICATION),
        destination: Destination = shape::Member::new("Destination", &DESTINATION).required(),
        delete_marker_replication: Option<DeleteMarkerReplication> = shape::Member::new("DeleteMarkerReplication", &DELETE_MARKER_REPLICATION),
    }
    ReplicationRuleAndOperator as REPLICATION_RULE_AND_OPERATOR {
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAG_SET_FLATTENED).wire("Tag"),
    }
    ReplicationRuleFilter as REPLICATION_RULE_FILTER {
        prefix: Option<String> = shape::Member::new("Prefix", &PREFIX),
        tag: Option<Tag> = shape::Member::new("Tag", &TAG),
        and: Option<ReplicationRuleAndOperator> = shape::Member::new("And", &REPLICATION_RULE_AND_OPERATOR),
    }
    ReplicationTime as REPLICATION_TIME {
        status: String = shape::Member::new("Status", &REPLICATION_TIME_STATUS).required(),
        time: ReplicationTimeValue = shape::Member::new("Time", &REPLICATION_TIME_VALUE).required(),
    }
    ReplicationTimeValue as REPLICATION_TIME_VALUE {
        minutes: Option<i32> = shape::Member::new("Minutes", &MINUTES),
    }
    ReplicaModifications as REPLICA_MODIFICATIONS {
        status: String = shape::Member::new("Status", &REPLICA_MODIFICATIONS_STATUS).required(),
    }
    RestoreStatus as RESTORE_STATUS {
        is_restore_in_progress: Option<bool> = shape::Member::new("IsRestoreInProgress", &IS_RESTORE_IN_PROGRESS),
        restore_expiry_date: Option<shape::types::Timestamp> = shape::Member::new("RestoreExpiryDate", &RESTORE_EXPIRY_DATE),
    }
    RoutingRule as ROUTING_RULE {
        condition: Option<Condition> = shape::Member::new("Condition", &CONDITION),
        redirect: Redirect = shape::Member::new("Redirect", &REDIRECT).required(),
    }
    S3KeyFilter as S3_KEY_FILTER {
        filter_rules: Option<Vec<FilterRule>> = shape::Member::new("FilterRules", &FILTER_RULE_LIST).wire("FilterRule"),
    }
    ServerSideEncryptionByDefault as SERVER_SIDE_ENCRYPTION_BY_DEFAULT {
        sse_algorithm: String = shape::Member::new("SSEAlgorithm", &SERVER_SIDE_ENCRYPTION).required(),
        kms_master_key_id: Option<String> = shape::Member::new("KMSMasterKeyID", &SSE_KMS_KEY_ID),
    }
    ServerSideEncryptionConfiguration as SERVER_SIDE_ENCRYPTION_CONFIGURATION {
        rules: Vec<ServerSideEncryptionRule> = shape::Member::new("Rules", &SERVER_SIDE_ENCRYPTION_RULES).wire("Rule").required(),
    }
    ServerSideEncryptionRule as SERVER_SIDE_ENCRYPTION_RULE {
        apply_server_side_encryption_by_default: Option<ServerSideEncryptionByDefault> = shape::Member::new("ApplyServerSideEncryptionByDefault", &SERVER_SIDE_ENCRYPTION_BY_DEFAULT),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED),
        blocked_encryption_types: Option<BlockedEncryptionTypes> = shape::Member::new("BlockedEncryptionTypes", &BLOCKED_ENCRYPTION_TYPES),
    }
    SimplePrefix as SIMPLE_PREFIX {
    }
    SourceSelectionCriteria as SOURCE_SELECTION_CRITERIA {
        sse_kms_encrypted_objects: Option<SseKmsEncryptedObjects> = shape::Member::new("SseKmsEncryptedObjects", &SSE_KMS_ENCRYPTED_OBJECTS),
        replica_modifications: Option<ReplicaModifications> = shape::Member::new("ReplicaModifications", &REPLICA_MODIFICATIONS),
    }
    SseKmsEncryptedObjects as SSE_KMS_ENCRYPTED_OBJECTS {
        status: String = shape::Member::new("Status", &SSE_KMS_ENCRYPTED_OBJECTS_STATUS).required(),
    }
    Tag as TAG {
        key: String = shape::Member::new("Key", &OBJECT_KEY).required(),
        value: String = shape::Member::new("Value", &VALUE).required(),
    }
    Tagging as TAGGING {
        tag_set: Vec<Tag> = shape::Member::new("TagSet", &TAG_SET).required(),
    }
    TargetGrant as TARGET_GRANT {
        grantee: Option<Grantee> = shape::Member::new("Grantee", &GRANTEE).namespace("http://www.w3.org/2001/XMLSchema-instance"),
        permission: Option<String> = shape::Member::new("Permission", &BUCKET_LOGS_PERMISSION),
    }
    TargetObjectKeyFormat as TARGET_OBJECT_KEY_FORMAT {
        simple_prefix: Option<SimplePrefix> = shape::Member::new("SimplePrefix", &SIMPLE_PREFIX),
        partitioned_prefix: Option<PartitionedPrefix> = shape::Member::new("PartitionedPrefix", &PARTITIONED_PREFIX),
    }
    TopicConfiguration as TOPIC_CONFIGURATION {
        id: Option<String> = shape::Member::new("Id", &NOTIFICATION_ID),
        topic_arn: String = shape::Member::new("TopicArn", &TOPIC_ARN).wire("Topic").required(),
        events: Vec<String> = shape::Member::new("Events", &EVENT_LIST).wire("Event").required(),
        filter: Option<NotificationConfigurationFilter> = shape::Member::new("Filter", &NOTIFICATION_CONFIGURATION_FILTER),
    }
    Transition as TRANSITION {
        date: Option<shape::types::Timestamp> = shape::Member::new("Date", &DATE),
        days: Option<i32> = shape::Member::new("Days", &DAYS),
        storage_class: Option<String> = shape::Member::new("StorageClass", &TRANSITION_STORAGE_CLASS),
    }
    UploadPartCopyOutput as UPLOAD_PART_COPY_OUTPUT {
        copy_source_version_id: Option<String> = shape::Member::new("CopySourceVersionId", &COPY_SOURCE_VERSION_ID).wire("x-amz-copy-source-version-id").at(shape::Location::Header),
        copy_part_result: Option<CopyPartResult> = shape::Member::new("CopyPartResult", &COPY_PART_RESULT).at(shape::Location::Payload),
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    UploadPartCopyRequest as UPLOAD_PART_COPY_REQUEST {
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        copy_source: String = shape::Member::new("CopySource", &COPY_SOURCE_UNPATTERNED).wire("x-amz-copy-source").required().at(shape::Location::Header),
        copy_source_if_match: Option<String> = shape::Member::new("CopySourceIfMatch", &COPY_SOURCE_IF_MATCH).wire("x-amz-copy-source-if-match").at(shape::Location::Header),
        copy_source_if_modified_since: Option<shape::types::Timestamp> = shape::Member::new("CopySourceIfModifiedSince", &COPY_SOURCE_IF_MODIFIED_SINCE).wire("x-amz-copy-source-if-modified-since").at(shape::Location::Header),
        copy_source_if_none_match: Option<String> = shape::Member::new("CopySourceIfNoneMatch", &COPY_SOURCE_IF_NONE_MATCH).wire("x-amz-copy-source-if-none-match").at(shape::Location::Header),
        copy_source_if_unmodified_since: Option<shape::types::Timestamp> = shape::Member::new("CopySourceIfUnmodifiedSince", &COPY_SOURCE_IF_UNMODIFIED_SINCE).wire("x-amz-copy-source-if-unmodified-since").at(shape::Location::Header),
        copy_source_range: Option<String> = shape::Member::new("CopySourceRange", &COPY_SOURCE_RANGE).wire("x-amz-copy-source-range").at(shape::Location::Header),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        part_number: i32 = shape::Member::new("PartNumber", &PART_NUMBER).wire("partNumber").required().at(shape::Location::Query),
        upload_id: String = shape::Member::new("UploadId", &MULTIPART_UPLOAD_ID).wire("uploadId").required().at(shape::Location::Query),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        copy_source_sse_customer_algorithm: Option<String> = shape::Member::new("CopySourceSSECustomerAlgorithm", &COPY_SOURCE_SSE_CUSTOMER_ALGORITHM).wire("x-amz-copy-source-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        copy_source_sse_customer_key: Option<String> = shape::Member::new("CopySourceSSECustomerKey", &COPY_SOURCE_SSE_CUSTOMER_KEY).wire("x-amz-copy-source-server-side-encryption-customer-key").at(shape::Location::Header),
        copy_source_sse_customer_key_md5: Option<String> = shape::Member::new("CopySourceSSECustomerKeyMD5", &COPY_SOURCE_SSE_CUSTOMER_KEY_MD5).wire("x-amz-copy-source-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
        expected_source_bucket_owner: Option<String> = shape::Member::new("ExpectedSourceBucketOwner", &ACCOUNT_ID).wire("x-amz-source-expected-bucket-owner").at(shape::Location::Header),
    }
    UploadPartOutput as UPLOAD_PART_OUTPUT {
        server_side_encryption: Option<String> = shape::Member::new("ServerSideEncryption", &SERVER_SIDE_ENCRYPTION).wire("x-amz-server-side-encryption").at(shape::Location::Header),
        e_tag: Option<String> = shape::Member::new("ETag", &E_TAG).at(shape::Location::Header),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32).wire("x-amz-checksum-crc32").at(shape::Location::Header),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C).wire("x-amz-checksum-crc32c").at(shape::Location::Header),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME).wire("x-amz-checksum-crc64nvme").at(shape::Location::Header),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1).wire("x-amz-checksum-sha1").at(shape::Location::Header),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256).wire("x-amz-checksum-sha256").at(shape::Location::Header),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512).wire("x-amz-checksum-sha512").at(shape::Location::Header),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5).wire("x-amz-checksum-md5").at(shape::Location::Header),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64).wire("x-amz-checksum-xxhash64").at(shape::Location::Header),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3).wire("x-amz-checksum-xxhash3").at(shape::Location::Header),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128).wire("x-amz-checksum-xxhash128").at(shape::Location::Header),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        sse_kms_key_id: Option<String> = shape::Member::new("SSEKMSKeyId", &SSE_KMS_KEY_ID).wire("x-amz-server-side-encryption-aws-kms-key-id").at(shape::Location::Header),
        bucket_key_enabled: Option<bool> = shape::Member::new("BucketKeyEnabled", &BUCKET_KEY_ENABLED).wire("x-amz-server-side-encryption-bucket-key-enabled").at(shape::Location::Header),
        request_charged: Option<String> = shape::Member::new("RequestCharged", &REQUEST_CHARGED).wire("x-amz-request-charged").at(shape::Location::Header),
    }
    UploadPartRequest as UPLOAD_PART_REQUEST {
        body: Option<shape::Body> = shape::Member::new("Body", &BODY_STREAM).at(shape::Location::Payload),
        bucket: String = shape::Member::new("Bucket", &BUCKET_NAME).required().at(shape::Location::Uri),
        content_length: Option<i64> = shape::Member::new("ContentLength", &CONTENT_LENGTH).wire("Content-Length").at(shape::Location::Header),
        content_md5: Option<String> = shape::Member::new("ContentMD5", &CONTENT_MD5).wire("Content-MD5").at(shape::Location::Header),
        checksum_algorithm: Option<String> = shape::Member::new("ChecksumAlgorithm", &CHECKSUM_ALGORITHM).wire("x-amz-sdk-checksum-algorithm").at(shape::Location::Header),
        checksum_crc32: Option<String> = shape::Member::new("ChecksumCRC32", &CHECKSUM_CRC32).wire("x-amz-checksum-crc32").at(shape::Location::Header),
        checksum_crc32c: Option<String> = shape::Member::new("ChecksumCRC32C", &CHECKSUM_CRC32C).wire("x-amz-checksum-crc32c").at(shape::Location::Header),
        checksum_crc64nvme: Option<String> = shape::Member::new("ChecksumCRC64NVME", &CHECKSUM_CRC64NVME).wire("x-amz-checksum-crc64nvme").at(shape::Location::Header),
        checksum_sha1: Option<String> = shape::Member::new("ChecksumSHA1", &CHECKSUM_SHA1).wire("x-amz-checksum-sha1").at(shape::Location::Header),
        checksum_sha256: Option<String> = shape::Member::new("ChecksumSHA256", &CHECKSUM_SHA256).wire("x-amz-checksum-sha256").at(shape::Location::Header),
        checksum_sha512: Option<String> = shape::Member::new("ChecksumSHA512", &CHECKSUM_SHA512).wire("x-amz-checksum-sha512").at(shape::Location::Header),
        checksum_md5: Option<String> = shape::Member::new("ChecksumMD5", &CHECKSUM_MD5).wire("x-amz-checksum-md5").at(shape::Location::Header),
        checksum_xxhash64: Option<String> = shape::Member::new("ChecksumXXHASH64", &CHECKSUM_XXHASH64).wire("x-amz-checksum-xxhash64").at(shape::Location::Header),
        checksum_xxhash3: Option<String> = shape::Member::new("ChecksumXXHASH3", &CHECKSUM_XXHASH3).wire("x-amz-checksum-xxhash3").at(shape::Location::Header),
        checksum_xxhash128: Option<String> = shape::Member::new("ChecksumXXHASH128", &CHECKSUM_XXHASH128).wire("x-amz-checksum-xxhash128").at(shape::Location::Header),
        key: String = shape::Member::new("Key", &OBJECT_KEY).required().at(shape::Location::Uri),
        part_number: i32 = shape::Member::new("PartNumber", &PART_NUMBER).wire("partNumber").required().at(shape::Location::Query),
        upload_id: String = shape::Member::new("UploadId", &MULTIPART_UPLOAD_ID).wire("uploadId").required().at(shape::Location::Query),
        sse_customer_algorithm: Option<String> = shape::Member::new("SSECustomerAlgorithm", &SSE_CUSTOMER_ALGORITHM).wire("x-amz-server-side-encryption-customer-algorithm").at(shape::Location::Header),
        sse_customer_key: Option<String> = shape::Member::new("SSECustomerKey", &SSE_CUSTOMER_KEY).wire("x-amz-server-side-encryption-customer-key").at(shape::Location::Header),
        sse_customer_key_md5: Option<String> = shape::Member::new("SSECustomerKeyMD5", &SSE_CUSTOMER_KEY_MD5).wire("x-amz-server-side-encryption-customer-key-MD5").at(shape::Location::Header),
        request_payer: Option<String> = shape::Member::new("RequestPayer", &REQUEST_PAYER).wire("x-amz-request-payer").at(shape::Location::Header),
        expected_bucket_owner: Option<String> = shape::Member::new("ExpectedBucketOwner", &ACCOUNT_ID).wire("x-amz-expected-bucket-owner").at(shape::Location::Header),
    }
    VersioningConfiguration as VERSIONING_CONFIGURATION {
        mfa_delete: Option<String> = shape::Member::new("MFADelete", &MFA_DELETE).wire("MfaDelete"),
        status: Option<String> = shape::Member::new("Status", &BUCKET_VERSIONING_STATUS),
    }
}

static ABORT_DATE: shape::Schema =
    shape::Schema::new("AbortDate", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static ABORT_RULE_ID: shape::Schema = shape::Schema::string("AbortRuleId", None, None, None);
static ACCEPT_RANGES: shape::Schema = shape::Schema::string("AcceptRanges", None, None, None);
static ACCESS_POINT_ALIAS: shape::Schema = shape::Schema::new("AccessPointAlias", shape::Type::Boolean);
static ACCOUNT_ID: shape::Schema = shape::Schema::string("AccountId", None, None, None);
static ALLOWED_HEADER: shape::Schema = shape::Schema::string("AllowedHeader", None, None, None);
static ALLOWED_HEADERS: shape::Schema = shape::Schema::new(
    "AllowedHeaders",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&ALLOWED_HEADER) }),
);
static ALLOWED_METHOD: shape::Schema = shape::Schema::string("AllowedMethod", None, None, None);
static ALLOWED_METHODS: shape::Schema = shape::Schema::new(
    "AllowedMethods",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&ALLOWED_METHOD) }),
);
static ALLOWED_ORIGIN: shape::Schema = shape::Schema::string("AllowedOrigin", None, None, None);
static ALLOWED_ORIGINS: shape::Schema = shape::Schema::new(
    "AllowedOrigins",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&ALLOWED_ORIGIN) }),
);
static ARCHIVE_STATUS: shape::Schema =
    shape::Schema::choice("ArchiveStatus", &["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"]);
static BODY_STREAM: shape::Schema = shape::Schema::new("Body", shape::Type::Stream);
static BUCKETS: shape::Schema = shape::Schema::new(
    "Buckets",
    shape::Type::List(shape::ListRule { member_name: "Bucket", ..shape::ListRule::of(&BUCKET) }),
);
static BUCKET_ACCELERATE_STATUS: shape::Schema =
    shape::Schema::choice("BucketAccelerateStatus", &["Enabled", "Suspended"]);
static BUCKET_CANNED_ACL: shape::Schema = shape::Schema::choice(
    "BucketCannedACL",
    &["private", "public-read", "public-read-write", "authenticated-read"],
);
static BUCKET_KEY_ENABLED: shape::Schema = shape::Schema::new("BucketKeyEnabled", shape::Type::Boolean);
static BUCKET_LOCATION_CONSTRAINT: shape::Schema = shape::Schema::choice(
    "BucketLocationConstraint",
    &[
        "af-south-1",
        "ap-east-1",
        "ap-east-2",
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-northeast-3",
        "ap-south-1",
        "ap-south-2",
        "ap-southeast-1",
        "ap-southeast-2",
        "ap-southeast-3",
        "ap-southeast-4",
        "ap-southeast-5",
        "ap-southeast-6",
        "ap-southeast-7",
        "ca-central-1",
        "ca-west-1",
        "cn-north-1",
        "cn-northwest-1",
        "EU",
        "eu-central-1",
        "eu-central-2",
        "eu-north-1",
        "eu-south-1",
        "eu-south-2",
        "eu-west-1",
        "eu-west-2",
        "eu-west-3",
        "il-central-1",
        "me-central-1",
        "me-south-1",
        "mx-central-1",
        "sa-east-1",
        "us-east-2",
        "us-gov-east-1",
        "us-gov-west-1",
        "us-west-1",
        "us-west-2",
    ],
);
static BUCKET_LOCATION_NAME: shape::Schema = shape::Schema::string("BucketLocationName", None, None, None);
static BUCKET_LOGS_PERMISSION: shape::Schema =
    shape::Schema::choice("BucketLogsPermission", &["FULL_CONTROL", "READ", "WRITE"]);
static BUCKET_NAME: shape::Schema = shape::Schema::string("BucketName", None, None, None);
static BUCKET_NAMESPACE: shape::Schema =
    shape::Schema::choice("BucketNamespace", &["account-regional", "global"]);
static BUCKET_REGION: shape::Schema = shape::Schema::string("BucketRegion", None, None, None);
static BUCKET_TYPE: shape::Schema = shape::Schema::choice("BucketType", &["Directory"]);
static BUCKET_VERSIONING_STATUS: shape::Schema =
    shape::Schema::choice("BucketVersioningStatus", &["Enabled", "Suspended"]);
static BYPASS_GOVERNANCE_RETENTION: shape::Schema =
    shape::Schema::new("BypassGovernanceRetention", shape::Type::Boolean);
static CACHE_CONTROL: shape::Schema = shape::Schema::string("CacheControl", None, None, None);
static CHECKSUM_ALGORITHM: shape::Schema = shape::Schema::choice(
    "ChecksumAlgorithm",
    &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"],
);
static CHECKSUM_ALGORITHM_LIST: shape::Schema = shape::Schema::new(
    "ChecksumAlgorithmList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&CHECKSUM_ALGORITHM) }),
);
static CHECKSUM_CRC32: shape::Schema = shape::Schema::string("ChecksumCRC32", None, None, None);
static CHECKSUM_CRC32C: shape::Schema = shape::Schema::string("ChecksumCRC32C", None, None, None);
static CHECKSUM_CRC64NVME: shape::Schema = shape::Schema::string("ChecksumCRC64NVME", None, None, None);
static CHECKSUM_MD5: shape::Schema = shape::Schema::string("ChecksumMD5", None, None, None);
static CHECKSUM_MODE: shape::Schema = shape::Schema::choice("ChecksumMode", &["ENABLED"]);
static CHECKSUM_SHA1: shape::Schema = shape::Schema::string("ChecksumSHA1", None, None, None);
static CHECKSUM_SHA256: shape::Schema = shape::Schema::string("ChecksumSHA256", None, None, None);
static CHECKSUM_SHA512: shape::Schema = shape::Schema::string("ChecksumSHA512", None, None, None);
static CHECKSUM_TYPE: shape::Schema = shape::Schema::choice("ChecksumType", &["COMPOSITE", "FULL_OBJECT"]);
static CHECKSUM_XXHASH128: shape::Schema = shape::Schema::string("ChecksumXXHASH128", None, None, None);
static CHECKSUM_XXHASH3: shape::Schema = shape::Schema::string("ChecksumXXHASH3", None, None, None);
static CHECKSUM_XXHASH64: shape::Schema = shape::Schema::string("ChecksumXXHASH64", None, None, None);
static CODE: shape::Schema = shape::Schema::string("Code", None, None, None);
static COMMON_PREFIX_LIST: shape::Schema = shape::Schema::new(
    "CommonPrefixList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&COMMON_PREFIX) }),
);
static COMPLETED_PART_LIST: shape::Schema = shape::Schema::new(
    "CompletedPartList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&COMPLETED_PART) }),
);
static CONFIRM_REMOVE_SELF_BUCKET_ACCESS: shape::Schema =
    shape::Schema::new("ConfirmRemoveSelfBucketAccess", shape::Type::Boolean);
static CONTENT_DISPOSITION: shape::Schema = shape::Schema::string("ContentDisposition", None, None, None);
static CONTENT_ENCODING: shape::Schema = shape::Schema::string("ContentEncoding", None, None, None);
static CONTENT_LANGUAGE: shape::Schema = shape::Schema::string("ContentLanguage", None, None, None);
static CONTENT_LENGTH: shape::Schema =
    shape::Schema::new("ContentLength", shape::Type::Long(shape::NumberRule::ANY));
static CONTENT_MD5: shape::Schema = shape::Schema::string("ContentMD5", None, None, None);
static CONTENT_RANGE: shape::Schema = shape::Schema::string("ContentRange", None, None, None);
static CONTENT_TYPE: shape::Schema = shape::Schema::string("ContentType", None, None, None);
static COPY_SOURCE_IF_MATCH: shape::Schema = shape::Schema::string("CopySourceIfMatch", None, None, None);
static COPY_SOURCE_IF_MODIFIED_SINCE: shape::Schema =
    shape::Schema::new("CopySourceIfModifiedSince", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static COPY_SOURCE_IF_NONE_MATCH: shape::Schema =
    shape::Schema::string("CopySourceIfNoneMatch", None, None, None);
static COPY_SOURCE_IF_UNMODIFIED_SINCE: shape::Schema = shape::Schema::new(
    "CopySourceIfUnmodifiedSince",
    shape::Type::Timestamp(shape::TimestampFormat::Protocol),
);
static COPY_SOURCE_RANGE: shape::Schema = shape::Schema::string("CopySourceRange", None, None, None);
static COPY_SOURCE_SSE_CUSTOMER_ALGORITHM: shape::Schema =
    shape::Schema::string("CopySourceSSECustomerAlgorithm", None, None, None);
static COPY_SOURCE_SSE_CUSTOMER_KEY: shape::Schema =
    shape::Schema::string("CopySourceSSECustomerKey", None, None, None).sensitive();
static COPY_SOURCE_SSE_CUSTOMER_KEY_MD5: shape::Schema =
    shape::Schema::string("CopySourceSSECustomerKeyMD5", None, None, None);
static COPY_SOURCE_UNPATTERNED: shape::Schema =
    shape::Schema::string("CopySourceUnpatterned", None, None, None);
static COPY_SOURCE_VERSION_ID: shape::Schema = shape::Schema::string("CopySourceVersionId", None, None, None);
static CORS_RULES: shape::Schema = shape::Schema::new(
    "CORSRules",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&CORS_RULE) }),
);
static CREATION_DATE: shape::Schema =
    shape::Schema::new("CreationDate", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static DATA_REDUNDANCY: shape::Schema =
    shape::Schema::choice("DataRedundancy", &["SingleAvailabilityZone", "SingleLocalZone"]);
static DATE: shape::Schema =
    shape::Schema::new("Date", shape::Type::Timestamp(shape::TimestampFormat::Iso8601));
static DAYS: shape::Schema = shape::Schema::new("Days", shape::Type::Integer(shape::NumberRule::ANY));
static DAYS_AFTER_INITIATION: shape::Schema =
    shape::Schema::new("DaysAfterInitiation", shape::Type::Integer(shape::NumberRule::ANY));
static DELETED_OBJECTS: shape::Schema = shape::Schema::new(
    "DeletedObjects",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&DELETED_OBJECT) }),
);
static DELETE_MARKER: shape::Schema = shape::Schema::new("DeleteMarker", shape::Type::Boolean);
static DELETE_MARKERS: shape::Schema = shape::Schema::new(
    "DeleteMarkers",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&DELETE_MARKER_ENTRY) }),
);
static DELETE_MARKER_REPLICATION_STATUS: shape::Schema =
    shape::Schema::choice("DeleteMarkerReplicationStatus", &["Enabled", "Disabled"]);
static DELETE_MARKER_VERSION_ID: shape::Schema =
    shape::Schema::string("DeleteMarkerVersionId", None, None, None);
static DELIMITER: shape::Schema = shape::Schema::string("Delimiter", None, None, None);
static DISPLAY_NAME: shape::Schema = shape::Schema::string("DisplayName", None, None, None);
static EMAIL_ADDRESS: shape::Schema = shape::Schema::string("EmailAddress", None, None, None);
static ENCODING_TYPE: shape::Schema = shape::Schema::choice("EncodingType", &["url"]);
static ENCRYPTION_TYPE: shape::Schema = shape::Schema::choice("EncryptionType", &["NONE", "SSE-C"]);
static ENCRYPTION_TYPE_LIST: shape::Schema = shape::Schema::new(
    "EncryptionTypeList",
    shape::Type::List(shape::ListRule {
        member_name: "EncryptionType",
        flattened: true,
        ..shape::ListRule::of(&ENCRYPTION_TYPE)
    }),
);
static ERRORS: shape::Schema = shape::Schema::new(
    "Errors",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&ERROR) }),
);
static EVENT: shape::Schema = shape::Schema::choice(
    "Event",
    &[
        "s3:ReducedRedundancyLostObject",
        "s3:ObjectCreated:*",
        "s3:ObjectCreated:Put",
        "s3:ObjectCreated:Post",
        "s3:ObjectCreated:Copy",
        "s3:ObjectCreated:CompleteMultipartUpload",
        "s3:ObjectRemoved:*",
        "s3:ObjectRemoved:Delete",
        "s3:ObjectRemoved:DeleteMarkerCreated",
        "s3:ObjectRestore:*",
        "s3:ObjectRestore:Post",
        "s3:ObjectRestore:Completed",
        "s3:Replication:*",
        "s3:Replication:OperationFailedReplication",
        "s3:Replication:OperationNotTracked",
        "s3:Replication:OperationMissedThreshold",
        "s3:Replication:OperationReplicatedAfterThreshold",
        "s3:ObjectRestore:Delete",
        "s3:LifecycleTransition",
        "s3:IntelligentTiering",
        "s3:ObjectAcl:Put",
        "s3:LifecycleExpiration:*",
        "s3:LifecycleExpiration:Delete",
        "s3:LifecycleExpiration:DeleteMarkerCreated",
        "s3:ObjectTagging:*",
        "s3:ObjectTagging:Put",
        "s3:ObjectTagging:Delete",
    ],
);
static EVENT_LIST: shape::Schema = shape::Schema::new(
    "EventList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&EVENT) }),
);
static EXISTING_OBJECT_REPLICATION_STATUS: shape::Schema =
    shape::Schema::choice("ExistingObjectReplicationStatus", &["Enabled", "Disabled"]);
static EXPIRATION: shape::Schema = shape::Schema::string("Expiration", None, None, None);
static EXPIRATION_STATUS: shape::Schema = shape::Schema::choice("ExpirationStatus", &["Enabled", "Disabled"]);
static EXPIRED_OBJECT_DELETE_MARKER: shape::Schema =
    shape::Schema::new("ExpiredObjectDeleteMarker", shape::Type::Boolean);
static EXPIRES: shape::Schema = shape::Schema::string("Expires", None, None, None);
static EXPOSE_HEADER: shape::Schema = shape::Schema::string("ExposeHeader", None, None, None);
static EXPOSE_HEADERS: shape::Schema = shape::Schema::new(
    "ExposeHeaders",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&EXPOSE_HEADER) }),
);
static E_TAG: shape::Schema = shape::Schema::string("ETag", None, None, None);
static FETCH_OWNER: shape::Schema = shape::Schema::new("FetchOwner", shape::Type::Boolean);
static FILTER_RULE_LIST: shape::Schema = shape::Schema::new(
    "FilterRuleList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&FILTER_RULE) }),
);
static FILTER_RULE_NAME: shape::Schema = shape::Schema::choice("FilterRuleName", &["prefix", "suffix"]);
static FILTER_RULE_VALUE: shape::Schema = shape::Schema::string("FilterRuleValue", None, None, None);
static GRANTS: shape::Schema = shape::Schema::new(
    "Grants",
    shape::Type::List(shape::ListRule { member_name: "Grant", ..shape::ListRule::of(&GRANT) }),
);
static GRANT_FULL_CONTROL: shape::Schema = shape::Schema::string("GrantFullControl", None, None, None);
static GRANT_READ: shape::Schema = shape::Schema::string("GrantRead", None, None, None);
static GRANT_READ_ACP: shape::Schema = shape::Schema::string("GrantReadACP", None, None, None);
static GRANT_WRITE: shape::Schema = shape::Schema::string("GrantWrite", None, None, None);
static GRANT_WRITE_ACP: shape::Schema = shape::Schema::string("GrantWriteACP", None, None, None);
static HOST_NAME: shape::Schema = shape::Schema::string("HostName", None, None, None);
static HTTP_ERROR_CODE_RETURNED_EQUALS: shape::Schema =
    shape::Schema::string("HttpErrorCodeReturnedEquals", None, None, None);
static HTTP_REDIRECT_CODE: shape::Schema = shape::Schema::string("HttpRedirectCode", None, None, None);
static ID: shape::Schema = shape::Schema::string("ID", None, None, None);
static IF_MATCH: shape::Schema = shape::Schema::string("IfMatch", None, None, None);
static IF_MATCH_INITIATED_TIME: shape::Schema =
    shape::Schema::new("IfMatchInitiatedTime", shape::Type::Timestamp(shape::TimestampFormat::Http));
static IF_MATCH_LAST_MODIFIED_TIME: shape::Schema =
    shape::Schema::new("IfMatchLastModifiedTime", shape::Type::Timestamp(shape::TimestampFormat::Http));
static IF_MATCH_SIZE: shape::Schema =
    shape::Schema::new("IfMatchSize", shape::Type::Long(shape::NumberRule::ANY));
static IF_MODIFIED_SINCE: shape::Schema =
    shape::Schema::new("IfModifiedSince", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static IF_NONE_MATCH: shape::Schema = shape::Schema::string("IfNoneMatch", None, None, None);
static IF_UNMODIFIED_SINCE: shape::Schema =
    shape::Schema::new("IfUnmodifiedSince", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static INITIATED: shape::Schema =
    shape::Schema::new("Initiated", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static IS_LATEST: shape::Schema = shape::Schema::new("IsLatest", shape::Type::Boolean);
static IS_PUBLIC: shape::Schema = shape::Schema::new("IsPublic", shape::Type::Boolean);
static IS_RESTORE_IN_PROGRESS: shape::Schema =
    shape::Schema::new("IsRestoreInProgress", shape::Type::Boolean);
static IS_TRUNCATED: shape::Schema = shape::Schema::new("IsTruncated", shape::Type::Boolean);
static KEY_COUNT: shape::Schema =
    shape::Schema::new("KeyCount", shape::Type::Integer(shape::NumberRule::ANY));
static KEY_MARKER: shape::Schema = shape::Schema::string("KeyMarker", None, None, None);
static KEY_PREFIX_EQUALS: shape::Schema = shape::Schema::string("KeyPrefixEquals", None, None, None);
static LAMBDA_FUNCTION_ARN: shape::Schema = shape::Schema::string("LambdaFunctionArn", None, None, None);
static LAMBDA_FUNCTION_CONFIGURATION_LIST: shape::Schema = shape::Schema::new(
    "LambdaFunctionConfigurationList",
    shape::Type::List(shape::ListRule {
        flattened: true,
        ..shape::ListRule::of(&LAMBDA_FUNCTION_CONFIGURATION)
    }),
);
static LAST_MODIFIED: shape::Schema =
    shape::Schema::new("LastModified", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static LAST_MODIFIED_TIME: shape::Schema =
    shape::Schema::new("LastModifiedTime", shape::Type::Timestamp(shape::TimestampFormat::Http));
static LIFECYCLE_RULES: shape::Schema = shape::Schema::new(
    "LifecycleRules",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&LIFECYCLE_RULE) }),
);
static LOCATION: shape::Schema = shape::Schema::string("Location", None, None, None);
static LOCATION_NAME_AS_STRING: shape::Schema =
    shape::Schema::string("LocationNameAsString", None, None, None);
static LOCATION_TYPE: shape::Schema =
    shape::Schema::choice("LocationType", &["AvailabilityZone", "LocalZone"]);
static MARKER: shape::Schema = shape::Schema::string("Marker", None, None, None);
static MAX_AGE_SECONDS: shape::Schema =
    shape::Schema::new("MaxAgeSeconds", shape::Type::Integer(shape::NumberRule::ANY));
static MAX_BUCKETS: shape::Schema = shape::Schema::new(
    "MaxBuckets",
    shape::Type::Integer(shape::NumberRule { min: Some(1), max: Some(10000) }),
);
static MAX_KEYS: shape::Schema = shape::Schema::new("MaxKeys", shape::Type::Integer(shape::NumberRule::ANY));
static MAX_PARTS: shape::Schema =
    shape::Schema::new("MaxParts", shape::Type::Integer(shape::NumberRule::ANY));
static MAX_UPLOADS: shape::Schema =
    shape::Schema::new("MaxUploads", shape::Type::Integer(shape::NumberRule::ANY));
static MESSAGE: shape::Schema = shape::Schema::string("Message", None, None, None);
static METADATA: shape::Schema =
    shape::Schema::new("Metadata", shape::Type::Map(shape::MapRule::of(&METADATA_KEY, &METADATA_VALUE)));
static METADATA_DIRECTIVE: shape::Schema = shape::Schema::choice("MetadataDirective", &["COPY", "REPLACE"]);
static METADATA_KEY: shape::Schema = shape::Schema::string("MetadataKey", None, None, None);
static METADATA_VALUE: shape::Schema = shape::Schema::string("MetadataValue", None, None, None);
static METRICS_STATUS: shape::Schema = shape::Schema::choice("MetricsStatus", &["Enabled", "Disabled"]);
static MFA: shape::Schema = shape::Schema::string("MFA", None, None, None);
static MFA_DELETE: shape::Schema = shape::Schema::choice("MFADelete", &["Enabled", "Disabled"]);
static MFA_DELETE_STATUS: shape::Schema = shape::Schema::choice("MFADeleteStatus", &["Enabled", "Disabled"]);
static MINUTES: shape::Schema = shape::Schema::new("Minutes", shape::Type::Integer(shape::NumberRule::ANY));
static MISSING_META: shape::Schema =
    shape::Schema::new("MissingMeta", shape::Type::Integer(shape::NumberRule::ANY));
static MPU_OBJECT_SIZE: shape::Schema =
    shape::Schema::new("MpuObjectSize", shape::Type::Long(shape::NumberRule::ANY));
static MULTIPART_UPLOAD_ID: shape::Schema = shape::Schema::string("MultipartUploadId", None, None, None);
static MULTIPART_UPLOAD_LIST: shape::Schema = shape::Schema::new(
    "MultipartUploadList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&MULTIPART_UPLOAD) }),
);
static NEXT_KEY_MARKER: shape::Schema = shape::Schema::string("NextKeyMarker", None, None, None);
static NEXT_MARKER: shape::Schema = shape::Schema::string("NextMarker", None, None, None);
static NEXT_PART_NUMBER_MARKER: shape::Schema =
    shape::Schema::new("NextPartNumberMarker", shape::Type::Integer(shape::NumberRule::ANY));
static NEXT_TOKEN: shape::Schema = shape::Schema::string("NextToken", None, None, None);
static NEXT_UPLOAD_ID_MARKER: shape::Schema = shape::Schema::string("NextUploadIdMarker", None, None, None);
static NEXT_VERSION_ID_MARKER: shape::Schema = shape::Schema::string("NextVersionIdMarker", None, None, None);
static NONCURRENT_VERSION_TRANSITION_LIST: shape::Schema = shape::Schema::new(
    "NoncurrentVersionTransitionList",
    shape::Type::List(shape::ListRule {
        flattened: true,
        ..shape::ListRule::of(&NONCURRENT_VERSION_TRANSITION)
    }),
);
static NOTIFICATION_ID: shape::Schema = shape::Schema::string("NotificationId", None, None, None);
static OBJECT_CANNED_ACL: shape::Schema = shape::Schema::choice(
    "ObjectCannedACL",
    &[
        "private",
        "public-read",
        "public-read-write",
        "authenticated-read",
        "aws-exec-read",
        "bucket-owner-read",
        "bucket-owner-full-control",
    ],
);
static OBJECT_IDENTIFIER_LIST: shape::Schema = shape::Schema::new(
    "ObjectIdentifierList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&OBJECT_IDENTIFIER) }),
);
static OBJECT_KEY: shape::Schema = shape::Schema::string("ObjectKey", Some(1), None, None);
static OBJECT_LIST: shape::Schema = shape::Schema::new(
    "ObjectList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&OBJECT) }),
);
static OBJECT_LOCK_ENABLED: shape::Schema = shape::Schema::choice("ObjectLockEnabled", &["Enabled"]);
static OBJECT_LOCK_ENABLED_FOR_BUCKET: shape::Schema =
    shape::Schema::new("ObjectLockEnabledForBucket", shape::Type::Boolean);
static OBJECT_LOCK_LEGAL_HOLD_STATUS: shape::Schema =
    shape::Schema::choice("ObjectLockLegalHoldStatus", &["ON", "OFF"]);
static OBJECT_LOCK_MODE: shape::Schema =
    shape::Schema::choice("ObjectLockMode", &["GOVERNANCE", "COMPLIANCE"]);
static OBJECT_LOCK_RETAIN_UNTIL_DATE: shape::Schema =
    shape::Schema::new("ObjectLockRetainUntilDate", shape::Type::Timestamp(shape::TimestampFormat::Iso8601));
static OBJECT_LOCK_RETENTION_MODE: shape::Schema =
    shape::Schema::choice("ObjectLockRetentionMode", &["GOVERNANCE", "COMPLIANCE"]);
static OBJECT_OWNERSHIP: shape::Schema = shape::Schema::choice(
    "ObjectOwnership",
    &["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"],
);
static OBJECT_SIZE_GREATER_THAN_BYTES: shape::Schema =
    shape::Schema::new("ObjectSizeGreaterThanBytes", shape::Type::Long(shape::NumberRule::ANY));
static OBJECT_SIZE_LESS_THAN_BYTES: shape::Schema =
    shape::Schema::new("ObjectSizeLessThanBytes", shape::Type::Long(shape::NumberRule::ANY));
static OBJECT_STORAGE_CLASS: shape::Schema = shape::Schema::choice(
    "ObjectStorageClass",
    &[
        "STANDARD",
        "REDUCED_REDUNDANCY",
        "GLACIER",
        "STANDARD_IA",
        "ONEZONE_IA",
        "INTELLIGENT_TIERING",
        "DEEP_ARCHIVE",
        "OUTPOSTS",
        "GLACIER_IR",
        "SNOW",
        "EXPRESS_ONEZONE",
        "FSX_OPENZFS",
        "FSX_ONTAP",
    ],
);
static OBJECT_VERSION_ID: shape::Schema = shape::Schema::string("ObjectVersionId", None, None, None);
static OBJECT_VERSION_LIST: shape::Schema = shape::Schema::new(
    "ObjectVersionList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&OBJECT_VERSION) }),
);
static OBJECT_VERSION_STORAGE_CLASS: shape::Schema =
    shape::Schema::choice("ObjectVersionStorageClass", &["STANDARD"]);
static OPTIONAL_OBJECT_ATTRIBUTES: shape::Schema =
    shape::Schema::choice("OptionalObjectAttributes", &["RestoreStatus"]);
static OPTIONAL_OBJECT_ATTRIBUTES_LIST: shape::Schema = shape::Schema::new(
    "OptionalObjectAttributesList",
    shape::Type::List(shape::ListRule::of(&OPTIONAL_OBJECT_ATTRIBUTES)),
);
static OWNERSHIP_CONTROLS_RULES: shape::Schema = shape::Schema::new(
    "OwnershipControlsRules",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&OWNERSHIP_CONTROLS_RULE) }),
);
static OWNER_OVERRIDE: shape::Schema = shape::Schema::choice("OwnerOverride", &["Destination"]);
static PARTITION_DATE_SOURCE: shape::Schema =
    shape::Schema::choice("PartitionDateSource", &["EventTime", "DeliveryTime"]);
static PARTS: shape::Schema = shape::Schema::new(
    "Parts",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&PART) }),
);
static PARTS_COUNT: shape::Schema =
    shape::Schema::new("PartsCount", shape::Type::Integer(shape::NumberRule::ANY));
static PART_NUMBER: shape::Schema =
    shape::Schema::new("PartNumber", shape::Type::Integer(shape::NumberRule::ANY));
static PART_NUMBER_MARKER: shape::Schema =
    shape::Schema::new("PartNumberMarker", shape::Type::Integer(shape::NumberRule::ANY));
static PAYER: shape::Schema = shape::Schema::choice("Payer", &["Requester", "BucketOwner"]);
static PERMISSION: shape::Schema =
    shape::Schema::choice("Permission", &["FULL_CONTROL", "WRITE", "WRITE_ACP", "READ", "READ_ACP"]);
static POLICY: shape::Schema = shape::Schema::string("Policy", None, None, None);
static PREFIX: shape::Schema = shape::Schema::string("Prefix", None, None, None);
static PRIORITY: shape::Schema = shape::Schema::new("Priority", shape::Type::Integer(shape::NumberRule::ANY));
static PROTOCOL: shape::Schema = shape::Schema::choice("Protocol", &["http", "https"]);
static QUEUE_ARN: shape::Schema = shape::Schema::string("QueueArn", None, None, None);
static QUEUE_CONFIGURATION_LIST: shape::Schema = shape::Schema::new(
    "QueueConfigurationList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&QUEUE_CONFIGURATION) }),
);
static QUIET: shape::Schema = shape::Schema::new("Quiet", shape::Type::Boolean);
static RANGE: shape::Schema = shape::Schema::string("Range", None, None, None);
static REGION: shape::Schema = shape::Schema::string("Region", Some(0), Some(20), None);
static REPLACE_KEY_PREFIX_WITH: shape::Schema =
    shape::Schema::string("ReplaceKeyPrefixWith", None, None, None);
static REPLACE_KEY_WITH: shape::Schema = shape::Schema::string("ReplaceKeyWith", None, None, None);
static REPLICATION_RULES: shape::Schema = shape::Schema::new(
    "ReplicationRules",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&REPLICATION_RULE) }),
);
static REPLICATION_RULE_STATUS: shape::Schema =
    shape::Schema::choice("ReplicationRuleStatus", &["Enabled", "Disabled"]);
static REPLICATION_STATUS: shape::Schema =
    shape::Schema::choice("ReplicationStatus", &["COMPLETE", "PENDING", "FAILED", "REPLICA", "COMPLETED"]);
static REPLICATION_TIME_STATUS: shape::Schema =
    shape::Schema::choice("ReplicationTimeStatus", &["Enabled", "Disabled"]);
static REPLICA_KMS_KEY_ID: shape::Schema = shape::Schema::string("ReplicaKmsKeyID", None, None, None);
static REPLICA_MODIFICATIONS_STATUS: shape::Schema =
    shape::Schema::choice("ReplicaModificationsStatus", &["Enabled", "Disabled"]);
static REQUEST_CHARGED: shape::Schema = shape::Schema::choice("RequestCharged", &["requester"]);
static REQUEST_PAYER: shape::Schema = shape::Schema::choice("RequestPayer", &["requester"]);
static RESPONSE_CACHE_CONTROL: shape::Schema =
    shape::Schema::string("ResponseCacheControl", None, None, None);
static RESPONSE_CONTENT_DISPOSITION: shape::Schema =
    shape::Schema::string("ResponseContentDisposition", None, None, None);
static RESPONSE_CONTENT_ENCODING: shape::Schema =
    shape::Schema::string("ResponseContentEncoding", None, None, None);
static RESPONSE_CONTENT_LANGUAGE: shape::Schema =
    shape::Schema::string("ResponseContentLanguage", None, None, None);
static RESPONSE_CONTENT_TYPE: shape::Schema = shape::Schema::string("ResponseContentType", None, None, None);
static RESPONSE_EXPIRES: shape::Schema =
    shape::Schema::new("ResponseExpires", shape::Type::Timestamp(shape::TimestampFormat::Http));
static RESTORE: shape::Schema = shape::Schema::string("Restore", None, None, None);
static RESTORE_EXPIRY_DATE: shape::Schema =
    shape::Schema::new("RestoreExpiryDate", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static ROLE: shape::Schema = shape::Schema::string("Role", None, None, None);
static ROUTING_RULES: shape::Schema = shape::Schema::new(
    "RoutingRules",
    shape::Type::List(shape::ListRule { member_name: "RoutingRule", ..shape::ListRule::of(&ROUTING_RULE) }),
);
static S3_REGIONAL_OR_S3_EXPRESS_BUCKET_ARN_STRING: shape::Schema = shape::Schema::string(
    "S3RegionalOrS3ExpressBucketArnString",
    Some(1),
    Some(128),
    Some(shape::Pattern::new("arn:[^:]+:(s3|s3express):.*", "arn:[^:]+:(s3|s3express):.*")),
);
static SERVER_SIDE_ENCRYPTION: shape::Schema =
    shape::Schema::choice("ServerSideEncryption", &["AES256", "aws:fsx", "aws:kms", "aws:kms:dsse"]);
static SERVER_SIDE_ENCRYPTION_RULES: shape::Schema = shape::Schema::new(
    "ServerSideEncryptionRules",
    shape::Type::List(shape::ListRule {
        flattened: true,
        ..shape::ListRule::of(&SERVER_SIDE_ENCRYPTION_RULE)
    }),
);
static SETTING: shape::Schema = shape::Schema::new("Setting", shape::Type::Boolean);
static SIZE: shape::Schema = shape::Schema::new("Size", shape::Type::Long(shape::NumberRule::ANY));
static SSE_CUSTOMER_ALGORITHM: shape::Schema =
    shape::Schema::string("SSECustomerAlgorithm", None, None, None);
static SSE_CUSTOMER_KEY: shape::Schema =
    shape::Schema::string("SSECustomerKey", None, None, None).sensitive();
static SSE_CUSTOMER_KEY_MD5: shape::Schema = shape::Schema::string("SSECustomerKeyMD5", None, None, None);
static SSE_KMS_ENCRYPTED_OBJECTS_STATUS: shape::Schema =
    shape::Schema::choice("SseKmsEncryptedObjectsStatus", &["Enabled", "Disabled"]);
static SSE_KMS_ENCRYPTION_CONTEXT: shape::Schema =
    shape::Schema::string("SSEKMSEncryptionContext", None, None, None).sensitive();
static SSE_KMS_KEY_ID: shape::Schema = shape::Schema::string("SSEKMSKeyId", None, None, None).sensitive();
static START_AFTER: shape::Schema = shape::Schema::string("StartAfter", None, None, None);
static STORAGE_CLASS: shape::Schema = shape::Schema::choice(
    "StorageClass",
    &[
        "STANDARD",
        "REDUCED_REDUNDANCY",
        "STANDARD_IA",
        "ONEZONE_IA",
        "INTELLIGENT_TIERING",
        "GLACIER",
        "DEEP_ARCHIVE",
        "OUTPOSTS",
        "GLACIER_IR",
        "SNOW",
        "EXPRESS_ONEZONE",
        "FSX_OPENZFS",
        "FSX_ONTAP",
    ],
);
static SUFFIX: shape::Schema = shape::Schema::string("Suffix", None, None, None);
static TAGGING_DIRECTIVE: shape::Schema = shape::Schema::choice("TaggingDirective", &["COPY", "REPLACE"]);
static TAGGING_HEADER: shape::Schema = shape::Schema::string("TaggingHeader", None, None, None);
static TAG_COUNT: shape::Schema =
    shape::Schema::new("TagCount", shape::Type::Integer(shape::NumberRule::ANY));
static TAG_SET: shape::Schema = shape::Schema::new(
    "TagSet",
    shape::Type::List(shape::ListRule { member_name: "Tag", ..shape::ListRule::of(&TAG) }),
);
static TAG_SET_FLATTENED: shape::Schema = shape::Schema::new(
    "TagSet",
    shape::Type::List(shape::ListRule { member_name: "Tag", flattened: true, ..shape::ListRule::of(&TAG) }),
);
static TARGET_BUCKET: shape::Schema = shape::Schema::string("TargetBucket", None, None, None);
static TARGET_GRANTS: shape::Schema = shape::Schema::new(
    "TargetGrants",
    shape::Type::List(shape::ListRule { member_name: "Grant", ..shape::ListRule::of(&TARGET_GRANT) }),
);
static TARGET_PREFIX: shape::Schema = shape::Schema::string("TargetPrefix", None, None, None);
static TOKEN: shape::Schema = shape::Schema::string("Token", None, None, None);
static TOPIC_ARN: shape::Schema = shape::Schema::string("TopicArn", None, None, None);
static TOPIC_CONFIGURATION_LIST: shape::Schema = shape::Schema::new(
    "TopicConfigurationList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&TOPIC_CONFIGURATION) }),
);
static TRANSITION_DEFAULT_MINIMUM_OBJECT_SIZE: shape::Schema = shape::Schema::choice(
    "TransitionDefaultMinimumObjectSize",
    &["varies_by_storage_class", "all_storage_classes_128K"],
);
static TRANSITION_LIST: shape::Schema = shape::Schema::new(
    "TransitionList",
    shape::Type::List(shape::ListRule { flattened: true, ..shape::ListRule::of(&TRANSITION) }),
);
static TRANSITION_STORAGE_CLASS: shape::Schema = shape::Schema::choice(
    "TransitionStorageClass",
    &["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR"],
);
static TYPE: shape::Schema =
    shape::Schema::choice("Type", &["CanonicalUser", "AmazonCustomerByEmail", "Group"]);
static UPLOAD_ID_MARKER: shape::Schema = shape::Schema::string("UploadIdMarker", None, None, None);
static URI: shape::Schema = shape::Schema::string("URI", None, None, None);
static VALUE: shape::Schema = shape::Schema::string("Value", None, None, None);
static VERSION_COUNT: shape::Schema =
    shape::Schema::new("VersionCount", shape::Type::Integer(shape::NumberRule::ANY));
static VERSION_ID_MARKER: shape::Schema = shape::Schema::string("VersionIdMarker", None, None, None);
static WEBSITE_REDIRECT_LOCATION: shape::Schema =
    shape::Schema::string("WebsiteRedirectLocation", None, None, None);
static WRITE_OFFSET_BYTES: shape::Schema =
    shape::Schema::new("WriteOffsetBytes", shape::Type::Long(shape::NumberRule::ANY));
static YEARS: shape::Schema = shape::Schema::new("Years", shape::Type::Integer(shape::NumberRule::ANY));
