//! `deputy`: reads the command line, wires the parts, serves.

mod account;
mod args;
mod commands;
mod connection;
mod explain;
mod logging;
mod output;
mod profile;
mod query;
mod report;
mod screen;
mod simulation;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    logging::start(&args.log);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output::failed(&format!("the runtime could not be started: {error}")),
    };
    let outcome = runtime.block_on(async {
        match args.command {
            Command::Dev(args) => commands::dev::run(args).await.map(done),
            Command::Serve(args) => commands::serve::run(args).await.map(done),
            Command::Env(args) => commands::env::run(&args).map(done),
            Command::Demo(args) => commands::demo::run(args).await.map(done),
            Command::Explain(args) => Ok(commands::explain::run(args).await),
            Command::Simulate(args) => Ok(commands::simulate::run(*args).await),
            Command::WhoCan(args) => Ok(commands::who_can::run(args).await),
            Command::Can(args) => Ok(commands::can::run(args).await),
            Command::Eval(args) => commands::eval::run(&args),
            Command::Policy(command) => Ok(commands::policy::run(&command).await),
        }
    });
    match outcome {
        Ok(code) => code,
        Err(error) => output::failed(&error.to_string()),
    }
}

fn done((): ()) -> ExitCode {
    ExitCode::SUCCESS
}
