//! The house colours, and the rule that keeps text readable on them.

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub u8, pub u8, pub u8);

pub(super) const WHITE: Colour = Colour(255, 255, 255);
const BLACK: Colour = Colour(0, 0, 0);
/// Text and everything that must be read.
pub(super) const DARK: Colour = Colour(0x17, 0x32, 0x4D);
/// The one blue.
pub(super) const BLUE: Colour = Colour(0x00, 0x66, 0xCC);
/// Where a promise is kept; readable as a zone in greyscale beside [`TRACK`].
pub(super) const PALE_BLUE: Colour = Colour(0xB9, 0xD5, 0xF1);
/// Targets, and nothing else.
pub(super) const ACCENT: Colour = Colour(0xB8, 0x12, 0x4A);
/// A promise broken: the dark end of the diverging pair.
pub(super) const BROWN: Colour = Colour(0x9A, 0x47, 0x00);
/// The lines of one picture in their order; each has a pattern and a shape of its own besides.
pub(super) const SERIES: [Colour; 3] = [BLUE, BROWN, DARK];
/// Secondary text: 5.7 : 1 on white.
pub(super) const GREY: Colour = Colour(0x56, 0x66, 0x78);
/// Lines that only guide the eye.
pub(super) const RULE: Colour = Colour(0xD5, 0xDB, 0xE2);
/// The ground of an axis.
pub(super) const TRACK: Colour = Colour(0xEE, 0xF1, 0xF5);
/// The neutral middle of a scale.
const NEUTRAL: Colour = Colour(0xE8, 0xEB, 0xEF);
const NEGATIVE: [Colour; 3] = [Colour(0xF0, 0xB8, 0x78), Colour(0xCF, 0x7A, 0x24), BROWN];
const POSITIVE: [Colour; 3] = [Colour(0x93, 0xC1, 0xF0), Colour(0x3F, 0x87, 0xD6), Colour(0x00, 0x4A, 0x98)];

/// Where a point stands on a diverging scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// `step` 1 is next to the middle, `step == of` the worst.
    Negative { step: usize, of: usize },
    /// The middle.
    Neutral,
    /// `step` 1 is next to the middle, `step == of` the best.
    Positive { step: usize, of: usize },
}

impl Colour {
    /// Relative luminance, WCAG 2.1.
    pub(super) fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The contrast ratio of two colours, WCAG 2.1.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The colour of text on this ground: the house's dark or white where they reach 4.5 : 1, else black, which then does.
    pub(super) fn ink(self) -> Self {
        [DARK, WHITE].into_iter().find(|ink| self.contrast(*ink) >= 4.5).unwrap_or(BLACK)
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between two channels of a byte.
    fn towards(self, other: Self, part: f64) -> Self {
        let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * part).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

/// The colour of a point. The pair differs in lightness from the middle outwards, so that it survives greyscale.
pub(super) fn diverging(side: Side) -> Colour {
    match side {
        Side::Neutral => NEUTRAL,
        Side::Negative { step, of } => along(NEGATIVE, step, of),
        Side::Positive { step, of } => along(POSITIVE, step, of),
    }
}

#[allow(clippy::cast_precision_loss)] // A scale has at most some hundred points.
fn along(stops: [Colour; 3], step: usize, of: usize) -> Colour {
    // A side of one point takes a strong colour, not the palest.
    let part = if of <= 1 { 1.0 } else { (step.max(1) - 1) as f64 / (of - 1) as f64 };
    if part <= 0.5 { stops[0].towards(stops[1], part * 2.0) } else { stops[1].towards(stops[2], part * 2.0 - 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(of: usize) -> impl Iterator<Item = Colour> {
        (1..=of)
            .flat_map(move |step| [Side::Negative { step, of }, Side::Positive { step, of }])
            .chain([Side::Neutral])
            .map(diverging)
    }

    #[test]
    fn every_label_on_a_segment_has_enough_contrast() {
        for colour in (1..=6).flat_map(sides) {
            assert!(colour.contrast(colour.ink()) >= 4.5, "{colour:?}: {:.2}", colour.contrast(colour.ink()));
        }
    }

    #[test]
    fn every_text_colour_reads_on_white() {
        for colour in [DARK, BLUE, ACCENT, BROWN, GREY] {
            assert!(colour.contrast(WHITE) >= 4.5, "{colour:?}: {:.2}", colour.contrast(WHITE));
        }
    }

    #[test]
    fn neighbours_of_the_middle_differ_from_it_in_greyscale() {
        for of in 1..=5 {
            for side in [Side::Negative { step: 1, of }, Side::Positive { step: 1, of }] {
                let contrast = diverging(side).contrast(diverging(Side::Neutral));
                assert!(contrast >= 1.4, "{side:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn the_colours_of_a_side_grow_darker_outwards() {
        for of in 2..=5 {
            for make in [|step, of| Side::Negative { step, of }, |step, of| Side::Positive { step, of }] {
                let lights: Vec<f64> = (1..=of).map(|step| diverging(make(step, of)).luminance()).collect();
                assert!(lights.windows(2).all(|pair| pair[0] > pair[1] * 1.15), "{of}: {lights:?}");
            }
        }
    }

    /// What an eye without one kind of cone sees (Machado, Oliveira and Fernandes 2009, IEEE TVCG 15(6), severity 1.0), and any eye.
    const EYES: [(&str, [[f64; 3]; 3]); 4] = [
        ("any", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
        ("deuteranopia", [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
        ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
    ];

    /// How far two colours are apart for an eye, as CIEDE2000: 1 is just seen side by side, 10 at a glance.
    fn apart(one: Colour, other: Colour, eye: &[[f64; 3]; 3]) -> f64 {
        use ::palette::color_difference::Ciede2000;
        use ::palette::{IntoColor, Lab, LinSrgb, Srgb};
        let lab = |colour: Colour| -> Lab<::palette::white_point::D65, f64> {
            let seen: LinSrgb<f64> = Srgb::new(colour.0, colour.1, colour.2).into_format::<f64>().into_linear();
            let row = |row: &[f64; 3]| (row[0] * seen.red + row[1] * seen.green + row[2] * seen.blue).clamp(0.0, 1.0);
            LinSrgb::new(row(&eye[0]), row(&eye[1]), row(&eye[2])).into_color()
        };
        lab(one).difference(lab(other))
    }

    #[test]
    fn what_must_be_told_apart_is_apart_for_every_eye() {
        for (name, eye) in &EYES {
            let mut pairs =
                vec![(BLUE, BROWN), (BLUE, DARK), (BROWN, DARK), (ACCENT, BLUE), (ACCENT, PALE_BLUE), (PALE_BLUE, TRACK)];
            for of in 1..=5 {
                for step in 1..=of {
                    pairs.push((diverging(Side::Negative { step, of }), diverging(Side::Positive { step, of })));
                }
            }
            for (one, other) in pairs {
                let found = apart(one, other, eye);
                assert!(found >= 10.0, "{name}: {one:?} and {other:?} are {found:.1} apart");
            }
        }
    }

    #[test]
    fn neighbours_on_a_scale_of_five_are_apart_for_every_eye() {
        let scale = [
            Side::Negative { step: 2, of: 2 },
            Side::Negative { step: 1, of: 2 },
            Side::Neutral,
            Side::Positive { step: 1, of: 2 },
            Side::Positive { step: 2, of: 2 },
        ];
        for (name, eye) in &EYES {
            for pair in scale.map(diverging).windows(2) {
                let found = apart(pair[0], pair[1], eye);
                assert!(found >= 10.0, "{name}: {pair:?} are {found:.1} apart");
            }
        }
    }
}
