//! One file of an export.

use forecasting::Period;
use kernel::Fault;

use crate::clock;
use crate::forecast::Contents;
use crate::forecast::book::Page;

/// A CSV file under way.
pub(crate) struct Part {
    csv: csv::Writer<Vec<u8>>,
    rows: usize,
}

impl Part {
    /// A file with its header: the key's names, `date`, and the forecast types.
    pub(crate) fn new(key_names: &[String], contents: &Contents) -> Result<Self, Fault> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        let header = key_names.iter().map(String::as_str).chain(["date"]);
        let header = header.chain(contents.labels.iter().map(String::as_str));
        csv.write_record(header).map_err(Fault::internal)?;
        Ok(Self { csv, rows: 0 })
    }

    /// Adds the rows of a series, one for each step.
    pub(crate) fn add(&mut self, contents: &Contents, page: &Page) -> Result<(), Fault> {
        for step in 0..contents.steps {
            let period: Period = contents.start.plus(step as i64);
            let date = format!("{}Z", clock::plain(contents.calendar.start(period)));
            let values =
                page.values.iter().map(|values| values.get(step).map(f64::to_string).unwrap_or_default());
            let row = page.key.iter().cloned().chain([date]).chain(values);
            self.csv.write_record(row).map_err(Fault::internal)?;
            self.rows += 1;
        }
        Ok(())
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    pub(crate) fn finish(self) -> Result<Vec<u8>, Fault> {
        self.csv.into_inner().map_err(|error| Fault::internal(error.error()))
    }
}

#[cfg(test)]
mod tests {
    use forecasting::Calendar;

    use super::*;

    #[test]
    fn a_part_is_a_table_with_a_header() {
        let calendar = Calendar::aligned("6H".parse().unwrap());
        let start = calendar.period(jiff::civil::date(2014, 11, 1).at(6, 0, 0, 0));
        let labels = vec!["p10".to_owned(), "mean".to_owned()];
        let contents = Contents::new(calendar, start, labels, 2, (1, 0));
        let mut part = Part::new(&["item_id".to_owned(), "shop".to_owned()], &contents).unwrap();
        let key = vec!["=a,b".to_owned(), "the \"best\"".to_owned()];
        part.add(&contents, &Page { key, values: vec![vec![1.5, 2.0], vec![1e-7, -3.25]] }).unwrap();
        assert_eq!(part.rows(), 2);
        assert_eq!(
            String::from_utf8(part.finish().unwrap()).unwrap(),
            "item_id,shop,date,p10,mean\n\
             \"=a,b\",\"the \"\"best\"\"\",2014-11-01T06:00:00Z,1.5,0.0000001\n\
             \"=a,b\",\"the \"\"best\"\"\",2014-11-01T12:00:00Z,2,-3.25\n"
        );
    }
}
