//! What a service writes for each operation.

use std::future::Future;

use names::{Scope, ServicePrincipal, Timestamp};
use shape::Operation;
use store::{Snapshot, Transaction};

use crate::{
    Call, Checks, Cx, Directory, Fault, Federated, IdentityProviders, Kernel, MfaDevices, Permitted, Session,
};

/// A service: one AWS API, or several that share their data.
pub trait Service: Send + Sync + 'static {
    /// The name it signs its own calls with.
    const PRINCIPAL: ServicePrincipal;
}

/// Whether an operation changes anything, as CloudTrail's `readOnly` tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It only reads.
    Read,
    /// It may change something.
    Write,
}

/// CloudTrail's event categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Category {
    /// Operations on resources themselves.
    Management,
    /// Operations on what resources hold.
    Data,
}

/// How a service does one operation. Declared once; routing, authorization, audit and the tests over all
/// operations follow from it.
pub trait Handle<Op: Operation>: Service {
    /// Whether it changes anything.
    const EFFECT: Effect;
    /// Its category in the trail.
    const CATEGORY: Category = Category::Management;

    /// Who calls, for operations whose input is itself the proof: a token that an identity provider signed.
    /// Such calls need no signature. What is returned was verified, and becomes the caller.
    fn federated<'a>(
        &'a self,
        _: &'a Op::Input,
        _: &'a At<'a>,
    ) -> impl Future<Output = Result<Option<Federated>, Fault>> + Send + 'a {
        std::future::ready(Ok(None))
    }

    /// What must be allowed. Called before anything else looks at the input; the input is valid as far as
    /// the model tells.
    fn checks(&self, input: &Op::Input, at: &At<'_>) -> Result<Checks, Fault>;

    /// Does it.
    fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<Op>,
    ) -> impl Future<Output = Result<Answer<Op>, Fault>> + Send + 'a;
}

/// A change, run in one transaction with the record of the call. It may run more than once.
pub type Write<T> = Box<dyn FnMut(&mut dyn Transaction) -> Result<T, Fault> + Send>;

/// What a handler returns.
pub enum Answer<Op: Operation> {
    /// The output of a call that changes nothing more.
    Output(Op::Output),
    /// A change that yields the output.
    Write(Write<Op::Output>),
}

impl<Op: Operation> Answer<Op> {
    /// A change that yields the output.
    pub fn write(
        change: impl FnMut(&mut dyn Transaction) -> Result<Op::Output, Fault> + Send + 'static,
    ) -> Self {
        Self::Write(Box::new(change))
    }
}

/// Where a call stands before it is permitted: what checks may depend on.
pub struct At<'a> {
    pub(crate) kernel: &'a Kernel,
    /// Who calls.
    pub session: &'a Session,
    /// Under which circumstances.
    pub call: &'a Call,
    pub(crate) service: &'static shape::ServiceModel,
}

impl At<'_> {
    /// The caller's account and the call's region. A caller without account is asked for a signature.
    pub fn scope(&self) -> Result<Scope, Fault> {
        let account = self.session.account().ok_or_else(|| Fault::missing_token(self.service))?;
        Ok(Scope::new(account, self.call.region.clone()))
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.kernel.now()
    }

    /// Who exists.
    #[must_use]
    pub fn directory(&self) -> &dyn Directory {
        &*self.kernel.directory
    }

    /// Who checks codes of multi-factor authentication.
    #[must_use]
    pub fn mfa(&self) -> Option<&dyn MfaDevices> {
        self.kernel.mfa.as_deref()
    }

    /// Who knows the identity providers.
    #[must_use]
    pub fn identity_providers(&self) -> Option<&dyn IdentityProviders> {
        self.kernel.providers.as_deref()
    }

    /// Reads the store.
    pub fn read<T>(&self, body: impl FnMut(&dyn Snapshot) -> Result<T, Fault>) -> Result<T, Fault> {
        self.kernel.read(body)
    }
}
