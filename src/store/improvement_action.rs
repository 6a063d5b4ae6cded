//! Improvement actions.

use super::columns::known;
use super::schema::improvement_action;
use super::{Database, StoreError};
use crate::follow_up::{ActionState, ImprovementAction};
use crate::ids::{ActionId, EditionId};
use chrono::NaiveDate;
use diesel::prelude::*;

/// What a new action says; it begins as planned, without outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    /// The standard it is for, by code; "" for none.
    pub standard: String,
    /// What will be done.
    pub what: String,
    /// Which office does it.
    pub owner: String,
    /// By when.
    pub due_on: NaiveDate,
}

type Stored = (i64, i64, String, String, String, NaiveDate, String, String);

fn read((id, edition, standard, what, owner, due_on, state, outcome): Stored) -> Result<ImprovementAction, StoreError> {
    let state = known("improvement_action.state", ActionState::parse(&state))?;
    Ok(ImprovementAction { id: ActionId(id), edition: EditionId(edition), standard, what, owner, due_on, state, outcome })
}

/// Adds an action.
pub fn insert(database: &mut Database, of: EditionId, new: &NewAction) -> Result<ActionId, StoreError> {
    let row = (
        improvement_action::edition_id.eq(of.0),
        improvement_action::standard.eq(&new.standard),
        improvement_action::what.eq(&new.what),
        improvement_action::owner.eq(&new.owner),
        improvement_action::due_on.eq(new.due_on),
        improvement_action::state.eq(ActionState::Planned.code()),
        improvement_action::outcome.eq(""),
    );
    let insert = diesel::insert_into(improvement_action::table).values(row);
    Ok(ActionId(insert.returning(improvement_action::id).get_result(database)?))
}

/// Moves an action from one state to another with its outcome; `false` when it was no longer in the first.
pub fn change_state(
    database: &mut Database,
    id: ActionId,
    from: ActionState,
    to: ActionState,
    outcome: &str,
) -> Result<bool, StoreError> {
    let own = improvement_action::table.find(id.0).filter(improvement_action::state.eq(from.code()));
    let change = (improvement_action::state.eq(to.code()), improvement_action::outcome.eq(outcome));
    Ok(diesel::update(own).set(change).execute(database)? == 1)
}

/// The edition that an action follows from.
pub fn edition_of(database: &mut Database, id: ActionId) -> Result<EditionId, StoreError> {
    Ok(EditionId(improvement_action::table.find(id.0).select(improvement_action::edition_id).first(database)?))
}

/// The actions of an edition in the order they were added.
pub fn list(database: &mut Database, of: EditionId) -> Result<Vec<ImprovementAction>, StoreError> {
    let own = improvement_action::table.filter(improvement_action::edition_id.eq(of.0)).order(improvement_action::id);
    own.load::<Stored>(database)?.into_iter().map(read).collect()
}
