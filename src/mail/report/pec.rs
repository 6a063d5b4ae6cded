//! Receipts of Italian certified mail (posta elettronica certificata, DPR 68/2005; the fields are those of the technical rules of
//! the decree of 2 November 2005, 6.3 and 6.4): `X-Ricevuta` names the receipt, `X-Riferimento-Message-ID` the letter.

use super::address::addresses_in;
use super::parts::Parts;
use super::told::{Fate, Told};
use super::{Kind, Rules, of_told};

/// What a receipt is; `None` for what is none.
pub(super) fn kind(parts: &Parts, rules: &Rules) -> Option<Kind> {
    let receipt = parts.headers.lower("x-ricevuta");
    match receipt.trim() {
        // Taken over by our own provider.
        "accettazione" | "presa-in-carico" => Some(Kind::Receipt),
        "avvenuta-consegna" => Some(Kind::Delivered(addresses_in(&parts.text).into_iter().take(1).collect())),
        "preavviso-errore-consegna" => of_told(vec![told(parts, Fate::Delayed)], rules),
        "errore-consegna" | "mancata-consegna" | "non-accettazione" | "rilevazione-virus" => {
            of_told(vec![told(parts, Fate::Failed)], rules)
        }
        _ => None,
    }
}

/// Whom a receipt is about and what it says. The recipient is named in its text, after the words for it.
fn told(parts: &Parts, fate: Fate) -> Told {
    let small = parts.text.to_lowercase();
    let names = ["destinato all'utente", "destinato a", "indirizzato a", "indirizzata a"];
    let place = names.iter().filter_map(|name| small.find(name)).min().unwrap_or(0);
    // Small letters may be longer or shorter in bytes; a place inside of a letter is no place.
    let rest = parts.text.get(place..).unwrap_or(&parts.text);
    let recipient = addresses_in(rest).into_iter().next();
    let unknown = ["indirizzo non valido", "casella inesistente", "utente sconosciuto", "no-dest", "5.1.1"];
    let is_unknown = unknown.iter().any(|words| small.contains(words));
    let words = parts.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let diagnosis = if is_unknown { format!("5.1.1 user unknown: {words}") } else { words };
    Told { recipient, diagnosis, fate, ..Told::default() }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Permanence, read_report};

    fn receipt(kind: &str, text: &str) -> super::super::Report {
        let message = format!(
            "From: posta-certificata@gestore.example\r\nTo: urp@pec.provincia.example\r\nX-Ricevuta: {kind}\r\nSubject: AVVISO: La Sua opinione\r\n\
             X-Riferimento-Message-ID: <urp2026-invitation-7@pec.provincia.example>\r\n\r\n{text}\r\n"
        );
        read_report(message.as_bytes())
    }

    #[test]
    fn receipts_of_certified_mail_are_told_apart() {
        assert_eq!(receipt("accettazione", "e' stato accettato dal sistema").kind, Kind::Receipt);
        assert!(matches!(receipt("avvenuta-consegna", "consegnato a studio@pec.example").kind, Kind::Delivered(_)));
        assert!(matches!(receipt("preavviso-errore-consegna", "nelle prime dodici ore").kind, Kind::Delayed(_)));
        let failed = receipt(
            "errore-consegna",
            "il messaggio proveniente da \"urp@pec.provincia.example\" e destinato all'utente \"studio@pec.example\" e' stato rifiutato: \
             5.1.1 - indirizzo non valido",
        );
        let Kind::Bounce(failures) = &failed.kind else { panic!("{:?}", failed.kind) };
        assert_eq!(failures[0].recipient.as_deref(), Some("studio@pec.example"));
        assert_eq!(failures[0].permanence, Permanence::Hard);
        assert_eq!(failed.clues.letter_ids[0], "urp2026-invitation-7@pec.provincia.example");
    }

    #[test]
    fn a_receipt_without_a_known_reason_is_soft() {
        let failed = receipt("mancata-consegna", "destinato a studio@pec.example: errore interno del gestore");
        assert!(
            matches!(&failed.kind, Kind::Bounce(failures) if failures[0].permanence == Permanence::Soft),
            "{:?}",
            failed.kind
        );
    }
}
