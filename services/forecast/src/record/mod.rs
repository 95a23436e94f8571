//! What is stored. Every resource has the same frame, [`Common`], around what is its own.

mod keep;

use std::collections::BTreeMap;

use blobs::BlobId;
use kernel::Fault;
use names::{Arn, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::{Global, Table};

use crate::kind::Kind;
use crate::status::Status;

pub(crate) use keep::{
    active_import, all, arn_of, change, get, imports_in, insert, key, name_blob, named, put, ready, remove,
    update,
};

/// The blobs that records name, each with the ARN of its resource. What is not in here is swept.
pub(crate) const BLOBS: Global<Arn> = Global::new("forecast/blob");

/// What every resource has.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Common {
    pub(crate) arn: Arn,
    pub(crate) name: String,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    pub(crate) status: Status,
    /// Why it failed.
    pub(crate) message: Option<String>,
    /// If it failed by a refusal: the encoded authorization message that leads to its record.
    pub(crate) refusal: Option<String>,
    pub(crate) tags: BTreeMap<String, String>,
}

impl Common {
    pub(crate) fn new(arn: Arn, name: String, status: Status, now: Timestamp) -> Self {
        Self {
            arn,
            name,
            created: now,
            modified: now,
            status,
            message: None,
            refusal: None,
            tags: BTreeMap::new(),
        }
    }

    pub(crate) fn becomes(&mut self, status: Status, now: Timestamp) {
        self.status = status;
        self.modified = now;
    }

    pub(crate) fn fails(&mut self, fault: &Fault, now: Timestamp) {
        self.becomes(Status::CreateFailed, now);
        self.message = Some(fault.message.clone());
        self.refusal = fault.encoded.as_deref().map(str::to_owned);
    }
}

/// A kind of resource as it is stored. Its key is what its ARN has behind the kind.
pub(crate) trait Resource: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// Which kind.
    const KIND: Kind;
    /// Where.
    const TABLE: Table<Self>;

    fn common(&self) -> &Common;
    fn common_mut(&mut self) -> &mut Common;

    /// The blobs that it names.
    fn blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

/// The frame of records that keep it in a field `common`.
macro_rules! resource {
    ($record:ty, $kind:ident, $table:literal $(, $blob:ident)?) => {
        impl crate::record::Resource for $record {
            const KIND: crate::kind::Kind = crate::kind::Kind::$kind;
            const TABLE: store::Table<Self> = store::Table::new($table);

            fn common(&self) -> &crate::record::Common {
                &self.common
            }

            fn common_mut(&mut self) -> &mut crate::record::Common {
                &mut self.common
            }

            $(fn blobs(&self) -> Vec<blobs::BlobId> {
                self.$blob.iter().map(|kept| kept.id.clone()).collect()
            })?
        }
    };
}
pub(crate) use resource;

/// Does the same for whichever kind a value of [`Kind`] names: `$record` is its type in the expression.
macro_rules! for_kind {
    ($kind:expr, $record:ident => $does:expr) => {
        match $kind {
            crate::kind::Kind::Dataset => {
                type $record = crate::dataset::Dataset;
                $does
            }
            crate::kind::Kind::DatasetGroup => {
                type $record = crate::group::Group;
                $does
            }
            crate::kind::Kind::ImportJob => {
                type $record = crate::import::Import;
                $does
            }
            crate::kind::Kind::Predictor => {
                type $record = crate::predictor::Predictor;
                $does
            }
            crate::kind::Kind::Forecast => {
                type $record = crate::forecast::Made;
                $does
            }
            crate::kind::Kind::ExportJob => {
                type $record = crate::export::Export;
                $does
            }
        }
    };
}
pub(crate) use for_kind;
