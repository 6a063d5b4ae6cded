//! The ways an answer comes in. Kept with every response, never pooled silently.

/// A channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A personal link in an e-mail.
    Email,
    /// The touch screen at the desk.
    Kiosk,
    /// The public link or its QR code.
    Web,
    /// The widget on the pages of the body's own web sites.
    Widget,
    /// Keyed in by staff with the citizen at the desk.
    Desk,
    /// Keyed in from a telephone call.
    Phone,
    /// Keyed in from paper.
    Paper,
}

impl Channel {
    /// All channels in the order of every table.
    pub const ALL: [Self; 7] = [Self::Email, Self::Kiosk, Self::Web, Self::Widget, Self::Desk, Self::Phone, Self::Paper];

    /// The code in the database, in files and in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Kiosk => "kiosk",
            Self::Web => "web",
            Self::Widget => "widget",
            Self::Desk => "desk",
            Self::Phone => "phone",
            Self::Paper => "paper",
        }
    }

    /// Reads what [`Channel::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}
