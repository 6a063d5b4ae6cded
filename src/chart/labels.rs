//! Where the labels of points stand, so that none covers another, a point or anything else that must be read.

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    fn around((x, y): (f64, f64), radius: f64) -> Self {
        Self { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }

    fn covers(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Whether a straight line runs through it: seen at every second pixel, which no text is thinner than.
    fn is_crossed(&self, (from, to): ((f64, f64), (f64, f64))) -> bool {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Some hundred pixels.
        let steps = (length / 2.0).ceil() as u32 + 1;
        (0..=steps).map(|step| f64::from(step) / f64::from(steps)).any(|part| {
            let (x, y) = (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1));
            self.left < x && x < self.right && self.top < y && y < self.bottom
        })
    }

    /// The point of it that is nearest to another.
    pub(super) fn nearest(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x.clamp(self.left, self.right), y.clamp(self.top, self.bottom))
    }
}

/// How far from its point a label may stand, the nearest first.
const DISTANCES: [f64; 7] = [2.0, 8.0, 16.0, 28.0, 42.0, 60.0, 84.0];
/// On which side of its point a label stands, the best first: right, left, above, below, then the corners.
const SIDES: [(f64, f64); 8] =
    [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];

/// The straight line from a point to its label.
fn leader(point: (f64, f64), label: &Area) -> ((f64, f64), (f64, f64)) {
    (point, label.nearest(point))
}

/// Places labels of these sizes beside their points, within `bounds` and off everything in `taken`; no straight line from a point
/// to its label runs through another label. A label for which there is no place gets none.
pub(super) fn place(
    points: &[(f64, f64)],
    sizes: &[(f64, f64)],
    radius: f64,
    bounds: &Area,
    taken: &[Area],
) -> Vec<Option<Area>> {
    let mut full: Vec<Area> = taken.to_vec();
    full.extend(points.iter().map(|point| Area::around(*point, radius)));
    let crowd = |at: usize| {
        let others = points.iter().enumerate().filter(|(other, _)| *other != at);
        others.map(|(_, (x, y))| (x - points[at].0).hypot(y - points[at].1)).fold(f64::MAX, f64::min)
    };
    // Who has least room chooses first.
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by(|one, other| crowd(*one).total_cmp(&crowd(*other)));
    let mut placed: Vec<Option<Area>> = vec![None; points.len()];
    for at in order {
        let (point, (width, height)) = (points[at], sizes[at]);
        let mut candidates = DISTANCES.iter().flat_map(|distance| SIDES.iter().map(move |side| (distance + radius, side)));
        let found = candidates.find_map(|(away, (across, down))| {
            // From the point to the middle of the label.
            let middle = (point.0 + across * (away + width / 2.0), point.1 + down * (away + height / 2.0));
            let area = Area {
                left: middle.0 - width / 2.0,
                top: middle.1 - height / 2.0,
                right: middle.0 + width / 2.0,
                bottom: middle.1 + height / 2.0,
            };
            let is_free = || bounds.holds(&area) && !full.iter().any(|other| other.covers(&area));
            let mut labels = placed.iter().zip(points).filter_map(|(label, point)| Some((label.as_ref()?, *point)));
            let is_apart = |(label, own): (&Area, (f64, f64))| {
                !label.is_crossed(leader(point, &area)) && !area.is_crossed(leader(own, label))
            };
            (is_free() && labels.all(is_apart)).then_some(area)
        });
        full.extend(found);
        placed[at] = found;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Area = Area { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };

    #[test]
    fn a_lonely_label_stands_at_the_right_and_at_the_edge_at_the_left() {
        let place = |x: f64| place(&[(x, 150.0)], &[(60.0, 16.0)], 6.0, &BOUNDS, &[])[0].unwrap();
        assert_eq!(place(100.0).left, 108.0);
        assert_eq!(place(390.0).right, 382.0);
    }

    #[test]
    fn no_label_covers_another_or_a_point_or_leaves_the_picture() {
        // Points as if thrown, always the same ones (Knuth's linear congruential generator).
        let mut state = 7_u64;
        let mut thrown = |most: f64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 40) as f64 / (1_u64 << 24) as f64 * most
        };
        for count in 0..40 {
            let points: Vec<(f64, f64)> = (0..count).map(|_| (thrown(400.0), thrown(300.0))).collect();
            let sizes = vec![(10.0 + thrown(150.0), 16.0); count];
            let found = place(&points, &sizes, 6.0, &BOUNDS, &[]);
            let own = || points.iter().zip(&found).filter_map(|(point, label)| Some((*point, label.as_ref()?)));
            for (point, label) in own() {
                let crossed = own().filter(|(_, other)| *other != label && other.is_crossed(leader(point, label))).count();
                assert_eq!(crossed, 0, "{point:?} {label:?}");
            }
            let placed: Vec<Area> = found.into_iter().flatten().collect();
            assert!(placed.len() >= count.min(3), "{count}");
            for (at, one) in placed.iter().enumerate() {
                assert!(BOUNDS.holds(one), "{one:?}");
                assert!(placed[at + 1..].iter().all(|other| !one.covers(other)), "{one:?}");
                assert!(points.iter().all(|point| !one.covers(&Area::around(*point, 6.0))), "{one:?}");
            }
        }
    }
}
