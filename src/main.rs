//! The `jarshy` program: arguments in, exit code out.

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A third of a build is allocation, and this one is made for threads.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    jarshy::cli::run(&jarshy::cli::Arguments::parse())
}
