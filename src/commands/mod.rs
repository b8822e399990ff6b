//! One file, one command, one `run`.

pub mod build;
pub mod manual;
pub mod new;
mod newsroom;
pub mod next;
pub mod status;
mod status_table;
pub mod terminal;
mod vocabulary;
