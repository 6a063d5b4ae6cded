//! How answers come in, on the page of a survey: a picture of the days and the figures behind it.

use super::session::Desk;
use crate::chart::{ByDay, Captions, Format, Picture, Setting, by_day};
use crate::report::{channel_days, drawing};
use crate::survey::{Channel, Survey};
use crate::text::Language;
use chrono::NaiveDate;

/// The days of a survey as a page shows them.
pub struct Arrivals {
    /// The picture, for a page and for a telephone: markup.
    pub drawing: String,
    /// The headings of its figures.
    pub columns: Vec<String>,
    /// Its figures, the days first.
    pub rows: Vec<Vec<String>>,
}

/// Draws the days up to the last one or today, whichever is first; `None` while nobody answered.
pub fn arrivals(desk: &Desk, survey: &Survey, planned: u64, days: &[(NaiveDate, Channel, u64)]) -> Option<Arrivals> {
    days.first()?;
    let (language, fallback) = (&desk.language, Language::italian());
    let today = desk.visit.site.clock.today();
    let last = survey.closes_on.min(today).max(survey.opens_on);
    let found = ByDay {
        captions: Captions::default(),
        span: (survey.opens_on, last),
        channels: channel_days(days, language),
        planned,
        by_channel: true,
    };
    let draw = |format| by_day(&found, &Setting { language, fallback: &fallback, captions_drawn: false, format });
    let Picture { svg, columns, rows, .. } = draw(Format::Page);
    let rows = rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect();
    Some(Arrivals { drawing: drawing(&svg, &draw(Format::Phone).svg), columns, rows })
}
