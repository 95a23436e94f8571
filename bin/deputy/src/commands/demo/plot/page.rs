//! The drawing as a page that needs nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use super::Drawing;
use super::svg::{self, escaped};
use crate::commands::Failure;
use crate::commands::demo::readings::{LICENCE, MEASURED, SOURCE, UNIT};

const STYLE: &str = "
:root { color-scheme: light dark; --page: #fff; --ink: #1b1f24; --faint: #59636e; --line: #d8dee4;
  --history: #0b6bb3; --median: #b35900; --band: #f3c98b; --actual: #1b1f24; }
@media (prefers-color-scheme: dark) {
  :root { --page: #14181d; --ink: #e6edf3; --faint: #9aa5b1; --line: #303841;
    --history: #6cb6ff; --median: #ffb454; --band: #7a5a2a; --actual: #e6edf3; }
}
body { margin: 0 auto; max-width: 1080px; padding: 24px 20px; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; margin: 0; }
p { margin: 4px 0 16px; color: var(--faint); }
svg { width: 100%; height: auto; }
svg text { font: 13px system-ui, sans-serif; fill: var(--ink); }
svg .tick { fill: var(--faint); }
.grid { stroke: var(--line); }
.axis { stroke: var(--faint); }
.start { stroke: var(--faint); stroke-dasharray: 4 4; }
.history { fill: none; stroke: var(--history); stroke-width: 1.8; stroke-linejoin: round; }
.median { fill: none; stroke: var(--median); stroke-width: 2.4; stroke-linejoin: round; }
.band { fill: var(--band); fill-opacity: .75; }
.actual { fill: var(--page); stroke: var(--actual); stroke-width: 1.4; }
table { border-collapse: collapse; margin-top: 8px; font-variant-numeric: tabular-nums; }
th, td { padding: 2px 14px 2px 0; text-align: right; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; }
footer { margin-top: 16px; color: var(--faint); font-size: 13px; }
";

/// Writes the page; gives its path.
pub(crate) fn write(folder: &Path, drawing: &Drawing<'_>) -> Result<PathBuf, Failure> {
    let path = folder.join(format!("{}.html", drawing.client));
    let failed = |error: std::io::Error| format!("`{}` could not be written: {error}", path.display());
    fs::create_dir_all(folder).map_err(failed)?;
    fs::write(&path, page(drawing)).map_err(failed)?;
    Ok(fs::canonicalize(&path).unwrap_or(path))
}

fn page(drawing: &Drawing<'_>) -> String {
    let title =
        escaped(&format!("{MEASURED} of {}: the next {} hours", drawing.client, drawing.forecast.len()));
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n\
         <p>Made by Deputy {version} with CreateAutoPredictor and CreateForecast, and read with QueryForecast.</p>\n\
         {}{}<footer>Data: {}, {}. Hourly values as cut in aws-samples/amazon-forecast-samples, rounded.</footer>\n\
         </body>\n</html>\n",
        svg::draw(drawing),
        table(drawing),
        escaped(SOURCE),
        escaped(LICENCE),
    )
}

/// The same numbers for those who would rather read them.
fn table(drawing: &Drawing<'_>) -> String {
    let row = |(index, quantiles): (usize, &super::Quantiles)| {
        let actual =
            drawing.actual.get(index).map_or_else(|| "-".to_owned(), |point| format!("{:.1}", point.value));
        format!(
            "<tr><td>{}</td><td>{:.1}</td><td>{:.1}</td><td>{:.1}</td><td>{actual}</td></tr>\n",
            quantiles.at.format("%a %-d %b %H:%M"),
            quantiles.low,
            quantiles.middle,
            quantiles.high
        )
    };
    let rows: String = drawing.forecast.iter().enumerate().map(row).collect();
    format!(
        "<details><summary>Show as table ({UNIT})</summary>\n<table>\n\
         <tr><th>Hour</th><th>p10</th><th>p50</th><th>p90</th><th>What came</th></tr>\n{rows}</table></details>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::super::samples::drawing;
    use super::*;

    #[test]
    fn the_page_names_its_source_and_fetches_nothing() {
        let page = page(&drawing());
        for part in ["CC BY 4.0", "Artur Trindade", "prefers-color-scheme: dark", "client_&lt;1&gt;", "<svg"]
        {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains("src=") && !page.contains("href=") && !page.contains("url("));
    }

    #[test]
    fn the_table_has_a_row_for_each_hour() {
        assert_eq!(table(&drawing()).matches("<tr><td>").count(), 24);
    }
}
