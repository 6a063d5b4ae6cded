//! The only form in which findings reach a screen, a page or a file: made by suppression, by nothing else.

use super::Findings;

/// Findings after suppression. Its field is private: [`Publishable::suppress`] is the only way to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Publishable {
    findings: Findings,
    threshold: u64,
}

impl Publishable {
    /// The threshold of ordinary surveys; 10 for sensitive ones.
    pub const DEFAULT_THRESHOLD: u64 = 5;
    /// Under this base only counts are shown, no percentages.
    pub const PERCENTAGE_BASE: u64 = 30;

    /// The privacy threshold that was applied.
    pub fn threshold(&self) -> u64 {
        self.threshold
    }

    /// The figures that may be shown.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }
}
