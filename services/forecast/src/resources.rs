//! What the gate asks of this service: the tags of its resources.

use kernel::{Fault, ResourceFacts, Resources};
use names::{Arn, Scope};

use crate::kind::Kind;
use crate::record::{self, Resource, for_kind};
use crate::{Forecast, tags};

impl Resources for Forecast {
    fn facts(&self, action: &str, arn: &Arn) -> Result<Option<ResourceFacts>, Fault> {
        let (Some((kind, _)), Some(account), Ok(region)) =
            (Kind::of(arn), arn.account_id(), arn.region().parse())
        else {
            return Ok(None);
        };
        // What is about to be made has no tags yet, whatever bears its name now.
        if action == kind.created_by() {
            return Ok(None);
        }
        let scope = Scope::new(account, region);
        let exists = self
            .base
            .read(|view| for_kind!(kind, R => Ok(R::TABLE.exists(view, &scope, record::key(arn))?)))?;
        if !exists {
            return Ok(None);
        }
        let tags = self.base.read(|view| tags::read(view, &scope, arn.as_str()))?;
        Ok(Some(ResourceFacts { owner: Some(account), policy: None, tags }))
    }
}
