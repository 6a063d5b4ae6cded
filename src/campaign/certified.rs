//! Certified mail (posta elettronica certificata, PEC): recognised by its domain.
//!
//! A PEC mailbox is for acts with legal value: a letter from an ordinary mailbox is often refused there, and where it arrives it is
//! filed like a summons. No register of all PEC domains can be had for download, so this is a list of the managers' own domains and
//! of the names that bodies and firms give to theirs; what it does not know is an ordinary address.

use super::Address;

/// Domains of managers and of the largest services; everything below them too.
const PROVIDERS: [&str; 36] = [
    "actaliscertymail.it",
    "arubapec.it",
    "casellapec.com",
    "casellapec.it",
    "cert-posta.it",
    "epec.it",
    "gigapec.it",
    "infocert.it",
    "interfreepec.it",
    "lamiapec.it",
    "legalmail.it",
    "legalmailpa.it",
    "legpec.it",
    "messaggipec.it",
    "mypec.eu",
    "namirialpec.it",
    "open-pec.it",
    "pec.cloud",
    "pec.eu",
    "pec.it",
    "pecaruba.it",
    "pecimprese.it",
    "pecpa.it",
    "pecprofessionisti.it",
    "pecveneto.it",
    "pcert.it",
    "poste-certificate.it",
    "postacert.com",
    "postacert.it",
    "postacertificata.com",
    "postacertificata.gov.it",
    "postecert.it",
    "registerpec.it",
    "sicurezzapostale.it",
    "ticertifica.it",
    "trustpec.it",
];

/// Parts of a domain that say it wherever they stand before the last: `pec.comune.example.it`, `studio.pec.example.it`.
const ANYWHERE: [&str; 6] = ["pec", "gpec", "legalmail", "postacert", "postacertificata", "ticertifica"];

/// Parts that say it only as the name of a host below somebody's domain: `cert.comune.example.it`, but not `cert.org`.
const AS_HOST: [&str; 4] = ["cert", "certmail", "certificata", "pcert"];

/// Shorter parts than this that end in "pec" are words of their own (`opec.org`).
const LEAST_COMPOUND: usize = 6;

/// Whether an address is one of certified mail, as far as its domain tells.
pub fn is_certified(address: &Address) -> bool {
    let domain = address.domain();
    let below = |own: &&str| domain == *own || domain.strip_suffix(*own).is_some_and(|rest| rest.ends_with('.'));
    if PROVIDERS.iter().any(below) {
        return true;
    }
    let labels: Vec<&str> = domain.split('.').collect();
    let before_last = &labels[..labels.len().saturating_sub(1)];
    let hosts = &labels[..labels.len().saturating_sub(2)];
    // "ingpec", "pec-ordine", "comune-pec"
    let compound = |label: &&str| {
        label.starts_with("pec-") || label.ends_with("-pec") || (label.ends_with("pec") && label.len() >= LEAST_COMPOUND)
    };
    before_last.iter().any(|label| ANYWHERE.contains(label) || compound(label))
        || hosts.iter().any(|label| AS_HOST.contains(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certified(typed: &str) -> bool {
        is_certified(&Address::parse(typed).unwrap())
    }

    #[test]
    fn certified_mail_is_recognised_by_its_domain() {
        for typed in [
            "rossi@pec.it",
            "ROSSI@ARUBAPEC.IT",
            "x@legalmail.it",
            "x@avvocati.legalmail.it",
            "x@postacert.toscana.it",
            "x@pec.comune.pisa.it",
            "x@provincia.pec.example.it",
            "x@cert.comune.example.it",
            "x@cert.legalmail.it",
            "x@postecert.it",
            "x@pec.ticertifica.it",
            "x@ingpec.eu",
            "x@pec-avvocati.it",
            "x@postacertificata.gov.it",
        ] {
            assert!(certified(typed), "{typed}");
        }
    }

    #[test]
    fn ordinary_mail_is_not_taken_for_it() {
        for typed in [
            "pec@example.it",
            "x@pecorino.it",
            "x@specialita.it",
            "x@opec.org",
            "x@cert.org",
            "x@cert.it",
            "x@prospect.it",
            "x@mypec.eu.example.org",
            "x@gmail.com",
        ] {
            assert!(!certified(typed), "{typed}");
        }
    }
}
