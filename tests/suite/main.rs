//! The tests of the whole program, in one binary: each file a topic, each test a sentence over [`site::Site`].

mod building;
mod embargo;
mod feeds;
mod languages;
mod links;
mod lists;
mod problems;
mod readers;
mod refusals;
mod releases;
mod security;
mod site;
mod sitemaps;
mod xml;
