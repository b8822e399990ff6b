//! The `jarshy` program.

fn main() {}
