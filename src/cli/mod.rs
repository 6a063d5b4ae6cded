//! The commands, one file each. Exit code 0 done, 1 refused (the message says what to change), 2 failed; 75 of `receive-report`, which
//! a mail server calls, when it is to call again.

mod analyse;
mod backup;
mod check;
mod demo;
mod export;
mod import;
mod languages;
mod log;
mod mail;
mod migrate;
mod receive_report;
mod report;
pub mod serve;
mod site;
mod terminal;
mod usage;
mod user;

use clap::Parser;
use std::process::ExitCode;

/// Ascolto: customer satisfaction of public offices, from questionnaire to annual report.
#[derive(Parser)]
#[command(name = "ascolto", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Analyse(analyse::Analyse),
    Backup(backup::Backup),
    Check(check::Check),
    Demo(demo::Demo),
    Export(export::Export),
    Import(import::Import),
    Languages(languages::Languages),
    Mail(mail::Mail),
    Migrate(migrate::Migrate),
    ReceiveReport(receive_report::ReceiveReport),
    Report(report::Report),
    Serve(serve::Serve),
    User(user::User),
}

/// Why a command did not do its work.
#[derive(Debug)]
pub enum Stop {
    /// The person can act: the message says what to change.
    Refused(String),
    /// Something failed that the person did not cause; the message is the chain of causes.
    Failed(String),
    /// Not now: the mail server that called is to call again (`EX_TEMPFAIL`).
    Later(String),
}

/// Runs the command on the command line.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Asked for: the instructions, the version.
        Err(error) if !error.use_stderr() => error.exit(),
        Err(error) => {
            eprintln!("{}", usage::usage_in_words(&terminal::terminal_language(), &error));
            return ExitCode::from(1);
        }
    };
    let outcome = match arguments.command {
        Command::Analyse(command) => command.run(),
        Command::Backup(command) => command.run(),
        Command::Check(command) => command.run(),
        Command::Demo(command) => command.run(),
        Command::Export(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Languages(command) => command.run(),
        Command::Mail(command) => command.run(),
        Command::Migrate(command) => command.run(),
        Command::ReceiveReport(command) => command.run(),
        Command::Report(command) => command.run(),
        Command::Serve(command) => command.run(),
        Command::User(command) => command.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Refused(message)) => {
            eprintln!("{message}");
            ExitCode::from(1)
        }
        Err(Stop::Failed(message)) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
        Err(Stop::Later(message)) => {
            eprintln!("{message}");
            ExitCode::from(75)
        }
    }
}
