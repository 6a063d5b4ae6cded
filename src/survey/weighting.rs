//! What a survey's verdicts rest on: agreed before the first answer, sealed at opening.

/// How answers count towards a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weighting {
    /// Every answer alike.
    #[default]
    None,
    /// Each channel's answers for that channel's users.
    Channel,
}

impl Weighting {
    /// All ways.
    pub const ALL: [Self; 2] = [Self::None, Self::Channel];

    /// The code in the database, in seals and in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Channel => "channel",
        }
    }

    /// Reads what [`Weighting::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|weighting| weighting.code() == code)
    }
}
