//! How large an effect is, in words: what a screen says before any p-value.

/// The size of an effect. Conventions, not laws: they say how a difference compares with those usually met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Too small to speak of.
    Negligible,
    /// Small.
    Small,
    /// Medium.
    Medium,
    /// Large.
    Large,
}

impl Strength {
    /// Of Cliff's delta, whatever its sign: from .147, .33 and .474.
    ///
    /// Source: Romano et al. 2006, Annual meeting of the Florida Association of Institutional Research.
    pub fn of_cliff_delta(delta: f64) -> Self {
        Self::of(delta.abs(), [0.147, 0.33, 0.474])
    }

    /// Of Cohen's w, which is Cramer's V times the root of the smaller of rows and columns less 1: from .1, .3 and .5.
    ///
    /// Source: Cohen 1988, Statistical Power Analysis, 7.2.
    pub fn of_cohen_w(w: f64) -> Self {
        Self::of(w, [0.1, 0.3, 0.5])
    }

    /// Of the share of spread that lies between groups (eta squared, epsilon squared): from .01, .06 and .14.
    ///
    /// Source: Cohen 1988, Statistical Power Analysis, 8.2: f of .1, .25 and .4, rounded as `rstatix::kruskal_effsize` does.
    pub fn of_eta_squared(eta_squared: f64) -> Self {
        Self::of(eta_squared, [0.01, 0.06, 0.14])
    }

    fn of(size: f64, [small, medium, large]: [f64; 3]) -> Self {
        if size >= large {
            Self::Large
        } else if size >= medium {
            Self::Medium
        } else if size >= small {
            Self::Small
        } else {
            Self::Negligible
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_threshold_belongs_to_the_larger_word() {
        use Strength::{Large, Medium, Negligible, Small};
        assert_eq!([0.146, 0.147, -0.33, 0.474].map(Strength::of_cliff_delta), [Negligible, Small, Medium, Large]);
        assert_eq!([0.09, 0.1, 0.3, 0.5].map(Strength::of_cohen_w), [Negligible, Small, Medium, Large]);
        assert_eq!([-0.2, 0.01, 0.06, 0.14].map(Strength::of_eta_squared), [Negligible, Small, Medium, Large]);
        assert!(Negligible < Small && Medium < Large);
    }
}
