//! Kazakh text of Cyrillic letters in another script: Latin letters of a decree, Arabic letters (languages.md, 5).
//!
//! A [`Scheme`] is read from a file of lines that an official can write, named with its version; three are built in, and a
//! newsroom brings its own. [`Exceptions`] are words with a spelling of their own. What a scheme makes has no Cyrillic
//! letter of the scheme left, save in what is not touched, so that to convert twice is to convert once.

mod address;
mod built_in;
mod convert;
mod converter;
mod exceptions;
mod fault;
mod lines;
mod pass;
mod read;
mod scheme;
mod suffix;
mod word;

#[cfg(test)]
mod tests;

pub use converter::Converter;
pub use exceptions::Exceptions;
pub use fault::{Fault, FaultKind};
pub use scheme::{Scheme, Script};
pub(crate) use suffix::is_suffix;
