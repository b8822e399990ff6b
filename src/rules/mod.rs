//! Rules: what a careful editor would see beyond what refuses a build.

pub mod outdated;
