//! The objects of a bucket as rows.

use kernel::{Cx, Fault};
use store::{join, past};

use super::walk::{Place, Row, Rows};
use crate::record::{Bucket, OBJECTS, Object, object_key};

/// The objects of a bucket.
pub(super) struct Objects<'a> {
    pub(super) cx: &'a Cx,
    pub(super) bucket: &'a Bucket,
}

impl Rows<Object> for Objects<'_> {
    fn read(&self, prefix: &str, place: &Place, limit: usize) -> Result<Vec<Row<Object>>, Fault> {
        let name = &self.bucket.name;
        let scope = self.bucket.scope();
        let prefix = join(&[name, prefix]);
        let found = self.cx.read(|view| {
            Ok(match place {
                Place::Start => OBJECTS.list(view, &scope, &prefix, None, limit)?,
                Place::After(key, _) => {
                    OBJECTS.list(view, &scope, &prefix, Some(&object_key(name, key)), limit)?
                }
                Place::Past(folded) => match past(&object_key(name, folded)) {
                    Some(from) => OBJECTS.list_from(view, &scope, &prefix, &from, limit)?,
                    None => Vec::new(),
                },
            })
        })?;
        let row = |(row, record): (String, Object)| {
            let key = store::split(&row).pop().unwrap_or_default();
            Row { key, id: None, record }
        };
        Ok(found.into_iter().map(row).collect())
    }
}

/// An object as both listings show it.
pub(super) fn shown(
    row: &Row<Object>,
    encoding: super::Encoding,
    owner: Option<&api_s3::Owner>,
) -> api_s3::Object {
    let object = &row.record;
    api_s3::Object {
        key: Some(encoding.text(&row.key)),
        last_modified: Some(object.modified),
        e_tag: Some(crate::object::metadata::quoted(&object.etag)),
        checksum_algorithm: Some(vec![object.checksum.algorithm.name().to_owned()]),
        checksum_type: Some(object.checksum.coverage.name().to_owned()),
        size: i64::try_from(object.size).ok(),
        storage_class: Some(object.description.storage_class.clone()),
        owner: owner.cloned(),
        restore_status: None,
    }
}
