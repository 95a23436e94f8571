//! Time series forecasting: from rows to series, from series to a trained predictor, and from that to
//! quantiles of the future.
//!
//! The crate is arithmetic only. It reads no file and no clock, keeps no state, and gives the same
//! bytes for the same input; work over many series runs on the rayon pool it is called in. Its models
//! take any finite numbers, gaps included, and answer with finite numbers: a model that cannot be
//! fitted gives way to a simpler one. Where data comes from, limits on requests and what is stored are
//! its caller's business.
//!
//! The usual path: a [`SeriesBuilder`] lays rows out on a [`Calendar`], [`train`] backtests the models
//! and learns how to combine and calibrate them, [`forecast`] applies the [`Predictor`] to series that
//! may have grown since.

mod autoregression;
mod backtest;
mod boundary;
mod calendar;
mod calibrate;
mod civil;
mod combine;
mod ets;
mod fill;
mod forecast_type;
mod frequency;
mod loess;
mod metrics;
mod models;
mod normal;
mod npts;
mod objective;
mod optimise;
mod outlook;
mod predictor;
mod seasonal;
mod seasonal_naive;
mod series;
mod settings;
mod stl;
mod theta;
mod timestamp;
mod train;
mod training;
mod watch;

pub use boundary::{BoundaryError, TimeAlignmentBoundary};
pub use calendar::{Calendar, Period};
pub use fill::{Fill, FillError, fill_gaps};
pub use forecast_type::{ForecastType, ForecastTypeError, Quantile};
pub use frequency::{Frequency, FrequencyError, Unit};
pub use metrics::{Metrics, OptimizationMetric, Score, mase_scale};
pub use models::{Algorithm, predict};
pub use outlook::Outlook;
pub use predictor::{BacktestWindow, Predictor, SeriesForecast, forecast};
pub use series::{Aggregation, AggregationError, Series, SeriesBuilder, SeriesError, SeriesKey};
pub use settings::{Approach, BacktestPlan, Settings};
pub use timestamp::{TimestampError, TimestampFormat};
pub use train::{BacktestForecast, TrainError, train};
pub use watch::{Cancelled, Watch};
