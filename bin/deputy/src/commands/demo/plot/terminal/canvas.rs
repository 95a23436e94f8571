//! A canvas of braille characters: two dots across, four down in each cell.

use crate::screen::{Screen, Style};

/// The bits of the dots of a braille character, by row and column.
const DOTS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
const BRAILLE: u32 = 0x2800;

/// What a dot is part of. Where lines cross in a cell, the later one gives the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    History,
    Median,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    dots: u8,
    ink: Option<Ink>,
    shaded: bool,
    marked: bool,
}

pub(super) struct Canvas {
    columns: usize,
    rows: Vec<Vec<Cell>>,
}

/// The cell in which a dot is, `size` dots to a cell.
pub(super) fn cell(dot: f64, size: usize) -> usize {
    dot.round().max(0.0) as usize / size
}

impl Canvas {
    pub(super) fn new(columns: usize, rows: usize) -> Self {
        Self { columns, rows: vec![vec![Cell::default(); columns]; rows] }
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// Dots across and down.
    pub(super) fn dots(&self) -> (f64, f64) {
        ((self.columns * 2) as f64, (self.rows.len() * 4) as f64)
    }

    /// A line through points.
    pub(super) fn line(&mut self, ink: Ink, points: &[(f64, f64)]) {
        for pair in points.windows(2) {
            let [from, to] = *pair else { continue };
            let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().max(1.0);
            for step in 0..=steps as usize {
                let part = step as f64 / steps;
                self.dot(ink, between(from.0, to.0, part), between(from.1, to.1, part));
            }
        }
    }

    /// The area between two lines that begin and end together.
    pub(super) fn shade(&mut self, low: ((f64, f64), (f64, f64)), high: ((f64, f64), (f64, f64))) {
        let (from, to) = (low.0.0, low.1.0);
        for column in cell(from, 2)..=cell(to, 2) {
            let middle = column as f64 * 2.0 + 0.5;
            let part = ((middle - from) / (to - from)).clamp(0.0, 1.0);
            let bottom = between(low.0.1, low.1.1, part);
            let top = between(high.0.1, high.1.1, part);
            for row in cell(top, 4)..=cell(bottom, 4) {
                if let Some(cell) = self.cell_mut(column, row) {
                    cell.shaded = true;
                }
            }
        }
    }

    /// A line from top to bottom.
    pub(super) fn mark(&mut self, x: f64) {
        for row in 0..self.rows.len() {
            if let Some(cell) = self.cell_mut(cell(x, 2), row) {
                cell.marked = true;
            }
        }
    }

    /// The rows as text.
    pub(super) fn rows(&self, screen: Screen) -> Vec<String> {
        let row = |cells: &Vec<Cell>| {
            let drawn: String = cells.iter().map(|cell| cell.shown(screen)).collect();
            drawn.trim_end().to_owned()
        };
        self.rows.iter().map(row).collect()
    }

    fn dot(&mut self, ink: Ink, x: f64, y: f64) {
        let (across, down) = (x.round().max(0.0) as usize, y.round().max(0.0) as usize);
        let bits = DOTS.get(down % 4).and_then(|row| row.get(across % 2)).copied().unwrap_or_default();
        if let Some(cell) = self.cell_mut(across / 2, down / 4) {
            cell.dots |= bits;
            cell.ink = Some(ink);
        }
    }

    fn cell_mut(&mut self, column: usize, row: usize) -> Option<&mut Cell> {
        self.rows.get_mut(row)?.get_mut(column)
    }
}

impl Cell {
    fn shown(&self, screen: Screen) -> String {
        match self.ink {
            Some(ink) => {
                let style = if ink == Ink::History { Style::History } else { Style::Median };
                let braille = char::from_u32(BRAILLE + u32::from(self.dots)).unwrap_or(' ');
                screen.paint(style, &braille.to_string())
            }
            None if self.shaded => screen.paint(Style::Band, "░"),
            None if self.marked => screen.paint(Style::Faint, "┊"),
            None => " ".to_owned(),
        }
    }
}

fn between(from: f64, to: f64, part: f64) -> f64 {
    from + (to - from) * part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_drawn_in_dots() {
        let mut canvas = Canvas::new(3, 1);
        canvas.line(Ink::History, &[(0.0, 0.0), (5.0, 0.0)]);
        assert_eq!(canvas.rows(Screen::plain()), ["⠉⠉⠉"]);
        let mut canvas = Canvas::new(1, 2);
        canvas.line(Ink::Median, &[(0.0, 0.0), (0.0, 7.0)]);
        assert_eq!(canvas.rows(Screen::plain()), ["⡇", "⡇"]);
    }

    #[test]
    fn lines_lie_over_the_band_and_the_band_over_the_mark() {
        let mut canvas = Canvas::new(2, 1);
        canvas.mark(0.0);
        canvas.shade(((0.0, 3.0), (3.0, 3.0)), ((0.0, 0.0), (3.0, 0.0)));
        canvas.line(Ink::Median, &[(2.0, 0.0), (3.0, 0.0)]);
        assert_eq!(canvas.rows(Screen::plain()), ["░⠉"]);
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        let mut canvas = Canvas::new(1, 1);
        canvas.line(Ink::History, &[(10.0, 10.0), (12.0, 10.0)]);
        assert_eq!(canvas.rows(Screen::plain()), [""]);
    }
}
