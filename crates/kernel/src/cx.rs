//! What a handler may reach.

use std::sync::{Arc, Mutex};

use names::{AccountId, Arn, Scope, ServicePrincipal, Timestamp};
use shape::ServiceModel;
use store::Snapshot;

use crate::trail::Decision;
use crate::{Base, Call, Check, Delegate, Delegation, Directory, Fault, Kernel, MfaDevices, Session, Source};

/// The surroundings of one running operation.
pub struct Cx {
    pub(crate) kernel: Arc<Kernel>,
    pub(crate) session: Session,
    pub(crate) call: Call,
    service: &'static ServiceModel,
    principal: ServicePrincipal,
    decisions: Mutex<Vec<Decision>>,
}

impl Cx {
    pub(crate) fn new(
        kernel: &Arc<Kernel>,
        session: &Session,
        call: &Call,
        service: &'static ServiceModel,
        principal: ServicePrincipal,
    ) -> Self {
        Self {
            kernel: Arc::clone(kernel),
            session: session.clone(),
            call: call.clone(),
            service,
            principal,
            decisions: Mutex::new(Vec::new()),
        }
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.kernel.now()
    }

    /// Who calls.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Under which circumstances.
    #[must_use]
    pub fn call(&self) -> &Call {
        &self.call
    }

    /// The planes below, for entropy and seals.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.kernel.base
    }

    /// The caller's account; callers without one are asked for a signature.
    pub fn account(&self) -> Result<AccountId, Fault> {
        self.session.account().ok_or_else(|| Fault::missing_token(self.service))
    }

    /// The caller's account and the call's region.
    pub fn scope(&self) -> Result<Scope, Fault> {
        Ok(Scope::new(self.account()?, self.call.region.clone()))
    }

    /// Reads the store.
    pub fn read<T>(&self, body: impl FnMut(&dyn Snapshot) -> Result<T, Fault>) -> Result<T, Fault> {
        self.kernel.read(body)
    }

    /// Who exists.
    #[must_use]
    pub fn directory(&self) -> &dyn Directory {
        &*self.kernel.directory
    }

    /// The managed policy of this ARN, as a session of `account` would have it.
    pub fn managed_policy(
        &self,
        account: AccountId,
        arn: &str,
    ) -> Result<Option<policy::NamedPolicy>, Fault> {
        self.kernel.gate.managed_policy(account, arn)
    }

    /// Who checks codes of multi-factor authentication, to use one up in a write.
    #[must_use]
    pub fn mfa(&self) -> Option<Arc<dyn MfaDevices>> {
        self.kernel.mfa.clone()
    }

    /// The record of a refusal: by its encoded authorization message or, within the caller's account, by its
    /// request id, its event id or the words of its message.
    pub fn refusal(&self, named: &str) -> Result<Option<crate::trail::Record>, Fault> {
        match self.kernel.decode(named)? {
            Some(record) => Ok(Some(record)),
            None => {
                let account = self.account()?;
                self.read(|snapshot| Ok(crate::refusals::find(snapshot, account, named)?))
            }
        }
    }

    /// One more question to the gate: same gate, same record.
    pub fn check(&self, check: &Check) -> Result<(), Fault> {
        self.with_decisions(|decisions| {
            let kernel = &self.kernel;
            kernel.gate.ask(self.service, &self.session, &self.call, kernel.now(), check, decisions)
        })
    }

    /// A hand that calls as the caller, through this service.
    pub fn forward(&self) -> Result<Delegate, Fault> {
        Delegate::forward(&self.kernel, &self.session, &self.call, self.principal)
    }

    /// A hand that calls as the customer's role, which its trust policy must allow.
    pub async fn assume(&self, delegation: &Delegation) -> Result<Delegate, Fault> {
        Delegate::assume(&self.kernel, self.principal, &self.call.region, delegation).await
    }

    /// A hand that calls as this service itself, for a resource.
    pub fn itself(&self, arn: &Arn) -> Result<Delegate, Fault> {
        let source = Source { arn: arn.clone(), account: self.account()? };
        Ok(Delegate::itself(&self.kernel, self.principal, &self.call.region, source))
    }

    pub(crate) fn with_decisions<T>(&self, body: impl FnOnce(&mut Vec<Decision>) -> T) -> T {
        // A poisoned lock means a panic while recording; the list itself is still whole.
        let mut decisions = self.decisions.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        body(&mut decisions)
    }

    pub(crate) fn decisions(&self) -> Vec<Decision> {
        self.with_decisions(|decisions| decisions.clone())
    }
}
