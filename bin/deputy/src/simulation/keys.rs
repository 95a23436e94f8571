//! The condition keys that the server would set, after "AWS global condition context keys".
//!
//! A simulation has no connection, so the keys of one are left out (`aws:SourceIp`, `aws:UserAgent`) unless given.

use policy::{NamedPolicy, Principal};

use super::{Circumstances, Key, Origin, Question};

/// Every key of a question; given ones go before those that are set here.
pub(super) fn all(question: &Question<'_>) -> Vec<(String, Key)> {
    let mut keys = Vec::new();
    of_circumstances(&mut keys, question.circumstances);
    of_principal(&mut keys, question);
    of_resource(&mut keys, question);
    keys.retain(|(name, _)| !question.given.iter().any(|(given, _)| given.eq_ignore_ascii_case(name)));
    keys.extend(question.given.iter().cloned());
    keys
}

/// The keys that policies look at and that have no value.
pub(super) fn missing(keys: &[(String, Key)], policies: &[&NamedPolicy]) -> Vec<String> {
    let looked_at = policies.iter().flat_map(|named| named.policy.context_keys());
    let lacks = |key: &&str| !keys.iter().any(|(name, _)| name.eq_ignore_ascii_case(key));
    let mut missing: Vec<String> = looked_at.filter(lacks).map(str::to_owned).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

type Keys = Vec<(String, Key)>;

fn set(keys: &mut Keys, name: &str, value: impl Into<String>) {
    keys.push((name.to_owned(), Key::One(value.into())));
}

fn of_circumstances(keys: &mut Keys, circumstances: &Circumstances) {
    set(keys, "aws:CurrentTime", circumstances.now.iso8601());
    set(keys, "aws:EpochTime", circumstances.now.seconds().to_string());
    set(keys, "aws:RequestedRegion", circumstances.region.as_str());
    match &circumstances.origin {
        Origin::Network => {
            set(keys, "aws:SecureTransport", circumstances.is_secure.to_string());
            set(keys, "aws:ViaAWSService", "false");
        }
        Origin::Service { name, source } => {
            set(keys, "aws:SecureTransport", "true");
            set(keys, "aws:UserAgent", name);
            set(keys, "aws:ViaAWSService", "false");
            if let Some(arn) = &source.arn {
                set(keys, "aws:SourceArn", arn);
            }
            if let Some(account) = &source.account {
                set(keys, "aws:SourceAccount", account);
            }
        }
        Origin::Forwarded { service } => {
            set(keys, "aws:SecureTransport", "true");
            set(keys, "aws:UserAgent", service);
            set(keys, "aws:ViaAWSService", "true");
            set(keys, "aws:CalledViaFirst", service);
            set(keys, "aws:CalledViaLast", service);
            keys.push(("aws:CalledVia".to_owned(), Key::Many(vec![service.clone()])));
        }
    }
}

fn of_principal(keys: &mut Keys, question: &Question<'_>) {
    let caller = question.caller;
    let kind = match &caller.principal {
        Principal::Root { account } => {
            set(keys, "aws:PrincipalArn", format!("arn:aws:iam::{account}:root"));
            set(keys, "aws:userid", account);
            "Account"
        }
        Principal::User { arn, unique_id, name, .. } => {
            set(keys, "aws:PrincipalArn", arn);
            set(keys, "aws:userid", unique_id);
            set(keys, "aws:username", name);
            "User"
        }
        Principal::AssumedRole { role_arn, role_unique_id, session_name, .. } => {
            set(keys, "aws:PrincipalArn", role_arn);
            set(keys, "aws:userid", format!("{role_unique_id}:{session_name}"));
            set(keys, "aws:TokenIssueTime", question.circumstances.now.iso8601());
            set(keys, "aws:MultiFactorAuthPresent", "false");
            "AssumedRole"
        }
        Principal::Service { name } => {
            set(keys, "aws:PrincipalServiceName", name);
            keys.push(("aws:PrincipalServiceNamesList".to_owned(), Key::Many(vec![name.clone()])));
            "Service"
        }
        Principal::FederatedUser { .. } | Principal::Federated { .. } => "FederatedUser",
        Principal::Anonymous => {
            set(keys, "aws:userid", "anonymous");
            "Anonymous"
        }
    };
    set(keys, "aws:PrincipalType", kind);
    if kind != "Anonymous" {
        set(keys, "aws:PrincipalIsAWSService", (kind == "Service").to_string());
    }
    if let Some(account) = caller.principal.account() {
        set(keys, "aws:PrincipalAccount", account);
    }
    for (tag, value) in &caller.tags {
        set(keys, &format!("aws:PrincipalTag/{tag}"), value);
    }
}

fn of_resource(keys: &mut Keys, question: &Question<'_>) {
    if let Some(owner) = question.owner() {
        set(keys, "aws:ResourceAccount", owner);
    }
    for (tag, value) in &question.target.tags {
        set(keys, &format!("aws:ResourceTag/{tag}"), value);
    }
    if question.action.starts_with("s3:") {
        of_s3(keys, question);
    }
}

/// How S3 sees a call that is signed in its header.
fn of_s3(keys: &mut Keys, question: &Question<'_>) {
    if let Some(owner) = question.owner().filter(|_| question.target.resource != "arn:aws:s3:::*") {
        set(keys, "s3:ResourceAccount", owner);
    }
    let circumstances = question.circumstances;
    if circumstances.origin == Origin::Network && circumstances.is_secure {
        set(keys, "s3:TlsVersion", "1.3");
    }
    if question.caller.principal != Principal::Anonymous {
        set(keys, "s3:authType", "REST-HEADER");
        set(keys, "s3:signatureversion", "AWS4-HMAC-SHA256");
    }
}
