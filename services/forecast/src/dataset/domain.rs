//! The domains, which fix the names of the target's fields. Source: "Predefined dataset domains and dataset
//! types" in the Forecast developer guide.

/// What a domain asks of a target dataset.
#[derive(Debug)]
pub(crate) struct Domain {
    pub(crate) name: &'static str,
    /// The attribute that tells items apart.
    pub(crate) item: &'static str,
    /// The attribute that is forecast.
    pub(crate) target: &'static str,
    /// A dimension that the domain knows, which need not be there.
    pub(crate) dimension: Option<&'static str>,
}

const DOMAINS: [Domain; 7] = [
    Domain { name: "RETAIL", item: "item_id", target: "demand", dimension: Some("location") },
    Domain { name: "CUSTOM", item: "item_id", target: "target_value", dimension: None },
    Domain { name: "INVENTORY_PLANNING", item: "item_id", target: "demand", dimension: Some("location") },
    Domain {
        name: "EC2_CAPACITY",
        item: "instance_type",
        target: "number_of_instances",
        dimension: Some("location"),
    },
    Domain {
        name: "WORK_FORCE",
        item: "workforce_type",
        target: "workforce_demand",
        dimension: Some("location"),
    },
    Domain { name: "WEB_TRAFFIC", item: "item_id", target: "value", dimension: None },
    Domain { name: "METRICS", item: "metric_name", target: "metric_value", dimension: None },
];

/// The attribute that every time series has.
pub(crate) const TIMESTAMP: &str = "timestamp";

impl Domain {
    pub(crate) fn of(name: &str) -> Option<&'static Self> {
        DOMAINS.iter().find(|domain| domain.name == name)
    }

    /// Whether the name is one of the domain's own, and so may be a reserved word.
    pub(crate) fn knows(&self, name: &str) -> bool {
        name == self.item || name == self.target || name == TIMESTAMP || Some(name) == self.dimension
    }
}
