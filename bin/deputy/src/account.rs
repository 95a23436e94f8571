//! What IAM keeps of an account's principals, read through its API with the caller's own rights.

mod api;

use std::collections::HashMap;

use api_sts::{GetCallerIdentity, GetCallerIdentityRequest};
use client::Client;
use serde_json::Value;

use crate::report::Problem;

/// A policy as text, and where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PolicyText {
    /// Set for managed policies.
    pub(crate) arn: Option<String>,
    pub(crate) name: String,
    pub(crate) document: String,
}

/// Users and roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    User,
    Role,
}

/// A user or role with everything that decides what it may.
#[derive(Debug, Clone)]
pub(crate) struct Holder {
    pub(crate) kind: Kind,
    pub(crate) arn: String,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) tags: Vec<(String, String)>,
    /// Inline and attached policies, those of a user's groups among them.
    pub(crate) policies: Vec<PolicyText>,
    pub(crate) boundary: Option<PolicyText>,
    /// Set for roles.
    pub(crate) trust: Option<String>,
}

/// Reads one account.
pub(crate) struct Account<'c> {
    client: &'c Client,
    pub(crate) id: String,
    /// Managed policies are shared by many, and read once.
    managed: HashMap<String, PolicyText>,
}

impl<'c> Account<'c> {
    /// The account of the client's keys.
    pub(crate) async fn of(client: &'c Client) -> Result<Self, Problem> {
        let caller = client.call::<GetCallerIdentity>(GetCallerIdentityRequest {}).await?;
        let id = caller.account.ok_or_else(|| Problem::failed("the server does not tell the account"))?;
        Ok(Self { client, id, managed: HashMap::new() })
    }

    pub(crate) async fn user(&mut self, name: &str) -> Result<Holder, Problem> {
        let mut holder = self.holder(Kind::User, name).await?;
        for group in api::pages(self.client, "ListGroupsForUser", &[("UserName", name)], "groups").await? {
            let group = text(&group, "groupName");
            let policies = self.policies("Group", &group).await?;
            holder.policies.extend(policies);
        }
        Ok(holder)
    }

    pub(crate) async fn role(&mut self, name: &str) -> Result<Holder, Problem> {
        self.holder(Kind::Role, name).await
    }

    /// Every user, then every role.
    pub(crate) async fn everybody(&mut self) -> Result<Vec<Holder>, Problem> {
        let mut holders = Vec::new();
        for user in api::pages(self.client, "ListUsers", &[], "users").await? {
            holders.push(self.user(&text(&user, "userName")).await?);
        }
        for role in api::pages(self.client, "ListRoles", &[], "roles").await? {
            holders.push(self.role(&text(&role, "roleName")).await?);
        }
        Ok(holders)
    }

    async fn holder(&mut self, kind: Kind, name: &str) -> Result<Holder, Problem> {
        let word = kind.word();
        let answer = api::call(self.client, &format!("Get{word}"), &[(&format!("{word}Name"), name)]).await?;
        let answer = &answer[word.to_lowercase()];
        let boundary = match answer["permissionsBoundary"]["permissionsBoundaryArn"].as_str() {
            Some(arn) => Some(self.managed(arn).await?),
            None => None,
        };
        let tags = answer["tags"].as_array().into_iter().flatten();
        Ok(Holder {
            kind,
            arn: text(answer, "arn"),
            id: text(answer, &format!("{}Id", word.to_lowercase())),
            name: text(answer, &format!("{}Name", word.to_lowercase())),
            tags: tags.map(|tag| (text(tag, "key"), text(tag, "value"))).collect(),
            policies: self.policies(word, name).await?,
            boundary,
            trust: answer["assumeRolePolicyDocument"].as_str().map(api::document),
        })
    }

    /// The inline and attached policies of a user, role or group.
    async fn policies(&mut self, word: &str, name: &str) -> Result<Vec<PolicyText>, Problem> {
        let member = format!("{word}Name");
        let mut policies = Vec::new();
        let list = format!("List{word}Policies");
        for policy in api::pages(self.client, &list, &[(&member, name)], "policyNames").await? {
            let policy = policy.as_str().unwrap_or_default();
            let get = format!("Get{word}Policy");
            let answer = api::call(self.client, &get, &[(&member, name), ("PolicyName", policy)]).await?;
            let document = api::document(&text(&answer, "policyDocument"));
            policies.push(PolicyText { arn: None, name: policy.to_owned(), document });
        }
        let list = format!("ListAttached{word}Policies");
        for policy in api::pages(self.client, &list, &[(&member, name)], "attachedPolicies").await? {
            policies.push(self.managed(&text(&policy, "policyArn")).await?);
        }
        Ok(policies)
    }

    async fn managed(&mut self, arn: &str) -> Result<PolicyText, Problem> {
        if let Some(policy) = self.managed.get(arn) {
            return Ok(policy.clone());
        }
        let policy = api::call(self.client, "GetPolicy", &[("PolicyArn", arn)]).await?;
        let version = text(&policy["policy"], "defaultVersionId");
        let input = [("PolicyArn", arn), ("VersionId", version.as_str())];
        let version = api::call(self.client, "GetPolicyVersion", &input).await?;
        let policy = PolicyText {
            arn: Some(arn.to_owned()),
            name: text(&policy["policy"], "policyName"),
            document: api::document(&text(&version["policyVersion"], "document")),
        };
        self.managed.insert(arn.to_owned(), policy.clone());
        Ok(policy)
    }
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Role => "Role",
        }
    }
}

fn text(json: &Value, member: &str) -> String {
    json[member].as_str().unwrap_or_default().to_owned()
}
