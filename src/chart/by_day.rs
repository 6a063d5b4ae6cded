//! How answers came in: all of them day after day against what was planned, and each channel's days beneath.

use super::axis::counts;
use super::furniture::{BODY, Table, centred_within, draw_head, draw_legend, finish};
use super::palette::{ACCENT, BLUE, DARK, GREY, PALE_BLUE, RULE};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Format, Picture, Setting};
use crate::language::{capital, date, day_and_month, integer, list, say, say_with};
use chrono::{Datelike, NaiveDate};

/// The days of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByDay {
    /// The words around it.
    pub captions: Captions,
    /// The first and the last day on which answers were taken.
    pub span: (NaiveDate, NaiveDate),
    /// The channels in their order.
    pub channels: Vec<ChannelDays>,
    /// How many were to be collected in all; 0 where nothing was planned.
    pub planned: u64,
    /// Whether the table tells each channel's days: not where a report is published, for one answer on a day at a desk is one person.
    pub by_channel: bool,
}

/// One channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelDays {
    /// Its name.
    pub label: String,
    /// The days with answers in their order, each with how many.
    pub days: Vec<(NaiveDate, u64)>,
}

/// Where days and counts stand.
struct Plan {
    left: f64,
    right: f64,
    first: NaiveDate,
    days: i64,
}

/// The height of the strip with the busiest day; the others are as much lower as their own is less busy.
const STRIP: f64 = 36.0;
const LEAST_STRIP: f64 = 6.0;

impl ByDay {
    fn total(&self) -> u64 {
        self.channels.iter().map(ChannelDays::total).sum()
    }

    /// The first and the last day, also where an answer is dated outside of what was planned.
    fn ends(&self) -> (NaiveDate, NaiveDate) {
        let days = || self.channels.iter().flat_map(|channel| &channel.days).map(|(day, _)| *day);
        let (from, to) = self.span;
        (days().fold(from, NaiveDate::min), days().fold(to, NaiveDate::max).max(from))
    }

    fn on(&self, day: NaiveDate) -> u64 {
        self.channels.iter().map(|channel| channel.on(day)).sum()
    }
}

impl ChannelDays {
    fn total(&self) -> u64 {
        self.days.iter().map(|(_, count)| count).sum()
    }

    fn on(&self, day: NaiveDate) -> u64 {
        self.days.iter().filter(|(own, _)| *own == day).map(|(_, count)| count).sum()
    }
}

#[allow(clippy::cast_precision_loss)] // Some hundred days.
impl Plan {
    /// The left end of a day's room.
    fn x(&self, day: NaiveDate) -> f64 {
        self.left + (day - self.first).num_days() as f64 * self.pitch()
    }

    fn pitch(&self) -> f64 {
        (self.right - self.left) / self.days as f64
    }
}

/// Draws the days.
pub fn by_day(found: &ByDay, setting: &Setting<'_>) -> Picture {
    let mut sheet = Sheet::new(setting.width());
    let (first, last) = found.ends();
    let plan = Plan { left: 48.0, right: sheet.width - 64.0, first, days: (last - first).num_days() + 1 };
    let mut y = draw_head(&mut sheet, &found.captions, setting);
    y = draw_signs(&mut sheet, y, found, setting);
    y = draw_all(&mut sheet, y + 10.0, found, &plan, setting);
    y = draw_days(&mut sheet, y, &plan, last, setting);
    y = draw_channels(&mut sheet, y, found, &plan, setting);
    let alternative = alternative(found, setting);
    finish(sheet, y, &found.captions, alternative, table(found, setting), setting)
}

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

fn draw_signs(sheet: &mut Sheet, y: f64, found: &ByDay, setting: &Setting<'_>) -> f64 {
    let mut entries = vec![(22.0, say(setting.language, "chart-by-day-total"))];
    if found.planned > 0 {
        let planned = integer(setting.language, found.planned);
        entries.push((22.0, say_with(setting.language, "chart-by-day-planned", &[("planned", planned.into())])));
    }
    draw_legend(sheet, y, &entries, |sheet, index, (x, y)| match index {
        0 => sheet.line(&[(x, y), (x + 22.0, y)], 2.6, BLUE),
        _ => sheet.dashes(&[(x, y), (x + 22.0, y)], 1.8, ACCENT, (5.0, 4.0)),
    })
}

/// The curve of all answers; it stands still on a day without any.
#[allow(clippy::cast_precision_loss)] // Counts of people.
fn draw_all(sheet: &mut Sheet, top: f64, found: &ByDay, plan: &Plan, setting: &Setting<'_>) -> f64 {
    let height = if setting.format == Format::Page { 170.0 } else { 140.0 };
    let bottom = top + height;
    let range = counts(found.total().max(found.planned).max(1) as f64, 4);
    let y = |count: u64| bottom - range.place(count as f64) * height;
    for tick in range.ticks() {
        let y = bottom - range.place(tick) * height;
        sheet.line(&[(plan.left, y), (plan.right, y)], 1.0, RULE);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A tick is a whole number of people.
        let text = integer(setting.language, tick.round() as u64);
        sheet.text((plan.left - 6.0, y + BODY * 0.36), Anchor::End, grey(), &text);
    }
    let (mut points, mut sum) = (vec![(plan.left, bottom)], 0);
    for day in plan.first.iter_days().take(usize::try_from(plan.days).unwrap_or(0)) {
        let before = y(sum);
        sum += found.on(day);
        points.extend([(plan.x(day), before), (plan.x(day) + plan.pitch(), y(sum))]);
    }
    let mut area = points.clone();
    area.push((plan.right, bottom));
    sheet.polygon(&area, PALE_BLUE);
    if found.planned > 0 {
        sheet.dashes(&[(plan.left, y(found.planned)), (plan.right, y(found.planned))], 1.8, ACCENT, (5.0, 4.0));
    }
    sheet.line(&points, 2.6, BLUE);
    sheet.line(&[(plan.left, bottom), (plan.right, bottom)], 1.0, GREY);
    let total = integer(setting.language, found.total());
    sheet.text((plan.right + 8.0, y(sum) + BODY * 0.36), Anchor::Start, Ink::bold(BODY + 1.0, DARK), &total);
    bottom
}

/// The days that are named: the first, the last, and the first of each month as far as there is room between them.
fn draw_days(sheet: &mut Sheet, y: f64, plan: &Plan, last: NaiveDate, setting: &Setting<'_>) -> f64 {
    let middle = |day: NaiveDate| plan.x(day) + plan.pitch() / 2.0;
    let place = |day: NaiveDate| {
        let text = day_and_month(setting.language, day);
        let width = grey().width(&text);
        (centred_within(middle(day), width, 0.0, sheet.width), width, text)
    };
    let months = plan.first.iter_days().take_while(|day| *day <= last).filter(|day| day.day() == 1);
    let mut named = Vec::new();
    for day in [plan.first, last].into_iter().chain(months) {
        let (left, width, text) = place(day);
        let is_free =
            |(_, start, wide, _): &(NaiveDate, f64, f64, String)| left + width + 10.0 < *start || start + wide + 10.0 < left;
        if named.iter().all(is_free) {
            named.push((day, left, width, text));
        }
    }
    for (day, left, _, text) in named {
        sheet.line(&[(middle(day), y), (middle(day), y + 4.0)], 1.0, GREY);
        sheet.text((left, y + 5.0 + BODY), Anchor::Start, grey(), &text);
    }
    y + BODY + 12.0
}

/// A strip a channel, all on one scale, so that a day of one is compared with a day of another.
#[allow(clippy::cast_precision_loss)] // Counts of people.
fn draw_channels(sheet: &mut Sheet, mut y: f64, found: &ByDay, plan: &Plan, setting: &Setting<'_>) -> f64 {
    let most = found.channels.iter().flat_map(|channel| &channel.days).map(|(_, count)| *count).max().unwrap_or(0);
    if most == 0 {
        return y;
    }
    let words = say_with(setting.language, "chart-by-day-strips", &[("most", integer(setting.language, most).into())]);
    y = sheet.lines((0.0, y + BODY + 6.0), Anchor::Start, grey(), &grey().wrap(&words, sheet.width, 3)) - BODY;
    for channel in &found.channels {
        let bold = Ink::bold(BODY, DARK);
        sheet.lines(
            (0.0, y + BODY + 8.0),
            Anchor::Start,
            Ink::regular(BODY + 1.0, DARK),
            &Ink::regular(BODY + 1.0, DARK).wrap(&capital(&channel.label), plan.right, 1),
        );
        let own = channel.days.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let base = y + BODY + 12.0 + (own as f64 / most as f64 * STRIP).max(LEAST_STRIP);
        for (day, count) in &channel.days {
            let height = (*count as f64 / most as f64 * STRIP).max(2.0);
            let width = (plan.pitch() - 1.0).clamp(1.0, 18.0);
            sheet.rect(plan.x(*day) + (plan.pitch() - width) / 2.0, base - height, width, height, BLUE);
        }
        sheet.line(&[(plan.left, base), (plan.right, base)], 1.0, GREY);
        sheet.text((plan.right + 8.0, base), Anchor::Start, bold, &integer(setting.language, channel.total()));
        y = base + 4.0;
    }
    y + 2.0
}

fn alternative(found: &ByDay, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let channels: Vec<String> =
        found.channels.iter().map(|channel| format!("{} {}", channel.label, integer(language, channel.total()))).collect();
    let values = [
        ("from", date(language, found.span.0).into()),
        ("to", date(language, found.span.1).into()),
        ("answers", integer(language, found.total()).into()),
        ("channels", list(language, &channels).into()),
    ];
    let mut sentences = vec![say_with(language, "chart-by-day-about", &values)];
    if found.planned > 0 {
        let planned = integer(language, found.planned);
        sentences.push(say_with(language, "chart-by-day-about-plan", &[("planned", planned.into())]));
    }
    let (from, to) = found.ends();
    let busiest = from.iter_days().take_while(|day| *day <= to).map(|day| (found.on(day), day)).max_by_key(|(count, _)| *count);
    if let Some((count, day)) = busiest.filter(|(count, _)| *count > 0) {
        let values = [("day", date(language, day).into()), ("count", integer(language, count).into())];
        sentences.push(say_with(language, "chart-by-day-busiest", &values));
    }
    found.captions.before(&sentences.join(" "))
}

/// Every day with answers, each channel in a column, and the sum so far.
fn table(found: &ByDay, setting: &Setting<'_>) -> Table {
    let language = setting.language;
    let mut columns = vec![say(language, "chart-day")];
    let told = || found.channels.iter().filter(|_| found.by_channel);
    columns.extend(told().map(|channel| capital(&channel.label)));
    columns.extend(["chart-by-day-of-day", "chart-by-day-so-far"].map(|key| say(language, key)));
    let (from, to) = found.ends();
    let mut sum = 0;
    let rows = from.iter_days().take_while(|day| *day <= to).filter(|day| found.on(*day) > 0).map(|day| {
        sum += found.on(day);
        let mut row = vec![Datum::words(date(language, day))];
        row.extend(told().map(|channel| Datum::count(channel.on(day), setting)));
        row.extend([found.on(day), sum].map(|count| Datum::count(count, setting)));
        row
    });
    (columns, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{by_day_of, setting};
    use crate::text::Language;

    #[test]
    fn the_table_adds_up_day_after_day() {
        let italian = Language::italian();
        let found = by_day_of(2);
        let picture = by_day(&found, &setting(&italian, false));
        let sum =
            |column: usize| picture.rows.iter().map(|row| row[column].text.replace('.', "").parse::<u64>().unwrap()).sum::<u64>();
        assert_eq!(sum(1) + sum(2), found.total());
        assert_eq!(picture.rows.last().unwrap()[4].text, integer(&italian, found.total()));
        assert!(picture.alternative.contains("Erano previste almeno 400 risposte."), "{}", picture.alternative);
    }

    #[test]
    fn a_published_table_tells_days_of_all_channels_together_only() {
        let italian = Language::italian();
        let found = ByDay { by_channel: false, ..by_day_of(2) };
        let picture = by_day(&found, &setting(&italian, false));
        assert_eq!(picture.columns, ["Giorno", "Nel giorno", "Fino a quel giorno"]);
        assert_eq!(picture.rows.last().unwrap()[2].text, integer(&italian, found.total()));
    }

    #[test]
    fn an_answer_dated_outside_the_plan_is_still_in_the_picture() {
        let italian = Language::italian();
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let late = ChannelDays { label: "carta".into(), days: vec![(day(20), 3)] };
        let found =
            ByDay { captions: Captions::default(), span: (day(1), day(10)), channels: vec![late], planned: 0, by_channel: true };
        assert_eq!(found.ends(), (day(1), day(20)));
        let picture = by_day(&found, &setting(&italian, false));
        assert!(picture.svg.contains(">20 marzo</text>") && !picture.svg.contains("NaN"));
    }

    #[test]
    fn a_survey_of_one_day_without_answers_is_drawn() {
        let italian = Language::italian();
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let found = ByDay { captions: Captions::default(), span: (day, day), channels: Vec::new(), planned: 0, by_channel: true };
        let picture = by_day(&found, &setting(&italian, false));
        assert!(picture.rows.is_empty() && picture.svg.contains("1º marzo"));
    }
}
