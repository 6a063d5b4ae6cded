//! What comes of it: improvement actions and the moderation of comments.

use crate::ids::{ActionId, CommentId, EditionId};
use chrono::NaiveDate;

/// What will be done about a missed goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImprovementAction {
    /// Its number.
    pub id: ActionId,
    /// The edition that promised it.
    pub edition: EditionId,
    /// The standard it is for, by code; "" for none.
    pub standard: String,
    /// What will be done.
    pub what: String,
    /// Which office does it (an office, not a person).
    pub owner: String,
    /// By when.
    pub due_on: NaiveDate,
    /// Where it stands.
    pub state: ActionState,
    /// What came of it.
    pub outcome: String,
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionState {
    /// Promised.
    Planned,
    /// Begun.
    UnderWay,
    /// Done; the outcome says what changed.
    Done,
    /// Given up; the outcome says why.
    Dropped,
}

/// An open-text answer under moderation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its number, random.
    pub id: CommentId,
    /// The question it answers.
    pub question: String,
    /// What was written.
    pub text: String,
    /// What a person decided.
    pub moderation: Moderation,
}

/// What a person decided about a comment. Only an approved one is ever shown outside the staff page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moderation {
    /// Nobody looked yet.
    Pending,
    /// May be published.
    Approved,
    /// Stays inside.
    Refused,
}

impl ImprovementAction {
    /// Whether its day is over and it is not.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.state.is_open() && self.due_on < today
    }
}

impl ActionState {
    /// Whether something remains to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::UnderWay)
    }

    /// All states.
    pub const ALL: [Self; 4] = [Self::Planned, Self::UnderWay, Self::Done, Self::Dropped];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under_way",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Reads what [`ActionState::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl Moderation {
    /// All decisions.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Approved, Self::Refused];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Refused => "refused",
        }
    }

    /// Reads what [`Moderation::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.code() == code)
    }
}
