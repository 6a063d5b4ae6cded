//! The universe of a survey: yearly contacts by channel and group.

use super::columns::{known, number};
use super::schema::universe;
use super::{Database, StoreError};
use crate::ids::SurveyId;
use crate::survey::{Channel, Groups, Universe};
use crate::text::Code;
use diesel::prelude::*;

/// The channel of what was stated for all channels together. Its groups are written `question=choice`.
const ALL_CHANNELS: &str = "";

/// Puts a universe in the place of the earlier one.
pub fn replace(database: &mut Database, survey: SurveyId, new: &Universe) -> Result<(), StoreError> {
    diesel::delete(universe::table.filter(universe::survey_id.eq(survey.0))).execute(database)?;
    let cells = new.contacts.iter().map(|(channel, group, contacts)| (channel.code(), group.clone(), *contacts));
    let groups = new.groups.iter().flat_map(|groups| {
        let group = |choice: &Code| format!("{}={choice}", groups.question);
        groups.contacts.iter().map(move |(choice, contacts)| (ALL_CHANNELS, group(choice), *contacts))
    });
    for (channel, group, contacts) in cells.chain(groups) {
        let row = (
            universe::survey_id.eq(survey.0),
            universe::channel.eq(channel),
            universe::group_code.eq(group),
            universe::contacts.eq(number::<u64, i64>("universe.contacts", contacts)?),
        );
        diesel::insert_into(universe::table).values(row).execute(database)?;
    }
    Ok(())
}

/// The universe of a survey, in the order of channels and groups; empty where it is not known.
pub fn find(database: &mut Database, survey: SurveyId) -> Result<Universe, StoreError> {
    let stored: Vec<(String, String, i64)> = universe::table
        .filter(universe::survey_id.eq(survey.0))
        .order((universe::channel, universe::group_code))
        .select((universe::channel, universe::group_code, universe::contacts))
        .load(database)?;
    let mut found = Universe::default();
    for (channel, group, contacts) in stored {
        let contacts = number("universe.contacts", contacts)?;
        if channel == ALL_CHANNELS {
            let (question, choice) = known("universe.group_code", read_group(&group))?;
            let groups = found.groups.get_or_insert_with(|| Groups { question, contacts: Vec::new() });
            groups.contacts.push((choice, contacts));
        } else {
            found.contacts.push((known("universe.channel", Channel::parse(&channel))?, group, contacts));
        }
    }
    found.contacts.sort();
    Ok(found)
}

fn read_group(stored: &str) -> Option<(Code, Code)> {
    let (question, choice) = stored.split_once('=')?;
    Some((Code::parse(question)?, Code::parse(choice)?))
}
