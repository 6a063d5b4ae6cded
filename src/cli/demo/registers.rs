//! The example's registers: files as an office's spreadsheets write them, with the numbers that the story wants.

use crate::charter::{Days, WorkingDays};
use chrono::{Datelike, NaiveDate};
use std::fmt::Write;

/// The year that a register is of, and the day up to which it is kept.
#[derive(Clone, Copy)]
pub struct Span<'a> {
    pub year: i32,
    pub as_of: NaiveDate,
    pub calendar: &'a WorkingDays,
}

/// The failures among so many cases: each stands in the middle of its part of the year, so that none comes too late to be counted.
fn fails(at: u64, cases: u64, failures: u64) -> bool {
    (0..failures).any(|failure| (2 * failure + 1) * cases / (2 * failures) == at)
}

impl Span<'_> {
    fn first(&self) -> NaiveDate {
        NaiveDate::from_yo_opt(self.year, 1).unwrap_or(self.as_of)
    }

    /// The working days of the year up to the day.
    fn days(&self) -> Vec<NaiveDate> {
        let last = NaiveDate::from_ymd_opt(self.year, 12, 31).unwrap_or(self.as_of);
        self.calendar.among(self.first()..=self.as_of.min(last)).collect()
    }

    /// What of a whole year's cases lies before the day.
    pub fn so_far(&self, whole: u64) -> u64 {
        if self.as_of.year() > self.year { whole } else { whole * u64::from(self.as_of.ordinal0()) / 365 }
    }

    fn after(&self, arrived: NaiveDate, many: u64, days: Days) -> Option<NaiveDate> {
        let counts = |day: &NaiveDate| days == Days::Calendar || self.calendar.is_working(*day);
        let mut later = arrived.iter_days().skip(1).filter(counts);
        match many {
            0 => Some(arrived),
            many => later.nth(usize::try_from(many - 1).ok()?),
        }
    }
}

/// Test calls with the rings until somebody answered; of those that fail, every third is never answered.
pub fn calls(span: Span<'_>, cases: u64, failures: u64) -> String {
    let days = span.days();
    let mut file = "Data;Ora;Squilli;Chi ha chiamato\r\n".to_owned();
    let mut failed = 0;
    for at in 0..cases {
        let Some(day) = place(&days, at, cases) else { break };
        let rings = if fails(at, cases, failures) {
            failed += 1;
            if failed % 3 == 0 { "nessuna risposta".to_owned() } else { (4 + at % 4).to_string() }
        } else {
            (1 + at * 7 % 3).to_string()
        };
        let _ = write!(file, "{};{}.{:02};{rings};URP\r\n", day.format("%d/%m/%Y"), 9 + at % 4, at * 17 % 60);
    }
    file
}

/// Letters with the day of their answer, which most have within the limit; what is not answered by the day is open.
pub fn letters(span: Span<'_>, (cases, failures): (u64, u64), limit: u64, days: Days) -> String {
    let arrivals = span.days();
    // Whoever keeps thirty days answers in January what came in December.
    let arrivals = &arrivals[..arrivals.len() - arrivals.len() * usize::from(days == Days::Calendar) / 16];
    let mut file = "Protocollo;Arrivo;Risposta;Oggetto\r\n".to_owned();
    for at in 0..cases {
        let Some(arrived) = place(arrivals, at, cases) else { break };
        let taken = if fails(at, cases, failures) { limit + 1 + at % 5 } else { at * 11 % (limit + 1) };
        let answered = span.after(arrived, taken, days).filter(|answered| *answered <= span.as_of);
        let answered = answered.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
        let _ = write!(file, "{}/{};{};{answered};Richiesta\r\n", at + 1, span.year, arrived.format("%d/%m/%Y"));
    }
    file
}

/// Every working day, and whether the desk was open: some days of February it was not.
pub fn opening_days(span: Span<'_>, closed: usize) -> String {
    let mut file = "Data;Aperto;Nota\r\n".to_owned();
    let today = span.as_of;
    for day in span.days().into_iter().filter(|day| *day < today) {
        let week = day.month() == 2 && day.day() > 10;
        let shut = week && span.calendar.among(day.with_day(11).unwrap_or(day)..=day).count() <= closed;
        let (open, note) = if shut { ("no", "guasto al riscaldamento") } else { ("sì", "") };
        let _ = write!(file, "{};{open};{note}\r\n", day.format("%d/%m/%Y"));
    }
    file
}

/// The year's contacts by channel, reason and kind.
pub const CONTACTS: &str = "Canale;Motivo;Tipo;Contatti
Sportello;Informazioni sui servizi;informazione;1.980
Sportello;Pratiche e moduli;assistenza;1.420
Sportello;Reclami e segnalazioni;reclamo;250
Telefono;Informazioni sui servizi;informazione;2.760
Telefono;Orari e appuntamenti;informazione;1.110
Telefono;Reclami e segnalazioni;reclamo;230
E-mail;Informazioni sui servizi;informazione;1.240
E-mail;Accesso agli atti;accesso;310
E-mail;Pratiche e moduli;assistenza;1.350
Sito;Pratiche e moduli;assistenza;1.450
Posta;Accesso agli atti;accesso;170
Posta;Reclami e segnalazioni;reclamo;250
";

/// The day of a case among so many, spread evenly over the days.
fn place(days: &[NaiveDate], at: u64, cases: u64) -> Option<NaiveDate> {
    let index = usize::try_from(at).ok()? * days.len() / usize::try_from(cases).ok()?.max(1);
    days.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::Measure;
    use crate::charter::register::{Setting, count, read_register};
    use crate::charter::{Kept, Measure::Share};
    use crate::text::Texts;
    use chrono::Weekday;

    fn counted(measure: &Measure, span: Span<'_>, file: &str) -> (f64, u64, u64) {
        let Span { year, as_of, calendar } = span;
        let setting = Setting { measure, year, as_of, calendar: Some(calendar), missing_days_closed: true };
        let read = read_register(file.as_bytes(), &setting).unwrap();
        assert_eq!(read.faults, []);
        let found = count(&read.cases, &setting);
        (found.value, found.cases, found.not_yet_due)
    }

    #[test]
    fn the_files_come_to_the_numbers_of_the_story_in_any_year() {
        let weekdays = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        let calendar = WorkingDays { weekdays, local: vec![(6, 24)], closed: Vec::new() };
        for year in 2020..2040 {
            let as_of = NaiveDate::from_ymd_opt(year + 1, 1, 15).unwrap();
            let span = Span { year, as_of, calendar: &calendar };
            let rings = Share(Kept::Within { limit: 3.0, unit: Texts::default() });
            assert_eq!(counted(&rings, span, &calls(span, 60, 4)), (56.0, 60, 0), "{year}");
            let replies = Share(Kept::Answered { within: 3, days: Days::Working });
            let file = letters(span, (1_720, 118), 3, Days::Working);
            assert_eq!(counted(&replies, span, &file), (1_602.0, 1_720, 0), "{year}");
            let complaints = Share(Kept::Answered { within: 30, days: Days::Calendar });
            let file = letters(span, (46, 5), 30, Days::Calendar);
            assert_eq!(counted(&complaints, span, &file), (41.0, 46, 0), "{year}");
            let days = u64::try_from(span.days().len()).unwrap();
            let (open, all, _) = counted(&Share(Kept::Open), span, &opening_days(span, 2));
            assert_eq!((open as u64, all), (days - 2, days), "{year}");
        }
    }

    #[test]
    fn a_year_that_has_hardly_begun_has_a_register_too() {
        let calendar = WorkingDays { weekdays: vec![Weekday::Mon], local: Vec::new(), closed: Vec::new() };
        for day in 1..40 {
            let as_of = NaiveDate::from_yo_opt(2026, day).unwrap();
            let span = Span { year: 2026, as_of, calendar: &calendar };
            for file in
                [calls(span, span.so_far(20), 0), letters(span, (span.so_far(1_260), 2), 3, Days::Working), opening_days(span, 0)]
            {
                assert!(file.lines().count() >= 1);
            }
        }
    }
}
