//! What IAM keeps of an account's principals, read through its API with the caller's own rights.

mod api;
mod whole;

use std::collections::{BTreeMap, HashMap};

use api_sts::{GetCallerIdentity, GetCallerIdentityRequest};
use client::Client;
use serde_json::Value;

use crate::report::{Exit, Problem};

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
    pub(crate) tags: BTreeMap<String, String>,
    /// Inline and attached policies, those of a user's groups among them.
    pub(crate) policies: Vec<PolicyText>,
    pub(crate) boundary: Option<PolicyText>,
    /// Set for roles.
    pub(crate) trust: Option<String>,
}

/// What reading a user takes.
const OF_USER: [&str; 10] = [
    "iam:GetUser",
    "iam:ListUserPolicies",
    "iam:GetUserPolicy",
    "iam:ListAttachedUserPolicies",
    "iam:ListGroupsForUser",
    "iam:ListGroupPolicies",
    "iam:GetGroupPolicy",
    "iam:ListAttachedGroupPolicies",
    "iam:GetPolicy",
    "iam:GetPolicyVersion",
];
/// What reading a role takes.
const OF_ROLE: [&str; 6] = [
    "iam:GetRole",
    "iam:ListRolePolicies",
    "iam:GetRolePolicy",
    "iam:ListAttachedRolePolicies",
    "iam:GetPolicy",
    "iam:GetPolicyVersion",
];

/// A refusal with the permissions that reading takes, the missing one first.
fn needing(problem: Problem, what: &str, permissions: &[&str]) -> Problem {
    if problem.exit != Exit::Denied {
        return problem;
    }
    let list = permissions.join(", ");
    let missing = permissions
        .iter()
        .map(|permission| permission.split(' ').next().unwrap_or_default())
        .find(|action| problem.message.split_whitespace().any(|word| word == *action));
    let missing = missing.map(|action| format!("you lack {action}; ")).unwrap_or_default();
    let explain = problem.hint.as_ref().map(|hint| format!("; more: {hint}")).unwrap_or_default();
    problem.hint(format!("{missing}reading {what} takes {list}{explain}"))
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
        match self.whole_user(name).await {
            Ok(holder) => Ok(holder),
            Err(problem) => Err(needing(self.meaning(problem, Kind::User, name).await, "a user", &OF_USER)),
        }
    }

    pub(crate) async fn role(&mut self, name: &str) -> Result<Holder, Problem> {
        match self.holder(Kind::Role, name).await {
            Ok(holder) => Ok(holder),
            Err(problem) => Err(needing(self.meaning(problem, Kind::Role, name).await, "a role", &OF_ROLE)),
        }
    }

    /// Every user, then every role.
    pub(crate) async fn everybody(&mut self) -> Result<Vec<Holder>, Problem> {
        let holders = whole::holders(self.client).await;
        holders.map_err(|problem| {
            needing(problem, "all users and roles", &["iam:GetAccountAuthorizationDetails on *"])
        })
    }

    /// The default version of a managed policy.
    pub(crate) async fn policy(&mut self, arn: &str) -> Result<PolicyText, Problem> {
        let needs = ["iam:GetPolicy", "iam:GetPolicyVersion"];
        self.managed(arn).await.map_err(|problem| needing(problem, "a managed policy", &needs))
    }

    /// The tags of a resource of IAM other than users and roles; none where it cannot be read, which is all that can
    /// be known then.
    pub(crate) async fn tags_of(&self, arn: &str) -> BTreeMap<String, String> {
        let tail = arn.splitn(6, ':').nth(5).unwrap_or_default();
        let name = tail.rsplit('/').next().unwrap_or_default();
        let (operation, member, value) = match tail.split('/').next() {
            Some("policy") => ("ListPolicyTags", "PolicyArn", arn),
            Some("instance-profile") => ("ListInstanceProfileTags", "InstanceProfileName", name),
            Some("mfa") => ("ListMFADeviceTags", "SerialNumber", arn),
            Some("oidc-provider") => ("ListOpenIDConnectProviderTags", "OpenIDConnectProviderArn", arn),
            Some("saml-provider") => ("ListSAMLProviderTags", "SAMLProviderArn", arn),
            _ => return BTreeMap::new(),
        };
        let listed = api::pages(self.client, operation, &[(member, value)], "tags").await;
        listed.iter().flatten().map(|tag| (text(tag, "key"), text(tag, "value"))).collect()
    }

    /// A name that nobody has, with the one that may be meant, as far as the caller may list them.
    async fn meaning(&self, problem: Problem, kind: Kind, name: &str) -> Problem {
        if problem.code != "NoSuchEntity" {
            return problem;
        }
        let (word, lower) = (kind.word(), kind.word().to_lowercase());
        let listed = api::pages(self.client, &format!("List{word}s"), &[], &format!("{lower}s"))
            .await
            .unwrap_or_default();
        let names: Vec<String> = listed.iter().map(|one| text(one, &format!("{lower}Name"))).collect();
        match policy::nearest(name, names.iter().map(String::as_str)) {
            Some(near) => problem.hint(format!("did you mean {lower}/{near}?")),
            None => problem.hint(format!("aws iam list-{lower}s shows those of this account")),
        }
    }

    async fn whole_user(&mut self, name: &str) -> Result<Holder, Problem> {
        let mut holder = self.holder(Kind::User, name).await?;
        for group in api::pages(self.client, "ListGroupsForUser", &[("UserName", name)], "groups").await? {
            let group = text(&group, "groupName");
            let policies = self.policies("Group", &group).await?;
            holder.policies.extend(policies);
        }
        Ok(holder)
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
