//! A plan as it was typed: read field by field, and everything that is wrong with it gathered.

use super::posted::Posted;
use crate::ids::{CharterId, FormVersionId, OfficeId};
use crate::language::{Argument, read_whole, say, say_with};
use crate::survey::{Channel, Universe};
use crate::text::{Code, Language};
use chrono::{Datelike, NaiveDate};

/// What is wrong with a field, in words; the faults of a file keep their line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub field: &'static str,
    pub words: String,
}

/// The plan as it was typed, checked field by field.
pub(super) struct Typed {
    pub office: Office,
    pub year: i32,
    pub draft: DraftParts,
    pub universe: Universe,
    pub form: FormSource,
    pub charter: CharterSource,
}

/// An office that is there, or a new one.
pub(super) enum Office {
    Known(OfficeId),
    New { code: Code, name: String, contact: String },
}

/// Where the form comes from.
pub(super) enum FormSource {
    Catalog(String),
    Version(FormVersionId),
    File(String, Vec<u8>),
}

/// Where the charter comes from.
pub(super) enum CharterSource {
    None,
    Catalog(String),
    Version(CharterId),
    File(String, Vec<u8>),
}

/// What needs nothing from the database to be understood.
pub(super) struct DraftParts {
    pub code: Code,
    pub title: String,
    pub opens_on: NaiveDate,
    pub closes_on: NaiveDate,
    pub collecting_days: u16,
    pub channels: Vec<Channel>,
    pub simulated: bool,
    pub privacy_threshold: u32,
    pub planned_responses: u64,
}

/// Reads fields and gathers what is wrong with them.
pub(super) struct Reader<'a> {
    pub posted: &'a Posted,
    pub language: &'a Language,
    pub mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    fn refuse(&mut self, field: &'static str, key: &str) {
        self.mistakes.push(Mistake { field, words: say(self.language, key) });
    }

    /// A text that may not be empty.
    pub fn text(&mut self, field: &'static str) -> String {
        let typed = self.posted.value(field).to_owned();
        if typed.is_empty() {
            self.refuse(field, "refused-empty");
        }
        typed
    }

    fn code(&mut self, field: &'static str) -> Option<Code> {
        let code = Code::parse(self.posted.value(field));
        if code.is_none() {
            self.refuse(field, "staff-wrong-code");
        }
        code
    }

    /// A day, as browsers or people write it.
    pub fn day(&mut self, field: &'static str) -> Option<NaiveDate> {
        let typed = self.posted.value(field);
        let day = ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|format| NaiveDate::parse_from_str(typed, format).ok());
        let day = day.filter(|day| (2000..2200).contains(&day.year()));
        if day.is_none() {
            self.refuse(field, "staff-wrong-day");
        }
        day
    }

    /// A whole number; a field left empty is `empty`, where that is given.
    pub fn number<N: TryFrom<u64> + PartialOrd + Copy + ToString>(
        &mut self,
        field: &'static str,
        (least, most): (N, N),
        empty: Option<N>,
    ) -> Option<N> {
        let typed = self.posted.value(field);
        if typed.is_empty() && empty.is_some() {
            return empty;
        }
        let found = read_whole(self.language, typed).and_then(|value| N::try_from(value).ok());
        let found = found.filter(|value| (least..=most).contains(value));
        if found.is_none() {
            let range: [(&str, Argument); 2] = [("least", least.to_string().into()), ("most", most.to_string().into())];
            self.mistakes.push(Mistake { field, words: say_with(self.language, "staff-wrong-number", &range) });
        }
        found
    }

    fn office(&mut self) -> Option<Office> {
        if let Ok(id) = self.posted.value("office").parse() {
            return Some(Office::Known(OfficeId(id)));
        }
        let (code, name, contact) = (self.code("office_code"), self.text("office_name"), self.text("office_contact"));
        Some(Office::New { code: code?, name, contact })
    }

    fn form(&mut self) -> Option<FormSource> {
        if let Some((name, bytes)) = file_or_text(self.posted, "form_file", "form_text", "questionario.toml") {
            return Some(FormSource::File(name, bytes));
        }
        let found = match self.posted.value("form").split_once(':') {
            Some(("catalog", name)) => Some(FormSource::Catalog(name.to_owned())),
            Some(("version", id)) => id.parse().ok().map(|id| FormSource::Version(FormVersionId(id))),
            _ => None,
        };
        if found.is_none() {
            self.refuse("form", "staff-no-form");
        }
        found
    }

    fn charter(&mut self) -> CharterSource {
        if let Some((name, bytes)) = file_or_text(self.posted, "charter_file", "", "carta.toml") {
            return CharterSource::File(name, bytes);
        }
        match self.posted.value("charter").split_once(':') {
            Some(("catalog", name)) => CharterSource::Catalog(name.to_owned()),
            Some(("version", id)) => id.parse().map_or(CharterSource::None, |id| CharterSource::Version(CharterId(id))),
            _ => CharterSource::None,
        }
    }

    fn channels(&mut self) -> Vec<Channel> {
        let channels: Vec<Channel> = self.posted.all("channels").filter_map(Channel::parse).collect();
        if channels.is_empty() {
            self.refuse("channels", "refused-no-channel");
        }
        channels
    }

    fn universe(&mut self) -> Universe {
        let mut universe = Universe::default();
        for channel in Channel::ALL {
            let contacts = self.number(universe_field(channel), (0_u64, 1_000_000_000), Some(0)).unwrap_or(0);
            if contacts > 0 {
                universe.contacts.push((channel, String::new(), contacts));
            }
        }
        universe
    }
}

/// The field of a channel's contacts.
pub(super) fn universe_field(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "universe_email",
        Channel::Kiosk => "universe_kiosk",
        Channel::Web => "universe_web",
        Channel::Desk => "universe_desk",
        Channel::Phone => "universe_phone",
        Channel::Paper => "universe_paper",
    }
}

fn file_or_text(posted: &Posted, file: &str, text: &str, name: &str) -> Option<(String, Vec<u8>)> {
    if let Some(upload) = posted.file(file) {
        return Some((upload.name.clone(), upload.bytes.clone()));
    }
    let pasted = posted.value(text);
    (!pasted.is_empty()).then(|| (name.to_owned(), pasted.as_bytes().to_vec()))
}

/// Reads a plan, or tells everything that is wrong with it.
pub(super) fn read(posted: &Posted, language: &Language) -> Result<Typed, Vec<Mistake>> {
    let mut reader = Reader { posted, language, mistakes: Vec::new() };
    let office = reader.office();
    let year = reader.number("year", (2000, 2100), None);
    let (title, code) = (reader.text("title"), reader.code("code"));
    let (form, charter) = (reader.form(), reader.charter());
    let (opens_on, closes_on) = (reader.day("opens_on"), reader.day("closes_on"));
    if opens_on.zip(closes_on).is_some_and(|(opens, closes)| closes < opens) {
        reader.refuse("closes_on", "refused-closes-before-opening");
    }
    let collecting_days = reader.number("collecting_days", (0_u16, 90), Some(0));
    let (channels, universe) = (reader.channels(), reader.universe());
    let planned_responses = reader.number("planned_responses", (0_u64, 1_000_000_000), Some(0));
    let privacy_threshold = reader.number("privacy_threshold", (3_u32, 100), None);
    let simulated = posted.value("simulated") == "yes";
    let parts = || {
        Some(DraftParts {
            code: code?,
            title,
            opens_on: opens_on?,
            closes_on: closes_on?,
            collecting_days: collecting_days?,
            channels,
            simulated,
            privacy_threshold: privacy_threshold?,
            planned_responses: planned_responses?,
        })
    };
    let whole = || Some(Typed { draft: parts()?, office: office?, year: year?, universe, form: form?, charter });
    let typed = whole();
    match typed {
        Some(typed) if reader.mistakes.is_empty() => Ok(typed),
        _ => Err(reader.mistakes),
    }
}
