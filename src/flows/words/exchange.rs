//! Why something in another program's file was not carried, in words.

use super::{fault_in_words, said_in_words};
use crate::exchange::{Place, Reason};
use crate::fault::Said;
use crate::text::Language;

/// Where it stands, what is the matter, and what to do.
pub fn import_reason_in_words(language: &Language, reason: &Reason) -> String {
    let (place, message, hint) = match reason {
        Reason::Fault(fault) => return fault_in_words(language, fault),
        Reason::NotCarried { place, message, hint } => (place, message, hint),
    };
    let place = match place {
        Place::File => None,
        Place::Row { sheet, row, name } => {
            let key = if name.is_empty() { "exchange-at-row" } else { "exchange-at-row-named" };
            Some(Said::new(key).with("sheet", sheet.as_str()).with("row", row.to_string()).with("name", name.as_str()))
        }
        Place::Part(name) => Some(Said::new("exchange-at-part").with("name", name.as_str())),
    };
    let place = place.map(|said| format!("{}: ", said_in_words(language, &said))).unwrap_or_default();
    format!("{place}{} {}", said_in_words(language, message), said_in_words(language, hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_where_what_and_what_to_do() {
        let reason = |place| Reason::NotCarried {
            place,
            message: Said::new("exchange-never-ends"),
            hint: Said::new("exchange-hint-never-ends"),
        };
        let row = Place::Row { sheet: "survey".to_owned(), row: 7, name: "casa".to_owned() };
        let said = import_reason_in_words(&Language::italian(), &reason(row));
        assert_eq!(
            said,
            "Foglio «survey», riga 7, «casa»: Questo gruppo non finisce. Aggiunga end_group dopo l'ultima delle sue domande."
        );
        let said = import_reason_in_words(&Language::english(), &reason(Place::File));
        assert_eq!(said, "This group does not end. Add end_group after the last of its questions.");
    }
}
