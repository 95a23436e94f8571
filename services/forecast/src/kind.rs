//! The kinds of resources, and their ARNs.

use names::{Arn, Scope};

/// A kind of resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Dataset,
    DatasetGroup,
    ImportJob,
    Predictor,
    Forecast,
    ExportJob,
}

impl Kind {
    pub(crate) const ALL: [Self; 6] = [
        Self::Dataset,
        Self::DatasetGroup,
        Self::ImportJob,
        Self::Predictor,
        Self::Forecast,
        Self::ExportJob,
    ];

    /// What its ARNs begin with after the account.
    pub(crate) fn tail(self) -> &'static str {
        match self {
            Self::Dataset => "dataset",
            Self::DatasetGroup => "dataset-group",
            Self::ImportJob => "dataset-import-job",
            Self::Predictor => "predictor",
            Self::Forecast => "forecast",
            Self::ExportJob => "forecast-export-job",
        }
    }

    /// What messages call it.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Dataset => "dataset",
            Self::DatasetGroup => "dataset group",
            Self::ImportJob => "dataset import job",
            Self::Predictor => "predictor",
            Self::Forecast => "forecast",
            Self::ExportJob => "forecast export job",
        }
    }

    /// The operation that makes it.
    pub(crate) fn created_by(self) -> &'static str {
        match self {
            Self::Dataset => "forecast:CreateDataset",
            Self::DatasetGroup => "forecast:CreateDatasetGroup",
            Self::ImportJob => "forecast:CreateDatasetImportJob",
            Self::Predictor => "forecast:CreateAutoPredictor",
            Self::Forecast => "forecast:CreateForecast",
            Self::ExportJob => "forecast:CreateForecastExportJob",
        }
    }

    /// The ARN of the resource of this kind under `key`: its name, with its parent's before it where it has one.
    pub(crate) fn arn(self, scope: &Scope, key: &str) -> Arn {
        scope.arn("forecast", &format!("{}/{key}", self.tail()))
    }

    /// Kind and key of an ARN.
    pub(crate) fn of(arn: &Arn) -> Option<(Self, &str)> {
        if arn.service() != "forecast" {
            return None;
        }
        Self::ALL.into_iter().find_map(|kind| Some((kind, arn.resource_of(kind.tail())?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_tells_its_kind() {
        let scope = Scope::new("111122223333".parse().unwrap(), "us-east-1".parse().unwrap());
        for kind in Kind::ALL {
            assert_eq!(Kind::of(&kind.arn(&scope, "a/b")), Some((kind, "a/b")));
        }
        let other: Arn = "arn:aws:forecast:us-east-1:111122223333:monitor/m".parse().unwrap();
        assert_eq!(Kind::of(&other), None);
    }
}
