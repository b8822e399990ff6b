//! Numbers that are the same on every machine and on every day.

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and good enough to mix sentences with.
#[derive(Clone, Debug)]
pub struct Draw(u64);

impl Draw {
    /// The numbers of one purpose: equal keys give equal numbers, whatever else was drawn before.
    pub fn of(keys: &[usize]) -> Self {
        const SEED: u64 = 0x004a_4152_5348_5900;
        keys.iter().fold(Self(SEED), |draw, key| Self(Self(draw.0 ^ *key as u64).next()))
    }

    /// A number from 0 up to and without `bound`, which is at least 1.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// Whether a thing happens that happens in `percent` of 100 cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `all`.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// `count` different numbers below `bound`, in the order in which they were drawn.
    pub fn some(&mut self, count: usize, bound: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..bound).collect();
        let drawn = (0..count.min(bound)).map(|_| all.swap_remove(self.below(all.len())));
        drawn.collect()
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
