//! What the three scenes have in common.

use client::Client;

use crate::commands::Failure;
use crate::commands::demo::progress::{JobState, until_active, until_failed};
use crate::commands::demo::stage::Stage;
use crate::commands::demo::steps::forecast::import::{self, Import};
use crate::explain::{Refused, Wish, picture, wrap};
use crate::screen::Style;

/// What is tried.
pub(super) fn tried(stage: &Stage, letter: &str, title: &str) {
    stage.screen.say("");
    stage.screen.say(&stage.screen.paint(Style::Strong, &format!("  {letter}  {title}")));
}

/// What the client is told, word for word.
pub(super) fn told(stage: &Stage, code: &str, message: &str) {
    stage.screen.say(&format!(
        "  {} {}",
        stage.screen.paint(Style::Bad, "✗"),
        stage.screen.paint(Style::Bad, code)
    ));
    for line in wrap::words(message, 90) {
        stage.screen.say(&format!("    {line}"));
    }
}

/// Why, and what to change.
pub(super) fn explained(stage: &Stage, source: &str, refused: &Refused, wish: &Wish<'_>) {
    stage.screen.detail(source);
    stage.screen.say("");
    for line in picture::lines(stage.screen, refused, wish) {
        stage.screen.say(format!("    {line}").trim_end());
    }
    stage.screen.say("");
}

/// An import that the service must be refused while it works.
pub(super) async fn fails(stage: &Stage, client: &Client, import: &Import<'_>) -> Result<JobState, Failure> {
    let job = import::start(stage, client, import).await?;
    until_failed(stage.screen, "importing", async || import::describe(client, &job).await).await
}

/// An import that must succeed now.
pub(super) async fn works(stage: &Stage, client: &Client, import: &Import<'_>) -> Result<(), Failure> {
    let job = import::start(stage, client, import).await?;
    let took =
        until_active(stage.screen, "trying again", async || import::describe(client, &job).await).await?;
    stage.screen.done(&format!("changed, tried again: ACTIVE after {took:.1} s"));
    Ok(())
}
