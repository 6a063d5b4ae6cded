//! The contacts of a year as the office counted them, by channel, reason and kind: keyed in, or read from a file.

use super::Channel;
use crate::sheet::{Sheet, SheetError, SheetRow};
use std::collections::BTreeMap;

/// So many contacts of one channel, reason and kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearlyContacts {
    /// How they came; `None` where the office does not know.
    pub channel: Option<Channel>,
    /// What they were about; "" where the office does not know.
    pub reason: String,
    /// Of which kind they were (information, complaint, request of access); "" where the office does not know.
    pub kind: String,
    /// How many in the year.
    pub contacts: u64,
}

impl YearlyContacts {
    /// Whether they are of the same channel, reason and kind, in whatever capitals: their numbers are of the same contacts.
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    fn key(&self) -> (Option<Channel>, String, String) {
        (self.channel, self.reason.to_lowercase(), self.kind.to_lowercase())
    }
}

/// What a file of contacts holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearlyContactsFile {
    /// The good rows; those of the same channel, reason and kind are one, added up.
    pub contacts: Vec<YearlyContacts>,
    /// What to mend, in the order of the file: those rows are left out.
    pub faults: Vec<ContactsFault>,
    /// How many rows there are, without the header and empty ones.
    pub rows: u64,
}

/// A mistake in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsFault {
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    /// The heading of the column, as it stands in the file; "" for the whole row.
    pub column: String,
    /// What is wrong.
    pub reason: ContactsReason,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactsReason {
    /// There are more cells than columns.
    TooManyCells,
    /// A quotation mark is open: the row swallows the next ones, to this line.
    OpenQuote(u64),
    /// This is no channel.
    Channel(String),
    /// The number is missing, is none, or is not whole.
    Number(String),
    /// A reason or kind is longer than a line of a table.
    TooLong,
}

/// Why a file holds no contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoYearlyContacts {
    /// It is no table.
    Sheet(SheetError),
    /// No column is headed as the number of contacts; the headings that were found.
    NoNumberColumn(Vec<String>),
    /// There is no row under the headings.
    NoRows,
}

/// The longest reason or kind, in characters.
pub const MOST_CHARACTERS: usize = 120;
/// More contacts than an office has: a number without end is a mistake.
pub const MOST_CONTACTS: u64 = 100_000_000;

const CHANNEL: [&str; 6] = ["canale", "channel", "canaledicontatto", "modalità", "kanal", "kontaktweg"];
const REASON: [&str; 9] = ["motivo", "reason", "argomento", "oggetto", "subject", "grund", "anlass", "thema", "betreff"];
const KIND: [&str; 8] = ["tipo", "kind", "tipologia", "type", "categoria", "art", "kategorie", "typ"];
const NUMBER: [&str; 14] = [
    "contatti",
    "contacts",
    "numero",
    "numerodicontatti",
    "numerocontatti",
    "totale",
    "number",
    "total",
    "kontakte",
    "anzahl",
    "anzahlderkontakte",
    "zahl",
    "summe",
    "gesamt",
];

/// The words of offices for channels, in lower case.
const WORDS: [(&str, Channel); 47] = [
    ("e-mail", Channel::Email),
    ("posta elettronica", Channel::Email),
    ("pec", Channel::Email),
    ("mail", Channel::Email),
    ("totem", Channel::Kiosk),
    ("chiosco", Channel::Kiosk),
    ("sito", Channel::Web),
    ("sito web", Channel::Web),
    ("online", Channel::Web),
    ("on line", Channel::Web),
    ("internet", Channel::Web),
    ("website", Channel::Web),
    ("servizi online", Channel::Web),
    ("sito e servizi online", Channel::Web),
    ("website and online services", Channel::Web),
    ("sportello", Channel::Desk),
    ("allo sportello", Channel::Desk),
    ("di persona", Channel::Desk),
    ("front office", Channel::Desk),
    ("in person", Channel::Desk),
    ("counter", Channel::Desk),
    ("telefono", Channel::Phone),
    ("telefonico", Channel::Phone),
    ("telephone", Channel::Phone),
    ("call center", Channel::Phone),
    ("carta", Channel::Paper),
    ("posta", Channel::Paper),
    ("lettera", Channel::Paper),
    ("letter", Channel::Paper),
    ("elektronische post", Channel::Email),
    ("zertifizierte e-mail", Channel::Email),
    ("terminal", Channel::Kiosk),
    ("kiosk", Channel::Kiosk),
    ("webseite", Channel::Web),
    ("internetseite", Channel::Web),
    ("online-dienste", Channel::Web),
    ("website und online-dienste", Channel::Web),
    ("schalter", Channel::Desk),
    ("am schalter", Channel::Desk),
    ("persönlich", Channel::Desk),
    ("vor ort", Channel::Desk),
    ("telefon", Channel::Phone),
    ("telefonisch", Channel::Phone),
    ("papier", Channel::Paper),
    ("post", Channel::Paper),
    ("brief", Channel::Paper),
    ("per post", Channel::Paper),
];

/// The contacts by channel: what a survey's universe can be made of. Those of no known channel are in none.
pub fn by_channel(contacts: &[YearlyContacts]) -> Vec<(Channel, u64)> {
    let of = |channel: Channel| contacts.iter().filter(|row| row.channel == Some(channel)).map(|row| row.contacts).sum::<u64>();
    Channel::ALL.into_iter().map(|channel| (channel, of(channel))).filter(|(_, contacts)| *contacts > 0).collect()
}

/// Reads a file of contacts.
///
/// # Errors
/// When no contacts can be read from it at all.
pub fn read_yearly_contacts(bytes: &[u8]) -> Result<YearlyContactsFile, NoYearlyContacts> {
    let sheet = Sheet::read(bytes).map_err(NoYearlyContacts::Sheet)?;
    let plain: Vec<String> = sheet
        .header
        .iter()
        .map(|heading| heading.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect())
        .collect();
    let find = |headings: &[&str]| headings.iter().find_map(|heading| plain.iter().position(|own| own == heading));
    let Some(number) = find(&NUMBER) else { return Err(NoYearlyContacts::NoNumberColumn(sheet.header)) };
    let columns = [find(&CHANNEL), find(&REASON), find(&KIND)];
    let mut file = YearlyContactsFile { contacts: Vec::new(), faults: Vec::new(), rows: 0 };
    let mut known: BTreeMap<(Option<Channel>, String, String), usize> = BTreeMap::new();
    for row in sheet.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())) {
        file.rows += 1;
        let read = match sheet.swallowed_until(row) {
            None => read_row(row, columns, number, &sheet.header),
            Some(until) => {
                let reason = ContactsReason::OpenQuote(until);
                Err(vec![ContactsFault { line: row.line, column: String::new(), reason }])
            }
        };
        match read {
            Err(faults) => file.faults.extend(faults),
            Ok(contacts) => {
                let key = contacts.key();
                match known.get(&key).and_then(|at| file.contacts.get_mut(*at)) {
                    Some(first) => first.contacts = first.contacts.saturating_add(contacts.contacts),
                    None => {
                        known.insert(key, file.contacts.len());
                        file.contacts.push(contacts);
                    }
                }
            }
        }
    }
    if file.rows == 0 { Err(NoYearlyContacts::NoRows) } else { Ok(file) }
}

fn read_row(
    row: &SheetRow,
    [channel, reason, kind]: [Option<usize>; 3],
    number: usize,
    header: &[String],
) -> Result<YearlyContacts, Vec<ContactsFault>> {
    let fault = |column: Option<usize>, reason| ContactsFault {
        line: row.line,
        column: column.and_then(|column| header.get(column)).cloned().unwrap_or_default(),
        reason,
    };
    if row.cells.iter().skip(header.len()).any(|cell| !cell.trim().is_empty()) {
        return Err(vec![fault(None, ContactsReason::TooManyCells)]);
    }
    let cell = |column: Option<usize>| column.and_then(|column| row.cells.get(column)).map_or("", |cell| cell.trim());
    let mut faults = Vec::new();
    let (typed, counted) = (cell(channel), cell(Some(number)));
    let found = read_channel(typed);
    if found.is_none() && !typed.is_empty() {
        faults.push(fault(channel, ContactsReason::Channel(typed.to_owned())));
    }
    let contacts = read_contacts(counted);
    if contacts.is_none() {
        faults.push(fault(Some(number), ContactsReason::Number(counted.to_owned())));
    }
    let words = [reason, kind].map(|column| (column, cell(column).split_whitespace().collect::<Vec<_>>().join(" ")));
    for (column, words) in &words {
        if words.chars().count() > MOST_CHARACTERS {
            faults.push(fault(*column, ContactsReason::TooLong));
        }
    }
    let [(_, reason), (_, kind)] = words;
    match contacts {
        Some(contacts) if faults.is_empty() => Ok(YearlyContacts { channel: found, reason, kind, contacts }),
        _ => Err(faults),
    }
}

/// A channel by its code or as offices call it.
pub fn read_channel(typed: &str) -> Option<Channel> {
    let lower = typed.trim().to_lowercase();
    Channel::parse(&lower).or_else(|| WORDS.iter().find(|(word, _)| *word == lower).map(|(_, channel)| *channel))
}

/// A whole number; thousands in groups of three, as either language writes them, since contacts have no decimals.
fn read_contacts(typed: &str) -> Option<u64> {
    let parts: Vec<&str> = typed.split(['.', ',', ' ', '\u{a0}', '\u{202f}']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = parts.len() == 1 || (parts[0].len() <= 3 && parts[1..].iter().all(|part| part.len() == 3));
    let whole = grouped && parts.iter().all(digits);
    whole.then(|| parts.concat().parse().ok()).flatten().filter(|contacts| *contacts <= MOST_CONTACTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_are_read_as_offices_write_them_and_equal_rows_add_up() {
        let file = "Canale;Motivo;Tipo;Contatti\nTelefono;Orari;informazione;1.200\nsportello;Orari;informazione;300\ntelefono;orari;Informazione;5\n;Altro;;7\n";
        let read = read_yearly_contacts(file.as_bytes()).unwrap();
        assert_eq!((read.rows, read.faults.len()), (4, 0));
        let told: Vec<_> = read.contacts.iter().map(|row| (row.channel, row.reason.as_str(), row.contacts)).collect();
        assert_eq!(told, [(Some(Channel::Phone), "Orari", 1_205), (Some(Channel::Desk), "Orari", 300), (None, "Altro", 7)]);
        assert_eq!(by_channel(&read.contacts), [(Channel::Desk, 300), (Channel::Phone, 1_205)]);
    }

    #[test]
    fn a_file_in_the_words_of_the_page_is_read_in_every_language_of_staff() {
        // Whoever rates a page of a web site contacts nobody.
        let channels: Vec<Channel> = Channel::ALL.into_iter().filter(|channel| *channel != Channel::Widget).collect();
        for language in crate::language::complete() {
            let say = |key: &str| crate::language::say(language, key);
            let keys = ["staff-channel", "contacts-year-reason", "contacts-year-kind", "contacts-year-number-of"];
            let headings = keys.map(say);
            let hint = say("contacts-year-file-hint");
            assert!(hint.contains(&headings.join(", ")), "{hint}");
            let row = |channel: Channel| format!("{};a;b;1.200\n", say(&format!("contacts-year-{}", channel.code())));
            let file = format!("{}\n{}", headings.join(";"), channels.iter().copied().map(row).collect::<String>());
            let read = read_yearly_contacts(file.as_bytes()).unwrap();
            assert!(read.faults.is_empty(), "{file}: {:?}", read.faults);
            assert!(read.contacts.iter().all(|row| (row.reason.as_str(), row.kind.as_str(), row.contacts) == ("a", "b", 1_200)));
            assert_eq!(read.contacts.iter().filter_map(|row| row.channel).collect::<Vec<_>>(), channels, "{file}");
        }
    }

    #[test]
    fn each_faulty_row_is_told_and_the_others_are_kept() {
        let file = format!(
            "channel,reason,contacts\nphone,fees,12\npiccione,fees,3\nphone,fees,\nphone,fees,\"12,5\"\nphone,{},1\nphone,fees,-1\nphone,a,1,b\n",
            "x".repeat(121)
        );
        let read = read_yearly_contacts(file.as_bytes()).unwrap();
        assert_eq!((read.rows, read.contacts.len()), (7, 1));
        let told: Vec<_> = read.faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.reason.clone())).collect();
        let number = |typed: &str| ContactsReason::Number(typed.to_owned());
        assert_eq!(
            told,
            [
                (3, "channel", ContactsReason::Channel("piccione".to_owned())),
                (4, "contacts", number("")),
                (5, "contacts", number("12,5")),
                (6, "reason", ContactsReason::TooLong),
                (7, "contacts", number("-1")),
                (8, "", ContactsReason::TooManyCells),
            ]
        );
    }

    #[test]
    fn a_file_without_numbers_is_refused_as_a_whole() {
        let refused = |file: &str| read_yearly_contacts(file.as_bytes()).unwrap_err();
        assert_eq!(
            refused("canale;motivo\nweb;x\n"),
            NoYearlyContacts::NoNumberColumn(vec!["canale".to_owned(), "motivo".to_owned()])
        );
        assert_eq!(refused("canale;contatti\n"), NoYearlyContacts::NoRows);
        assert_eq!(refused(""), NoYearlyContacts::Sheet(SheetError::Empty));
    }
}
