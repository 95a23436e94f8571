//! The registry: from an operation to the service that does it.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use shape::{FromValue, IntoValue, Operation, OperationModel, ServiceModel, Value};

use crate::{
    Answer, At, Call, Category, Checks, Cx, Effect, Fault, Federated, Handle, Kernel, Permitted, Session,
};

/// A handler without its service's type.
pub(crate) trait Typed<Op: Operation>: Send + Sync {
    fn effect(&self) -> Effect;
    fn category(&self) -> Category;
    fn principal(&self) -> names::ServicePrincipal;
    fn federated<'a>(
        &'a self,
        input: &'a Op::Input,
        at: &'a At<'a>,
    ) -> BoxFuture<'a, Result<Option<Federated>, Fault>>;
    fn checks(&self, input: &Op::Input, at: &At<'_>) -> Result<Checks, Fault>;
    fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<Op>) -> BoxFuture<'a, Result<Answer<Op>, Fault>>;
}

struct Served<S>(Arc<S>);

impl<S: Handle<Op>, Op: Operation> Typed<Op> for Served<S> {
    fn effect(&self) -> Effect {
        S::EFFECT
    }

    fn category(&self) -> Category {
        S::CATEGORY
    }

    fn principal(&self) -> names::ServicePrincipal {
        S::PRINCIPAL
    }

    fn federated<'a>(
        &'a self,
        input: &'a Op::Input,
        at: &'a At<'a>,
    ) -> BoxFuture<'a, Result<Option<Federated>, Fault>> {
        Box::pin(self.0.federated(input, at))
    }

    fn checks(&self, input: &Op::Input, at: &At<'_>) -> Result<Checks, Fault> {
        self.0.checks(input, at)
    }

    fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<Op>) -> BoxFuture<'a, Result<Answer<Op>, Fault>> {
        Box::pin(self.0.handle(cx, input))
    }
}

/// A route without its operation's type: values in, values out.
pub(crate) trait Erased: Send + Sync {
    fn run<'a>(
        &'a self,
        kernel: &'a Arc<Kernel>,
        session: &'a Session,
        call: &'a Call,
        input: Value,
    ) -> BoxFuture<'a, Result<Value, Fault>>;
}

struct ByValue<Op>(PhantomData<fn() -> Op>);

impl<Op: Operation> Erased for ByValue<Op> {
    fn run<'a>(
        &'a self,
        kernel: &'a Arc<Kernel>,
        session: &'a Session,
        call: &'a Call,
        input: Value,
    ) -> BoxFuture<'a, Result<Value, Fault>> {
        Box::pin(async move {
            let parameters = shape::json::to_json(Op::model().input, &input);
            let input = Op::Input::from_value(input)?;
            Ok(kernel.run_recorded::<Op>(session, call, input, parameters).await?.into_value())
        })
    }
}

/// All served operations.
#[derive(Default)]
pub struct Registry {
    typed: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
    by_model: HashMap<ModelKey, Box<dyn Erased>>,
    services: Vec<&'static ServiceModel>,
}

/// The address of a model, which is a static and so tells operations apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ModelKey(usize);

impl ModelKey {
    fn of(model: &'static OperationModel) -> Self {
        Self(std::ptr::from_ref(model).addr())
    }
}

impl Registry {
    pub(crate) fn serve<S: Handle<Op>, Op: Operation>(&mut self, service: &Arc<S>) {
        let typed: Arc<dyn Typed<Op>> = Arc::new(Served(Arc::clone(service)));
        self.typed.insert(TypeId::of::<Op>(), Box::new(typed));
        self.by_model.insert(ModelKey::of(Op::model()), Box::new(ByValue::<Op>(PhantomData)));
        if !self.services.iter().any(|known| std::ptr::eq(*known, Op::service())) {
            self.services.push(Op::service());
        }
    }

    pub(crate) fn typed<Op: Operation>(&self) -> Result<Arc<dyn Typed<Op>>, Fault> {
        let found = self.typed.get(&TypeId::of::<Op>());
        let typed = found.and_then(|any| any.downcast_ref::<Arc<dyn Typed<Op>>>());
        typed
            .cloned()
            .ok_or_else(|| Fault::internal(format!("operation `{}` is not served", Op::model().name)))
    }

    pub(crate) fn erased(&self, model: &'static OperationModel) -> Result<&dyn Erased, Fault> {
        let found = self.by_model.get(&ModelKey::of(model));
        found
            .map(AsRef::as_ref)
            .ok_or_else(|| Fault::internal(format!("operation `{}` is not served", model.name)))
    }

    /// The services with at least one operation served.
    #[must_use]
    pub fn services(&self) -> &[&'static ServiceModel] {
        &self.services
    }
}
