//! The forms of exponential smoothing.

/// How errors enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Error {
    Additive,
    Multiplicative,
}

/// How the level moves by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trend {
    None,
    Additive,
    Damped,
}

/// How the season enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Season {
    None,
    Additive,
    Multiplicative,
}

/// One of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) error: Error,
    pub(crate) trend: Trend,
    pub(crate) season: Season,
}

const TRENDS: [Trend; 3] = [Trend::None, Trend::Additive, Trend::Damped];

impl Form {
    /// All stable forms; those that multiply only for positive values.
    pub(crate) fn all(positive: bool, seasonal: bool) -> Vec<Form> {
        let mut forms = Vec::new();
        for season in [Season::None, Season::Additive, Season::Multiplicative] {
            for error in [Error::Additive, Error::Multiplicative] {
                let multiplies = error == Error::Multiplicative || season == Season::Multiplicative;
                let unstable = error == Error::Additive && season == Season::Multiplicative;
                if (multiplies && !positive) || unstable || (season != Season::None && !seasonal) {
                    continue;
                }
                forms.extend(TRENDS.map(|trend| Form { error, trend, season }));
            }
        }
        forms
    }

    /// The linear forms without season.
    pub(crate) fn linear() -> Vec<Form> {
        TRENDS.map(|trend| Form { error: Error::Additive, trend, season: Season::None }).to_vec()
    }

    /// Forms whose forecasts stay near the last values.
    pub(crate) fn cautious(seasonal: bool) -> Vec<Form> {
        let season = if seasonal { Season::Additive } else { Season::None };
        [Trend::None, Trend::Damped].map(|trend| Form { error: Error::Additive, trend, season }).to_vec()
    }

    /// Parameters that are estimated: smoothing, initial states, and the variance.
    pub(crate) fn parameters(&self, season: usize) -> usize {
        let trend = match self.trend {
            Trend::None => 0,
            Trend::Additive => 2,
            Trend::Damped => 3,
        };
        let seasonal = if self.season == Season::None { 0 } else { 1 + season - 1 };
        3 + trend + seasonal
    }
}
