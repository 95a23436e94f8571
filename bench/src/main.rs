//! Figures over the wire, each beside a peer or a limit measured in the same run: `bench/run [name…]`.
//!
//! The servers are processes of their own, `deputy` from the same build and a bare TLS server of this binary.
//! Requests are signed before the clock starts, and one thread sends them, so that the sender takes as little as
//! it can from the machine it shares with what it measures.

mod bare;
mod csv_file;
mod disk;
mod import;
mod load;
mod models;
mod objects;
mod policies;
mod process;
mod report;
mod signing;
mod start;
mod wire;

use std::path::Path;
use std::process::ExitCode;

use report::Report;

/// Whatever goes wrong ends the run.
type Failure = Box<dyn std::error::Error + Send + Sync>;
type Outcome<T = ()> = Result<T, Failure>;

const NAMES: [&str; 6] = ["wire", "objects", "import", "models", "policy", "start"];

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match wanted.as_slice() {
        [command, folder] if command == "bare" => bare::serve(Path::new(folder)),
        names => run(names),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report::note(&format!("bench: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| !NAMES.contains(&name.as_str())) {
        return Err(format!("there is no `{unknown}`; there are {}", NAMES.join(", ")).into());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for name in NAMES.iter().filter(|name| names.is_empty() || names.iter().any(|wanted| wanted == *name)) {
        let mut report = Report::begin();
        runtime.block_on(measure(name, &mut report))?;
        report.end()?;
    }
    Ok(())
}

async fn measure(name: &str, report: &mut Report) -> Outcome {
    match name {
        "wire" => wire::measure(report).await,
        "objects" => objects::measure(report).await,
        "import" => import::measure(report).await,
        "models" => models::measure(report),
        "policy" => policies::measure(report),
        _ => start::measure(report).await,
    }
}
