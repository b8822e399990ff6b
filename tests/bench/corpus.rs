//! Writes the newsroom of the benchmark, the same on every machine and on every day:
//! `cargo run --release --example corpus -- --releases 2000 --out DIR --for jarshy`.

mod newsroom;

use clap::Parser;
use newsroom::{Newsroom, Program};
use std::io;
use std::path::PathBuf;

/// Writes the newsroom of the benchmark.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many releases, each in three languages.
    #[arg(long, default_value_t = 2000)]
    releases: usize,
    /// The folder to write into; it should not exist.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The program to write for: jarshy, hugo or blades.
    #[arg(long = "for", value_name = "PROGRAM", value_parser = program)]
    program: Program,
}

fn program(name: &str) -> Result<Program, String> {
    Program::named(name).ok_or_else(|| "jarshy, hugo or blades".to_owned())
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    newsroom::write(&Newsroom::new(arguments.releases), arguments.program, &arguments.out)
}
