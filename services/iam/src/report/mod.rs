//! The credential report: what every user of the account may sign in or sign with.
//!
//! Source: "Generate credential reports for your AWS account" in the IAM user guide.

mod rows;

use std::time::Duration;

use api_iam::errors::{REPORT_EXPIRED, REPORT_NOT_PRESENT};
use api_iam::{
    GenerateCredentialReport, GenerateCredentialReportResponse, GetCredentialReport,
    GetCredentialReportResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Timestamp;
use serde::{Deserialize, Serialize};
use store::Table;

use crate::{Iam, account};

/// The report of each account, under the empty key.
const REPORTS: Table<Report> = Table::new("iam/credential-report");
/// A new report is made once the last one is as old.
const FRESH: Duration = Duration::from_secs(4 * 3600);

/// A report.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Report {
    made: Timestamp,
    text: String,
}

impl Handle<GenerateCredentialReport> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, (): &(), _: &At<'_>) -> Result<Checks, Fault> {
        Ok(account::checks::<GenerateCredentialReport>())
    }

    /// The report is made at once, so that whoever asks again is told that it is complete.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        _: Permitted<GenerateCredentialReport>,
    ) -> Result<Answer<GenerateCredentialReport>, Fault> {
        let scope = crate::scope(cx)?;
        let now = cx.now().truncated();
        let (old, text) = cx.read(|view| {
            let old = REPORTS.get(view, &scope, "")?;
            let is_fresh = old.as_ref().is_some_and(|old| now - old.made < FRESH);
            Ok((old, if is_fresh { None } else { Some(self.report(view, &scope)?) }))
        })?;
        let Some(text) = text else {
            let state = Some("COMPLETE".to_owned());
            return Ok(Answer::Output(GenerateCredentialReportResponse { state, description: None }));
        };
        let report = Report { made: now, text };
        let description = match old {
            None => "No report exists. Starting a new report generation task",
            Some(_) => {
                "No report has been generated in the last 4 hours. Starting a new report generation task"
            }
        };
        Ok(Answer::write(move |tx| {
            REPORTS.put(tx, &scope, "", &report)?;
            Ok(GenerateCredentialReportResponse {
                state: Some("STARTED".to_owned()),
                description: Some(description.to_owned()),
            })
        }))
    }
}

impl Handle<GetCredentialReport> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, (): &(), _: &At<'_>) -> Result<Checks, Fault> {
        Ok(account::checks::<GetCredentialReport>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        _: Permitted<GetCredentialReport>,
    ) -> Result<Answer<GetCredentialReport>, Fault> {
        let scope = crate::scope(cx)?;
        let report = cx.read(|view| Ok(REPORTS.get(view, &scope, "")?))?;
        let Some(report) = report else {
            return Err(Fault::of(&REPORT_NOT_PRESENT, "Unknown"));
        };
        if cx.now() - report.made >= FRESH {
            return Err(Fault::of(&REPORT_EXPIRED, "The credential report has expired."));
        }
        Ok(Answer::Output(GetCredentialReportResponse {
            content: Some(report.text.into_bytes().into()),
            report_format: Some("text/csv".to_owned()),
            generated_time: Some(report.made),
        }))
    }
}
