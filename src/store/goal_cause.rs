//! Why goals were missed, in the office's own words.

use super::dialect::on_either;
use super::schema::goal_cause;
use super::{Database, StoreError};
use crate::ids::EditionId;
use crate::text::Code;
use diesel::prelude::*;
use diesel::upsert::excluded;

/// Puts a cause in the place of the earlier one of its standard; an empty one removes it.
pub fn replace(database: &mut Database, of: EditionId, standard: &Code, cause: &str) -> Result<(), StoreError> {
    if cause.is_empty() {
        diesel::delete(goal_cause::table.find((of.0, standard.as_str()))).execute(database)?;
        return Ok(());
    }
    let row = (goal_cause::edition_id.eq(of.0), goal_cause::standard.eq(standard.as_str()), goal_cause::cause.eq(cause));
    on_either!(database, connection => {
        diesel::insert_into(goal_cause::table)
            .values(row)
            .on_conflict((goal_cause::edition_id, goal_cause::standard))
            .do_update()
            .set(goal_cause::cause.eq(excluded(goal_cause::cause)))
            .execute(connection)
    })?;
    Ok(())
}

/// The causes of an edition: the standard's code and the cause, by standard.
pub fn list(database: &mut Database, of: EditionId) -> Result<Vec<(String, String)>, StoreError> {
    let own = goal_cause::table.filter(goal_cause::edition_id.eq(of.0)).order(goal_cause::standard);
    Ok(own.select((goal_cause::standard, goal_cause::cause)).load(database)?)
}
