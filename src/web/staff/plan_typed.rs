//! A plan as it was typed: read field by field, and everything that is wrong with it gathered.

use super::posted::Posted;
use crate::fault;
use crate::flows::Refused;
use crate::flows::words::refusal_in_words;
use crate::ids::{CharterId, EditionId, FormVersionId, OfficeId};
use crate::language::{Argument, integer, read_day, read_whole, say, say_with};
use crate::store::survey::Draft;
use crate::survey::{Channel, Groups, Universe, Weighting};
use crate::text::{Code, Language};
use crate::web::typed;
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
    pub draft: DraftOf,
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
    File(String, String),
}

/// Where the charter comes from.
pub(super) enum CharterSource {
    None,
    Catalog(String),
    Version(CharterId),
    File(String, String),
}

/// The draft, once the database has the edition, the form and the charter that were chosen.
pub(super) type DraftOf = Box<dyn FnOnce(EditionId, FormVersionId, Option<CharterId>) -> Draft + Send>;

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
        let day = read_day(self.posted.value(field)).filter(|day| (2000..2200).contains(&day.year()));
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
            self.refuse_number(field, least, most);
        }
        found
    }

    fn refuse_number(&mut self, field: &'static str, least: impl ToString, most: impl ToString) {
        // A year has four digits and no separator.
        let grouped = |digits: String| match digits.parse() {
            Ok(large @ 10_000..) => integer(self.language, large),
            _ => digits,
        };
        let range: [(&str, Argument); 2] =
            [("least", grouped(least.to_string()).into()), ("most", grouped(most.to_string()).into())];
        self.mistakes.push(Mistake { field, words: say_with(self.language, "staff-wrong-number", &range) });
    }

    fn office(&mut self) -> Option<Office> {
        if let Ok(id) = self.posted.value("office").parse() {
            return Some(Office::Known(OfficeId(id)));
        }
        let (code, name, contact) = (self.code("office_code"), self.text("office_name"), self.text("office_contact"));
        Some(Office::New { code: code?, name, contact })
    }

    fn form(&mut self) -> Option<FormSource> {
        if let Some((name, text)) = self.own_file("form", FORM_FILE, "questionario.toml") {
            return Some(FormSource::File(name, text));
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

    /// What the verdicts rest on; every answer alike where nothing was chosen.
    pub fn weighting(&self) -> Weighting {
        Weighting::parse(self.posted.value("weighting")).unwrap_or_default()
    }

    fn charter(&mut self) -> CharterSource {
        if let Some((name, text)) = self.own_file("charter", CHARTER_FILE, "carta.toml") {
            return CharterSource::File(name, text);
        }
        match self.posted.value("charter").split_once(':') {
            Some(("catalog", name)) => CharterSource::Catalog(name.to_owned()),
            Some(("version", id)) => id.parse().map_or(CharterSource::None, |id| CharterSource::Version(CharterId(id))),
            _ => CharterSource::None,
        }
    }

    /// The office's own file, by its text field, where [`keep_files`] has put what was uploaded.
    fn own_file(&mut self, field: &'static str, [file, text, name]: [&str; 3], usual_name: &str) -> Option<(String, String)> {
        // What is still a file was too large, or no text.
        if let Some(upload) = self.posted.file(file) {
            if upload.bytes.len() > MOST_FILE_BYTES {
                self.refuse(field, "staff-file-too-large");
            } else if let Err(faults) = fault::text_of(&upload.name, &upload.bytes) {
                let words = refusal_in_words(self.language, &Refused::Faults(faults));
                self.mistakes.push(Mistake { field, words });
            }
        }
        let typed = typed::first(&self.posted.fields, text).unwrap_or("");
        let own_name = self.posted.value(name);
        let name = if own_name.is_empty() { usual_name } else { own_name };
        (!typed.trim().is_empty()).then(|| (name.to_owned(), as_file(typed)))
    }

    fn channels(&mut self) -> Vec<Channel> {
        let channels: Vec<Channel> = self.posted.all("channels").filter_map(Channel::parse).collect();
        if channels.is_empty() {
            self.refuse("channels", "refused-no-channel");
        }
        channels
    }

    fn universe(&mut self) -> Universe {
        let mut universe = Universe { groups: self.groups(), ..Universe::default() };
        for channel in Channel::ALL {
            let contacts = self.number(universe_field(channel), (0_u64, MOST_CONTACTS), Some(0)).unwrap_or(0);
            if contacts > 0 {
                universe.contacts.push((channel, String::new(), contacts));
            }
        }
        universe
    }

    /// The contacts of groups as far as they were stated: a field left empty is no group of nobody.
    fn groups(&mut self) -> Option<Groups> {
        let question = Code::parse(self.posted.value(GROUP_QUESTION))?;
        let mut groups = Groups { question, contacts: Vec::new() };
        for (name, typed) in &self.posted.fields {
            let Some(choice) = name.strip_prefix(GROUP_FIELD).and_then(Code::parse) else { continue };
            if typed.trim().is_empty() {
                continue;
            }
            match read_whole(self.language, typed).filter(|contacts| *contacts <= MOST_CONTACTS) {
                Some(contacts) => groups.contacts.push((choice, contacts)),
                None => self.refuse_number(GROUP_QUESTION, 0, MOST_CONTACTS),
            }
        }
        if groups.contacts.is_empty() && self.mistakes.iter().all(|mistake| mistake.field != GROUP_QUESTION) {
            self.refuse(GROUP_QUESTION, "staff-no-group");
        }
        Some(groups)
    }
}

/// The field of the question that groups users.
pub(super) const GROUP_QUESTION: &str = "group_question";
/// What the field of a group's contacts begins with; the choice follows.
pub(super) const GROUP_FIELD: &str = "group:";
const MOST_CONTACTS: u64 = 1_000_000_000;

/// The field of a channel's contacts.
pub(super) fn universe_field(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "universe_email",
        Channel::Kiosk => "universe_kiosk",
        Channel::Web => "universe_web",
        Channel::Widget => "universe_widget",
        Channel::Desk => "universe_desk",
        Channel::Phone => "universe_phone",
        Channel::Paper => "universe_paper",
    }
}

/// The fields of the form's own file: the upload, its text, its name.
pub(super) const FORM_FILE: [&str; 3] = ["form_file", "form_text", "form_name"];
/// The fields of the charter's own file.
pub(super) const CHARTER_FILE: [&str; 3] = ["charter_file", "charter_text", "charter_name"];

/// The largest form or charter; the shipped ones have some 20 kB.
const MOST_FILE_BYTES: usize = 256 * 1024;

/// A browser forgets a file that it sent. Its text and name are put into fields, which the page shows and the next sending
/// brings along.
pub(super) fn keep_files(posted: &mut Posted) {
    for [file, text, name] in [FORM_FILE, CHARTER_FILE] {
        let Some(upload) = posted.file(file) else { continue };
        let Ok(read) = fault::text_of(&upload.name, &upload.bytes) else { continue };
        if upload.bytes.len() <= MOST_FILE_BYTES {
            let own_name = upload.name.chars().take(100).collect();
            posted.put(text, read);
            posted.put(name, own_name);
            posted.files.retain(|upload| upload.field != file);
        }
    }
}

/// A browser sends a text field with other ends of line than the file had: the same words must stay the same version.
fn as_file(typed: &str) -> String {
    let mut text = typed.replace("\r\n", "\n");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The chosen form and charter alone, and what is wrong with the choice.
pub(super) fn chosen(posted: &Posted, language: &Language) -> (Option<FormSource>, CharterSource, Vec<Mistake>) {
    let mut reader = Reader { posted, language, mistakes: Vec::new() };
    let (form, charter) = (reader.form(), reader.charter());
    (form, charter, reader.mistakes)
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
    let weighting = reader.weighting();
    let simulated = posted.value("simulated") == "yes";
    let draft = || {
        let (code, opens_on, closes_on, collecting_days) = (code?, opens_on?, closes_on?, collecting_days?);
        let (privacy_threshold, planned_responses) = (privacy_threshold?, planned_responses?);
        let draft_of = move |edition, form_version, charter| Draft {
            edition,
            code,
            title,
            form_version,
            charter,
            opens_on,
            closes_on,
            collecting_days,
            channels,
            simulated,
            weighting,
            privacy_threshold,
            planned_responses,
        };
        Some(Box::new(draft_of) as DraftOf)
    };
    let whole = || Some(Typed { draft: draft()?, office: office?, year: year?, universe, form: form?, charter });
    let typed = whole();
    match typed {
        Some(typed) if reader.mistakes.is_empty() => Ok(typed),
        _ => Err(reader.mistakes),
    }
}
