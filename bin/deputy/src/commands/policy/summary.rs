//! `deputy policy summary`

use ::policy::summary;
use serde_json::json;

use super::source::Source;
use super::{facts, sarif, show};
use crate::args::policy::Summary;
use crate::report::{Problem, Report};

pub(super) async fn run(args: &Summary) -> Result<Report, Problem> {
    let source = Source::read(&args.policy, &args.how).await?;
    let services = summary(&source.document()?, &facts::load()?);
    let results = services.iter().map(|one| {
        let message = show::summary(std::slice::from_ref(one)).join("; ");
        sarif::of_statement("summary", "none", &source.name, &message)
    });
    Ok(Report {
        data: json!({ "policy": source.name, "kind": show::kind(source.kind), "services": services }),
        table: show::summary(&services),
        text: services
            .iter()
            .map(|one| {
                format!("{:?}\t{}\t{}\t{}", one.effect, one.service, one.actions.join(","), one.statement)
            })
            .collect(),
        sarif: Some(sarif::report("deputy policy summary", results.collect())),
        ..Report::default()
    })
}
