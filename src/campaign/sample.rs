//! A random sample of a list: the same seed draws the same places for everybody, today and in years.
//!
//! The stream of ChaCha20 is fixed by RFC 8439, and what is made of it stands here and not in a library that may change: a seed of 64
//! bits (in the first eight bytes of the key, the lowest first, the rest zero), numbers below a bound by rejection, and a partial
//! Fisher-Yates shuffle. So a sampling plan can be checked with any other program.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// The fewest people of a sample: among fewer it might be guessed who answered.
pub const LEAST_SAMPLE: u64 = 10;

/// The seed of a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(u64);

impl Seed {
    /// A seed of random bytes.
    pub fn of(bytes: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(bytes))
    }

    /// Reads what [`Seed::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        let hexadecimal = code.len() == 16 && code.bytes().all(|byte| byte.is_ascii_hexdigit());
        hexadecimal.then(|| u64::from_str_radix(code, 16).ok().map(Self)).flatten()
    }

    /// The seed as 16 hexadecimal digits.
    pub fn code(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// Draws `size` of the places `0..of`, each set of places as likely as any other; in rising order. All places where there are not
/// more than `size`.
pub fn draw(of: usize, size: usize, seed: Seed) -> Vec<usize> {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.0.to_le_bytes());
    let mut random = ChaCha20Rng::from_seed(key);
    let mut places: Vec<usize> = (0..of).collect();
    let size = size.min(of);
    for place in 0..size {
        let other = place + below(&mut random, of - place);
        places.swap(place, other);
    }
    places.truncate(size);
    places.sort_unstable();
    places
}

/// A number below `bound`, each as likely: those of the stream that would favour the first ones are passed over.
fn below(random: &mut ChaCha20Rng, bound: usize) -> usize {
    let bound = bound as u64;
    let fair = u64::MAX / bound * bound;
    loop {
        let number = random.next_u64();
        if number < fair {
            #[allow(clippy::cast_possible_truncation)] // Below a bound that was a `usize`.
            return (number % bound) as usize;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expected places were drawn by another program, written from RFC 8439 and the header of this file.
    #[test]
    fn a_seed_draws_the_same_places_everywhere_and_always() {
        let seed = Seed::parse("0123456789abcdef").unwrap();
        assert_eq!(draw(100, 10, seed), [16, 19, 32, 36, 37, 61, 63, 69, 78, 99]);
        assert_eq!(draw(1_000_000, 5, Seed(42)), [91_365, 113_776, 195_752, 273_255, 881_055]);
    }

    #[test]
    fn not_more_are_drawn_than_there_are_and_none_twice() {
        assert_eq!(draw(20, 30, Seed(1)), (0..20).collect::<Vec<_>>());
        assert_eq!(draw(0, 5, Seed(1)), Vec::<usize>::new());
        let mut drawn = draw(5_000, 2_500, Seed(7));
        drawn.dedup();
        assert_eq!(drawn.len(), 2_500);
    }

    #[test]
    fn every_place_is_as_likely_as_any_other() {
        let mut drawn = [0_u32; 20];
        for seed in 0..4_000 {
            for place in draw(20, 5, Seed(seed)) {
                drawn[place] += 1;
            }
        }
        // 1,000 expected with a standard deviation of 27: five of them on either side.
        assert!(drawn.iter().all(|count| (865..=1_135).contains(count)), "{drawn:?}");
    }

    #[test]
    fn a_seed_is_sixteen_digits() {
        assert_eq!(Seed::of([0xef, 0xcd, 0xab, 0x89, 0x67, 0x45, 0x23, 0x01]).code(), "0123456789abcdef");
        for wrong in ["", "0123", "0123456789abcdeg", "+123456789abcdef"] {
            assert_eq!(Seed::parse(wrong), None, "{wrong}");
        }
    }
}
