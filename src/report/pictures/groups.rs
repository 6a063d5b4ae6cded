//! The overall judgement by channel and by who answered.

use super::super::asked::Asked;
use super::super::chapters::groups::{group_name, grouping_name};
use super::super::document::Block;
use super::super::scene::{Scene, seen};
use super::{captions, figure};
use crate::analysis::{GroupFinding, ShareFinding, Shown};
use crate::chart::{DotRow, Dots, Favourable, dots};
use crate::language::say;

/// One item in every group of every grouping; `None` where fewer than two groups may be compared.
pub(in crate::report) fn groups(scene: &Scene<'_>, asked: &Asked<'_>) -> Option<Block> {
    let figures = scene.input.figures;
    let mut rows = Vec::new();
    for grouping in figures.groupings() {
        let found = figures.groups(asked.code.as_str(), grouping);
        // One group alone is the total.
        if found.len() < 2 {
            continue;
        }
        for (at, (group, shown)) in found.into_iter().enumerate() {
            let Some(shown) = share_of(shown) else { continue };
            let heading = (at == 0).then(|| grouping_name(scene, grouping));
            rows.push(DotRow { heading, label: group_name(scene, grouping, group), shown });
        }
    }
    if rows.iter().filter(|row| matches!(row.shown, Shown::Full(_))).count() < 2 {
        return None;
    }
    let item = figures.item(asked.code.as_str());
    let whole = item.as_ref().and_then(seen).and_then(|item| item.satisfied);
    let base = whole.map_or_else(String::new, |share| scene.words.base(share.base));
    let mut captions = captions(scene, title(scene, &rows), base);
    captions.question.clone_from(&asked.label);
    let share = say(scene.words.language, &format!("chart-{}", Favourable::of_all([asked.role].into_iter()).code()));
    let found = Dots { captions: captions.clone(), share, rows, whole: whole.map(|share| share.share) };
    Some(figure(scene, captions, |setting| dots(&found, setting)))
}

pub(super) fn share_of(shown: Shown<&GroupFinding>) -> Option<Shown<ShareFinding>> {
    Some(match shown {
        Shown::Full(group) => Shown::Full(group.satisfied?),
        Shown::CountsOnly(group) => Shown::CountsOnly(group.satisfied?),
        Shown::Suppressed => Shown::Suppressed,
    })
}

/// Which group is the most and which the least satisfied where their intervals part, else how far their shares reach.
fn title(scene: &Scene<'_>, rows: &[DotRow]) -> String {
    let mut shares: Vec<(&ShareFinding, &str)> = rows
        .iter()
        .filter_map(|row| match &row.shown {
            Shown::Full(share) => Some((share, row.label.as_str())),
            _ => None,
        })
        .collect();
    shares.sort_by(|one, two| two.0.share.total_cmp(&one.0.share));
    let item = || scene.words.say("overall-caption").into();
    match (shares.first(), shares.last()) {
        (Some(best), Some(worst)) if best.0.interval.lower > worst.0.interval.upper => {
            scene.words.with("groups-chart-finding", &[("item", item()), ("best", best.1.into()), ("worst", worst.1.into())])
        }
        (Some(best), Some(worst)) => {
            let [least, most] = [worst, best].map(|(share, _)| scene.words.percentage(share.share, share.base));
            scene.words.with("groups-chart-range", &[("item", item()), ("least", least.into()), ("most", most.into())])
        }
        _ => scene.words.say("overall-caption"),
    }
}
