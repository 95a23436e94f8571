//! How buckets are set: public access, ownership, tags, versioning, and what none is set to.

mod ownership;
mod public_access;
mod tagging;
mod unset;
mod versioning;

use kernel::{Answer, Cx, Fault};
use shape::Operation;

use crate::access::{Asker, stands};
use crate::record::{BUCKETS, Bucket, Settings};

/// The bucket as it is set now.
fn bucket(cx: &Cx, name: &str) -> Result<Bucket, Fault> {
    cx.read(|view| Asker::cx(cx).bucket(view, name, None))
}

/// Changes how a bucket is set.
fn set<Op: Operation<Output = ()>>(
    cx: &Cx,
    name: &str,
    change: impl Fn(&mut Settings) + Send + 'static,
) -> Result<Answer<Op>, Fault> {
    let bucket = bucket(cx, name)?;
    Ok(Answer::write(move |tx| {
        let mut bucket = stands(tx, &bucket)?;
        change(&mut bucket.settings);
        Ok(BUCKETS.put(tx, &bucket.name, &bucket)?)
    }))
}
