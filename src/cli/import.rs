//! `ascolto import`.

use super::Stop;
use super::site::{Settings, survey_of};
use super::terminal::{read_text, refused, refused_faults, refused_path, terminal_language};
use crate::exchange::answers::AnswersTable;
use crate::flows::import_answers::{
    AnswersLook, BroughtAnswers, ChannelSource, DayOrder, ImportReport, Mapping, RefusedRow, TakenIn, columns_in_words,
    days_in_words, import_answers, look_at_answers, reasons_in_words, refused_rows, rows_of_closed_year, rows_of_year,
    rows_without_year, take_in_answers, years_of,
};
use crate::flows::plan_survey::{edition_of, plan_survey};
use crate::flows::publish_form::publish_form;
use crate::flows::{close_survey::close_survey, open_survey::open_survey};
use crate::ids::{FormVersionId, OfficeId};
use crate::language::{Argument, integer, say, say_with};
use crate::sheet::{Brought, NoTable, Reading, Sheet, SheetError};
use crate::site::Site;
use crate::store::survey::Draft;
use crate::store::{self, StoreError};
use crate::survey::{Channel, State, Survey, Universe};
use crate::text::Code;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// Imports answers collected elsewhere into a survey, or into one closed survey for each year of the file.
///
/// A file of Google Forms or Microsoft Forms (CSV or XLSX) needs no mapping: its columns are known by the texts of the questions,
/// in any language of the form, its cells by the labels of the answers. Who answered is never read. The same file again changes nothing.
/// Rows that cannot be taken are written to a file of their own with the reasons;
/// mend and import that one. Years are closed when every row was taken; those that wait for mended rows are closed when the
/// file of mended rows is taken whole, or after sixty days.
#[derive(clap::Args)]
pub struct Import {
    /// The survey's address code; it must be open. Leave it out when the mapping names a year column.
    #[arg(long)]
    survey: Option<String>,
    /// The file: CSV or XLSX.
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
    /// How the answers were given, for a file without a mapping: `web` where the file tells when each was sent, else `paper`.
    #[arg(long, value_name = "CHANNEL", conflicts_with = "mapping", value_parser = channel)]
    channel: Option<Channel>,
    /// What becomes of columns that only resemble a question, in a file without a mapping: `read` takes them for it, `leave` leaves
    /// them out. Without this word a file that has such columns is not imported.
    #[arg(long, value_name = "WORD", conflicts_with = "mapping", value_parser = ["read", "leave"])]
    likely: Option<String>,
    /// Which number of 05/03/2024 is the day, in a file without a mapping that does not tell: `day_first` or `month_first`.
    #[arg(long, value_name = "ORDER", conflicts_with = "mapping", value_parser = ["day_first", "month_first"])]
    days: Option<String>,
    /// What its columns and codes mean; without it the headings are the form's codes or the texts of its questions.
    #[arg(long, value_name = "TOML")]
    mapping: Option<PathBuf>,
    /// The form of the surveys that are made for the years.
    #[arg(long, value_name = "TOML", conflicts_with = "survey")]
    form: Option<PathBuf>,
    /// The office of the surveys that are made for the years.
    #[arg(long, conflicts_with = "survey")]
    office: Option<String>,
    /// Where rows that cannot be taken are written; beside the answers if absent.
    #[arg(long, value_name = "CSV")]
    refused: Option<PathBuf>,
    /// Print the report as JSON on standard output.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

impl Import {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let bytes = std::fs::read(&self.answers).map_err(|error| refused_path(&terminal_language(), &self.answers, &error))?;
        let sheet = read_sheet(&bytes).map_err(|error| no_table(&self.answers, error))?;
        let mut mapping = self.read_mapping()?;
        if let Some(channel) = self.channel {
            mapping.channel = ChannelSource::All(channel);
        }
        self.check_headings(&sheet, &mapping)?;
        let site = self.settings.open()?;
        // What is larger than any export of a form is a file of codes.
        if let (Some(code), None) = (&self.survey, &self.mapping)
            && bytes.len() <= Brought::MOST
        {
            return self.import_by_texts(&site, code, bytes);
        }
        let imported = match &self.survey {
            Some(code) => {
                let survey = survey_of(&site, code)?;
                let reports = vec![(code.clone(), import_answers(&site, &survey, &bytes, &sheet, &mapping)?)];
                Imported { reports, ..Imported::default() }
            }
            None => self.import_years(&site, &bytes, &sheet, &mapping)?,
        };
        self.tell(&sheet, &imported)
    }

    /// A file whose columns are known by the form. Nobody looks: where a column only resembles a question, or days may be read in two
    /// ways, nothing is kept until it is said.
    fn import_by_texts(&self, site: &Site, code: &str, bytes: Vec<u8>) -> Result<(), Stop> {
        let survey = survey_of(site, code)?;
        let brought = BroughtAnswers {
            bytes,
            said: Vec::new(),
            likely_too: self.likely.as_deref() == Some("read"),
            order: self.days.as_deref().and_then(DayOrder::parse),
            channel: self.channel,
        };
        let language = terminal_language();
        self.check_doubts(&look_at_answers(site, &survey, &language, &brought)?)?;
        let TakenIn { report, refused_rows, days } = take_in_answers(site, &survey, &language, &brought)?;
        let days = Some(days_in_words(&language, days.as_ref()));
        let imported = Imported { reports: vec![(code.to_owned(), report)], days, ..Imported::default() };
        self.say(&imported);
        self.give_back(&imported, &refused_rows)
    }

    fn check_doubts(&self, look: &AnswersLook) -> Result<(), Stop> {
        let language = terminal_language();
        let likely = &look.report.likely_columns;
        if !likely.is_empty() && self.likely.is_none() {
            let pair = |(heading, asked): &(String, String)| {
                let quoted = |name: &String| say_with(&language, "answers-quoted", &[("name", name.as_str().into())]);
                format!("  {} \u{2192} {}", quoted(heading), quoted(asked))
            };
            let columns = likely.iter().map(pair).collect::<Vec<String>>().join("\n");
            return Err(refused("import-likely", &[("columns", columns.into())]));
        }
        match &look.days {
            Some(days) if days.ambiguous && self.days.is_none() => {
                Err(refused("import-days", &[("days", days_in_words(&language, Some(days)).into())]))
            }
            _ => Ok(()),
        }
    }

    /// One survey for each year of the file. A year is closed when all its rows were taken and every row has a year: one that has
    /// none yet may belong to it.
    fn import_years(&self, site: &Site, bytes: &[u8], sheet: &Sheet, mapping: &Mapping) -> Result<Imported, Stop> {
        let (office, form) = self.office_and_form(site)?;
        let years = years_of(sheet, mapping);
        if years.is_empty() {
            return Err(refused("import-no-year", &[]));
        }
        let mut imported = Imported { without_year: rows_without_year(sheet, mapping), ..Imported::default() };
        for year in years {
            let Some(survey) = survey_of_year(site, office, form, &self.office, year)? else {
                eprintln!("{}", say_with(&terminal_language(), "import-closed-before", &[("year", year.to_string().into())]));
                imported.closed_years.extend(rows_of_closed_year(sheet, mapping, year));
                continue;
            };
            let rows = rows_of_year(sheet, mapping, year);
            let report = import_answers(site, &survey, bytes, &rows, mapping)?;
            if report.refused.is_empty() && imported.without_year.is_empty() {
                close_survey(site, survey.id)?;
                eprintln!("{year}: {}", in_brief(&report));
            } else {
                let code = survey.code.to_string();
                let stays_open = say_with(&terminal_language(), "import-stays-open", &[("code", code.into())]);
                eprintln!("{year}: {}; {stays_open}", in_brief(&report));
            }
            imported.reports.push((survey.code.to_string(), report));
        }
        let mended = sheet.column(REASONS).is_some();
        if mended && imported.refused().next().is_none() {
            close_waiting_years(site, office)?;
        }
        Ok(imported)
    }

    fn check_headings(&self, sheet: &Sheet, mapping: &Mapping) -> Result<(), Stop> {
        let absent: Vec<String> =
            mapping.headings().filter(|own| sheet.column(own).is_none()).map(|own| format!("\"{own}\"")).collect();
        if absent.is_empty() {
            return Ok(());
        }
        let values = [self.answers.display().to_string(), absent.join(", "), sheet.header.join(", ")];
        let [file, absent, columns] = values.map(Argument::from);
        Err(refused("import-columns-missing", &[("file", file), ("absent", absent), ("columns", columns)]))
    }

    fn read_mapping(&self) -> Result<Mapping, Stop> {
        let Some(path) = &self.mapping else { return Ok(Mapping::default()) };
        let language = terminal_language();
        let text = read_text(path, &language)?;
        Mapping::parse(&path.display().to_string(), &text).map_err(|faults| refused_faults(&language, &faults))
    }

    fn office_and_form(&self, site: &Site) -> Result<(OfficeId, FormVersionId), Stop> {
        let (Some(office), Some(form)) = (&self.office, &self.form) else {
            return Err(refused("import-no-survey", &[]));
        };
        let code = Code::parse(office).ok_or_else(|| refused("import-no-office", &[("code", office.as_str().into())]))?;
        let found = site.store.read(|db| store::office::find_by_code(db, &code));
        let office = match found {
            Ok(office) => office.id,
            Err(StoreError::NotFound) => crate::flows::plan_survey::found_office(site, &code, office, "")?,
            Err(error) => return Err(error.into()),
        };
        let source = read_text(form, &terminal_language())?;
        Ok((office, publish_form(site, &form.display().to_string(), &source)?))
    }

    fn tell(&self, sheet: &Sheet, imported: &Imported) -> Result<(), Stop> {
        self.say(imported);
        let mut refused: Vec<&RefusedRow> = imported.refused().collect();
        refused.sort_by_key(|row| row.line);
        let rows =
            if refused.is_empty() { String::new() } else { refused_rows(&terminal_language(), sheet, refused.into_iter()) };
        self.give_back(imported, &rows)
    }

    fn say(&self, imported: &Imported) {
        if self.json {
            println!("{}", as_json(imported));
            return;
        }
        for (survey, report) in &imported.reports {
            println!("{survey}: {}", in_brief(report));
            let first_kept = (report.first_kept > 0).then(|| first_kept(report.first_kept));
            for line in imported.days.iter().cloned().chain(first_kept).chain(columns_in_words(&terminal_language(), report)) {
                println!("  {line}");
            }
        }
    }

    /// Writes the rows that were not taken to a file of their own, and says why they were not.
    fn give_back(&self, imported: &Imported, rows: &str) -> Result<(), Stop> {
        let mut refused: Vec<&RefusedRow> = imported.refused().collect();
        if refused.is_empty() {
            return Ok(());
        }
        refused.sort_by_key(|row| row.line);
        let language = terminal_language();
        let path = self.refused.clone().unwrap_or_else(|| self.answers.with_extension("refused.csv"));
        std::fs::write(&path, rows).map_err(|error| refused_path(&language, &path, &error))?;
        let reasons: Vec<String> = refused.iter().take(MOST_REASONS).map(|row| reasons_in_words(&language, row)).collect();
        let values = [("count", (refused.len() as u64).into()), ("path", path.display().to_string().into())];
        let told = say_with(&language, "import-not-taken", &values);
        Err(Stop::Refused(format!("{}\n{told}", reasons.join("\n"))))
    }
}

/// What became of a file: the surveys it went into, and the rows that went into none.
#[derive(Default)]
struct Imported {
    reports: Vec<(String, ImportReport)>,
    without_year: Vec<RefusedRow>,
    closed_years: Vec<RefusedRow>,
    /// How days were read, in a sentence, where the file tells it itself.
    days: Option<String>,
}

impl Imported {
    fn refused(&self) -> impl Iterator<Item = &RefusedRow> {
        self.reports.iter().flat_map(|(_, report)| &report.refused).chain(&self.without_year).chain(&self.closed_years)
    }
}

/// For so many days a year waits for its mended rows before the calendar closes it.
const DAYS_FOR_MENDING: i64 = 60;

/// So many reasons on the terminal; the file has them all.
const MOST_REASONS: usize = 20;

/// The survey that holds a year's answers, open for import; `None` when it was imported and closed before.
fn survey_of_year(
    site: &Site,
    office: OfficeId,
    form: FormVersionId,
    office_code: &Option<String>,
    year: i32,
) -> Result<Option<Survey>, Stop> {
    let name = format!("{}_{year}", office_code.as_deref().unwrap_or_default());
    match site.survey_by_code(&name) {
        Ok(survey) if survey.state == State::Closed => return Ok(None),
        Ok(survey) if is_of_import(&survey, year) => return Ok(Some(survey)),
        Ok(_) => return Err(refused("import-in-the-field", &[("code", name.as_str().into())])),
        Err(StoreError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    let day = |month, day| {
        NaiveDate::from_ymd_opt(year, month, day)
            .ok_or_else(|| refused("import-wrong-year", &[("year", year.to_string().into())]))
    };
    let (opens_on, closes_on) = (day(1, 1)?, day(12, 31)?);
    let until_mended = (site.clock.today() - closes_on).num_days() + DAYS_FOR_MENDING;
    let draft = Draft {
        edition: edition_of(site, office, year)?,
        code: Code::parse(&name).ok_or_else(|| refused("import-code-long", &[("code", name.as_str().into())]))?,
        title: name,
        form_version: form,
        charter: None,
        opens_on,
        closes_on,
        collecting_days: u16::try_from(until_mended).unwrap_or(0),
        channels: channels_of(site.form_version(form)?.form.stars().is_some()),
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let id = plan_survey(site, &draft, &Universe::default())?;
    open_survey(site, id)?;
    Ok(Some(site.survey(id)?))
}

/// Every channel; the widget only for a form that it can ask.
fn channels_of(has_stars: bool) -> Vec<Channel> {
    Channel::ALL.into_iter().filter(|channel| has_stars || *channel != Channel::Widget).collect()
}

/// Whether a survey was made by an import, and not planned by staff for the field.
fn is_of_import(survey: &Survey, year: i32) -> bool {
    let whole_year = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31));
    survey.title == survey.code.as_str()
        && whole_year == (Some(survey.opens_on), Some(survey.closes_on))
        && [true, false].into_iter().any(|has_stars| survey.channels == channels_of(has_stars))
}

/// Closes the years that waited for mended rows.
fn close_waiting_years(site: &Site, office: OfficeId) -> Result<(), Stop> {
    let waiting = site.store.read(|db| {
        let mut waiting = Vec::new();
        for edition in store::edition::list(db, office)? {
            let surveys = store::survey::list_of(db, edition.id)?.into_iter();
            waiting.extend(surveys.filter(|own| own.state.takes_answers() && is_of_import(own, edition.year)));
        }
        Ok(waiting)
    });
    for survey in waiting? {
        close_survey(site, survey.id)?;
        eprintln!("{}: {}", survey.code, say(&terminal_language(), "state-closed"));
    }
    Ok(())
}

fn in_brief(report: &ImportReport) -> String {
    let refused = report.refused.len() as u64;
    let counts = [("rows", report.rows), ("new", report.new), ("again", report.again), ("refused", refused)];
    say_with(&terminal_language(), "import-in-brief", &counts.map(|(name, count)| (name, count.into())))
}

fn first_kept(count: u64) -> String {
    let language = terminal_language();
    say_with(&language, "answers-first-kept", &[("count", count.into()), ("number", integer(&language, count).into())])
}

fn as_json(imported: &Imported) -> serde_json::Value {
    let rows = |refused: &[RefusedRow]| -> Vec<serde_json::Value> {
        refused
            .iter()
            .map(|row| serde_json::json!({ "line": row.line, "reasons": reasons_in_words(&terminal_language(), row) }))
            .collect()
    };
    let report = |(survey, report): &(String, ImportReport)| {
        serde_json::json!({
            "survey": survey, "rows": report.rows, "new": report.new, "again": report.again,
            "first_kept": report.first_kept, "read_as_other": report.read_as_other,
            "refused": rows(&report.refused), "unused_columns": report.unused_columns,
            "personal_columns": report.personal_columns, "likely_columns": report.likely_columns,
            "words_left_out": report.words_left_out,
        })
    };
    let surveys: Vec<serde_json::Value> = imported.reports.iter().map(report).collect();
    serde_json::json!({
        "surveys": surveys, "days": imported.days, "without_year": rows(&imported.without_year), "closed_years": rows(&imported.closed_years),
    })
}

/// The heading of the reasons in a file of refused rows.
const REASONS: &str = AnswersTable::REASONS;

/// A CSV, whose lines are those of the file, or the first sheet of a workbook.
fn read_sheet(bytes: &[u8]) -> Result<Sheet, NoTable> {
    match Sheet::read(bytes) {
        Ok(sheet) => Ok(sheet),
        Err(SheetError::Empty) => Err(NoTable::Empty),
        Err(SheetError::NotText) => {
            let brought = Brought::read(bytes, &Reading::default())?;
            Sheet::read(brought.text.as_bytes()).map_err(|_| NoTable::Empty)
        }
    }
}

fn channel(typed: &str) -> Result<Channel, String> {
    let known = Channel::ALL.map(Channel::code).join(", ");
    Channel::parse(typed).ok_or(known)
}

fn no_table(path: &Path, error: NoTable) -> Stop {
    let key = match error {
        NoTable::Empty => "import-empty",
        NoTable::Unknown | NoTable::OtherEncoding => "import-not-text",
        NoTable::Broken => "answers-file-broken",
        NoTable::TooLarge => "answers-file-large",
        NoTable::TooWide => "answers-file-columns",
        NoTable::Archive => "answers-file-archive",
    };
    refused(key, &[("file", path.display().to_string().into())])
}
