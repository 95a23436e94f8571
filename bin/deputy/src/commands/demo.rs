//! `deputy demo`: the whole way on real data, then three refusals.

use super::Failure;
use crate::args::Demo;

pub(crate) async fn run(_args: Demo) -> Result<(), Failure> {
    Err("not here yet".into())
}
