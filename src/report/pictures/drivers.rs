//! What goes with the overall judgement.

use super::super::asked::Asked;
use super::super::document::Block;
use super::super::scene::Scene;
use super::{captions, figure};
use crate::chart::{Drivers, drivers as draw};

/// The shares of what goes with one overall judgement.
pub(in crate::report) fn drivers(scene: &Scene<'_>, asked: &Asked<'_>) -> Option<Block> {
    let found = scene.input.figures.drivers(asked.code.as_str())?;
    let label = |code: &str| {
        let asked = scene.asked.iter().find(|asked| asked.code.as_str() == code);
        asked.map_or_else(|| code.to_owned(), |asked| asked.label.clone())
    };
    let shares: Vec<(String, f64)> = found.shares.iter().map(|(code, share)| (label(code), *share)).collect();
    let words = scene.words;
    let title = words.with("drivers-chart", &[("item", shares.first()?.0.clone().into())]);
    let mut captions = captions(scene, title, words.base(found.base));
    let explained = words.percentage(found.r_squared, 0);
    captions.question = words.with("drivers-chart-reading", &[("explained", explained.into())]);
    let drivers = Drivers { captions: captions.clone(), shares };
    Some(figure(scene, captions, |setting| draw(&drivers, setting)))
}
