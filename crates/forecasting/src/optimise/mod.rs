//! Numerical optimisation.

pub(crate) mod nelder_mead;
