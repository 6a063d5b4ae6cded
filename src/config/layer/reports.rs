//! The section `[mail_reports]`: where reports about letters are fetched from, and what they mean.

use super::{ConfigError, Part, Place, Typed, check_server, mail_reports, take};
use crate::fault::Said;
use crate::mail::Security;
use crate::mail::intake::{ImapServer, Settings};
use crate::mail::report::Rules;

/// A mailbox that says nothing for so long is tried again in the next round.
const TIMEOUT_SECONDS: u64 = 30;

impl mail_reports {
    pub(super) fn check(self) -> Result<Settings, ConfigError> {
        let maildir = take(self.maildir).value;
        let rules = check_rules(&take(self.rules))?;
        let (host, user, security) = (take(self.imap_host), take(self.imap_user), take(self.imap_security));
        let (place, typed_security) = (security.place.clone(), security.value.clone());
        let server = check_server(
            (host.clone(), take(self.imap_port)),
            (security, take(self.imap_authority)),
            (user.clone(), take(self.imap_password), take(self.imap_token_command)),
            Typed { value: 1, place: Place::Default },
        )?;
        let folder = take(self.imap_folder).value;
        if host.value.is_empty() {
            return Ok(Settings { maildir: (!maildir.is_empty()).then(|| maildir.into()), imap: None, rules });
        }
        let Some(sign_in) = server.sign_in else {
            return Err(user.place.refuse("fault-imap-user", "fault-hint-imap-user"));
        };
        let is_local = ["localhost", "127.0.0.1", "::1"].contains(&host.value.as_str());
        if server.security == Security::None && !is_local {
            let said = Said::new("fault-imap-in-clear").with("typed", typed_security);
            return Err(place.refuse(said, "fault-hint-imap-in-clear"));
        }
        let imap = ImapServer {
            host: server.host,
            port: server.port,
            security: server.security,
            authority_pem: server.authority_pem,
            sign_in,
            folder: if folder.is_empty() { "INBOX".to_owned() } else { folder },
            timeout_seconds: TIMEOUT_SECONDS,
        };
        Ok(Settings { maildir: (!maildir.is_empty()).then(|| maildir.into()), imap: Some(imap), rules })
    }
}

/// Every line as a rule; a mistake is shown at its own place in the list.
fn check_rules(typed: &Typed<Vec<Part>>) -> Result<Rules, ConfigError> {
    Rules::parse(typed.value.iter().map(|part| part.text.as_str())).map_err(|bad| {
        let said = Said::new("fault-report-rule").with("typed", bad.line);
        let place = typed.value.get(bad.number - 1).map_or_else(|| typed.place.clone(), |part| typed.place.inside(&part.range));
        place.refuse(said, "fault-hint-report-rule")
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::{Config, read};
    use super::*;
    use crate::flows::words::config_error_in_words;
    use crate::mail::report::{Permanence, read_reply};
    use crate::text::Language;

    fn read_text(text: &str) -> Result<Config, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        std::fs::write(&path, text).unwrap();
        read(Some(&path), std::iter::empty()).map_err(|error| config_error_in_words(&Language::english(), &error))
    }

    #[test]
    fn a_mailbox_a_folder_and_rules_are_read() {
        let text = "[mail_reports]\nmaildir = \"/var/mail/reports\"\nimap_host = \"imap.example\"\nimap_user = \"urp\"\n\
                    imap_password = \"x\"\nrules = [\"5.2.2 = hard\", \"user_unknown = soft\"]\n";
        let reports = read_text(text).unwrap().mail_reports;
        let imap = reports.imap.unwrap();
        assert_eq!((imap.port, imap.security, imap.folder.as_str()), (993, Security::Tls, "INBOX"));
        assert_eq!(reports.maildir.unwrap().to_str(), Some("/var/mail/reports"));
        assert_eq!(read_reply("552 5.2.2 mailbox full", &reports.rules).permanence, Permanence::Hard);
        let none = read_text("").unwrap().mail_reports;
        assert!(none.imap.is_none() && none.maildir.is_none());
        assert_eq!(imap.sign_in.password.expose(), "x");
    }

    #[test]
    fn a_bad_rule_and_a_password_in_clear_are_refused_at_their_place() {
        let told = read_text("[mail_reports]\nrules = [\"5.2.2 = hard\", \"6.1 = hard\"]\n").unwrap_err();
        assert!(told.contains("a.toml:2:26") && told.contains("^^^") && told.contains("mailbox_full = soft"), "{told}");
        let open = "[mail_reports]\nimap_host = \"imap.example\"\nimap_user = \"urp\"\nimap_security = \"none\"\n";
        assert!(read_text(open).unwrap_err().contains("a.toml:4:17"));
        assert!(read_text(&open.replace("imap.example", "localhost")).is_ok());
        assert!(read_text("[mail_reports]\nimap_host = \"imap.example\"\n").unwrap_err().contains("imap_user"));
        let rules = [("ASCOLTO_MAIL_REPORTS_RULES".to_owned(), "5.2.2 = hard, x".to_owned())];
        let told = read(None, rules.into_iter()).unwrap_err();
        assert!(config_error_in_words(&Language::english(), &told).contains("ASCOLTO_MAIL_REPORTS_RULES"));
    }
}
