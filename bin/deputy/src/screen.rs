//! The look of what is written for people: headings, steps, colours.

use std::env;
use std::io::IsTerminal;

use crate::output::line;

/// Lines are written for terminals of this width.
pub(crate) const COLUMNS: usize = 100;
/// The narrowest terminals that sentences are broken for.
pub(crate) const COLUMNS_MIN: usize = 80;

/// Where something is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    /// Whether colours are shown.
    colour: bool,
    /// Whether a line can be drawn over.
    live: bool,
    /// How many columns there are.
    columns: usize,
}

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Strong,
    Faint,
    Good,
    Bad,
    History,
    Median,
    Band,
}

impl Screen {
    /// As standard output and the environment have it. <https://no-color.org> tells of `NO_COLOR`.
    pub(crate) fn detect() -> Self {
        let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_none_or(|term| term == "dumb");
        let live = std::io::stdout().is_terminal() && !dumb;
        let width =
            terminal_size::terminal_size().map(|(terminal_size::Width(columns), _)| usize::from(columns));
        let columns = width.unwrap_or(COLUMNS).max(COLUMNS_MIN / 2);
        Self { colour: live && !set("NO_COLOR"), live, columns }
    }

    /// A screen that takes plain text only.
    pub(crate) fn plain() -> Self {
        Self { colour: false, live: false, columns: COLUMNS }
    }

    /// The same screen with colours, whatever the environment says.
    pub(crate) fn coloured(self) -> Self {
        Self { colour: true, ..self }
    }

    /// The same screen without colours.
    pub(crate) fn colourless(self) -> Self {
        Self { colour: false, ..self }
    }

    /// How many columns a line may take.
    pub(crate) fn columns(self) -> usize {
        self.columns
    }

    pub(crate) fn is_live(self) -> bool {
        self.live
    }

    /// The text in its colour, where there are colours.
    pub(crate) fn paint(self, style: Style, text: &str) -> String {
        if !self.colour || text.trim().is_empty() {
            return text.to_owned();
        }
        let code = match style {
            Style::Strong => "1",
            Style::Faint => "2",
            Style::Good => "32",
            Style::Bad => "1;31",
            Style::History => "36",
            Style::Median => "1;33",
            Style::Band => "34",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }

    pub(crate) fn say(self, text: &str) {
        line(text);
    }

    /// The beginning of a part.
    pub(crate) fn heading(self, number: &str, text: &str) {
        line("");
        line(&self.paint(Style::Strong, &format!("{number}  {text}")));
    }

    /// Something was done.
    pub(crate) fn done(self, text: &str) {
        line(&format!("  {} {text}", self.paint(Style::Good, "✓")));
    }

    /// More about what was done.
    pub(crate) fn detail(self, text: &str) {
        line(&self.paint(Style::Faint, &format!("    {text}")));
    }

    /// Draws over the line written last. Only for live screens.
    pub(crate) fn redraw(self, text: &str) {
        line(&format!("\x1b[1A\x1b[2K{text}"));
    }

    /// Takes the line written last away, so that the next one stands in its place. Only for live screens.
    pub(crate) fn retract(self) {
        // `line` ends the line it writes, hence two up.
        line("\x1b[1A\x1b[2K\x1b[1A");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_shown_only_where_they_are_wanted() {
        assert_eq!(Screen::plain().paint(Style::Good, "yes"), "yes");
        let coloured = Screen { colour: true, live: true, columns: 80 };
        assert_eq!(coloured.paint(Style::Good, "yes"), "\x1b[32myes\x1b[0m");
        assert_eq!(coloured.paint(Style::Good, ""), "");
    }
}
