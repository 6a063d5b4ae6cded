//! Draft, open, collecting, closed: the only moves a survey can make.

/// Where a survey stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Being prepared; no answers.
    Draft,
    /// Answers through every door.
    Open,
    /// Only what was already given arrives: kiosk queues and paper.
    Collecting,
    /// No more answers; the link between invitation and answer is destroyed.
    Closed,
}

/// A move that the state does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongState {
    /// Where the survey stands.
    pub state: State,
}

impl State {
    /// All states in order.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Open, Self::Collecting, Self::Closed];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Collecting => "collecting",
            Self::Closed => "closed",
        }
    }

    /// Reads what [`State::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether answers still come in.
    pub fn takes_answers(self) -> bool {
        matches!(self, Self::Open | Self::Collecting)
    }

    /// Draft becomes open.
    ///
    /// # Errors
    /// From any other state.
    pub fn open(self) -> Result<Self, WrongState> {
        self.only_from(&[Self::Draft], Self::Open)
    }

    /// Open becomes collecting.
    ///
    /// # Errors
    /// From any other state.
    pub fn stop(self) -> Result<Self, WrongState> {
        self.only_from(&[Self::Open], Self::Collecting)
    }

    /// Open or collecting becomes closed.
    ///
    /// # Errors
    /// From draft or closed.
    pub fn close(self) -> Result<Self, WrongState> {
        self.only_from(&[Self::Open, Self::Collecting], Self::Closed)
    }

    fn only_from(self, from: &[Self], to: Self) -> Result<Self, WrongState> {
        if from.contains(&self) { Ok(to) } else { Err(WrongState { state: self }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survey_goes_forward_and_never_back() {
        assert_eq!(State::Draft.open(), Ok(State::Open));
        assert_eq!(State::Open.stop(), Ok(State::Collecting));
        assert_eq!(State::Open.close(), Ok(State::Closed));
        assert_eq!(State::Collecting.close(), Ok(State::Closed));
        for state in [State::Open, State::Collecting, State::Closed] {
            assert_eq!(state.open(), Err(WrongState { state }));
        }
        assert!(State::Draft.close().is_err() && State::Closed.close().is_err());
    }

    #[test]
    fn every_state_reads_back_from_its_code() {
        for state in State::ALL {
            assert_eq!(State::parse(state.code()), Some(state));
        }
    }
}
