//! What real mail servers do to a sender and to a reader of reports: a line that breaks after the letter, a mailbox behind TLS that
//! wants a password or a token, and a server that hands reports over by a pipe.

use crate::support::campaign::{Campaign, campaign};
use crate::support::cutting_line::CuttingLine;
use crate::support::database::{Fresh, on_both_engines};
use crate::support::mail_hub::{MailHub, wait_until};
use ascolto::campaign::{Fate, Happening};
use ascolto::flows::account_for_contacts::{account_for_contacts, history_of};
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::queue_letters::{queue_invitations, retry_uncertain};
use ascolto::flows::read_reports::{Polled, poll_reports};
use ascolto::flows::send_invitations::send_all_due;
use ascolto::mail::intake;
use ascolto::mail::{Mailer, Security, Settings, SmtpServer, Transport};
use ascolto::secret::Secret;
use chrono::TimeDelta;
use std::process::Command;
use std::sync::Arc;

/// A campaign whose letters leave by that port, come back to that address, and whose reports are read from there.
fn mailing(fresh: &Fresh, port: u16, bounce_address: &str, from: intake::Settings) -> Campaign {
    let mut own = campaign(fresh);
    let mut config = (*own.site.config).clone();
    config.mail = Settings {
        bounce_address: bounce_address.to_owned(),
        transport: Transport::Smtp(vec![SmtpServer::plain("127.0.0.1", port)]),
        ..Settings::plain("urp@office.example", "URP")
    };
    config.mail_reports = from;
    own.site.mailer = Arc::new(Mailer::open(&config.mail).unwrap());
    own.site.config = Arc::new(config);
    own
}

fn invite(own: &Campaign, addresses: &[&str]) {
    let file = format!("email\n{}\n", addresses.join("\n"));
    import_contacts(&own.site, own.survey, file.as_bytes()).unwrap();
    assert_eq!(queue_invitations(&own.site, own.survey).unwrap(), addresses.len());
    send_all_due(&own.site).unwrap();
}

fn count(own: &Campaign, fate: Fate) -> u64 {
    account_for_contacts(&own.site, own.survey).unwrap().count(fate)
}

/// How often the mail server delivered to that address.
fn delivered(hub: &MailHub, to: &str) -> usize {
    wait_until("the mail server has delivered everything", || hub.is_idle());
    let header = format!("Delivered-To: {to}\n");
    hub.delivered().iter().filter(|message| message.replace('\r', "").contains(&header)).count()
}

on_both_engines! {
    fn a_letter_whose_line_breaks_after_it_was_taken_is_uncertain_and_not_sent_twice_by_itself(fresh: &Fresh) {
        let Some(hub) = MailHub::start() else { return };
        let line = CuttingLine::to(hub.smtp_port);
        let own = mailing(fresh, line.port(), "office@office.example", hub.mailbox());
        invite(&own, &["a@good.example", "cut@cuts.example", "b@good.example", "c@good.example"]);
        assert_eq!((count(&own, Fate::Uncertain), count(&own, Fate::Sent), line.cut()), (1, 3, 1));
        let told = history_of(&own.site, own.survey, "cut@cuts.example").unwrap();
        assert_eq!(told.fate, Some(Fate::Uncertain));
        assert!(told.events.iter().any(|event| event.what == Happening::Uncertain), "{:?}", told.events);
        for _ in 0..10 {
            own.advance(TimeDelta::hours(12));
            assert_eq!(send_all_due(&own.site).unwrap().claimed, 0);
        }
        assert_eq!((delivered(&hub, "cut@cuts.example"), line.cut()), (1, 1), "it had arrived, and did not go out again");
        assert_eq!(delivered(&hub, "b@good.example"), 1, "who came after it was written to once");
        // A person decides, and then it goes out twice, as the page says.
        assert_eq!(retry_uncertain(&own.site, own.survey).unwrap(), 1);
        send_all_due(&own.site).unwrap();
        assert_eq!((delivered(&hub, "cut@cuts.example"), count(&own, Fate::Uncertain)), (2, 1));
    }

    fn reports_are_read_behind_tls_with_a_password_or_a_token(fresh: &Fresh) {
        let Some(hub) = MailHub::start() else { return };
        let own = mailing(fresh, hub.smtp_port, "office@office.example", intake::Settings::default());
        invite(&own, &["a@bounces.example", "b@bounces.example", "c@bounces.example"]);
        wait_until("three letters are back", || hub.count() == 3);
        let poll = |from: intake::Settings| {
            let mut site = own.site.clone();
            let mut config = (*site.config).clone();
            config.mail_reports = from;
            site.config = Arc::new(config);
            poll_reports(&site).unwrap()
        };
        let with_token = |security: Security, until: i64| {
            let mut from = hub.mailbox_by(security);
            let sign_in = &mut from.imap.as_mut().unwrap().sign_in;
            sign_in.password = Secret::new("");
            sign_in.token_command = vec!["/bin/echo".to_owned(), hub.token_until(until)];
            from
        };
        let mut strange = hub.mailbox_by(Security::Tls);
        strange.imap.as_mut().unwrap().authority_pem = None;
        assert_eq!(poll(strange), Polled::default(), "a certificate that nobody vouches for");
        assert_eq!(poll(with_token(Security::Tls, 1_000_000_000)), Polled::default(), "a token that has run out");
        assert_eq!(count(&own, Fate::BouncedHard), 0);
        let distant = 4_000_000_000;
        let ways = [
            hub.mailbox_by(Security::Tls),
            hub.mailbox_by(Security::StartTls),
            with_token(Security::Tls, distant),
            with_token(Security::StartTls, distant),
        ];
        for (number, way) in ways.into_iter().enumerate() {
            let polled = poll(way);
            let expected = if number == 0 { (3, 0) } else { (0, 3) };
            assert_eq!((polled.acted, polled.known), expected, "way {number}");
            hub.forget_what_was_seen();
        }
        assert_eq!(count(&own, Fate::BouncedHard), 3);
    }
}

#[test]
fn a_report_handed_over_by_a_pipe_waits_in_the_queue_while_the_database_is_away() {
    // On SQLite: the test's PostgreSQL lets nobody but its own user into its folder, and the pipe has another.
    let fresh = &Fresh::sqlite();
    let Some(mut hub) = MailHub::start() else { return };
    let own = mailing(fresh, hub.smtp_port, "reports@piped.example", intake::Settings::default());
    let folder = own.site.config.key_file.parent().unwrap().to_owned();
    // The pipe's user is not the test's.
    assert!(Command::new("chown").args(["-R", "nobody"]).arg(&folder).status().unwrap().success());
    let settings = |url: &str| {
        let [keys, outbox] = ["ascolto.keys", "outbox"].map(|name| folder.join(name).display().to_string());
        format!("[database]\nurl = \"{url}\"\nkey_file = \"{keys}\"\n[mail]\nfolder = \"{outbox}\"\n")
    };
    hub.pipe_with(&settings("postgres://nobody@127.0.0.1:1/none"));
    invite(&own, &["gone@bounces.example", "a@good.example"]);
    wait_until("the program was asked and said later", || {
        hub.log().lines().any(|line| line.contains("relay=ascolto") && line.contains("status=deferred"))
    });
    assert!(!hub.is_idle(), "the mail server keeps the report");
    assert_eq!((count(&own, Fate::Sent), count(&own, Fate::BouncedHard)), (2, 0));
    hub.pipe_with(&settings(&fresh.url));
    hub.flush();
    wait_until("the report was taken", || hub.is_idle() || hub.log().matches("relay=ascolto").count() > 20);
    let log = hub.log();
    assert!(log.lines().any(|line| line.contains("relay=ascolto") && line.contains("status=sent")), "{log}");
    assert_eq!((count(&own, Fate::Sent), count(&own, Fate::BouncedHard)), (1, 1));
}
