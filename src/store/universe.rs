//! The universe of a survey: yearly contacts by channel and group.

use super::columns::{known, number};
use super::schema::universe;
use super::{Database, StoreError};
use crate::ids::SurveyId;
use crate::survey::{Channel, Universe};
use diesel::prelude::*;

/// Puts a universe in the place of the earlier one.
pub fn replace(database: &mut Database, survey: SurveyId, new: &Universe) -> Result<(), StoreError> {
    diesel::delete(universe::table.filter(universe::survey_id.eq(survey.0))).execute(database)?;
    for (channel, group, contacts) in &new.contacts {
        let row = (
            universe::survey_id.eq(survey.0),
            universe::channel.eq(channel.code()),
            universe::group_code.eq(group),
            universe::contacts.eq(number::<u64, i64>("universe.contacts", *contacts)?),
        );
        diesel::insert_into(universe::table).values(row).execute(database)?;
    }
    Ok(())
}

/// The universe of a survey, in the order of channels and groups; empty where it is not known.
pub fn find(database: &mut Database, survey: SurveyId) -> Result<Universe, StoreError> {
    let stored: Vec<(String, String, i64)> = universe::table
        .filter(universe::survey_id.eq(survey.0))
        .select((universe::channel, universe::group_code, universe::contacts))
        .load(database)?;
    let mut contacts = stored
        .into_iter()
        .map(|(channel, group, contacts)| {
            let channel = known("universe.channel", Channel::parse(&channel))?;
            Ok((channel, group, number("universe.contacts", contacts)?))
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    contacts.sort();
    Ok(Universe { contacts })
}
