//! A battery of items on one scale: bars that diverge from the middle of the scale, most satisfied first; or the groups or the
//! years of items under each other, in the order in which they are given.

mod draw;

use super::furniture::finish;
use super::palette::{Side, diverging};
use super::{Captions, Datum, Favourable, Picture, Setting};
use crate::analysis::{Base, GroupFinding, ItemFinding, ShareFinding, Shown};
use crate::form::{Polarity, Scale};
use crate::language::{decimals_needed, integer, list, number, per_cent, percentage, say, say_with};

/// Items on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Battery<'a> {
    /// The words around it.
    pub captions: Captions,
    /// The scale that all items share.
    pub scale: &'a Scale,
    /// What the share beside the bars is called.
    pub share: Favourable,
    /// The order in which the rows are drawn.
    pub order: Order,
    /// The items, or their groups or years.
    pub rows: Vec<BatteryRow<'a>>,
}

/// In which order rows are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Items: the most satisfying first, then those with few answers, then what is withheld.
    #[default]
    MostSatisfiedFirst,
    /// Groups and years, which are compared: as they come.
    AsGiven,
}

/// One item, or one group or year of it.
#[derive(Clone, Debug, PartialEq)]
pub struct BatteryRow<'a> {
    /// What this row and those after it are of, where that is not what the row before is of: only in the order given.
    pub heading: Option<String>,
    /// What was judged, or who or when judged it.
    pub label: String,
    /// What was found, as it may be shown.
    pub finding: Shown<Judged<'a>>,
    /// The share of satisfied that was promised, where a goal speaks of this item.
    pub target: Option<f64>,
}

/// What a row draws of an item or of a group of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged<'a> {
    /// Where the answers went.
    pub base: Base,
    /// Each value with how many gave it.
    pub counts: &'a [(i64, u64)],
    /// The share satisfied, where the scale tells it.
    pub satisfied: Option<ShareFinding>,
}

impl<'a> From<&'a ItemFinding> for Judged<'a> {
    fn from(found: &'a ItemFinding) -> Self {
        Self { base: found.base, counts: &found.counts, satisfied: found.satisfied }
    }
}

impl<'a> From<&'a GroupFinding> for Judged<'a> {
    fn from(found: &'a GroupFinding) -> Self {
        Self { base: found.base, counts: &found.counts, satisfied: found.satisfied }
    }
}

/// The points of the scale as they are drawn, worst first.
struct Spread {
    /// Value, label, side.
    points: Vec<(i64, String, Side)>,
    /// Whether the bold figure is the share the scale calls satisfied, or only of the better side.
    satisfied: bool,
    /// The end of the keys of the bold figure's phrases.
    share: &'static str,
}

/// A row ready to draw.
struct Line {
    heading: Option<String>,
    label: String,
    /// Under the label: that there are only counts.
    note: String,
    content: Content,
    /// As many as there are columns.
    cells: Vec<String>,
}

enum Content {
    /// The share of each point.
    Shares(Vec<f64>),
    /// The count of each point: too few for shares.
    Counts(Vec<u64>),
    /// Words instead of figures.
    Words(String),
}

/// A column beside the bars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Satisfied,
    Target,
    Answers,
    NoOpinion,
    Blank,
}

/// Draws a battery.
pub fn battery(battery: &Battery<'_>, setting: &Setting<'_>) -> Picture {
    let spread = Spread::of(battery.scale, battery.share, setting);
    let mut rows: Vec<&BatteryRow<'_>> = battery.rows.iter().collect();
    if battery.order == Order::MostSatisfiedFirst {
        rows.sort_by(|one, two| spread.rank(two).total_cmp(&spread.rank(one)));
    }
    let named = named(&rows);
    let columns = columns(&rows, battery.scale);
    let lines: Vec<Line> = rows.iter().map(|row| line(row, &spread, &columns, setting)).collect();
    let headings: Vec<String> = columns.iter().map(|column| heading(*column, &spread, battery.scale, setting)).collect();
    let alternative = alternative(battery, &named, &spread, setting);
    let beside = draw::Columns { kinds: &columns, headings: &headings };
    let (sheet, y) = draw::draw(battery, &spread, &beside, &lines, setting);
    finish(sheet, y, &battery.captions, alternative, table(&named, &spread, setting), setting)
}

/// A row with the name that tells it where it stands alone: "Cortesia · Sportello".
type Named<'r, 'a> = (String, &'r BatteryRow<'a>);

fn named<'r, 'a>(rows: &[&'r BatteryRow<'a>]) -> Vec<Named<'r, 'a>> {
    let mut heading = "";
    let name = |row: &&'r BatteryRow<'a>| {
        heading = row.heading.as_deref().unwrap_or(heading);
        let parts = [heading, &row.label].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        (parts.join(" \u{b7} "), *row)
    };
    rows.iter().map(name).collect()
}

impl Spread {
    fn of(scale: &Scale, share: Favourable, setting: &Setting<'_>) -> Self {
        let mut points: Vec<_> = scale.points.iter().collect();
        if scale.polarity == Polarity::LowerIsBetter {
            points.reverse();
        }
        let count = points.len();
        let flagged = |index: usize| points[index].neutral;
        // Without a flagged middle the bars part where satisfaction begins, else in the middle of the scale.
        let (below, above) = match ((0..count).find(|i| flagged(*i)), (0..count).rfind(|i| flagged(*i))) {
            (Some(first), Some(last)) => (first, last + 1),
            _ => match points.iter().position(|point| point.satisfied) {
                Some(first) if first > 0 => (first, first),
                _ => (count / 2, count.div_ceil(2)),
            },
        };
        let side = |index: usize| match index {
            _ if index < below => Side::Negative { step: below - index, of: below },
            _ if index >= above => Side::Positive { step: index - above + 1, of: count - above },
            _ => Side::Neutral,
        };
        let label = |value: u8, label: &str| if label.is_empty() { value.to_string() } else { label.to_owned() };
        let points = points
            .iter()
            .enumerate()
            .map(|(index, point)| {
                (i64::from(point.value), label(point.value, point.label.get(setting.language, setting.fallback)), side(index))
            })
            .collect();
        let satisfied = scale.tells_satisfied();
        Self { points, satisfied, share: if satisfied { share.code() } else { "positive" } }
    }

    fn counts(&self, finding: &Judged<'_>) -> Vec<u64> {
        self.points
            .iter()
            .map(|(value, _, _)| finding.counts.iter().find(|(own, _)| own == value).map_or(0, |(_, count)| *count))
            .collect()
    }

    #[allow(clippy::cast_precision_loss)] // Counts of people.
    fn shares(&self, finding: &Judged<'_>) -> Vec<f64> {
        let base = finding.base.valid.max(1) as f64;
        self.counts(finding).into_iter().map(|count| count as f64 / base).collect()
    }

    /// The share satisfied, or on the better side where the scale does not say what satisfied is.
    fn satisfied(&self, finding: &Judged<'_>) -> f64 {
        match &finding.satisfied {
            Some(found) if self.satisfied => found.share,
            _ => self.sum(&self.shares(finding), |side| matches!(side, Side::Positive { .. })),
        }
    }

    fn sum(&self, shares: &[f64], wanted: impl Fn(Side) -> bool) -> f64 {
        self.points.iter().zip(shares).filter(|((_, _, side), _)| wanted(*side)).map(|(_, share)| share).sum()
    }

    fn dissatisfied(&self, finding: &Judged<'_>) -> f64 {
        self.sum(&self.shares(finding), |side| matches!(side, Side::Negative { .. }))
    }

    /// How far a bar reaches to the left and to the right of the middle.
    fn reach(&self, shares: &[f64]) -> (f64, f64) {
        let neutral = self.sum(shares, |side| side == Side::Neutral) / 2.0;
        let left = self.sum(shares, |side| matches!(side, Side::Negative { .. }));
        let right = self.sum(shares, |side| matches!(side, Side::Positive { .. }));
        (left + neutral, right + neutral)
    }

    /// What rows are sorted by: full rows by satisfaction, then counts, then what is withheld.
    fn rank(&self, row: &BatteryRow<'_>) -> f64 {
        match &row.finding {
            Shown::Full(finding) => self.satisfied(finding),
            Shown::CountsOnly(_) => -1.0,
            Shown::Suppressed => -2.0,
        }
    }
}

fn columns(rows: &[&BatteryRow<'_>], scale: &Scale) -> Vec<Column> {
    let bases = || rows.iter().filter_map(|row| row.seen()).map(|finding| finding.base);
    let offered = scale.dont_know.is_some() || scale.not_applicable.is_some();
    let wanted = [
        (Column::Satisfied, true),
        (Column::Target, rows.iter().any(|row| row.target.is_some())),
        (Column::Answers, true),
        (Column::NoOpinion, offered && bases().any(|base| base.dont_know + base.not_applicable > 0)),
        (Column::Blank, bases().any(|base| base.blank > 0)),
    ];
    wanted.into_iter().filter(|(_, wanted)| *wanted).map(|(column, _)| column).collect()
}

impl<'a> BatteryRow<'a> {
    /// A row under no heading of its own, without a target.
    pub fn of(label: impl Into<String>, finding: Shown<impl Into<Judged<'a>>>) -> Self {
        Self { heading: None, label: label.into(), finding: finding.map(Into::into), target: None }
    }

    fn seen(&self) -> Option<&Judged<'a>> {
        match &self.finding {
            Shown::Full(finding) | Shown::CountsOnly(finding) => Some(finding),
            Shown::Suppressed => None,
        }
    }
}

fn heading(column: Column, spread: &Spread, scale: &Scale, setting: &Setting<'_>) -> String {
    let key = match column {
        Column::Satisfied => return say(setting.language, &format!("chart-{}", spread.share)),
        Column::Target => "chart-target",
        Column::Answers => "chart-answers",
        Column::NoOpinion => match (&scale.dont_know, &scale.not_applicable) {
            (Some(label), None) | (None, Some(label)) => return label.get(setting.language, setting.fallback).to_owned(),
            _ => "chart-no-opinion",
        },
        Column::Blank => "chart-blank",
    };
    say(setting.language, key)
}

fn line(row: &BatteryRow<'_>, spread: &Spread, columns: &[Column], setting: &Setting<'_>) -> Line {
    let content = match &row.finding {
        Shown::Full(finding) => Content::Shares(spread.shares(finding)),
        Shown::CountsOnly(finding) => Content::Counts(spread.counts(finding)),
        Shown::Suppressed => Content::Words(say(setting.language, "chart-suppressed")),
    };
    let cells = columns.iter().map(|column| cell(row, *column, spread, setting)).collect();
    let note =
        if matches!(row.finding, Shown::CountsOnly(_)) { say(setting.language, "chart-counts-only") } else { String::new() };
    Line { heading: row.heading.clone(), label: row.label.clone(), note, content, cells }
}

#[allow(clippy::cast_precision_loss)] // Counts of people.
fn cell(row: &BatteryRow<'_>, column: Column, spread: &Spread, setting: &Setting<'_>) -> String {
    let language = setting.language;
    if column == Column::Target {
        return row.target.map(|target| target_text(target, setting)).unwrap_or_default();
    }
    let Some(finding) = row.seen() else { return String::new() };
    let base = &finding.base;
    let full = matches!(row.finding, Shown::Full(_));
    // Few answers are told as counts, and so are the few that are missing among them.
    let part = |count: u64| {
        if full { percentage(language, count as f64 / base.asked().max(1) as f64, 0) } else { integer(language, count) }
    };
    match column {
        Column::Satisfied if full => percentage(language, spread.satisfied(finding), base.valid),
        Column::Satisfied | Column::Target => String::new(),
        Column::Answers => integer(language, base.valid),
        Column::NoOpinion => part(base.dont_know + base.not_applicable),
        Column::Blank => part(base.blank),
    }
}

fn target_text(target: f64, setting: &Setting<'_>) -> String {
    // A target of 82,5 % keeps its decimal.
    per_cent(setting.language, target, decimals_needed(target * 100.0, 2))
}

fn alternative(battery: &Battery<'_>, rows: &[Named<'_, '_>], spread: &Spread, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let mut full: Vec<&Named<'_, '_>> = rows.iter().filter(|(_, row)| matches!(row.finding, Shown::Full(_))).collect();
    let key = match battery.order {
        Order::MostSatisfiedFirst => "chart-battery-about",
        Order::AsGiven => "chart-battery-compared",
    };
    let mut parts = vec![say_with(language, key, &[("count", (rows.len() as u64).into())])];
    let sentences = |some: &[&Named<'_, '_>]| {
        some.iter().filter_map(|(name, row)| Some(sentence(name, row.seen()?, spread, setting))).collect::<Vec<_>>().join("; ")
    };
    if full.len() > 12 {
        full.sort_by(|(_, one), (_, two)| spread.rank(two).total_cmp(&spread.rank(one)));
        parts.push(say_with(language, "chart-battery-most", &[("items", sentences(&full[..3]).into())]));
        parts.push(say_with(language, "chart-battery-least", &[("items", sentences(&full[full.len() - 3..]).into())]));
    } else if !full.is_empty() {
        parts.push(format!("{}.", sentences(&full)));
    }
    for (key, wanted) in [("chart-battery-few", true), ("chart-battery-withheld", false)] {
        let labels: Vec<String> = rows
            .iter()
            .filter(
                |(_, row)| if wanted { matches!(row.finding, Shown::CountsOnly(_)) } else { row.finding == Shown::Suppressed },
            )
            .map(|(name, _)| name.clone())
            .collect();
        if !labels.is_empty() {
            parts.push(say_with(language, key, &[("labels", list(language, &labels).into())]));
        }
    }
    battery.captions.before(&parts.join(" "))
}

fn sentence(name: &str, finding: &Judged<'_>, spread: &Spread, setting: &Setting<'_>) -> String {
    let language = setting.language;
    say_with(
        language,
        &format!("chart-battery-item-{}", spread.share),
        &[
            ("label", name.into()),
            ("satisfied", percentage(language, spread.satisfied(finding), finding.base.valid).into()),
            ("dissatisfied", percentage(language, spread.dissatisfied(finding), finding.base.valid).into()),
            ("answers", integer(language, finding.base.valid).into()),
        ],
    )
}

fn table(rows: &[Named<'_, '_>], spread: &Spread, setting: &Setting<'_>) -> (Vec<String>, Vec<Vec<Datum>>) {
    let language = setting.language;
    let mut columns = vec![say(language, "chart-item")];
    columns.extend(spread.points.iter().map(|(_, label, _)| label.clone()));
    columns.push(say(language, &format!("chart-{}", spread.share)));
    for key in ["chart-answers", "chart-dont-know", "chart-not-applicable", "chart-blank", "chart-not-asked"] {
        columns.push(say(language, key));
    }
    let width = columns.len();
    let table_row = |(name, row): &Named<'_, '_>| {
        let mut cells = vec![Datum::words(name)];
        let Some(finding) = row.seen() else {
            cells.push(Datum::words(say(language, "chart-suppressed")));
            cells.resize(width, Datum::words(""));
            return cells;
        };
        let base = &finding.base;
        if matches!(row.finding, Shown::Full(_)) {
            cells.extend(spread.shares(finding).iter().map(|share| Datum::share(*share, base.valid, setting)));
            cells.push(Datum::share(spread.satisfied(finding), base.valid, setting));
        } else {
            cells.extend(spread.counts(finding).iter().map(|count| Datum::count(*count, setting)));
            cells.push(Datum::words(""));
        }
        let rest = [base.valid, base.dont_know, base.not_applicable, base.blank, base.not_asked];
        cells.extend(rest.map(|count| Datum::count(count, setting)));
        cells
    };
    let rows = rows.iter().map(table_row).collect();
    (columns, rows)
}

/// A share inside a segment: whole per cent, without a sign, so that narrow segments can bear it.
fn inside(share: f64, setting: &Setting<'_>) -> String {
    // "100" is said of all, not of nearly all.
    if (0.995..1.0).contains(&share) { "> 99".to_owned() } else { number(setting.language, share * 100.0, 0) }
}

/// The colour of each point, worst first.
fn colours(spread: &Spread) -> Vec<super::palette::Colour> {
    spread.points.iter().map(|(_, _, side)| diverging(*side)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::png;
    use crate::chart::trial::{FIVE, captions, five_rows, item, row_of, scale, setting};
    use crate::text::{Language, Texts};

    fn of<'a>(scale: &'a Scale, rows: Vec<BatteryRow<'a>>) -> Battery<'a> {
        Battery { captions: captions(), scale, share: Favourable::Satisfied, order: Order::default(), rows }
    }

    fn drawn(scale: &Scale, items: &[(&str, ItemFinding)], language: &Language) -> Picture {
        let rows = items.iter().map(|(label, item)| BatteryRow::of(*label, Shown::Full(item)));
        battery(&of(scale, rows.collect()), &setting(language, false))
    }

    #[test]
    fn the_most_satisfying_item_comes_first_and_what_is_withheld_last() {
        let (italian, scale) = (Language::italian(), scale(&FIVE));
        let items: Vec<_> =
            five_rows().into_iter().map(|(label, counts, know, blank)| (label, item(&scale, &counts, know, blank))).collect();
        let mut rows = vec![BatteryRow::of("Nascosto", Shown::<&ItemFinding>::Suppressed)];
        rows.extend(items.iter().map(|(label, item)| row_of(label, item)));
        let picture = battery(&of(&scale, rows), &setting(&italian, true));
        let order: Vec<&str> = picture.rows.iter().map(|row| row[0].text.as_str()).collect();
        assert_eq!(order[0], "Cortesia del personale");
        assert_eq!(order[5..], ["Tempi di attesa", "Parcheggio per persone con disabilità", "Nascosto"]);
        assert_eq!(picture.columns.len(), 1 + 5 + 6);
        assert_eq!(picture.rows[0][6], "77\u{a0}%");
        assert_eq!(picture.rows[0][6].exact, Some(crate::chart::Exact::Share(317.0 / 412.0)), "not rounded");
        // Counts, not shares, under 30; nothing at all where it is withheld.
        assert_eq!(picture.rows[6][1..7], ["2", "3", "4", "6", "3", ""]);
        assert!(picture.rows[7][2..].iter().all(|cell| cell.text.is_empty()), "{:?}", picture.rows[7]);
    }

    #[test]
    fn the_alternative_text_says_the_main_figures_in_sentences() {
        let (italian, scale) = (Language::italian(), scale(&FIVE));
        let items = [("Cortesia", item(&scale, &[12, 25, 58, 169, 148], 3, 2))];
        let picture = drawn(&scale, &items, &italian);
        assert_eq!(
            picture.alternative,
            "I tempi di attesa scontentano quattro utenti su dieci. Barra divergente di una voce: a sinistra del centro i giudizi \
             negativi, a destra i positivi. Cortesia: 77\u{a0}% di soddisfatti e 9\u{a0}% di giudizi negativi su 412 risposte."
        );
        assert!(picture.svg.contains(&format!("-text\">{}</desc>", picture.alternative)));
    }

    #[test]
    fn a_legend_names_every_point_from_worst_to_best() {
        let italian = Language::italian();
        let mut reversed = scale(&["Ottimo", "Buono", "Medio", "Scarso", "Pessimo"]);
        reversed.polarity = Polarity::LowerIsBetter;
        let items = [("Voce", item(&reversed, &[50, 40, 5, 3, 2], 0, 0))];
        let picture = drawn(&reversed, &items, &italian);
        let places: Vec<usize> = ["Pessimo", "Scarso", "Medio", "Buono", "Ottimo"]
            .iter()
            .map(|label| picture.svg.find(&format!(">{label}</text>")).unwrap())
            .collect();
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn nothing_and_everything_can_be_drawn() {
        let (italian, two) = (Language::italian(), scale(&["No", "Sì"]));
        let none = drawn(&two, &[], &italian);
        assert!(none.rows.is_empty() && png(&none.svg, 0.2).is_ok());
        let items = [("Tutti", item(&two, &[0, 40], 0, 0)), ("Nessuno", item(&two, &[40, 0], 0, 0))];
        let picture = drawn(&two, &items, &italian);
        assert_eq!(picture.rows.iter().map(|row| row[3].text.as_str()).collect::<Vec<_>>(), ["100\u{a0}%", "0\u{a0}%"]);
        let nearly = drawn(&two, &[("Quasi tutti", item(&two, &[2, 1_300], 0, 0))], &italian);
        assert!(nearly.svg.contains(">&gt; 99</text>") && !nearly.svg.contains(">100</text>"), "{}", nearly.svg);
    }

    #[test]
    fn a_label_that_the_typeface_lacks_is_told() {
        let (italian, mut two) = (Language::italian(), scale(&["No", "Sì"]));
        two.points[0].label = Texts::one(italian.clone(), "\u{41d}\u{435}\u{442}");
        let items = [("Voce", item(&two, &[20, 40], 0, 0))];
        assert_eq!(drawn(&two, &items, &italian).missing, ['\u{41d}', '\u{435}', '\u{442}']);
    }

    #[test]
    fn every_segment_that_exists_is_drawn_and_the_bar_is_as_long_as_all_of_them() {
        let (italian, scale) = (Language::italian(), scale(&FIVE));
        let items = [("Voce", item(&scale, &[1, 1, 2, 996, 1_000], 0, 0))];
        let picture = drawn(&scale, &items, &italian);
        let bars = picture.svg.matches("height=\"220\"").count();
        assert_eq!(bars, 5, "{}", picture.svg);
    }
}
