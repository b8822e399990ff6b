//! The tests of the whole program, in one binary: each file a topic, each test a sentence over [`site::Site`].

mod architecture;
mod building;
mod determinism;
mod edits;
mod golden;
mod problems;
mod site;
mod writing;
