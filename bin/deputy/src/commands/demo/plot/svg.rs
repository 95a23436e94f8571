//! The drawing as SVG. Colours are those of the page around it, by class.

use super::scale::Scale;
use super::{Drawing, axis, seconds};
use crate::commands::demo::readings::{MEASURED, UNIT};

const WIDTH: f64 = 1040.0;
const HEIGHT: f64 = 470.0;
/// The plot within: left, top, right, bottom.
const LEFT: f64 = 70.0;
const TOP: f64 = 44.0;
const RIGHT: f64 = WIDTH - 20.0;
const BOTTOM: f64 = HEIGHT - 62.0;
const TICKS: usize = 5;

type Place = (f64, f64);

/// The drawing.
pub(super) fn draw(drawing: &Drawing<'_>) -> String {
    let across = Scale::new(drawing.seconds(), (LEFT, RIGHT));
    let up = Scale::new(drawing.values(), (BOTTOM, TOP)).widened(TICKS);
    let place = |at, value| (across.at(seconds(at)), up.at(value));
    let history: Vec<Place> = drawing.history.iter().map(|point| place(point.at, point.value)).collect();
    let median: Vec<Place> = drawing.forecast.iter().map(|point| place(point.at, point.middle)).collect();
    let high = drawing.forecast.iter().map(|point| place(point.at, point.high));
    let low = drawing.forecast.iter().rev().map(|point| place(point.at, point.low));
    let band: Vec<Place> = high.chain(low).collect();

    let mut parts = vec![values_axis(&up), time_axis(drawing, &across)];
    parts.push(format!("<polygon class=\"band\" points=\"{}\"/>\n", points(&band)));
    parts.push(start(drawing, &across));
    parts.push(format!("<polyline class=\"history\" points=\"{}\"/>\n", points(&history)));
    parts.push(format!("<polyline class=\"median\" points=\"{}\"/>\n", points(&median)));
    for point in &drawing.actual {
        let (x, y) = place(point.at, point.value);
        let said = format!("{}: {} {UNIT}", point.at.format("%a %-d %b %H:%M"), point.value);
        parts.push(format!(
            "<circle class=\"actual\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.2\"><title>{}</title></circle>\n",
            escaped(&said)
        ));
    }
    parts.push(legend(!drawing.actual.is_empty()));
    let title = format!("{MEASURED} of {}, and its forecast", drawing.client);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\">\n\
         <title>{}</title>\n{}</svg>\n",
        escaped(&title),
        parts.concat()
    )
}

/// Text within an element or an attribute in double quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn values_axis(up: &Scale) -> String {
    let mut text = String::new();
    for tick in up.ticks(TICKS) {
        let y = up.at(tick);
        text += &format!(
            "<line class=\"grid\" x1=\"{LEFT}\" y1=\"{y:.1}\" x2=\"{RIGHT}\" y2=\"{y:.1}\"/>\n\
             <text class=\"tick\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{tick}</text>\n",
            LEFT - 8.0,
            y + 4.0
        );
    }
    let middle = (TOP + BOTTOM) / 2.0;
    text += &format!(
        "<text class=\"label\" transform=\"rotate(-90 18 {middle})\" x=\"18\" y=\"{middle}\" \
         text-anchor=\"middle\">{MEASURED} ({UNIT})</text>\n"
    );
    text
}

fn time_axis(drawing: &Drawing<'_>, across: &Scale) -> String {
    let mut text =
        format!("<line class=\"axis\" x1=\"{LEFT}\" y1=\"{BOTTOM}\" x2=\"{RIGHT}\" y2=\"{BOTTOM}\"/>\n");
    for midnight in axis::midnights(drawing.seconds()) {
        let x = across.at(seconds(midnight));
        let day = axis::day(midnight);
        text += &format!(
            "<line class=\"axis\" x1=\"{x:.1}\" y1=\"{BOTTOM}\" x2=\"{x:.1}\" y2=\"{}\"/>\n\
             <text class=\"tick\" x=\"{x:.1}\" y=\"{}\">{day}</text>\n",
            BOTTOM + 6.0,
            BOTTOM + 21.0
        );
    }
    text += &format!(
        "<text class=\"label\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">Time (hours; a tick at each midnight)</text>\n",
        (LEFT + RIGHT) / 2.0,
        HEIGHT - 12.0
    );
    text
}

fn start(drawing: &Drawing<'_>, across: &Scale) -> String {
    let Some(start) = drawing.start() else { return String::new() };
    let x = across.at(seconds(start));
    format!(
        "<line class=\"start\" x1=\"{x:.1}\" y1=\"{TOP}\" x2=\"{x:.1}\" y2=\"{BOTTOM}\"/>\n\
         <text class=\"tick\" x=\"{:.1}\" y=\"{}\" text-anchor=\"end\">start of the forecast</text>\n",
        x - 6.0,
        TOP + 12.0
    )
}

fn legend(with_actual: bool) -> String {
    let entries = [
        ("<line class=\"history\" x1=\"0\" y1=\"-4\" x2=\"26\" y2=\"-4\"/>", "history", 110.0),
        ("<line class=\"median\" x1=\"0\" y1=\"-4\" x2=\"26\" y2=\"-4\"/>", "p50 (median)", 145.0),
        ("<rect class=\"band\" x=\"0\" y=\"-12\" width=\"26\" height=\"15\"/>", "p10 to p90", 130.0),
        (
            "<circle class=\"actual\" cx=\"13\" cy=\"-4\" r=\"3.2\"/>",
            "what came (not shown to the service)",
            0.0,
        ),
    ];
    let mut text = String::new();
    let mut x = LEFT;
    for (sign, words, width) in entries.into_iter().take(if with_actual { 4 } else { 3 }) {
        text += &format!(
            "<g transform=\"translate({x} 20)\">{sign}<text class=\"tick\" x=\"33\" y=\"0\">{words}</text></g>\n"
        );
        x += width;
    }
    text
}

fn points(places: &[Place]) -> String {
    let each: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    each.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::samples::drawing;
    use super::*;

    /// Every tag that opens closes, in the reverse order, and every attribute is in double quotes.
    #[track_caller]
    fn check_well_formed(text: &str) {
        let mut open: Vec<&str> = Vec::new();
        for piece in text.split('<').skip(1) {
            let (tag, rest) = piece.split_once('>').expect("a tag that ends");
            assert!(!rest.contains('>'), "{rest}");
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(name), "{tag}");
            } else if !tag.ends_with('/') {
                open.push(tag.split(' ').next().unwrap_or_default());
            }
        }
        assert_eq!(open, Vec::<&str>::new());
        let ampersands = text.split('&').skip(1);
        assert!(
            ampersands
                .clone()
                .all(|after| ["amp;", "lt;", "gt;", "quot;"].iter().any(|name| after.starts_with(name)))
        );
    }

    #[test]
    fn the_drawing_is_well_formed_whatever_its_client_is_called() {
        let mut drawing = drawing();
        check_well_formed(&draw(&drawing));
        drawing.client = "a & \"b\" <c>";
        let svg = draw(&drawing);
        check_well_formed(&svg);
        assert!(svg.contains("a &amp; &quot;b&quot; &lt;c&gt;"));
    }

    #[test]
    fn the_drawing_has_all_its_parts() {
        let svg = draw(&drawing());
        for class in ["history", "median", "band", "start", "actual", "grid", "axis", "label"] {
            assert!(svg.contains(&format!("class=\"{class}\"")), "{class}");
        }
        assert_eq!(svg.matches("<title>").count(), 1 + 24);
        assert!(svg.contains("Electricity use (kW)"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }

    #[test]
    fn without_what_came_there_is_no_sign_for_it() {
        let svg = draw(&Drawing { actual: Vec::new(), ..drawing() });
        assert!(!svg.contains("actual") && !svg.contains("what came"));
    }
}
