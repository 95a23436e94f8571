//! The parts of the story, in the order in which they are told.

pub(crate) mod forecast;
pub(crate) mod refusals;
pub(crate) mod results;
pub(crate) mod setup;
