//! What is asked.

use crate::context::Context;
use crate::principal::Principal;

/// One authorization: may this caller do this to that?
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The caller.
    pub principal: &'a Principal,
    /// `service:Name`, in the case messages shall show.
    pub action: &'a str,
    /// The ARN, or `*` for actions without a resource.
    pub resource: &'a str,
    /// The account that owns the resource; nothing means the caller's own.
    pub resource_account: Option<&'a str>,
    /// The condition keys.
    pub context: &'a Context<'a>,
    /// Whether the caller is a session of a service-linked role, which organizations cannot restrict.
    pub service_linked_role: bool,
    /// The canonical user id of the caller's account, for S3 policies that name one.
    pub canonical_user: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// A request within the caller's account.
    pub fn new(
        principal: &'a Principal,
        action: &'a str,
        resource: &'a str,
        context: &'a Context<'a>,
    ) -> Request<'a> {
        Request {
            principal,
            action,
            resource,
            resource_account: None,
            context,
            service_linked_role: false,
            canonical_user: None,
        }
    }

    /// The same request on a resource of an account.
    pub fn owned_by(self, account: &'a str) -> Request<'a> {
        Request { resource_account: Some(account), ..self }
    }

    /// Whether caller and resource are of different accounts.
    pub fn is_cross_account(&self) -> bool {
        match (self.principal.account(), self.resource_account) {
            (Some(caller), Some(owner)) => caller != owner,
            _ => false,
        }
    }
}
