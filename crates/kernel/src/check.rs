//! Questions to the gate.

use std::collections::BTreeMap;

use names::{AccountId, Arn, ServicePrincipal};
use policy::Context;
use shape::Operation;

/// One question: may this session do this action on this resource in this context?
#[derive(Debug, Clone)]
pub struct Check {
    /// `service:Name`, in its canonical case.
    pub action: String,
    /// The ARN, or `*` for actions without resource.
    pub resource: String,
    /// How a refusal names the resource, where not by its ARN: IAM says `role Build`, so that a refused caller
    /// does not learn the path of a role, and with it that the role exists. Empty where it names none.
    pub named: Option<String>,
    /// The owner of the resource, where its ARN does not tell.
    pub owner: Option<AccountId>,
    /// The keys of the request beyond the global ones.
    pub context: Context<'static>,
    /// The keys that tell what the resource is, such as its tags: what only its owner's account may learn.
    pub of_resource: Context<'static>,
}

impl Check {
    /// A question about one action on one resource.
    #[must_use]
    pub fn new(action: impl Into<String>, resource: impl Into<String>) -> Self {
        Self {
            action: action.into(),
            resource: resource.into(),
            named: None,
            owner: None,
            context: Context::default(),
            of_resource: Context::default(),
        }
    }

    /// The same, with a single-valued key.
    #[must_use]
    pub fn key(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.context.set(key, value.into());
        self
    }

    /// The same, with a multivalued key.
    #[must_use]
    pub fn keys(mut self, key: &'static str, values: Vec<String>) -> Self {
        self.context.set_multi(key, values);
        self
    }

    /// The same, with a key that tells what the resource is.
    #[must_use]
    pub fn resource_key(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.of_resource.set(key.into(), value.into());
        self
    }

    /// The same, with another name for the resource in refusals.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.named = Some(name.into());
        self
    }

    /// The same, about a resource of this owner.
    #[must_use]
    pub fn owner(mut self, owner: AccountId) -> Self {
        self.owner = Some(owner);
        self
    }

    /// The same, with `aws:RequestTag/K` and `aws:TagKeys`.
    #[must_use]
    pub fn request_tags<'t>(mut self, tags: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut keys = Vec::new();
        for (key, value) in tags {
            self.context.set(format!("aws:RequestTag/{key}"), value.to_owned());
            keys.push(key.to_owned());
        }
        if !keys.is_empty() {
            self.context.set_multi("aws:TagKeys", keys);
        }
        self
    }

    /// The same, with `aws:ResourceTag/K`.
    #[must_use]
    pub fn resource_tags(self, tags: &BTreeMap<String, String>) -> Self {
        let with = |check: Self, (key, value)| check.resource_key(format!("aws:ResourceTag/{key}"), value);
        tags.iter().fold(self, with)
    }
}

/// All that must be allowed before an operation runs. Never empty by accident.
#[derive(Debug, Clone)]
pub struct Checks {
    pub(crate) wanted: Wanted,
}

#[derive(Debug, Clone)]
pub(crate) enum Wanted {
    /// Every check must be allowed.
    All(Vec<Check>),
    /// Any signed caller may.
    Signed,
}

impl Checks {
    /// The action `service:Operation` on a resource.
    #[must_use]
    pub fn on<Op: Operation>(resource: impl Into<String>) -> Self {
        Self::of(Check::new(format!("{}:{}", Op::service().prefix, Op::model().name), resource))
    }

    /// A first check other than the operation's own name.
    #[must_use]
    pub fn of(check: Check) -> Self {
        Self { wanted: Wanted::All(vec![check]) }
    }

    /// Any signed caller may, whatever the policies say. Only for operations that AWS leaves open to all
    /// signed callers.
    #[must_use]
    pub fn signed_only() -> Self {
        Self { wanted: Wanted::Signed }
    }

    /// A further check, asked after those before it.
    #[must_use]
    pub fn and(mut self, check: Check) -> Self {
        match &mut self.wanted {
            Wanted::All(checks) => checks.push(check),
            Wanted::Signed => self.wanted = Wanted::All(vec![check]),
        }
        self
    }

    /// Changes the first check.
    #[must_use]
    pub fn map(mut self, change: impl FnOnce(Check) -> Check) -> Self {
        if let Wanted::All(checks) = &mut self.wanted
            && !checks.is_empty()
        {
            let first = checks.remove(0);
            checks.insert(0, change(first));
        }
        self
    }

    /// May the caller hand this role to `service`, for the resource `associated`?
    ///
    /// Source: "Granting a user permissions to pass a role to an AWS service" in the IAM user guide.
    #[must_use]
    pub fn pass_role(self, role: &Arn, service: ServicePrincipal, associated: &str) -> Self {
        self.and(
            Check::new("iam:PassRole", role.as_str())
                .key("iam:PassedToService", service.as_str())
                .key("iam:AssociatedResourceArn", associated),
        )
    }
}
