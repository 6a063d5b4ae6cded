//! Who runs it: the office, its staff accounts and their roles.

use crate::ids::{AccountId, OfficeId};
use crate::text::Code;

/// An office of the body: owns charters, editions and surveys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its number.
    pub id: OfficeId,
    /// Its name in addresses: `/report/{code}/{year}`.
    pub code: Code,
    /// Its name.
    pub name: String,
    /// Where a citizen writes to have an answer (e-mail or postal address, one line).
    pub contact: String,
}

/// A person of the staff who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: AccountId,
    /// The sign-in name, lower case.
    pub login: String,
    /// The name on screen.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// Whether it may sign in.
    pub active: bool,
}

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole yearly job.
    Staff,
    /// Reads results and reports.
    Leadership,
    /// Also accounts and offices.
    Administrator,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Staff, Self::Leadership, Self::Administrator];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Leadership => "leadership",
            Self::Administrator => "administrator",
        }
    }

    /// Reads what [`Role::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether it may change surveys, contacts and comments.
    pub fn may_work(self) -> bool {
        matches!(self, Self::Staff | Self::Administrator)
    }
}
