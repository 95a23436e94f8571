//! The project's own tools: `cargo xtask test`, `codegen [--check] [--models DIR]`, `tidy`, `licences`.

#![expect(clippy::print_stdout, reason = "these tools talk to the person at the desk")]

mod codegen;
mod licences;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

/// What a tool answers: nothing, or the reason of its failure for the person at the desk.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    match arguments.split_first() {
        Some((command, rest)) if command == "codegen" => codegen::run(rest),
        Some((command, rest)) if command == "test" => test::run(rest),
        Some((command, _)) if command == "tidy" => tidy::run(&workspace::root()),
        Some((command, _)) if command == "licences" => licences::run(&workspace::root()),
        Some((command, _)) => {
            Err(format!("no command `{command}`; there are: test, codegen, tidy, licences").into())
        }
        None => Err("name a command: test, codegen, tidy or licences".into()),
    }
}
