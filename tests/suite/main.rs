//! The tests of the whole program, in one binary: each file a topic, each test a sentence over [`site::Site`].

mod building;
mod problems;
mod site;
