//! Feeling and uncertainty behind the judgements.

use super::super::document::Block;
use super::super::scene::Scene;
use super::{captions, figure};
use crate::analysis::cub::Cub;
use crate::chart::{CubMap, cub_map};
use crate::form::Role;

/// The map of the models of all judgements; `None` where fewer than three can be told.
pub(in crate::report) fn feeling(scene: &Scene<'_>) -> Option<Block> {
    let judged = scene.asked.iter().filter(|asked| asked.role == Role::Satisfaction);
    let models: Vec<(String, Cub)> =
        judged.filter_map(|asked| Some((asked.label.clone(), scene.input.figures.feeling(asked.code.as_str())?))).collect();
    if models.len() < 3 {
        return None;
    }
    let words = scene.words;
    let most = |of: fn(&Cub) -> f64| {
        let found = models.iter().max_by(|one, other| of(&one.1).total_cmp(&of(&other.1)));
        found.map_or_else(String::new, |(label, _)| words.quoted(label))
    };
    let title =
        words.with("feeling-chart", &[("liked", most(Cub::feeling).into()), ("uncertain", most(Cub::uncertainty).into())]);
    let least = models.iter().map(|(_, cub)| cub.base).min()?;
    let base = words.with("priorities-chart-base", &[("least", words.integer(least).into())]);
    let captions = captions(scene, title, base);
    let map = CubMap { captions: captions.clone(), models };
    Some(figure(scene, captions, |setting| cub_map(&map, setting)))
}
