//! The people to invite, from the CSV file that an office has: whichever columns, in whichever order.
//!
//! Nobody is lost silently: every row becomes a contact, is merged with an earlier row of the same address, or is listed with
//! its line and the reason, and the three numbers add up to the rows of the file.

use super::columns::{ColumnUse, ContactTable};
use super::{Address, NotAnAddress};
use crate::sheet::SheetRow;
use crate::text::Language;
use std::collections::BTreeMap;

/// A person found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    /// Where to write.
    pub address: Address,
    /// The name for the salutation; may be empty.
    pub name: String,
    /// The language of the letter.
    pub language: Language,
    /// What stands in the columns that are attributes, by column; nothing where nothing stands.
    pub attributes: BTreeMap<usize, String>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsFile {
    /// The people, in the order of the file, each address once.
    pub contacts: Vec<NewContact>,
    /// What to mend, in the order of the file.
    pub faults: Vec<RowFault>,
    /// How many rows repeat an address of an earlier row.
    pub merged: u64,
    /// How many rows there are, without the header and empty ones.
    pub rows: u64,
}

/// A mistake in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    /// What is wrong.
    pub reason: RowReason,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowReason {
    /// The address is none; the row is left out.
    Address(NotAnAddress),
    /// A quotation mark is open: the row swallows the next ones, to this line. All of them are left out.
    OpenQuote(u64),
    /// There are more cells than columns: the row cannot be told apart and is left out.
    TooManyCells,
    /// This language is not known; the row is kept with the usual language.
    Language(String),
}

impl RowReason {
    /// Whether the person is invited all the same.
    pub fn keeps_the_row(&self) -> bool {
        matches!(self, Self::Language(_))
    }
}

/// Why the columns of a file make no contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoContacts {
    /// No column is taken for the address.
    NoAddressColumn,
    /// Two columns are taken for the same.
    Twice(ColumnUse),
}

/// Where the columns are.
struct Columns {
    address: usize,
    first_name: Option<usize>,
    surname: Option<usize>,
    language: Option<usize>,
    attributes: Vec<usize>,
    count: usize,
}

impl Columns {
    fn of(uses: &[ColumnUse]) -> Result<Self, NoContacts> {
        let all = |wanted: ColumnUse| (0..uses.len()).filter(move |column| uses[*column] == wanted);
        if let Some(twice) = ColumnUse::ALL.into_iter().find(|own| !own.may_repeat() && all(*own).count() > 1) {
            return Err(NoContacts::Twice(twice));
        }
        let only = |wanted: ColumnUse| all(wanted).next();
        Ok(Self {
            address: only(ColumnUse::Address).ok_or(NoContacts::NoAddressColumn)?,
            first_name: only(ColumnUse::FirstName),
            surname: only(ColumnUse::Surname),
            language: only(ColumnUse::Language),
            attributes: all(ColumnUse::Attribute).collect(),
            count: uses.len(),
        })
    }
}

/// Reads the people of a table whose columns are taken for these; a person without a language gets `usual`.
///
/// # Errors
/// When the columns make no contacts.
pub fn read_contacts(table: &ContactTable, uses: &[ColumnUse], usual: &Language) -> Result<ContactsFile, NoContacts> {
    let columns = Columns::of(uses)?;
    let mut file = ContactsFile { contacts: Vec::new(), faults: Vec::new(), merged: 0, rows: 0 };
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for row in &table.rows {
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        file.rows += 1;
        let address = match check(row, &columns) {
            Ok(address) => address,
            Err(reason) => {
                file.faults.push(RowFault { line: row.line, reason });
                continue;
            }
        };
        let (name, attributes) = (name_of(row, &columns), attributes_of(row, &columns));
        if let Some(first) = known.get(address.key()).and_then(|index| file.contacts.get_mut(*index)) {
            file.merged += 1;
            if first.name.is_empty() {
                first.name = name;
            }
            for (column, value) in attributes {
                first.attributes.entry(column).or_insert(value);
            }
            continue;
        }
        let language = language_of(row, &columns).unwrap_or_else(|unknown| {
            file.faults.push(RowFault { line: row.line, reason: RowReason::Language(unknown) });
            None
        });
        known.insert(address.key().to_owned(), file.contacts.len());
        file.contacts.push(NewContact { address, name, language: language.unwrap_or_else(|| usual.clone()), attributes });
    }
    Ok(file)
}

fn check(row: &SheetRow, columns: &Columns) -> Result<Address, RowReason> {
    // Two stray quotation marks in different rows look like one long cell: nobody's name holds a line end and an address.
    if let Some(swallowed) = row.cells.iter().find(|cell| cell.contains('\n') && cell.contains('@')) {
        let lines = u64::try_from(swallowed.matches('\n').count()).unwrap_or(u64::MAX);
        return Err(RowReason::OpenQuote(row.line.saturating_add(lines)));
    }
    if row.cells.iter().skip(columns.count).any(|cell| !cell.trim().is_empty()) {
        return Err(RowReason::TooManyCells);
    }
    Address::parse(cell(row, Some(columns.address)).trim()).map_err(RowReason::Address)
}

fn cell(row: &SheetRow, column: Option<usize>) -> &str {
    column.and_then(|column| row.cells.get(column)).map_or("", String::as_str)
}

/// First name and surname.
fn name_of(row: &SheetRow, columns: &Columns) -> String {
    in_one_line(&format!("{} {}", cell(row, columns.first_name), cell(row, columns.surname)))
}

fn attributes_of(row: &SheetRow, columns: &Columns) -> BTreeMap<usize, String> {
    let values = columns.attributes.iter().map(|column| (*column, in_one_line(cell(row, Some(*column)))));
    values.filter(|(_, value)| !value.is_empty()).collect()
}

/// One line of 120 characters at most, nothing in it that could end a header or turn the text.
fn in_one_line(typed: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let clean: String = typed.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c }).collect();
    let line = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(120).collect::<String>().trim_end().to_owned()
}

/// The language of a row: `None` when none is given, the typed text when it is not known.
fn language_of(row: &SheetRow, columns: &Columns) -> Result<Option<Language>, String> {
    let typed = cell(row, columns.language).trim();
    let lower = typed.to_lowercase();
    let code = match lower.as_str() {
        "" => return Ok(None),
        "italiano" | "italiana" | "italian" | "italienisch" | "ita" => "it",
        "inglese" | "english" | "englisch" | "eng" => "en",
        "tedesco" | "tedesca" | "german" | "deutsch" | "deu" | "ger" => "de",
        "francese" | "french" | "français" | "französisch" => "fr",
        "spagnolo" | "spanish" | "español" | "spanisch" => "es",
        "sloveno" | "slovene" | "slovenian" | "slovenščina" | "slowenisch" => "sl",
        // "it-IT", "en_GB"
        tag => tag.split(['-', '_']).next().unwrap_or(""),
    };
    Language::parse(code).map(Some).ok_or_else(|| typed.chars().take(40).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn try_to_read(text: &str) -> Result<ContactsFile, NoContacts> {
        let table = ContactTable::read(text).unwrap();
        read_contacts(&table, &table.recognise(&[]), &Language::italian())
    }

    fn read(text: &str) -> ContactsFile {
        let file = try_to_read(text).unwrap();
        let refused = file.faults.iter().filter(|fault| !fault.reason.keeps_the_row()).count();
        assert_eq!(file.rows, (file.contacts.len() + refused) as u64 + file.merged, "every row is accounted for");
        file
    }

    fn people(file: &ContactsFile) -> Vec<(&str, &str, &str)> {
        file.contacts.iter().map(|one| (one.address.as_str(), one.name.as_str(), one.language.as_str())).collect()
    }

    #[test]
    fn columns_are_found_in_any_order_and_language_of_staff() {
        let expected = [("m@x.it", "Maria De Rossi", "en"), ("l@x.it", "Luca", "it")];
        assert_eq!(people(&read("Cognome;Nome;Lingua;E-Mail\nDe Rossi;Maria;inglese;m@x.it\n;Luca;;l@x.it\n")), expected,);
        assert_eq!(
            people(&read("language,EMAIL ADDRESS,first name,surname\nen-GB,m@x.it,Maria,De Rossi\n,l@x.it,Luca,\n")),
            expected,
        );
        let german = "Nachname;Vorname;Sprache;E-Mail-Adresse\nDe Rossi;Maria;Englisch;m@x.it\n;Luca;Italienisch;l@x.it\n";
        assert_eq!(people(&read(german)), expected);
        assert_eq!(people(&read("Indirizzo\tPosta elettronica\nVia Roma 1\ta@x.it\n")), [("a@x.it", "", "it")]);
        assert_eq!(people(&read("a@x.it\nb@x.it\n")), [("a@x.it", "", "it"), ("b@x.it", "", "it")]);
    }

    #[test]
    fn bad_rows_are_listed_by_line_and_good_rows_are_kept() {
        let file =
            read("email;nome;lingua\na@x.it;Anna;it\nno;Bea;it\n;Carla;\n;;\nd@x.it;Dora;klingon!\ne@x.it;E;it;x\nf@x.it;F;de\n");
        assert_eq!(people(&file), [("a@x.it", "Anna", "it"), ("d@x.it", "Dora", "it"), ("f@x.it", "F", "de")]);
        let faults: Vec<_> = file.faults.iter().map(|fault| (fault.line, fault.reason.clone())).collect();
        assert_eq!(
            faults,
            [
                (3, RowReason::Address(NotAnAddress::NoAt)),
                (4, RowReason::Address(NotAnAddress::Empty)),
                (6, RowReason::Language("klingon!".to_owned())),
                (7, RowReason::TooManyCells),
            ],
        );
    }

    #[test]
    fn the_same_address_twice_is_one_person() {
        let file = read("email,nome\nA.B@x.it,\na.b@X.IT,Anna\nc@x.it,C\n");
        assert_eq!(people(&file), [("A.B@x.it", "Anna", "it"), ("c@x.it", "C", "it")]);
        assert_eq!(file.merged, 1);
    }

    #[test]
    fn stray_quotation_marks_lose_nobody_silently() {
        let never_closed = read("email;nome\na@x.it;\"Anna\nb@x.it;Bea\n");
        assert_eq!(people(&never_closed), [("a@x.it", "Anna", "it"), ("b@x.it", "Bea", "it")]);
        let two = read("email;nome\na@x.it;\"Anna\nb@x.it;Bea\nc@x.it;\"Carla\nd@x.it;D\n");
        assert_eq!(two.contacts.len(), 4);
        let one_cell = read("email;nome\na@x.it;\"Anna\nb@x.it;Bea\"\nd@x.it;D\n");
        assert_eq!(one_cell.faults, [RowFault { line: 2, reason: RowReason::OpenQuote(3) }]);
        assert_eq!(people(&one_cell), [("d@x.it", "D", "it")]);
    }

    #[test]
    fn no_name_carries_a_line_end() {
        let file = read("email;nome\na@x.it;\"Eve\r\nBcc: x\"\nb@x.it;\u{202e}evil\u{7}\n");
        assert_eq!(people(&file), [("a@x.it", "Eve Bcc: x", "it"), ("b@x.it", "evil", "it")]);
    }

    #[test]
    fn attributes_are_kept_of_chosen_columns_alone() {
        let table =
            ContactTable::read("email;zona;telefono\na@x.it; Nord\u{7};1\nb@x.it;;2\nA@x.it;Sud;3\nB@x.it;Est;4\n").unwrap();
        let uses = [ColumnUse::Address, ColumnUse::Attribute, ColumnUse::Unused];
        let file = read_contacts(&table, &uses, &Language::italian()).unwrap();
        let attributes: Vec<_> = file.contacts.iter().map(|one| one.attributes.clone()).collect();
        let zone = |value: &str| BTreeMap::from([(1, value.to_owned())]);
        assert_eq!(attributes, [zone("Nord"), zone("Est")], "the first value that there is counts");
        assert_eq!(file.merged, 2);
    }

    #[test]
    fn columns_that_make_no_contacts_are_refused() {
        assert_eq!(try_to_read("nome;telefono\nAnna;1\n"), Err(NoContacts::NoAddressColumn));
        let table = ContactTable::read("a;b\na@x.it;b@x.it\n").unwrap();
        let twice = [ColumnUse::Address, ColumnUse::Address];
        assert_eq!(read_contacts(&table, &twice, &Language::italian()), Err(NoContacts::Twice(ColumnUse::Address)));
    }

    #[test]
    fn naughty_strings_are_names_and_never_a_panic() {
        let Some(corpora) = crate::corpora::corpora() else { return };
        let text = std::fs::read_to_string(corpora.join("blns/blns.txt")).unwrap();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let quoted = format!("email;nome\n{number}@x.it;\"{}\"\n", line.replace('"', "\"\""));
            let file = read(&quoted);
            assert_eq!(file.contacts.len() + file.faults.len(), 1, "{line}");
            assert!(!file.contacts.iter().any(|contact| contact.name.chars().any(char::is_control)));
            if ContactTable::read(line).is_ok() {
                let _raw: Result<ContactsFile, NoContacts> = try_to_read(line);
            }
            let _address: Result<Address, NotAnAddress> = Address::parse(line);
        }
    }
}
