//! Feeling and uncertainty behind the judgements: the CUB models of several items on one plane.

use super::axis::Range;
use super::furniture::{Table, draw_head, draw_legend, finish};
use super::palette::GREY;
use super::plane::{Mark, Plane, draw_plane};
use super::sheet::Sheet;
use super::{Captions, Datum, Exact, Picture, Setting};
use crate::analysis::cub::Cub;
use crate::language::{list, number, say, say_with};

/// The models with the names of their items.
#[derive(Clone, Debug, PartialEq)]
pub struct CubMap {
    /// Title and source.
    pub captions: Captions,
    /// Each item's name and model.
    pub models: Vec<(String, Cub)>,
}

/// Two-sided 95 % of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Draws the map: uncertainty across, feeling upwards, as is usual with these models (Piccolo and Simone 2019, Statistical Methods
/// & Applications 28, 389-435).
pub fn cub_map(map: &CubMap, setting: &Setting<'_>) -> Picture {
    let (captions, language) = (&map.captions, setting.language);
    let alternative = alternative(map, setting);
    let mut sheet = Sheet::new(setting.width());
    let y = draw_head(&mut sheet, captions, setting);
    let with_intervals = map.models.len() <= MOST_INTERVALS;
    let y = if with_intervals { draw_sign(&mut sheet, y, setting) } else { y };
    let marks: Vec<Mark> = map.models.iter().map(|(label, cub)| mark(label, cub, with_intervals)).collect();
    let reach = |ends: fn(&Mark) -> (f64, f64)| Range::of_shares(marks.iter().map(ends).flat_map(|(low, high)| [low, high]), 0.3);
    let plane = Plane {
        titles: (say(language, "chart-cub-uncertainty"), say(language, "chart-cub-feeling")),
        ranges: (
            reach(|mark| mark.intervals.map_or((mark.at.0, mark.at.0), |ends| ends[0])),
            reach(|mark| mark.intervals.map_or((mark.at.1, mark.at.1), |ends| ends[1])),
        ),
        marks,
        lines: None,
        corners: None,
    };
    let y = draw_plane(&mut sheet, &plane, y, setting);
    finish(sheet, y, captions, alternative, table(map, setting), setting)
}

/// More crosses than these hide one another: then the intervals are told in the table alone.
const MOST_INTERVALS: usize = 8;

fn draw_sign(sheet: &mut Sheet, y: f64, setting: &Setting<'_>) -> f64 {
    draw_legend(sheet, y, &[(22.0, say(setting.language, "chart-interval-95-legend"))], |sheet, _, (x, y)| {
        sheet.line(&[(x, y), (x + 22.0, y)], 1.4, GREY);
        sheet.line(&[(x + 11.0, y - 7.0), (x + 11.0, y + 7.0)], 1.4, GREY);
    })
}

fn table(map: &CubMap, setting: &Setting<'_>) -> Table {
    let language = setting.language;
    let keys =
        ["chart-item", "chart-cub-feeling", "chart-interval-95", "chart-cub-uncertainty", "chart-interval-95", "chart-answers"];
    let hundred = |part: f64| number(language, part * 100.0, 0);
    let part = |part: f64| Datum { text: hundred(part), exact: Some(Exact::Real(part * 100.0)) };
    let rows = map.models.iter().map(|(label, cub)| {
        let [uncertainty, feeling] = mark(label, cub, true).intervals.map_or([None, None], |ends| ends.map(Some));
        let ends = |ends: Option<(f64, f64)>| {
            Datum::words(ends.map_or_else(String::new, |(low, high)| format!("{}\u{2013}{}", hundred(low), hundred(high))))
        };
        let name = Datum::words(label.clone());
        let base = Datum::count(cub.base, setting);
        vec![name, part(cub.feeling()), ends(feeling), part(cub.uncertainty()), ends(uncertainty), base]
    });
    (keys.map(|key| say(language, key)).to_vec(), rows.collect())
}

fn mark(label: &str, cub: &Cub, with_intervals: bool) -> Mark {
    let ends = |value: f64, error: f64| ((value - Z * error).max(0.0), (value + Z * error).min(1.0));
    Mark {
        at: (cub.uncertainty(), cub.feeling()),
        label: label.to_owned(),
        is_marked: false,
        intervals: cub
            .errors
            .filter(|_| with_intervals)
            .map(|errors| [ends(cub.uncertainty(), errors.pi), ends(cub.feeling(), errors.xi)]),
    }
}

fn alternative(map: &CubMap, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let of_hundred = |part: f64| number(language, part * 100.0, 0);
    let told: Vec<String> = map
        .models
        .iter()
        .map(|(label, cub)| {
            let written = [
                ("label", label.clone().into()),
                ("feeling", of_hundred(cub.feeling()).into()),
                ("uncertainty", of_hundred(cub.uncertainty()).into()),
            ];
            say_with(language, "chart-cub-item", &written)
        })
        .collect();
    let text = say_with(language, "chart-cub-about", &[("items", list(language, &told).into())]);
    map.captions.before(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::cub::cub;
    use crate::chart::trial::setting;
    use crate::text::Language;

    #[test]
    fn each_item_is_told_by_its_feeling_and_its_uncertainty() {
        let italian = Language::italian();
        let models = vec![("Cortesia".to_owned(), cub(&[12, 25, 58, 169, 148]).unwrap())];
        let picture = cub_map(&CubMap { captions: Captions::default(), models }, &setting(&italian, false));
        assert_eq!(picture.alternative, "Da 0 a 100: Cortesia: gradimento 80, incertezza 15.");
        let told: Vec<&str> = picture.rows[0][1..].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!((told[0], told[2], told[4]), ("80", "15", "412"));
        assert!(told[1].contains('\u{2013}') && told[3].contains('\u{2013}'), "the ends of both intervals: {told:?}");
    }
}
