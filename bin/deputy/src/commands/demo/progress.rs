//! Waiting for a job, with something to look at.

use std::time::{Duration, Instant};

use crate::commands::Failure;
use crate::screen::{Screen, Style};

/// How often a job is asked for its status.
const POLL_EVERY: Duration = Duration::from_millis(100);
/// A job that takes longer is stuck: these take seconds, also in a debug build on an old machine.
const JOB_SECONDS_MAX: u64 = 600;
const FRAMES: [&str; 8] = ["⣷", "⣯", "⣟", "⡿", "⢿", "⣻", "⣽", "⣾"];

/// What a Describe operation tells of a job.
#[derive(Debug, Clone)]
pub(crate) struct JobState {
    pub(crate) status: String,
    pub(crate) message: Option<String>,
}

impl JobState {
    pub(crate) fn new(status: Option<String>, message: Option<String>) -> Self {
        Self { status: status.unwrap_or_default(), message }
    }

    fn is_settled(&self) -> bool {
        self.status == "ACTIVE" || self.status.ends_with("FAILED") || self.status.ends_with("STOPPED")
    }
}

/// Waits until a job is active; gives the seconds it took. A job that fails ends the demonstration.
pub(crate) async fn until_active(
    screen: Screen,
    label: &str,
    describe: impl AsyncFn() -> Result<JobState, Failure>,
) -> Result<f64, Failure> {
    let (state, took) = settled(screen, label, describe).await?;
    if state.status == "ACTIVE" {
        return Ok(took.as_secs_f64());
    }
    Err(format!("{label}: {}: {}", state.status, state.message.unwrap_or_default()).into())
}

/// Waits until a job fails; gives its message. A job that succeeds ends the demonstration.
pub(crate) async fn until_failed(
    screen: Screen,
    label: &str,
    describe: impl AsyncFn() -> Result<JobState, Failure>,
) -> Result<JobState, Failure> {
    let (state, _) = settled(screen, label, describe).await?;
    if state.status.ends_with("FAILED") {
        return Ok(state);
    }
    Err(format!("{label}: this should have been refused, and became {}", state.status).into())
}

async fn settled(
    screen: Screen,
    label: &str,
    describe: impl AsyncFn() -> Result<JobState, Failure>,
) -> Result<(JobState, Duration), Failure> {
    let began = Instant::now();
    screen.say(&format!("  … {label}"));
    for frame in FRAMES.iter().cycle() {
        let state = describe().await?;
        let took = began.elapsed();
        if state.is_settled() {
            if screen.is_live() {
                screen.retract();
            }
            return Ok((state, took));
        }
        if took.as_secs() > JOB_SECONDS_MAX {
            break;
        }
        if screen.is_live() {
            screen.redraw(&drawn(screen, frame, label, &state, took));
        }
        tokio::time::sleep(POLL_EVERY).await;
    }
    Err(format!("{label}: not done after {JOB_SECONDS_MAX} s").into())
}

fn drawn(screen: Screen, frame: &str, label: &str, state: &JobState, took: Duration) -> String {
    let status = screen.paint(Style::Faint, &state.status);
    format!("  {} {label:<52} {status}  {:.1} s", screen.paint(Style::Median, frame), took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_settled_once_it_is_active_or_failed() {
        let settled = |status: &str| JobState::new(Some(status.to_owned()), None).is_settled();
        assert!(settled("ACTIVE") && settled("CREATE_FAILED"));
        assert!(!settled("CREATE_PENDING") && !settled("CREATE_IN_PROGRESS") && !settled(""));
    }
}
