//! The drawing in a terminal: lines of braille dots, the band as a shade.

mod canvas;

use canvas::{Canvas, Ink};

use super::scale::Scale;
use super::{Drawing, axis, seconds};
use crate::commands::demo::readings::{MEASURED, UNIT};
use crate::screen::{COLUMNS, Screen, Style};

/// Where the plot begins: after the values of the axis.
const MARGIN: usize = 10;
const ROWS: usize = 14;
const TICKS: usize = 4;

/// The drawing, line by line.
pub(crate) fn draw(screen: Screen, drawing: &Drawing<'_>) -> Vec<String> {
    let mut canvas = Canvas::new(COLUMNS - MARGIN - 2, ROWS);
    let (width, height) = canvas.dots();
    let across = Scale::new(drawing.seconds(), (0.0, width - 1.0));
    let up = Scale::new(drawing.values(), (height - 1.0, 0.0)).widened(TICKS);
    fill(&mut canvas, drawing, &across, &up);

    let mut lines = vec![legend(screen, drawing)];
    let ticks: Vec<(usize, f64)> = up.ticks(TICKS).into_iter().map(|tick| (row(up.at(tick)), tick)).collect();
    for (index, text) in canvas.rows(screen).into_iter().enumerate() {
        let tick = ticks.iter().find(|(at, _)| *at == index);
        let label = tick.map_or_else(|| format!("{:>8} │", ""), |(_, value)| format!("{value:>8} ┤"));
        lines.push(format!("{}{text}", screen.paint(Style::Faint, &label)));
    }
    let [line, days] = days(drawing, &across, canvas.columns());
    lines.push(screen.paint(Style::Faint, &format!("{:>8} └{line}", UNIT)));
    lines.push(screen.paint(Style::Faint, &format!("{:>10}{days}", "")));
    lines
}

fn fill(canvas: &mut Canvas, drawing: &Drawing<'_>, across: &Scale, up: &Scale) {
    let place = |at, value| (across.at(seconds(at)), up.at(value));
    if let Some(start) = drawing.start() {
        canvas.mark(across.at(seconds(start)));
    }
    for pair in drawing.forecast.windows(2) {
        let [one, next] = pair else { continue };
        let low = (place(one.at, one.low), place(next.at, next.low));
        let high = (place(one.at, one.high), place(next.at, next.high));
        canvas.shade(low, high);
    }
    let history: Vec<(f64, f64)> = drawing.history.iter().map(|point| place(point.at, point.value)).collect();
    let median: Vec<(f64, f64)> =
        drawing.forecast.iter().map(|point| place(point.at, point.middle)).collect();
    canvas.line(Ink::History, &history);
    canvas.line(Ink::Median, &median);
}

fn legend(screen: Screen, drawing: &Drawing<'_>) -> String {
    format!(
        "  {}   {} history   {} p50   {} p10 to p90   {} start of the forecast",
        screen.paint(Style::Strong, &format!("{} of {}", MEASURED, drawing.client)),
        screen.paint(Style::History, "⠒⠒"),
        screen.paint(Style::Median, "⠒⠒"),
        screen.paint(Style::Band, "░░"),
        screen.paint(Style::Faint, "┊"),
    )
}

/// The row of a dot.
fn row(y: f64) -> usize {
    canvas::cell(y, 4)
}

/// The axis line with a tick at each midnight, and the days under it.
fn days(drawing: &Drawing<'_>, across: &Scale, columns: usize) -> [String; 2] {
    let mut line = vec!['─'; columns];
    let mut under = vec![' '; columns];
    for midnight in axis::midnights(drawing.seconds()) {
        let column = canvas::cell(across.at(seconds(midnight)), 2);
        if let Some(tick) = line.get_mut(column) {
            *tick = '┴';
        }
        let day = axis::day(midnight);
        for (cell, letter) in under.iter_mut().skip(column).zip(day.chars()) {
            *cell = letter;
        }
    }
    [line.into_iter().collect(), under.into_iter().collect()]
}

#[cfg(test)]
mod tests {
    use super::super::samples::drawing;
    use super::*;

    #[test]
    fn the_drawing_fits_the_screen_and_has_all_its_parts() {
        let lines = draw(Screen::plain(), &drawing());
        assert_eq!(lines.len(), ROWS + 3);
        for line in &lines {
            assert!(line.chars().count() <= COLUMNS, "{line}");
        }
        let whole = lines.join("\n");
        for part in ["history", "░", "┊", "Sat 29 Nov", "100 ┤", "kW └"] {
            assert!(whole.contains(part), "{part} in\n{whole}");
        }
        assert!(whole.chars().any(|letter| ('\u{2801}'..='\u{28ff}').contains(&letter)));
        assert!(!whole.contains('\x1b'));
    }
}
