//! Known populations, and how the number of satisfied people in a sample of them falls out: exactly, and drawn person by person.

use ascolto::analysis::proportion::as_real;
use fastrand::Rng;

/// Whom a sample is drawn from.
#[derive(Clone, Copy, Debug)]
pub enum Population {
    /// So many people that drawing changes nothing: the share satisfied.
    Endless(f64),
    /// So few that nobody is drawn twice.
    People {
        /// How many are satisfied.
        satisfied: u64,
        /// How many there are.
        universe: u64,
    },
}

/// The probability, or the drawn frequency, of every count from 0 to the sample's size.
pub type Distribution = Vec<f64>;

impl Population {
    /// The true share.
    pub fn share(self) -> f64 {
        match self {
            Self::Endless(share) => share,
            Self::People { satisfied, universe } => as_real(satisfied) / as_real(universe),
        }
    }

    /// Binomial or hypergeometric, from the ratios of neighbours outwards from the mode: no large terms, nothing to cancel.
    pub fn exact(self, base: u64) -> Distribution {
        let (least, most) = self.possible(base);
        let mode = self.mode(base).clamp(least, most);
        let mut probabilities = vec![0.0; index(base) + 1];
        probabilities[index(mode)] = 1.0;
        for count in mode..most {
            probabilities[index(count) + 1] = probabilities[index(count)] * self.ratio(count, base);
        }
        for count in (least..mode).rev() {
            probabilities[index(count)] = probabilities[index(count) + 1] / self.ratio(count, base);
        }
        let total: f64 = probabilities.iter().sum();
        probabilities.iter().map(|probability| probability / total).collect()
    }

    fn possible(self, base: u64) -> (u64, u64) {
        match self {
            Self::Endless(_) => (0, base),
            Self::People { satisfied, universe } => (base.saturating_sub(universe - satisfied), base.min(satisfied)),
        }
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and the base.
    fn mode(self, base: u64) -> u64 {
        match self {
            Self::Endless(share) => (as_real(base + 1) * share) as u64,
            Self::People { satisfied, universe } => (base + 1) * (satisfied + 1) / (universe + 2),
        }
    }

    /// The probability of one more than `count`, divided by that of `count`.
    fn ratio(self, count: u64, base: u64) -> f64 {
        let chosen = as_real(base - count) / as_real(count + 1);
        match self {
            Self::Endless(share) => chosen * share / (1.0 - share),
            Self::People { satisfied, universe } => {
                chosen * as_real(satisfied - count) / as_real(universe - satisfied + count + 1 - base)
            }
        }
    }

    /// The frequency of every count in so many samples, each drawn person by person.
    pub fn drawn(self, base: u64, samples: u32, random: &mut Rng) -> Distribution {
        let mut found = vec![0_u32; index(base) + 1];
        for _ in 0..samples {
            found[index(self.draw(base, random))] += 1;
        }
        found.iter().map(|count| f64::from(*count) / f64::from(samples)).collect()
    }

    /// The satisfied people in one sample.
    pub fn draw(self, base: u64, random: &mut Rng) -> u64 {
        match self {
            Self::Endless(share) => (0..base).map(|_| u64::from(random.f64() < share)).sum(),
            Self::People { satisfied, universe } => {
                (0..base).fold(0, |found, seen| found + u64::from(random.u64(..universe - seen) < satisfied - found))
            }
        }
    }
}

/// How probable it is that something holds of the count.
pub fn chance(distribution: &[f64], holds: impl Fn(u64) -> bool) -> f64 {
    let held = (0..).zip(distribution).filter(|(count, probability)| **probability > 0.0 && holds(*count));
    // A sum of nothing would be -0.
    held.fold(0.0, |sum, (_, probability)| sum + probability)
}

/// A count as a place in a list.
pub fn index(count: u64) -> usize {
    usize::try_from(count).expect("samples fit into memory")
}
