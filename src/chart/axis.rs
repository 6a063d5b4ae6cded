//! The range and the ticks of an axis.

/// Where an axis begins and ends, and how far its ticks are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub from: f64,
    pub to: f64,
    pub step: f64,
}

impl Range {
    /// The shortest range of shares in round steps that holds all of `shares` and tells at least `least` apart, within 0 and 1.
    pub(super) fn of_shares(shares: impl Iterator<Item = f64>, least: f64) -> Self {
        let (mut low, mut high) = shares.fold((1.0_f64, 0.0_f64), |(low, high), share| (low.min(share), high.max(share)));
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let missing = (least - (high - low)).max(0.0) / 2.0;
        let (low, high) = ((low - missing).max(0.0), (high + missing).min(1.0));
        let step = [0.05, 0.1, 0.2].into_iter().find(|step| (high - low) / step <= 6.0).unwrap_or(0.25);
        let (from, to) = ((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step);
        Self { from: from.max(0.0), to: to.min(1.0).max(from + step), step }
    }

    /// Every tick, the ends included.
    pub(super) fn ticks(self) -> impl Iterator<Item = f64> {
        let count = ((self.to - self.from) / self.step + 0.01).floor();
        std::iter::successors(Some(0.0), move |at| (at + 1.0 <= count).then_some(at + 1.0))
            .map(move |at| self.from + at * self.step)
    }

    /// Where a value lies, 0 at the beginning and 1 at the end.
    pub(super) fn place(self, value: f64) -> f64 {
        ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }
}

/// A range of counts from 0 to a round number that holds `most`, with about so many steps of whole numbers.
pub(super) fn counts(most: f64, steps: u8) -> Range {
    let wanted = (most / f64::from(steps)).max(1.0);
    let power = 10_f64.powf(wanted.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|round| round * power);
    let step = step.filter(|step| step.fract() == 0.0).find(|step| *step >= wanted).unwrap_or(wanted.ceil());
    Range { from: 0.0, to: (most / step - 1e-9).ceil().max(1.0) * step, step }
}

/// Moves the middles of labels of one height apart, each as little as needed, within `from..to`; their order stays.
pub(super) fn spread(wanted: &[f64], height: f64, from: f64, to: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut placed = wanted.to_vec();
    let mut least = from + height / 2.0;
    for at in &order {
        placed[*at] = placed[*at].max(least);
        least = placed[*at] + height;
    }
    let mut most = to - height / 2.0;
    for at in order.iter().rev() {
        placed[*at] = placed[*at].min(most);
        most = placed[*at] - height;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_of_shares_is_round_and_stays_within_its_bounds() {
        let ticks = |range: Range| range.ticks().map(|tick| (tick * 100.0).round()).collect::<Vec<_>>();
        assert_eq!(ticks(Range::of_shares([0.62, 0.71].into_iter(), 0.2)), [55.0, 60.0, 65.0, 70.0, 75.0, 80.0]);
        assert_eq!(ticks(Range::of_shares([0.0, 1.0].into_iter(), 0.2)), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(Range::of_shares([0.99, 1.0].into_iter(), 0.2)).last(), Some(&100.0));
        assert_eq!(ticks(Range::of_shares([].into_iter(), 0.2)).len(), 6);
    }

    #[test]
    fn an_axis_of_counts_has_whole_round_steps() {
        let ticks = |most| counts(most, 4).ticks().collect::<Vec<_>>();
        assert_eq!(ticks(412.0), [0.0, 200.0, 400.0, 600.0]);
        assert_eq!(ticks(3.0), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(0.0), [0.0, 1.0]);
        assert_eq!(ticks(9_000.0), [0.0, 2_500.0, 5_000.0, 7_500.0, 10_000.0]);
    }

    #[test]
    fn labels_keep_apart_and_inside() {
        assert_eq!(spread(&[50.0, 10.0], 10.0, 0.0, 100.0), [50.0, 10.0]);
        assert_eq!(spread(&[50.0, 48.0, 49.0], 10.0, 0.0, 100.0), [68.0, 48.0, 58.0]);
        assert_eq!(spread(&[99.0, 98.0], 10.0, 0.0, 100.0), [95.0, 85.0]);
    }
}
