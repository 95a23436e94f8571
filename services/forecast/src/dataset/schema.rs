//! Schemas of target datasets.

use std::collections::HashSet;

use kernel::Fault;
use serde::{Deserialize, Serialize};

use super::domain::{Domain, TIMESTAMP};
use super::reserved::is_reserved;
use crate::quota;
use crate::wording::{invalid, not_implemented};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum AttributeType {
    String,
    Integer,
    Float,
    Timestamp,
}

impl AttributeType {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Timestamp => "timestamp",
        }
    }

    fn read(text: &str) -> Result<Self, Fault> {
        match text {
            "string" => Ok(Self::String),
            "integer" => Ok(Self::Integer),
            "float" => Ok(Self::Float),
            "timestamp" => Ok(Self::Timestamp),
            "geolocation" => Err(not_implemented("The attribute type geolocation")),
            _ => Err(invalid(format!("The attribute type {text} is not valid"))),
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) kind: AttributeType,
}

/// The columns of a dataset, in the order of its files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Schema {
    pub(crate) attributes: Vec<Attribute>,
}

/// Which column is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) item: usize,
    pub(crate) timestamp: usize,
    pub(crate) target: usize,
    /// The others, in schema order.
    pub(crate) dimensions: Vec<usize>,
}

impl Schema {
    /// Reads the schema of a target dataset, which must suit the domain.
    pub(crate) fn target(domain: &Domain, schema: &api_forecast::Schema) -> Result<Self, Fault> {
        let attributes = schema.attributes.as_deref().unwrap_or_default();
        let attributes = attributes.iter().map(attribute).collect::<Result<Vec<_>, _>>()?;
        let schema = Self { attributes };
        schema.check_names(domain)?;
        schema.check_roles(domain)?;
        Ok(schema)
    }

    fn check_names(&self, domain: &Domain) -> Result<(), Fault> {
        if self.attributes.len() > quota::TARGET_COLUMNS_MAX {
            let most = quota::TARGET_COLUMNS_MAX;
            return Err(invalid(format!(
                "The schema of a TARGET_TIME_SERIES dataset has at most {most} attributes"
            )));
        }
        let mut seen = HashSet::new();
        for Attribute { name, .. } in &self.attributes {
            if !seen.insert(name.to_ascii_lowercase()) {
                return Err(invalid(format!("The schema has more than one attribute with the name {name}")));
            }
            if is_reserved(name) && !domain.knows(name) {
                return Err(invalid(format!(
                    "The attribute name {name} is reserved and cannot be used in a schema"
                )));
            }
        }
        Ok(())
    }

    fn check_roles(&self, domain: &Domain) -> Result<(), Fault> {
        use AttributeType::{Float, Integer, String, Timestamp};
        for (name, kinds) in
            [(domain.item, &[String][..]), (TIMESTAMP, &[Timestamp]), (domain.target, &[Float, Integer])]
        {
            let Some(at) = self.find(name) else {
                return Err(invalid(format!(
                    "The schema of a TARGET_TIME_SERIES dataset in the {} domain must have the attribute {name}",
                    domain.name
                )));
            };
            if let Some(attribute) =
                self.attributes.get(at).filter(|attribute| !kinds.contains(&attribute.kind))
            {
                let allowed: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
                return Err(invalid(format!(
                    "The attribute {name} must be of type {}, not {}",
                    allowed.join(" or "),
                    attribute.kind.as_str()
                )));
            }
        }
        let extra =
            |attribute: &&Attribute| ![domain.item, TIMESTAMP, domain.target].contains(&&*attribute.name);
        if let Some(wrong) = self.attributes.iter().filter(extra).find(|attribute| attribute.kind != String) {
            return Err(invalid(format!(
                "The attribute {} is a dimension of the target time series and must be of type string",
                wrong.name
            )));
        }
        Ok(())
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.attributes.iter().position(|attribute| attribute.name == name)
    }

    /// Which column is what. The schema was checked when the dataset was made.
    pub(crate) fn layout(&self, domain: &str) -> Result<Layout, Fault> {
        let lost = || Fault::internal("a dataset without the columns of its domain");
        let domain = Domain::of(domain).ok_or_else(lost)?;
        let at = |name: &str| self.find(name).ok_or_else(lost);
        let (item, timestamp, target) = (at(domain.item)?, at(TIMESTAMP)?, at(domain.target)?);
        let is_dimension = |column: &usize| ![item, timestamp, target].contains(column);
        let dimensions = (0..self.attributes.len()).filter(is_dimension).collect();
        Ok(Layout { item, timestamp, target, dimensions })
    }

    /// The name of a column.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.attributes.get(column).map(|attribute| attribute.name.as_str()).unwrap_or_default()
    }
}

fn attribute(attribute: &api_forecast::SchemaAttribute) -> Result<Attribute, Fault> {
    let (Some(name), Some(kind)) = (&attribute.attribute_name, &attribute.attribute_type) else {
        return Err(invalid("Each attribute of a schema must have an AttributeName and an AttributeType"));
    };
    Ok(Attribute { name: name.clone(), kind: AttributeType::read(kind)? })
}

impl From<Schema> for api_forecast::Schema {
    fn from(schema: Schema) -> Self {
        let attribute = |attribute: Attribute| api_forecast::SchemaAttribute {
            attribute_name: Some(attribute.name),
            attribute_type: Some(attribute.kind.as_str().to_owned()),
        };
        Self { attributes: Some(schema.attributes.into_iter().map(attribute).collect()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `name:type` pairs; gives the layout or the refusal.
    #[track_caller]
    fn check(domain: &str, columns: &str, expect: Result<(usize, usize, usize, &[usize]), &str>) {
        let attributes = columns.split_whitespace().map(|column| {
            let (name, kind) = column.split_once(':').unwrap();
            api_forecast::SchemaAttribute {
                attribute_name: Some(name.to_owned()),
                attribute_type: Some(kind.to_owned()),
            }
        });
        let wire = api_forecast::Schema { attributes: Some(attributes.collect()) };
        let read = Schema::target(Domain::of(domain).unwrap(), &wire).map_err(|fault| fault.message);
        let read = read.map(|schema| schema.layout(domain).unwrap());
        let read = read.as_ref().map(|it| (it.item, it.timestamp, it.target, it.dimensions.as_slice()));
        assert_eq!(read.map_err(String::as_str), expect);
    }

    #[test]
    fn the_columns_of_a_domain_may_stand_in_any_order() {
        check("CUSTOM", "item_id:string timestamp:timestamp target_value:float", Ok((0, 1, 2, &[])));
        check(
            "CUSTOM",
            "store:string target_value:integer timestamp:timestamp item_id:string",
            Ok((3, 2, 1, &[0])),
        );
        check("METRICS", "metric_name:string timestamp:timestamp metric_value:float", Ok((0, 1, 2, &[])));
    }

    #[test]
    fn names_of_the_domain_are_never_reserved() {
        check(
            "RETAIL",
            "item_id:string timestamp:timestamp demand:float location:string",
            Ok((0, 1, 2, &[3])),
        );
        check("WEB_TRAFFIC", "item_id:string timestamp:timestamp value:float", Ok((0, 1, 2, &[])));
        let refused = "The attribute name Value is reserved and cannot be used in a schema";
        check("CUSTOM", "item_id:string timestamp:timestamp target_value:float Value:string", Err(refused));
    }

    #[test]
    fn other_schemas_are_refused() {
        for (columns, refused) in [
            (
                "item_id:string timestamp:timestamp demand:float",
                "The schema of a TARGET_TIME_SERIES dataset in the CUSTOM domain must have the attribute target_value",
            ),
            (
                "item_id:integer timestamp:timestamp target_value:float",
                "The attribute item_id must be of type string, not integer",
            ),
            (
                "item_id:string timestamp:string target_value:float",
                "The attribute timestamp must be of type timestamp, not string",
            ),
            (
                "item_id:string timestamp:timestamp target_value:string",
                "The attribute target_value must be of type float or integer, not string",
            ),
            (
                "item_id:string timestamp:timestamp target_value:float price:float",
                "The attribute price is a dimension of the target time series and must be of type string",
            ),
            (
                "item_id:string timestamp:timestamp target_value:float Item_ID:string",
                "The schema has more than one attribute with the name Item_ID",
            ),
            (
                "item_id:string timestamp:timestamp target_value:float place:geolocation",
                "The attribute type geolocation is not implemented yet.",
            ),
            (
                "item_id:string timestamp:timestamp target_value:float a:string b:string d:string e:string f:string \
                 g:string h:string i:string j:string k:string l:string",
                "The schema of a TARGET_TIME_SERIES dataset has at most 13 attributes",
            ),
        ] {
            check("CUSTOM", columns, Err(refused));
        }
    }
}
