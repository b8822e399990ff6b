//! What a text is like, in few bytes: two texts are as alike as the share of their threes of words that both have.

use crate::language::letters::is_alphanumeric;
use crate::rules::page::Page;

/// How many numbers stand for a text.
const SLOTS: usize = 125;
/// How many of them make a band.
const ROWS: usize = 5;
/// Texts with fewer words are too short to be told apart.
const FEWEST_WORDS: usize = 40;

/// A sketch of a text (MinHash of one permutation, Li, Owen and Zhang 2012): in each slot the least of the threes of words
/// that fall into it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Likeness(Box<[u16; SLOTS]>);

impl Likeness {
    /// The sketch of a body; `None` for a short one.
    pub fn of(page: &Page<'_>) -> Option<Self> {
        let mut words = Vec::new();
        for block in &page.blocks {
            let text = block.text();
            let each = text.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty());
            words.extend(each.map(hash));
        }
        (words.len() >= FEWEST_WORDS).then(|| Self::of_words(&words))
    }

    fn of_words(words: &[u64]) -> Self {
        let mut least = [u64::MAX; SLOTS];
        for three in words.windows(3) {
            let hash = three.iter().fold(0, |hash, word| mixed(hash ^ word));
            let slot = &mut least[(hash % SLOTS as u64) as usize];
            *slot = (*slot).min(hash / SLOTS as u64);
        }
        let filled = least;
        for at in 0..SLOTS {
            // An empty slot borrows from the next that is not, and is told apart from it by how far that is.
            let far = (0..SLOTS).find(|far| filled[(at + far) % SLOTS] != u64::MAX).unwrap_or_default();
            least[at] = filled[(at + far) % SLOTS].wrapping_add((far as u64) << 48);
        }
        Self(Box::new(least.map(|least| (mixed(least) >> 48) as u16)))
    }

    /// How alike two texts are, in percent; the mean error is about 3.
    pub fn percent(&self, other: &Self) -> usize {
        let same = self.0.iter().zip(other.0.iter()).filter(|(one, other)| one == other).count();
        same * 100 / SLOTS
    }

    /// How many bands a sketch has.
    pub fn bands() -> usize {
        SLOTS / ROWS
    }

    /// A band: two texts of which four in five threes are the same have at least one in common, but for one in 10,000.
    pub fn band(&self, nth: usize) -> u128 {
        let rows = self.0.iter().skip(nth * ROWS).take(ROWS);
        rows.fold(0, |band, row| band << 16 | u128::from(*row))
    }
}

fn hash(word: &str) -> u64 {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of SplitMix64.
fn mixed(mut hash: u64) -> u64 {
    hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ hash >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: impl Iterator<Item = u64>) -> Likeness {
        Likeness::of_words(&words.map(mixed).collect::<Vec<_>>())
    }

    #[test]
    fn likeness_is_near_the_share_of_what_both_have() {
        for total in [50_u64, 200, 1000] {
            for changed in [0, 5, 10, 20, 50, 100] {
                let changed = total * changed / 100;
                let (one, other) = (of(0..total), of((0..total - changed).chain(5000..5000 + changed)));
                let exact = (total - changed) * 100 / (total + changed);
                let percent = one.percent(&other) as u64;
                assert!(percent.abs_diff(exact) <= 14, "{total} {changed}: {percent}, not {exact}");
            }
        }
    }

    #[test]
    fn what_is_alike_has_a_band_in_common() {
        for seed in 0..200_u64 {
            let (one, other) = (of(seed..seed + 300), of((seed..seed + 280).chain(9000..9020)));
            assert!((0..Likeness::bands()).any(|nth| one.band(nth) == other.band(nth)), "{seed}");
        }
    }
}
