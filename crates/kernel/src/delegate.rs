//! A service's hand for calling another service on somebody's behalf.
//!
//! Three ways, and no other: `forward` (as the caller), `assume` (as the customer's role) and `itself` (as the
//! service principal). Each call a delegate makes takes the same path as one from the network: checks, gate,
//! handler, record.

use std::sync::Arc;

use names::{Arn, Region, ServicePrincipal};
use serde::{Deserialize, Serialize};
use shape::Operation;

use crate::call::VIA_MAX;
use crate::entropy::uuid;
use crate::{Call, Fault, Kernel, Origin, Session, Source};

/// The stored right behind a delegate: never a credential.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// The customer's role.
    pub role: Arn,
    /// The resource for which the service acts; its account is the customer's.
    pub source: Arn,
    /// The name that the role's session bears in the customer's trail.
    pub session_name: String,
}

/// A session to call with, and how the callee will see it.
#[derive(Clone)]
pub struct Delegate {
    kernel: Arc<Kernel>,
    session: Session,
    service: ServicePrincipal,
    region: Region,
    via: Vec<ServicePrincipal>,
    source: Option<Source>,
}

impl Delegate {
    pub(crate) fn forward(
        kernel: &Arc<Kernel>,
        session: &Session,
        call: &Call,
        service: ServicePrincipal,
    ) -> Result<Self, Fault> {
        let mut via = call.via.clone();
        via.push(service);
        if via.len() > VIA_MAX {
            return Err(Fault::internal(format!("more than {VIA_MAX} services in one chain of calls")));
        }
        Ok(Self {
            kernel: Arc::clone(kernel),
            session: session.clone(),
            service,
            region: call.region.clone(),
            via,
            source: None,
        })
    }

    pub(crate) fn itself(
        kernel: &Arc<Kernel>,
        service: ServicePrincipal,
        region: &Region,
        source: Source,
    ) -> Self {
        Self {
            kernel: Arc::clone(kernel),
            session: Session::service(service),
            service,
            region: region.clone(),
            via: Vec::new(),
            source: Some(source),
        }
    }

    /// Runs `sts:AssumeRole` as the service principal, through the same dispatch as everything else: the
    /// role's trust policy decides, seeing `aws:SourceArn` and `aws:SourceAccount`.
    pub(crate) async fn assume(
        kernel: &Arc<Kernel>,
        service: ServicePrincipal,
        region: &Region,
        delegation: &Delegation,
    ) -> Result<Self, Fault> {
        let account = delegation.source.account_id();
        let account =
            account.ok_or_else(|| Fault::internal("a delegation's source belongs to no account"))?;
        let source = Source { arn: delegation.source.clone(), account };
        let myself = Self::itself(kernel, service, region, source);
        let request = api_sts::AssumeRoleRequest {
            role_arn: delegation.role.to_string(),
            role_session_name: delegation.session_name.clone(),
            policy_arns: None,
            policy: None,
            duration_seconds: Some(3600),
            tags: None,
            transitive_tag_keys: None,
            external_id: None,
            serial_number: None,
            token_code: None,
            source_identity: None,
            provided_contexts: None,
        };
        let answer = myself.call::<api_sts::AssumeRole>(request).await?;
        let credentials =
            answer.credentials.ok_or_else(|| Fault::internal("no credentials in the answer"))?;
        let credential = kernel.credential(&credentials.access_key_id, Some(&credentials.session_token));
        let credential =
            credential.map_err(|_| Fault::internal("the fresh session does not authenticate"))?;
        Ok(Self { session: kernel.session(&credential), source: None, ..myself })
    }

    /// Calls an operation.
    pub async fn call<Op: Operation>(&self, input: Op::Input) -> Result<Op::Output, Fault> {
        let call = Call {
            id: uuid(&*self.kernel.base.entropy),
            received_at: self.kernel.now(),
            region: self.region.clone(),
            origin: Origin::Service(self.service),
            via: self.via.clone(),
            source: self.source.clone(),
        };
        // Boxed, since a handler may call through a delegate itself.
        Box::pin(self.kernel.run::<Op>(&self.session, &call, input)).await
    }
}
