//! What the gate asks of this service: the tags of its resources.

use kernel::{Fault, ResourceFacts, Resources};
use names::{Arn, Scope};

use crate::Forecast;
use crate::kind::Kind;
use crate::record::{self, Resource, for_kind};

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
        let tags = self.base.read(|view| {
            for_kind!(kind, R => {
                let found: Option<R> = R::TABLE.get(view, &scope, record::key(arn))?;
                Ok(found.map(|record| record.common().tags.clone()))
            })
        })?;
        Ok(tags.map(|tags| ResourceFacts { owner: Some(account), tags, ..ResourceFacts::default() }))
    }
}
