//! The `jarshy` program: arguments in, exit code out.

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A third of a build is allocation, and this one is made for threads. It asks for no huge pages: clearing those that are
/// hardly used costs more than they save.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    jarshy::cli::run(&jarshy::cli::Arguments::parse())
}
