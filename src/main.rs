//! The `jarshy` program: arguments in, exit code out.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    jarshy::cli::run(&jarshy::cli::Arguments::parse())
}
