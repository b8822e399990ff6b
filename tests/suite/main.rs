//! The tests of the whole program, in one binary: each file a topic, each test a sentence over [`site::Site`].

mod architecture;
mod building;
mod check;
mod command;
mod corrections;
mod determinism;
mod diagnostics;
mod edits;
mod embargo;
mod feeds;
mod golden;
mod history;
mod hostile;
mod languages;
mod leaks;
mod links;
mod lists;
mod manual;
mod new;
mod new_terminal;
#[path = "../bench/newsroom/mod.rs"]
mod newsroom;
mod next;
mod precision;
mod problems;
mod readers;
mod refusals;
mod releases;
mod security;
mod session;
mod site;
mod sitemaps;
mod status;
mod translation;
mod writing;
mod xml;
