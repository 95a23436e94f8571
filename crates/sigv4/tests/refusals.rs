//! Every way to fail, in the words of AWS.

#![cfg(test)]

mod common;

use common::{S3_KEY_ID, S3_NOW, S3_SECRET, Sent, s3, sha256, signer};
use sigv4::{Dialect, Expect, Part, Payload, Place, ScopeFault, SigError, presign, sign};

const HOST: (&str, &str) = ("host", "books.s3.us-east-1.amazonaws.com");

fn iam(now_unix_seconds: i64) -> Expect<'static> {
    Expect { service: "iam", region: "us-east-1", now_unix_seconds }
}

/// A signed call to IAM, or to S3.
fn signed(service: &'static str) -> Sent {
    let mut sent = Sent::new("POST", "/", &[HOST]).with_body(b"Action=ListUsers&Version=2010-05-08");
    let payload = if service == "s3" { Payload::Exact(sha256(&sent.body)) } else { Payload::Body };
    let hash = sha256(&sent.body);
    let signer = signer(service, S3_SECRET, S3_NOW);
    sign(&signer, &sent.method, &sent.uri, &mut sent.headers, payload, &hash).unwrap();
    sent
}

fn presigned(service: &'static str, expires_seconds: i64) -> Sent {
    let mut sent = Sent::new("GET", "/1", &[HOST]);
    let signer = signer(service, S3_SECRET, S3_NOW);
    sent.uri = presign(&signer, &sent.method, &sent.uri, &sent.headers, expires_seconds).unwrap();
    sent
}

/// Replaces a text in the `Authorization` header.
fn edited(mut sent: Sent, from: &str, to: &str) -> Sent {
    let value = sent.headers["authorization"].to_str().unwrap();
    assert!(value.contains(from), "{value} has no {from}");
    sent.headers.insert("authorization", value.replace(from, to).parse().unwrap());
    sent
}

/// Replaces a text in the target.
fn redirected(mut sent: Sent, from: &str, to: &str) -> Sent {
    let target = sent.uri.to_string();
    assert!(target.contains(from), "{target} has no {from}");
    sent.uri = target.replace(from, to).parse().unwrap();
    sent
}

#[track_caller]
fn general(error: &SigError, dialect: Dialect, code: &str, status: u16, message: &str) {
    let refusal = error.refusal(dialect);
    assert_eq!((refusal.code, refusal.status, refusal.message.as_str()), (code, status, message));
    assert!(refusal.details.is_empty());
}

#[track_caller]
fn in_s3(error: &SigError, code: &str, status: u16, message: &str, details: &[(&str, &str)]) {
    let refusal = error.refusal(Dialect::S3);
    assert_eq!((refusal.code, refusal.status, refusal.message.as_str()), (code, status, message));
    let found: Vec<_> = refusal.details.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(found, details);
}

const MISMATCH: &str = "The request signature we calculated does not match the signature you provided. \
    Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

#[test]
fn an_unsigned_request_is_anonymous_and_may_be_refused_for_it() {
    let sent = Sent::new("GET", "/?Action=ListUsers&Version=2010-05-08", &[HOST]);
    assert!(sent.parsed().unwrap().is_none());
    let error = SigError::MissingToken;
    let message = "Request is missing Authentication Token";
    general(&error, Dialect::Query, "MissingAuthenticationToken", 403, message);
    general(&error, Dialect::Json, "MissingAuthenticationTokenException", 400, message);
    general(&error, Dialect::RestJson, "MissingAuthenticationTokenException", 403, message);
    in_s3(&error, "AccessDenied", 403, "Access Denied", &[]);
}

#[test]
fn what_the_caller_finds_out_has_its_words_here_too() {
    let unknown = SigError::UnknownAccessKey { access_key_id: "AKID".into() };
    let message = "The security token included in the request is invalid.";
    general(&unknown, Dialect::Query, "InvalidClientTokenId", 403, message);
    general(&unknown, Dialect::Json, "UnrecognizedClientException", 400, message);
    in_s3(
        &unknown,
        "InvalidAccessKeyId",
        403,
        "The AWS Access Key Id you provided does not exist in our records.",
        &[("AWSAccessKeyId", "AKID")],
    );
    let invalid = SigError::InvalidToken;
    general(&invalid, Dialect::Query, "InvalidClientTokenId", 403, message);
    in_s3(&invalid, "InvalidToken", 400, "The provided token is malformed or otherwise invalid.", &[]);
    let expired = SigError::ExpiredToken;
    let message = "The security token included in the request is expired";
    general(&expired, Dialect::Query, "ExpiredToken", 403, message);
    general(&expired, Dialect::Json, "ExpiredTokenException", 400, message);
    in_s3(&expired, "ExpiredToken", 400, "The provided token has expired.", &[]);
}

#[test]
fn two_signatures_are_one_too_many() {
    let mut sent = presigned("s3", 60);
    sent.headers.insert("authorization", "AWS4-HMAC-SHA256 Credential=a".parse().unwrap());
    let error = sent.parsed().unwrap_err();
    assert_eq!(error, SigError::TwoMechanisms);
    general(
        &error,
        Dialect::Json,
        "InvalidSignatureException",
        400,
        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
    );
    in_s3(
        &error,
        "InvalidArgument",
        400,
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string \
         parameter or the Authorization header should be specified",
        &[],
    );
}

#[test]
fn other_algorithms_are_refused() {
    let error = edited(signed("iam"), "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256").parsed().unwrap_err();
    general(
        &error,
        Dialect::Query,
        "IncompleteSignature",
        400,
        "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'.",
    );
    let version_two = "The authorization mechanism you have provided is not supported. \
        Please use AWS4-HMAC-SHA256.";
    in_s3(&error, "InvalidRequest", 400, version_two, &[]);

    let bearer = Sent::new("GET", "/", &[HOST, ("authorization", "Bearer token")]).parsed().unwrap_err();
    let message = "Request is missing Authentication Token";
    general(&bearer, Dialect::Json, "MissingAuthenticationTokenException", 400, message);
    let details = [("ArgumentName", "Authorization"), ("ArgumentValue", "Bearer")];
    in_s3(&bearer, "InvalidArgument", 400, "Unsupported Authorization Type", &details);

    let old_link = Sent::new("GET", "/1?AWSAccessKeyId=AKID&Expires=1&Signature=x", &[HOST]);
    in_s3(&old_link.parsed().unwrap_err(), "InvalidRequest", 400, version_two, &[]);

    let link = redirected(presigned("s3", 60), "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA512");
    in_s3(
        &link.parsed().unwrap_err(),
        "AuthorizationQueryParametersError",
        400,
        "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"",
        &[],
    );
}

#[test]
fn missing_parts_are_listed() {
    let error = Sent::new("GET", "/", &[HOST, ("authorization", "AWS4-HMAC-SHA256")]).parsed().unwrap_err();
    assert_eq!(
        error,
        SigError::Incomplete {
            place: Place::Header,
            missing: vec![Part::Credential, Part::Signature, Part::SignedHeaders, Part::Date],
        }
    );
    general(
        &error,
        Dialect::Query,
        "IncompleteSignature",
        400,
        "Authorization header requires 'Credential' parameter. \
         Authorization header requires 'Signature' parameter. \
         Authorization header requires 'SignedHeaders' parameter. \
         Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. \
         Authorization=AWS4-HMAC-SHA256",
    );
    in_s3(
        &error,
        "AuthorizationHeaderMalformed",
        400,
        "The authorization header is malformed; the authorization header requires three components: \
         Credential, SignedHeaders, and Signature.",
        &[],
    );
    let error = Sent::new("GET", "/?X-Amz-Algorithm=AWS4-HMAC-SHA256", &[HOST]).parsed().unwrap_err();
    general(
        &error,
        Dialect::Json,
        "IncompleteSignatureException",
        400,
        "AWS query-string parameters must include 'X-Amz-Credential'. \
         AWS query-string parameters must include 'X-Amz-Signature'. \
         AWS query-string parameters must include 'X-Amz-SignedHeaders'. \
         AWS query-string parameters must include 'X-Amz-Date'. \
         Re-examine the query-string parameters.",
    );
    let query = "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, \
        X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.";
    in_s3(&error, "AuthorizationQueryParametersError", 400, query, &[]);
    let error = redirected(presigned("s3", 60), "&X-Amz-Expires=60", "").parsed().unwrap_err();
    in_s3(&error, "AuthorizationQueryParametersError", 400, query, &[]);
}

#[test]
fn a_date_is_needed() {
    let mut sent = signed("s3");
    sent.headers.remove("x-amz-date");
    let message = "AWS authentication requires a valid Date or x-amz-date header";
    in_s3(&sent.parsed().unwrap_err(), "AccessDenied", 403, message, &[]);
    sent.headers.insert("date", "yesterday".parse().unwrap());
    let error = sent.parsed().unwrap_err();
    in_s3(&error, "AccessDenied", 403, message, &[]);
    general(
        &error,
        Dialect::Query,
        "IncompleteSignature",
        400,
        "Date must be in ISO-8601 'basic format'. Got 'yesterday'. \
         See http://en.wikipedia.org/wiki/ISO_8601",
    );
    let link = redirected(presigned("s3", 60), "20130524T000000Z", "20130524");
    in_s3(
        &link.parsed().unwrap_err(),
        "AuthorizationQueryParametersError",
        400,
        "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"",
        &[],
    );
}

#[test]
fn what_is_malformed_is_said() {
    let error = edited(signed("s3"), "Signature=", "Signature").parsed().unwrap_err();
    assert!(matches!(error, SigError::MalformedPair { .. }));
    assert!(
        error
            .refusal(Dialect::S3)
            .message
            .starts_with("The authorization header is malformed; the authorization component \"Signature")
    );
    let error = edited(signed("s3"), "Signature=", "Credential=a/b/c/d/e, Signature=").parsed().unwrap_err();
    assert!(matches!(error, SigError::MalformedPair { .. }));

    let error = edited(signed("iam"), "/aws4_request", "").parsed().unwrap_err();
    general(
        &error,
        Dialect::Query,
        "IncompleteSignature",
        400,
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, \
         got 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/iam'",
    );
    in_s3(
        &error,
        "AuthorizationHeaderMalformed",
        400,
        "The authorization header is malformed; the Credential is mal-formed; expecting \
         \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
        &[],
    );
    for names in ["host;;x-amz-date", "host;host", "ho st;x"] {
        let error = edited(signed("iam"), "host;x-amz-date", names).parsed();
        assert!(
            matches!(
                error,
                Err(SigError::MalformedSignedHeaders { place: Place::Header }
                    | SigError::MalformedPair { .. })
            ),
            "{names}: {error:?}"
        );
    }
    let twice = redirected(presigned("s3", 60), "X-Amz-Expires=60", "X-Amz-Expires=60&X-Amz-Expires=61");
    let error = twice.parsed().unwrap_err();
    assert_eq!(error, SigError::DuplicateParameter { name: "X-Amz-Expires" });
    assert_eq!(error.refusal(Dialect::S3).code, "AuthorizationQueryParametersError");
    assert_eq!(error.refusal(Dialect::Query).message, "Query parameter 'X-Amz-Expires' comes twice.");
}

#[test]
fn everything_has_a_limit() {
    let long = "a".repeat(9000);
    let many = (0..200).map(|number| format!("h{number}")).collect::<Vec<_>>().join(";");
    let mut token = signed("iam");
    token.headers.insert("x-amz-security-token", long.repeat(2).parse().unwrap());
    for (sent, what) in [
        (Sent::new("GET", "/", &[HOST, ("authorization", &long)]), "Authorization"),
        (edited(signed("iam"), "host;x-amz-date", &many), "signed headers"),
        (token, "session token"),
        (redirected(presigned("s3", 60), "X-Amz-Date", &format!("x={}&X-Amz-Date", long.repeat(4))), "query"),
    ] {
        let error = sent.parsed().unwrap_err();
        assert!(matches!(error, SigError::TooLarge { what: found, .. } if found == what), "{error:?}");
        assert_eq!(error.refusal(Dialect::S3).code, "RequestHeaderSectionTooLarge");
        assert_eq!(error.refusal(Dialect::Query).status, 400);
    }
}

#[test]
fn the_scope_must_be_the_endpoints() {
    let error = edited(signed("iam"), "/us-east-1/iam/aws4_request", "/eu-west-1/sts/aws4")
        .verified(S3_SECRET, &iam(S3_NOW))
        .unwrap_err();
    general(
        &error,
        Dialect::Query,
        "SignatureDoesNotMatch",
        403,
        "Credential should be scoped to a valid region. \
         Credential should be scoped to correct service: 'iam'. \
         Credential should be scoped with a valid terminator: 'aws4_request', not 'aws4'. ",
    );
    let error =
        edited(signed("iam"), "/20130524/", "/20130523/").verified(S3_SECRET, &iam(S3_NOW)).unwrap_err();
    general(
        &error,
        Dialect::Json,
        "InvalidSignatureException",
        400,
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: \
         '20130523' != '20130524', from '20130524T000000Z'. ",
    );
}

#[track_caller]
fn s3_scope(from: &str, to: &str, message: &str, details: &[(&str, &str)]) {
    let sent = edited(signed("s3"), from, to);
    let error = sent.parsed().unwrap().unwrap().check(&s3(S3_NOW)).unwrap_err();
    let message = format!("The authorization header is malformed; {message}");
    in_s3(&error, "AuthorizationHeaderMalformed", 400, &message, details);
}

#[test]
fn s3_says_what_is_wrong_with_a_scope() {
    s3_scope(
        "us-east-1",
        "eu-west-1",
        "the region 'eu-west-1' is wrong; expecting 'us-east-1'",
        &[("Region", "us-east-1")],
    );
    s3_scope("/s3/", "/sts/", "incorrect service \"sts\". This endpoint belongs to \"s3\".", &[]);
    s3_scope(
        "aws4_request",
        "aws4",
        "incorrect terminal \"aws4\". This endpoint uses \"aws4_request\".",
        &[],
    );
    s3_scope(
        "/20130524/",
        "/20130523/",
        "Invalid credential date \"20130523\". This date is not the same as X-Amz-Date: \"20130524\".",
        &[],
    );
    s3_scope(
        "/20130524/",
        "/2013-05-24/",
        "incorrect date format \"2013-05-24\". This date in the credential must be in the format \
         \"yyyyMMdd\".",
        &[],
    );
    let link = redirected(presigned("s3", 60), "us-east-1%2Fs3", "eu-west-1%2Fs3");
    in_s3(
        &link.verified(S3_SECRET, &s3(S3_NOW)).unwrap_err(),
        "AuthorizationQueryParametersError",
        400,
        "Error parsing the X-Amz-Credential parameter; the region 'eu-west-1' is wrong; expecting 'us-east-1'",
        &[("Region", "us-east-1")],
    );
    let fault =
        ScopeFault::Date { given: "20130523".into(), signed_at: sigv4::AmzDate::from_unix_seconds(0) };
    in_s3(
        &SigError::WrongScope { place: Place::Query, faults: vec![fault] },
        "AuthorizationQueryParametersError",
        400,
        "Invalid credential date \"20130523\". This date is not the same as X-Amz-Date: \"19700101\".",
        &[],
    );
}

#[test]
fn a_signature_is_good_for_some_minutes() {
    for now in [S3_NOW - 300, S3_NOW, S3_NOW + 300] {
        signed("iam").verified(S3_SECRET, &iam(now)).unwrap();
    }
    let error = signed("iam").verified(S3_SECRET, &iam(S3_NOW + 301)).unwrap_err();
    general(
        &error,
        Dialect::Query,
        "SignatureDoesNotMatch",
        403,
        "Signature expired: 20130524T000000Z is now earlier than 20130524T000001Z \
         (20130524T000501Z - 5 min.)",
    );
    let error = signed("iam").verified(S3_SECRET, &iam(S3_NOW - 301)).unwrap_err();
    general(
        &error,
        Dialect::Json,
        "InvalidSignatureException",
        400,
        "Signature not yet current: 20130524T000000Z is still later than 20130523T235959Z \
         (20130523T235459Z + 5 min.)",
    );
}

#[test]
fn s3_is_more_patient() {
    for now in [S3_NOW - 900, S3_NOW + 900] {
        signed("s3").verified(S3_SECRET, &s3(now)).unwrap();
    }
    for (now, server) in [(S3_NOW + 901, "2013-05-24T00:15:01Z"), (S3_NOW - 901, "2013-05-23T23:44:59Z")] {
        in_s3(
            &signed("s3").verified(S3_SECRET, &s3(now)).unwrap_err(),
            "RequestTimeTooSkewed",
            403,
            "The difference between the request time and the current time is too large.",
            &[
                ("RequestTime", "20130524T000000Z"),
                ("ServerTime", server),
                ("MaxAllowedSkewMilliseconds", "900000"),
            ],
        );
    }
}

#[test]
fn a_link_is_good_for_as_long_as_it_says() {
    for now in [S3_NOW - 900, S3_NOW, S3_NOW + 60] {
        presigned("s3", 60).verified(S3_SECRET, &s3(now)).unwrap();
    }
    in_s3(
        &presigned("s3", 60).verified(S3_SECRET, &s3(S3_NOW + 61)).unwrap_err(),
        "AccessDenied",
        403,
        "Request has expired",
        &[
            ("X-Amz-Expires", "60"),
            ("Expires", "2013-05-24T00:01:00Z"),
            ("ServerTime", "2013-05-24T00:01:01Z"),
        ],
    );
    let early = presigned("s3", 60).verified(S3_SECRET, &s3(S3_NOW - 901)).unwrap_err();
    in_s3(
        &early,
        "AccessDenied",
        403,
        "Request is not yet valid",
        &[("X-Amz-Date", "1369353600000"), ("ServerTime", "2013-05-23T23:44:59Z")],
    );
    let late = presigned("iam", 61).verified(S3_SECRET, &iam(S3_NOW + 62)).unwrap_err();
    general(
        &late,
        Dialect::Query,
        "SignatureDoesNotMatch",
        403,
        "Signature expired: 20130524T000000Z is now earlier than 20130524T000001Z \
         (20130524T000102Z - 61 sec.)",
    );
}

#[test]
fn a_link_lasts_between_a_second_and_a_week() {
    presigned("s3", 1).verified(S3_SECRET, &s3(S3_NOW)).unwrap();
    presigned("s3", 604_800).verified(S3_SECRET, &s3(S3_NOW)).unwrap();
    for (expires, error, message) in [
        (
            "604801",
            SigError::PresignedTooLong,
            "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be \
             less than 604800 seconds",
        ),
        ("0", SigError::PresignedTooShort, "X-Amz-Expires must be non-negative"),
        ("-1", SigError::PresignedTooShort, "X-Amz-Expires must be non-negative"),
        ("soon", SigError::MalformedExpires, "X-Amz-Expires should be a number"),
    ] {
        let link = redirected(presigned("s3", 60), "Expires=60", &format!("Expires={expires}"));
        assert_eq!(link.parsed().unwrap_err(), error);
        in_s3(&error, "AuthorizationQueryParametersError", 400, message, &[]);
        general(&error, Dialect::Query, "IncompleteSignature", 400, message);
    }
}

#[test]
fn a_link_of_another_service_need_not_say_how_long_it_lasts() {
    let link = redirected(presigned("sts", 60), "&X-Amz-Expires=60", "");
    assert_eq!(link.parsed().unwrap().unwrap().expires_seconds(), Some(900));
}

#[test]
fn meaningful_headers_must_be_signed() {
    let mut sent = signed("s3");
    sent.headers.insert("x-amz-acl", "public-read".parse().unwrap());
    sent.headers.insert("x-amz-copy-source", "/secrets/1".parse().unwrap());
    let message = "There were headers present in the request which were not signed";
    in_s3(
        &sent.verified(S3_SECRET, &s3(S3_NOW)).unwrap_err(),
        "AccessDenied",
        403,
        message,
        &[("HeadersNotSigned", "x-amz-acl, x-amz-copy-source")],
    );
    let mut link = presigned("s3", 60);
    link.headers.insert("x-amz-acl", "public-read".parse().unwrap());
    in_s3(
        &link.verified(S3_SECRET, &s3(S3_NOW)).unwrap_err(),
        "AccessDenied",
        403,
        message,
        &[("HeadersNotSigned", "x-amz-acl")],
    );
    let mut sent = edited(signed("iam"), "host;", "");
    sent.headers.insert("x-amz-target", "AWSKMS.Decrypt".parse().unwrap());
    general(
        &sent.verified(S3_SECRET, &iam(S3_NOW)).unwrap_err(),
        Dialect::Query,
        "SignatureDoesNotMatch",
        403,
        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization. \
         'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.",
    );
}

#[test]
fn s3_wants_to_know_how_the_body_is_bound() {
    let mut sent = signed("s3");
    sent.headers.insert("x-amz-content-sha256", "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD".parse().unwrap());
    let refusal = sent.parsed().unwrap_err().refusal(Dialect::S3);
    assert_eq!((refusal.code, refusal.status), ("InvalidArgument", 400));
    sent.headers.remove("x-amz-content-sha256");
    let error = sent.parsed().unwrap_err();
    assert_eq!(error, SigError::MissingContentSha256);
    let message = "Missing required header for this request: x-amz-content-sha256";
    in_s3(&error, "InvalidRequest", 400, message, &[]);
}

#[test]
fn another_secret_does_not_match() {
    let sent = signed("iam");
    let error = sent.verified("another", &iam(S3_NOW)).unwrap_err();
    general(&error, Dialect::Query, "SignatureDoesNotMatch", 403, MISMATCH);
    general(&error, Dialect::Json, "InvalidSignatureException", 400, MISMATCH);
    general(&error, Dialect::RestJson, "InvalidSignatureException", 403, MISMATCH);
    let SigError::InvalidSignature(mismatch) = error else { panic!("{error:?}") };
    assert_eq!(
        mismatch.canonical_request,
        "POST\n/\n\nhost:books.s3.us-east-1.amazonaws.com\nx-amz-date:20130524T000000Z\n\n\
         host;x-amz-date\nb6359072c78d70ebee1e81adcbab4f01bf2c23245fa365ef83fe8f1f955085e2"
    );
    let lines: Vec<_> = mismatch.string_to_sign.lines().collect();
    assert_eq!(lines[..3], ["AWS4-HMAC-SHA256", "20130524T000000Z", "20130524/us-east-1/iam/aws4_request"]);
}

#[test]
fn s3_shows_what_it_compared() {
    let error = signed("s3").verified("another", &s3(S3_NOW)).unwrap_err();
    let refusal = error.refusal(Dialect::S3);
    assert_eq!((refusal.code, refusal.status), ("SignatureDoesNotMatch", 403));
    assert_eq!(
        refusal.message,
        "The request signature we calculated does not match the signature you provided. Check your key \
         and signing method."
    );
    let names: Vec<_> = refusal.details.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        names,
        [
            "AWSAccessKeyId",
            "StringToSign",
            "SignatureProvided",
            "StringToSignBytes",
            "CanonicalRequest",
            "CanonicalRequestBytes"
        ]
    );
    assert_eq!(refusal.details[0].1, S3_KEY_ID);
    assert!(refusal.details[3].1.starts_with("41 57 53 34 2d"));
}

#[test]
fn a_signature_that_is_no_signature_does_not_match() {
    for signature in ["x", "00", "é"] {
        let mut sent = signed("iam");
        let value = sent.headers["authorization"].to_str().unwrap();
        let value = format!("{}Signature={signature}", &value[..value.len() - 74]);
        sent.headers.insert("authorization", http::HeaderValue::from_bytes(value.as_bytes()).unwrap());
        let error = sent.verified(S3_SECRET, &iam(S3_NOW)).unwrap_err();
        assert!(
            matches!(error, SigError::InvalidSignature(_) | SigError::MalformedPair { .. }),
            "{signature}: {error:?}"
        );
    }
}

#[test]
fn the_body_must_be_the_signed_one() {
    let error = signed("iam").with_body(b"Action=DeleteUser").verified(S3_SECRET, &iam(S3_NOW)).unwrap_err();
    assert!(matches!(error, SigError::InvalidSignature(_)));

    let sent = signed("s3");
    let (claimed, computed) = (hex::encode(sha256(&sent.body)), hex::encode(sha256(b"another")));
    let error = sent.with_body(b"another").verified(S3_SECRET, &s3(S3_NOW)).unwrap_err();
    in_s3(
        &error,
        "XAmzContentSHA256Mismatch",
        400,
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
        &[("ClientComputedContentSHA256", &claimed), ("S3ComputedContentSHA256", &computed)],
    );
    let verified = signed("s3").verified_head(S3_SECRET, &s3(S3_NOW)).unwrap();
    assert_eq!(verified.check_body(&sha256(b"another")), Err(error));
}

#[test]
fn a_body_bound_by_its_hash_must_be_hashed() {
    let error = signed("iam").verified_head(S3_SECRET, &iam(S3_NOW)).unwrap_err();
    assert_eq!(error, SigError::BodyNotHashed);
    assert_eq!(error.refusal(Dialect::Query).status, 500);
    assert_eq!(error.refusal(Dialect::S3).code, "InternalError");
}

/// A client cannot take its body out of the signature where the service would not know.
#[test]
fn only_s3_takes_unsigned_bodies() {
    let mut sent = signed("iam");
    sent.headers.insert("x-amz-content-sha256", "UNSIGNED-PAYLOAD".parse().unwrap());
    assert_eq!(sent.parsed().unwrap().unwrap().payload(), Payload::Body);
}

#[test]
fn a_header_that_was_signed_and_removed_does_not_pass_for_an_empty_one() {
    let mut sent = Sent::new("GET", "/", &[HOST, ("x-empty", "")]);
    let hash = sha256(b"");
    let signer = signer("iam", S3_SECRET, S3_NOW);
    sign(&signer, &sent.method, &sent.uri, &mut sent.headers, Payload::Body, &hash).unwrap();
    sent.verified(S3_SECRET, &iam(S3_NOW)).unwrap();
    sent.headers.remove("x-empty");
    assert!(matches!(sent.verified(S3_SECRET, &iam(S3_NOW)), Err(SigError::InvalidSignature(_))));
}

#[test]
fn broken_bodies_have_their_words() {
    in_s3(
        &SigError::MissingDecodedLength,
        "MissingContentLength",
        411,
        "You must provide the Content-Length HTTP header.",
        &[],
    );
    in_s3(
        &SigError::ChunkTooSmall { chunk: 2, size: 3 },
        "InvalidChunkSizeError",
        400,
        "Only the last chunk is allowed to have a size less than 8192 bytes",
        &[("Chunk", "2"), ("BadChunkSize", "3")],
    );
    in_s3(
        &SigError::MalformedTrailer { reason: "" },
        "MalformedTrailerError",
        400,
        "The request contained trailing data that was not well-formed or did not conform to our published \
         schema.",
        &[],
    );
    in_s3(
        &SigError::WrongDecodedLength { announced: 1, received: 2 },
        "IncompleteBody",
        400,
        "You did not provide the number of bytes specified by the Content-Length HTTP header",
        &[],
    );
    for error in [SigError::Truncated, SigError::MalformedChunk { chunk: 1, reason: "" }] {
        in_s3(&error, "IncompleteBody", 400, "The request body terminated unexpectedly", &[]);
    }
}
