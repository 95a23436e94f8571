//! Structured logs on standard error: text on a terminal, JSON otherwise.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging. A filter that cannot be read falls back to warnings, and says so.
pub(crate) fn start(filter: &str) {
    let (parsed, problem) = match filter.parse::<EnvFilter>() {
        Ok(parsed) => (parsed, None),
        Err(error) => (EnvFilter::new("warn"), Some(error)),
    };
    let builder = tracing_subscriber::fmt().with_env_filter(parsed).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        builder.init();
    } else {
        builder.json().with_ansi(false).init();
    }
    if let Some(error) = problem {
        tracing::warn!(filter, %error, "the log filter cannot be read, so warnings are logged");
    }
}
