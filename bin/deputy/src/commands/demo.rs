//! `deputy demo`: the whole way on real data, then three refusals.
//!
//! It starts a server of its own, in memory and on a free port, and from there on it is a client like any other:
//! every line it prints comes from a signed call over TLS. Only where a job of the service was refused does it
//! look into the server's trail, as the owner of the process may.

mod calls;
mod documents;
mod numbers;
mod plot;
mod progress;
mod readings;
mod stage;
mod steps;

use std::path::Path;
use std::time::{Duration, Instant};

use super::Failure;
use crate::args::Demo;
use crate::screen::{Screen, Style};
use stage::Stage;
use steps::{forecast, refusals, results, setup};

pub(crate) async fn run(args: Demo) -> Result<(), Failure> {
    let began = Instant::now();
    let screen = Screen::detect();
    let stage = Stage::start(screen).await?;

    screen.heading("1", "A bucket of readings, and a role to read them");
    let ana = setup::play(&stage).await?;
    screen.heading("2", "Import, train, forecast");
    let forecast = forecast::play(&stage, &ana).await?;
    screen.heading("3", "The next 24 hours");
    let page = results::play(&stage, &ana, &forecast, &args.output).await?;
    screen.heading("4", "Three permissions refused, explained and granted");
    refusals::play(&stage, &ana).await?;

    stage.stop().await;
    summary(screen, began.elapsed(), &page);
    Ok(())
}

fn summary(screen: Screen, took: Duration, page: &Path) {
    let seconds = took.as_secs_f64();
    screen.heading("✓", &format!("Done in {seconds:.1} s. The server is gone, and its data with it."));
    screen.say(&format!("  Plot   {}", page.display()));
    let deputy = program();
    let proposed = |label: &str, command: &str, what: &str| {
        screen.say(&format!("  {label:<7}{}", screen.paint(Style::Strong, command)));
        screen.detail(&format!("     {what}"));
    };
    proposed("Next", &format!("{deputy} dev"), "a server to keep using");
    let env = format!("eval \"$({deputy} env)\"");
    proposed("", &env, "in another shell: now any aws, boto3 or Terraform command works on it");
}

/// How this program was called, so that what is proposed can be typed just so.
fn program() -> String {
    let called = std::env::args_os().next().map(|name| name.to_string_lossy().into_owned());
    called.unwrap_or_else(|| "deputy".to_owned())
}
