//! `jarshy new`: a command a file; `names` understands what they are told, `ask` asks for what they are not told.

mod ask;
mod command;
mod made;
mod named;
mod names;
mod release;
mod site;
mod standing;
mod stop;
mod translation;

pub use command::New;
