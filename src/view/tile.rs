//! A release in a list, of which hundreds of lists may show the same.

use crate::view::made::Made;
use crate::view::release::Card;

/// A release in a list.
#[derive(Clone, Debug)]
pub enum Tile {
    /// As it was made for another list.
    Made(tera::Value),
    /// As no list has shown it yet, and where to keep what is made of it.
    New(Box<Card>, Made),
}

impl Tile {
    /// The tile whose value is kept in `made`; `card` is asked for only while nothing is.
    pub fn new(made: &Made, card: impl FnOnce() -> Option<Card>) -> Option<Self> {
        match made.get() {
            Some(value) => Some(Self::Made(value.clone())),
            None => card().map(|card| Self::New(Box::new(card), made.clone())),
        }
    }

    /// The value that `make` gives for the card.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn value<E>(&self, make: impl FnOnce(&Card) -> Result<tera::Value, E>) -> Result<tera::Value, E> {
        match self {
            Self::Made(value) => Ok(value.clone()),
            Self::New(card, made) => make(card).map(|value| made.get_or_init(|| value).clone()),
        }
    }
}
