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
use crate::survey::Channel;
use std::collections::BTreeMap;
use toml::Spanned;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
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

#[derive(serde::Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct File {
    columns: BTreeMap<String, String>,
    missing: BTreeMap<String, Missing>,
    missing_in: BTreeMap<String, BTreeMap<String, Missing>>,
    channel: ChannelFile,
    day: ColumnFile,
    year: ColumnFile,
}

#[derive(serde::Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ChannelFile {
    all: Option<Spanned<String>>,
    column: Option<String>,
    values: BTreeMap<String, Spanned<String>>,
}

#[derive(serde::Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ColumnFile {
    column: Option<String>,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// Every mistake with its place.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let file: File = toml::from_str(text).map_err(|mistake| {
            let range = mistake.span().unwrap_or(0..1);
            vec![Fault::at(
                name,
                text,
                range,
                mistake.message(),
                "the tables there are: columns, missing, missing_in, channel, day, year",
            )]
        })?;
        let mut faults = Vec::new();
        let mut read = |typed: &Spanned<String>| {
            let channel = Channel::parse(typed.get_ref());
            if channel.is_none() {
                let hint = format!("use one of: {}", Channel::ALL.map(Channel::code).join(", "));
                faults.push(Fault::at(name, text, typed.span(), format!("\"{}\" is no channel", typed.get_ref()), hint));
            }
            channel.unwrap_or(Channel::Paper)
        };
        let channel = match (&file.channel.column, &file.channel.all) {
            (Some(column), _) => {
                let values = file.channel.values.iter().map(|(cell, typed)| (cell.clone(), read(typed))).collect();
                ChannelSource::Column(column.clone(), values)
            }
            (None, Some(all)) => ChannelSource::All(read(all)),
            (None, None) => ChannelSource::default(),
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let File { columns, missing, missing_in, day, year, .. } = file;
        Ok(Self { columns, missing, missing_in, channel, day: day.column, year: year.column })
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
        assert!(faults[0].hint.contains("paper"));
    }
}
