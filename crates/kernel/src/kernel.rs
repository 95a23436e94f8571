//! Dispatch: the one path that every call takes, from the network and between services.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use names::{AccountId, Timestamp};
use serde_json::Value as Json;
use shape::{IntoValue, Operation, OperationModel, Protocol, ServiceModel, Value};
use store::Snapshot;
use tokio::sync::Notify;

use crate::jobs::JobKinds;
use crate::record::Draft;
use crate::route::{Registry, Typed};
use crate::{
    Answer, At, Base, Call, Credential, CredentialError, Credentials, Cx, Directory, Effect, Fault, Gate,
    Handle, Identities, IdentityProviders, Job, ManagedPolicies, MfaDevices, Resources, Seal, Session, Write,
    holder, restrictions, trail,
};

/// The assembled kernel: registry, gate, credentials and jobs over the planes.
pub struct Kernel {
    pub(crate) base: Base,
    pub(crate) registry: Registry,
    pub(crate) gate: Gate,
    credentials: Vec<Arc<dyn Credentials>>,
    pub(crate) directory: Arc<dyn Directory>,
    pub(crate) mfa: Option<Arc<dyn MfaDevices>>,
    pub(crate) providers: Option<Arc<dyn IdentityProviders>>,
    pub(crate) jobs: JobKinds,
    /// Seals encoded authorization messages.
    messages: Seal,
    /// Rung after each write, since it may have made a job.
    pub(crate) bell: Notify,
}

/// Puts a kernel together.
pub struct Builder {
    base: Base,
    registry: Registry,
    identities: Option<Arc<dyn Identities>>,
    directory: Option<Arc<dyn Directory>>,
    managed: Option<Arc<dyn ManagedPolicies>>,
    mfa: Option<Arc<dyn MfaDevices>>,
    providers: Option<Arc<dyn IdentityProviders>>,
    resources: HashMap<&'static str, Arc<dyn Resources>>,
    credentials: Vec<Arc<dyn Credentials>>,
    jobs: JobKinds,
}

impl Builder {
    /// An empty kernel over the planes.
    #[must_use]
    pub fn new(base: Base) -> Self {
        Self {
            base,
            registry: Registry::default(),
            identities: None,
            directory: None,
            managed: None,
            mfa: None,
            providers: None,
            resources: HashMap::new(),
            credentials: Vec::new(),
            jobs: JobKinds::default(),
        }
    }

    /// Serves one operation. The generated `serve!` of each API calls this for all of them.
    pub fn serve<S: Handle<Op>, Op: Operation>(&mut self, service: &Arc<S>) {
        self.registry.serve::<S, Op>(service);
    }

    /// Who answers for identity policies.
    pub fn identities(&mut self, identities: Arc<dyn Identities>) {
        self.identities = Some(identities);
    }

    /// Who knows the users and roles.
    pub fn directory(&mut self, directory: Arc<dyn Directory>) {
        self.directory = Some(directory);
    }

    /// Who answers for managed policies. Without, sessions cannot be made with any.
    pub fn managed_policies(&mut self, managed: Arc<dyn ManagedPolicies>) {
        self.managed = Some(managed);
    }

    /// Who checks codes of multi-factor authentication. Without, nobody has a device.
    pub fn mfa(&mut self, devices: Arc<dyn MfaDevices>) {
        self.mfa = Some(devices);
    }

    /// Who knows the identity providers. Without, there are none.
    pub fn identity_providers(&mut self, providers: Arc<dyn IdentityProviders>) {
        self.providers = Some(providers);
    }

    /// Who answers for the resources of a service, by the service field of their ARNs.
    pub fn resources(&mut self, service: &'static str, resources: Arc<dyn Resources>) {
        self.resources.insert(service, resources);
    }

    /// One more source of credentials.
    pub fn credentials(&mut self, credentials: Arc<dyn Credentials>) {
        self.credentials.push(credentials);
    }

    /// Runs jobs of this kind with this service.
    pub fn job<J: Job>(&mut self, service: &Arc<J::Service>) {
        self.jobs.register::<J>(service);
    }

    /// The kernel. Without identities every caller would be without policies, so that is an error.
    pub fn build(self) -> Result<Arc<Kernel>, Fault> {
        let identities =
            self.identities.ok_or_else(|| Fault::internal("nobody answers for identity policies"))?;
        let directory = self.directory.ok_or_else(|| Fault::internal("nobody knows the users and roles"))?;
        Ok(Arc::new(Kernel {
            messages: self.base.master.seal("kernel/authorization-message"),
            base: self.base,
            registry: self.registry,
            gate: Gate::new(identities, Arc::clone(&directory), self.managed, self.resources)?,
            credentials: self.credentials,
            directory,
            mfa: self.mfa,
            providers: self.providers,
            jobs: self.jobs,
            bell: Notify::new(),
        }))
    }
}

impl Kernel {
    /// The planes below.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.base.now()
    }

    /// The services with at least one operation served.
    #[must_use]
    pub fn services(&self) -> &[&'static ServiceModel] {
        self.registry.services()
    }

    /// Reads the store.
    pub fn read<T>(&self, body: impl FnMut(&dyn Snapshot) -> Result<T, Fault>) -> Result<T, Fault> {
        self.base.read(body)
    }

    /// The credential of an access key. A key nobody answers for is unknown.
    pub fn credential(
        &self,
        access_key_id: &str,
        session_token: Option<&str>,
    ) -> Result<Credential, CredentialError> {
        let now = self.now();
        let mut found =
            self.credentials.iter().filter_map(|part| part.find(access_key_id, session_token, now));
        let found = found.next().unwrap_or(Err(CredentialError::Unknown))?;
        holder::now(&*self.directory, found)
    }

    /// The account of an access key, whether or not it is active.
    #[must_use]
    pub fn access_key_account(&self, access_key_id: &str) -> Option<AccountId> {
        self.directory.access_key_account(access_key_id).ok().flatten()
    }

    /// The session of a credential whose signature was verified.
    #[must_use]
    pub fn session(&self, verified: &Credential) -> Session {
        Session::new(verified)
    }

    /// Notes a verified use of a key.
    pub fn credential_used(&self, access_key_id: &str, service: &str, region: &str) {
        let now = self.now();
        for part in &self.credentials {
            part.used(access_key_id, service, region, now);
        }
    }

    /// Runs an operation found by its model, as the network does.
    pub async fn run_value(
        self: &Arc<Self>,
        model: &'static OperationModel,
        session: &Session,
        call: &Call,
        input: Value,
    ) -> Result<Value, Fault> {
        self.registry.erased(model)?.run(self, session, call, input).await
    }

    /// Runs an operation known by its type, as delegates do.
    pub async fn run<Op: Operation>(
        self: &Arc<Self>,
        session: &Session,
        call: &Call,
        input: Op::Input,
    ) -> Result<Op::Output, Fault> {
        let parameters = shape::json::to_json(Op::model().input, &input.clone().into_value());
        self.run_recorded::<Op>(session, call, input, parameters).await
    }

    pub(crate) async fn run_recorded<Op: Operation>(
        self: &Arc<Self>,
        session: &Session,
        call: &Call,
        input: Op::Input,
        parameters: Json,
    ) -> Result<Op::Output, Fault> {
        let route = self.registry.typed::<Op>()?;
        let mut cx = Cx::new(self, session, call, Op::service(), route.principal());
        let mut draft = Draft::of::<Op>(&route, session, call, &*self.base.entropy, parameters);
        let outcome = AssertUnwindSafe(self.attempt(&route, &mut cx, input, &mut draft)).catch_unwind().await;
        let outcome = outcome.unwrap_or_else(|_| Err(Fault::internal("the handler panicked")));
        let mut fault = match outcome {
            Ok(output) => return Ok(output),
            Err(fault) => fault,
        };
        if let Some(cause) = &fault.cause {
            tracing::error!(
                request = call.id,
                operation = Op::model().name,
                cause = &**cause,
                "internal error"
            );
        }
        let record = draft.failed(&fault, cx.decisions());
        if fault.is_denial() {
            fault.encoded = self.encode(&record).map(Arc::from);
        }
        self.base.write(Box::new(move |tx| Ok(trail::write(tx, &record)?))).await?;
        Err(fault)
    }

    async fn attempt<Op: Operation>(
        &self,
        route: &Arc<dyn Typed<Op>>,
        cx: &mut Cx,
        input: Op::Input,
        draft: &mut Draft,
    ) -> Result<Op::Output, Fault> {
        let at = At { kernel: self, session: &cx.session, call: &cx.call, service: Op::service() };
        if let Some(federated) = route.federated(&input, &at).await? {
            cx.session = Session::federated_by(federated);
            draft.called_by(&cx.session, &cx.call);
        }
        restrictions::check(&cx.session, Op::service(), Op::model())?;
        if cx.session.is_anonymous() && Op::service().protocol != Protocol::RestXml {
            return Err(Fault::missing_token(Op::service()));
        }
        let at = At { kernel: self, session: &cx.session, call: &cx.call, service: Op::service() };
        let checks = route.checks(&input, &at)?;
        let permitted = cx.with_decisions(|decisions| {
            self.gate.authorize::<Op>(&cx.session, &cx.call, self.now(), checks, input, decisions)
        })?;
        match route.handle(cx, permitted).await? {
            Answer::Output(output) => {
                // What changes no record of ours may still give something out, as `AssumeRole` does.
                let gives = route.effect() == Effect::Write;
                let response =
                    gives.then(|| shape::json::to_json(Op::model().output, &output.clone().into_value()));
                let record = draft.done(response, cx.decisions());
                self.base.write(Box::new(move |tx| Ok(trail::write(tx, &record)?))).await?;
                Ok(output)
            }
            Answer::Write(change) => self.carry_out::<Op>(change, draft.clone(), cx.decisions()).await,
        }
    }

    /// The change and its record, in one transaction.
    async fn carry_out<Op: Operation>(
        &self,
        mut change: Write<Op::Output>,
        draft: Draft,
        decisions: Vec<trail::Decision>,
    ) -> Result<Op::Output, Fault> {
        let written = self.base.write(Box::new(move |tx| {
            let output = change(tx)?;
            let response = shape::json::to_json(Op::model().output, &output.clone().into_value());
            trail::write(tx, &draft.done(Some(response), decisions.clone()))?;
            Ok(output)
        }));
        let output = written.await;
        self.bell.notify_one();
        output
    }

    /// The encoded authorization message of a refusal: a sealed reference to its record.
    fn encode(&self, record: &trail::Record) -> Option<String> {
        let reference = serde_json::to_vec(&trail::Reference::to(record)?).ok()?;
        Some(self.messages.seal(&*self.base.entropy, &reference))
    }

    /// The record behind an encoded authorization message.
    pub(crate) fn decode(&self, message: &str) -> Result<Option<trail::Record>, Fault> {
        let Ok(reference) = self.messages.open(message) else { return Ok(None) };
        let reference: trail::Reference = serde_json::from_slice(&reference).map_err(Fault::internal)?;
        self.read(|snapshot| Ok(reference.follow(snapshot)?))
    }

    /// Records a call that never reached an operation's checks: not authenticated, not decodable.
    pub async fn record_rejected(
        &self,
        operation: Option<(&'static ServiceModel, &'static OperationModel)>,
        session: &Session,
        call: &Call,
        fault: &Fault,
    ) -> Result<(), Fault> {
        let record = Draft::rejected(operation, session, call, &*self.base.entropy).failed(fault, Vec::new());
        self.base.write(Box::new(move |tx| Ok(trail::write(tx, &record)?))).await
    }
}
