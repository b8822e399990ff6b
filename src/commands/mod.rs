//! One file, one command, one `run`.

pub mod build;
mod terminal;
