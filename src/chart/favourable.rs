//! What a share of favourable answers is called.

use crate::form::Role;

/// What the points that a scale calls satisfied mean, by what was asked: who answers 9 or 10 to "would you recommend us" is
/// not thereby satisfied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Favourable {
    /// They are satisfied.
    Satisfied,
    /// They would recommend.
    Recommending,
    /// They answered favourably to something else.
    Other,
}

impl Favourable {
    /// All, in the order of explanations.
    pub const ALL: [Self; 3] = [Self::Satisfied, Self::Recommending, Self::Other];

    /// What the share of a role's answers is called.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Satisfaction | Role::Overall => Self::Satisfied,
            Role::Recommend => Self::Recommending,
            _ => Self::Other,
        }
    }

    /// What it is called of several roles together.
    pub fn of_all(roles: impl IntoIterator<Item = Role>) -> Self {
        let mut kinds = roles.into_iter().map(Self::of);
        let first = kinds.next().unwrap_or(Self::Satisfied);
        if kinds.all(|kind| kind == first) { first } else { Self::Other }
    }

    /// The end of its phrases' keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Recommending => "recommending",
            Self::Other => "favourable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_judgements_of_satisfaction_are_called_satisfied() {
        assert_eq!(Favourable::of_all([Role::Satisfaction, Role::Overall]), Favourable::Satisfied);
        assert_eq!(Favourable::of_all([Role::Recommend]), Favourable::Recommending);
        assert_eq!(Favourable::of_all([Role::Recommend, Role::Overall]), Favourable::Other);
        assert_eq!(Favourable::of_all([Role::Expectation]), Favourable::Other);
    }
}
