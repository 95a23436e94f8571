//! What the commands share that give an answer.

use clap::ValueEnum;

/// Flags of every command that gives an answer.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "General")]
pub(crate) struct General {
    /// How to write the answer; a table on a terminal and JSON elsewhere, if not told.
    #[arg(long, value_name = "FORM")]
    pub(crate) output: Option<Format>,
    /// Show only what this JMESPath expression finds in the answer's data.
    #[arg(long, value_name = "EXPRESSION", value_parser = crate::query::checked)]
    pub(crate) query: Option<String>,
    /// Leave out hints and warnings.
    #[arg(long)]
    pub(crate) quiet: bool,
    /// Whether to use colours.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Colour,
    /// A profile of the AWS configuration files to take endpoint and keys from; AWS_PROFILE otherwise.
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// The region to ask; that of the profile or AWS_REGION otherwise.
    #[arg(long)]
    pub(crate) region: Option<String>,
}

/// Ways to write an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Table,
    /// One JSON object.
    Json,
    /// Lines for other programs.
    Text,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal that has them, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
