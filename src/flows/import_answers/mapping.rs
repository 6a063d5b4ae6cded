//! The mapping file: what the columns and codes of somebody else's file mean in our form.
//!
//! ```toml
//! # Column heading = field of the form. A heading that is not here and is no field itself is left out.
//! [columns]
//! "Soddisfazione complessiva" = "overall"
//!
//! # Cells that mean "no answer", for every column or for one: blank, dont_know or not_applicable.
//! [missing]
//! "0" = "blank"
//! "6" = "not_applicable"
//! [missing_in.wifi]
//! "9" = "dont_know"
//!
//! # The channel: one for the whole file, or a column with its codes.
//! [channel]
//! all = "paper"
//! # column = "canale"
//! # values = { "Sportello" = "desk", "On line" = "web" }
//!
//! # The day of each answer, where the file has it (YYYY-MM-DD or DD/MM/YYYY).
//! [day]
//! column = "data"
//!
//! # The year, where the file holds several editions.
//! [year]
//! column = "anno"
//! ```

use crate::fault::Fault;
use crate::fault::typed::{Entries, Source};
use crate::survey::Channel;
use std::collections::BTreeMap;

/// A mapping file, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Heading to field.
    pub columns: BTreeMap<String, String>,
    /// Cells that mean no answer, in every column.
    pub missing: BTreeMap<String, Missing>,
    /// The same for single fields.
    pub missing_in: BTreeMap<String, BTreeMap<String, Missing>>,
    /// The channel of the whole file, or of codes in a column.
    pub channel: ChannelSource,
    /// The heading of the day's column.
    pub day: Option<String>,
    /// The heading of the year's column.
    pub year: Option<String>,
}

/// A kind of no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Left blank.
    Blank,
    /// "Non so".
    DontKnow,
    /// "Non applicabile".
    NotApplicable,
}

/// Where a row's channel comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChannelSource {
    /// One for all rows.
    All(Channel),
    /// A column, with what its cells mean; our own codes are always understood.
    Column(String, BTreeMap<String, Channel>),
}

impl Default for ChannelSource {
    fn default() -> Self {
        Self::All(Channel::Paper)
    }
}

const MISSING: [(&str, Missing); 3] =
    [("blank", Missing::Blank), ("dont_know", Missing::DontKnow), ("not_applicable", Missing::NotApplicable)];

/// A part of a mapping file, in messages.
const PART: &str = "fault-what-section";

/// A table whose keys are data, each value read by `read`.
fn each<'s, T>(table: Option<Entries<'s>>, read: impl Fn(&Entries<'s>, &'s str) -> Option<T>) -> BTreeMap<String, T> {
    let Some(table) = table else { return BTreeMap::new() };
    let keys = table.keys().into_iter();
    keys.filter_map(|key| Some((key.value.to_owned(), read(&table, key.value)?))).collect()
}

fn word<'s, T: Copy>(entries: &Entries<'s>, key: &'s str, words: &[(&str, T)]) -> Option<T> {
    entries.word(key, words).map(|typed| typed.value)
}

fn read_channel(entries: Entries<'_>) -> ChannelSource {
    let channels = Channel::ALL.map(|channel| (channel.code(), channel));
    let all = entries.word("all", &channels);
    let column = entries.string("column");
    let values = each(entries.table("values", PART), |values, cell| word(values, cell, &channels));
    entries.finish();
    match (column, all) {
        (Some(column), _) => ChannelSource::Column(column.value, values),
        (None, Some(all)) => ChannelSource::All(all.value),
        (None, None) => ChannelSource::default(),
    }
}

fn read_column(entries: Entries<'_>) -> Option<String> {
    let column = entries.string("column").map(|typed| typed.value);
    entries.finish();
    column
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// Every mistake with its place.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let (source, table) = Source::read(name, text)?;
        let entries = Entries::new(&source, "fault-what-mapping", table.get_ref(), source.first_line());
        let mapping = Self {
            columns: each(entries.table("columns", PART), |columns, heading| columns.string(heading).map(|typed| typed.value)),
            missing: each(entries.table("missing", PART), |cells, cell| word(cells, cell, &MISSING)),
            missing_in: each(entries.table("missing_in", PART), |fields, field| {
                Some(each(fields.table(field, PART), |cells, cell| word(cells, cell, &MISSING)))
            }),
            channel: entries.table("channel", PART).map(read_channel).unwrap_or_default(),
            day: entries.table("day", PART).and_then(read_column),
            year: entries.table("year", PART).and_then(read_column),
        };
        entries.finish();
        let faults = source.into_faults();
        if faults.is_empty() { Ok(mapping) } else { Err(faults) }
    }

    /// Every heading that it names.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        let channel = match &self.channel {
            ChannelSource::Column(heading, _) => Some(heading),
            ChannelSource::All(_) => None,
        };
        self.columns.keys().chain(channel).chain(&self.day).chain(&self.year).map(String::as_str)
    }

    /// What a cell of a field means when it is no answer.
    pub fn missing_of(&self, field: &str, cell: &str) -> Option<Missing> {
        self.missing_in.get(field).and_then(|own| own.get(cell)).or_else(|| self.missing.get(cell)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::words::english;

    #[test]
    fn the_documented_example_is_read() {
        let documented: String = include_str!("mapping.rs")
            .lines()
            .filter_map(|line| line.strip_prefix("//!"))
            .skip_while(|line| !line.contains("```toml"))
            .skip(1)
            .take_while(|line| !line.contains("```"))
            .map(|line| format!("{}\n", line.trim_start()))
            .collect();
        let mapping = Mapping::parse("m.toml", &documented).unwrap();
        assert_eq!(mapping.columns["Soddisfazione complessiva"], "overall");
        assert_eq!(mapping.missing_of("overall", "6"), Some(Missing::NotApplicable));
        assert_eq!(mapping.missing_of("wifi", "9"), Some(Missing::DontKnow));
        assert_eq!(mapping.missing_of("overall", "9"), None);
        assert_eq!(mapping.channel, ChannelSource::All(Channel::Paper));
        assert_eq!(mapping.year.as_deref(), Some("anno"));
    }

    #[test]
    fn a_wrong_channel_is_named_with_its_place() {
        let faults = Mapping::parse("m.toml", "[channel]\nall = \"fax\"\n").unwrap_err();
        assert_eq!((faults[0].line, faults[0].column), (2, 7));
        assert!(english(&faults[0]).1.contains("paper"));
    }
}
