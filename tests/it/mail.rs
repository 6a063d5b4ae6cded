//! Letters through real SMTP conversations.

use crate::support::smtp::{Answer, Manners, SmtpServer, certificate};
use ascolto::flows::words::config_error_in_words;
use ascolto::mail::{Mailer, Message, Security, Sent, Settings, SignIn, SmtpServer as Server, Text, Transport};
use ascolto::secret::Secret;
use ascolto::text::Language;
use chrono::NaiveDate;
use std::sync::Arc;

fn message(number: usize, to: &str) -> Message {
    Message {
        to: to.to_owned(),
        return_tag: format!("{number}-tag"),
        to_name: "Anna Bianchi".to_owned(),
        subject: "La Sua opinione: perché conta".to_owned(),
        text: Text::plain("Gentile Anna,\n.una riga con un punto\nè tutto.\n"),
        html: Text::plain("<p>Gentile Anna</p>\n"),
        opt_out_url: "https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
        language: Language::italian(),
        identifier: format!("urp2026-invitation-{number}"),
        date: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(9, 0, 0).unwrap(),
    }
}

fn mailer(server: Server) -> Mailer {
    mailer_of(vec![server])
}

fn mailer_of(servers: Vec<Server>) -> Mailer {
    let settings = Settings { transport: Transport::Smtp(servers), ..Settings::plain("urp@provincia.example", "URP") };
    Mailer::open(&settings).unwrap()
}

fn taken(sent: &Sent) -> bool {
    matches!(sent, Sent::Accepted(words) if words.starts_with("250"))
}

/// The outcomes of a round, in the order of its messages, each named once.
fn round(mailer: &Mailer, messages: &[Message]) -> Vec<Sent> {
    let mut outcomes: Vec<Option<Sent>> = vec![None; messages.len()];
    mailer.send_all(messages, &mut |index, sent| assert!(outcomes[index].replace(sent).is_none(), "{index} was named twice"));
    outcomes.into_iter().map(|outcome| outcome.expect("every message is named")).collect()
}

#[test]
fn a_round_goes_out_over_a_few_connections_and_every_letter_arrives_once() {
    let server = SmtpServer::start();
    let messages: Vec<Message> = (0..200).map(|number| message(number, &format!("n{number}@example.org"))).collect();
    let outcomes = round(&mailer(Server::plain("127.0.0.1", server.port())), &messages);
    assert!(outcomes.iter().all(taken));
    let mut receivers: Vec<String> = server.arrived().into_iter().map(|arrived| arrived.to).collect();
    receivers.sort();
    receivers.dedup();
    assert_eq!(receivers.len(), 200);
    assert_eq!(server.arrived().len(), 200);
    assert!((1..=8).contains(&server.connections()), "{} connections", server.connections());
}

#[test]
fn a_letter_arrives_as_it_was_written() {
    let server = SmtpServer::start();
    assert!(taken(&mailer(Server::plain("127.0.0.1", server.port())).send(&message(1, "anna@città.example"))));
    let [arrived] = server.arrived().try_into().unwrap();
    assert_eq!((arrived.from.as_str(), arrived.to.as_str()), ("urp+1-tag@provincia.example", "anna@xn--citt-3na.example"));
    for line in [
        "Message-ID: <urp2026-invitation-1@provincia.example>\r\n",
        "List-Unsubscribe: <https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA>\r\n",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
        "\r\n.una riga con un punto\r\n",
    ] {
        assert!(arrived.data.contains(line), "{line} is missing in\n{}", arrived.data);
    }
}

#[test]
fn a_refused_receiver_is_final_and_costs_nobody_else_the_letter() {
    for manners in each_way() {
        refuse_some(manners);
    }
}

/// A server that takes one command after the other, one that takes several at once, and one that does so without care.
fn each_way() -> [Manners; 3] {
    let plain = Manners::default();
    let pipelining = Manners { pipelining: true, ..plain.clone() };
    [plain, pipelining.clone(), Manners { careless: true, ..pipelining }]
}

fn refuse_some(manners: Manners) {
    let server = SmtpServer::answering(manners, |to| match to {
        "gone@example.org" => Answer::AtReceiver("550 5.1.1 <gone@example.org>: user gone unknown to Bianchi"),
        "quota@example.org" => Answer::AtReceiver("452 4.2.2 mailbox full"),
        "policy@example.org" => Answer::AtReceiver("550 5.7.1 relaying denied"),
        "spam@example.org" => Answer::AtContent("554 5.6.0 content refused"),
        "busy@example.org" => Answer::AtContent("451 4.3.0 try again"),
        _ => Answer::Take,
    });
    let mut line = Server::plain("127.0.0.1", server.port());
    line.connections = 1;
    let receivers = ["gone", "a", "quota", "policy", "b", "spam", "c", "busy", "d"];
    let messages: Vec<Message> =
        receivers.iter().enumerate().map(|(number, name)| message(number, &format!("{name}@example.org"))).collect();
    let outcomes = round(&mailer(line), &messages);
    assert_eq!(outcomes[0], Sent::Refused("550 5.1.1 user unknown to (in reply to RCPT TO command)".to_owned()));
    assert_eq!(outcomes[2], Sent::Deferred("452 4.2.2 mailbox full".to_owned()));
    assert_eq!(outcomes[3], Sent::Later("550 5.7.1 relaying denied".to_owned()));
    assert_eq!(outcomes[5], Sent::Refused("554 5.6.0 content refused (in reply to end of DATA command)".to_owned()));
    assert_eq!(outcomes[7], Sent::Deferred("451 4.3.0 try again".to_owned()));
    for index in [1, 4, 6, 8] {
        assert!(taken(&outcomes[index]));
    }
    assert_eq!(server.connections(), 1, "a refusal does not cost the connection");
}

#[test]
fn a_connection_lost_after_the_message_is_unclear_and_the_round_goes_on() {
    for manners in each_way() {
        lose_one(manners);
    }
}

fn lose_one(manners: Manners) {
    let server = SmtpServer::answering(manners, |to| match to {
        "lost@example.org" => Answer::TakeAndHangUp,
        _ => Answer::Take,
    });
    let mut line = Server::plain("127.0.0.1", server.port());
    line.connections = 1;
    let messages = [message(1, "lost@example.org"), message(2, "a@example.org")];
    let outcomes = round(&mailer(line), &messages);
    assert!(matches!(outcomes[0], Sent::Unclear(_)), "{:?}", outcomes[0]);
    assert!(taken(&outcomes[1]));
    assert_eq!(server.arrived().len(), 2);
}

#[test]
fn a_silent_server_is_for_later() {
    for manners in each_way() {
        let server = SmtpServer::answering(manners, |_| Answer::FallSilent);
        let mut line = Server::plain("127.0.0.1", server.port());
        (line.timeout_seconds, line.connections) = (1, 1);
        let messages: Vec<Message> = (0..20).map(|number| message(number, &format!("n{number}@example.org"))).collect();
        let later = Sent::Later("the mail server does not answer in time".to_owned());
        assert_eq!(round(&mailer(line), &messages), vec![later; 20]);
        assert!(server.connections() <= 3, "twenty letters do not wait for it one after the other");
    }
}

#[test]
fn no_server_a_refused_sender_and_a_wrong_password_cost_nobody_the_letter() {
    let port = SmtpServer::start().port();
    let messages = [message(1, "a@example.org"), message(2, "b@example.org")];
    for outcome in round(&mailer(Server::plain("127.0.0.1", port)), &messages) {
        assert!(matches!(&outcome, Sent::Later(reason) if reason.contains("no connection")), "{outcome:?}");
    }

    for manners in each_way() {
        let manners = Manners { at_sender: Some("550 5.1.8 we do not know you"), ..manners };
        let strict = SmtpServer::answering(manners, |_| Answer::Take);
        for outcome in round(&mailer(Server::plain("127.0.0.1", strict.port())), &messages) {
            assert_eq!(outcome, Sent::Later("550 5.1.8 we do not know you".to_owned()));
        }
    }

    let manners = Manners { login: Some(("urp", "right")), ..Manners::default() };
    let locked = SmtpServer::answering(manners, |_| Answer::Take);
    let mut line = Server::plain("127.0.0.1", locked.port());
    line.sign_in = Some(SignIn { user: "urp".to_owned(), password: Secret::new("wrong"), token_command: Vec::new() });
    assert!(matches!(mailer(line.clone()).send(&messages[0]), Sent::Later(reason) if reason.contains("535")));
    line.sign_in = Some(SignIn { user: "urp".to_owned(), password: Secret::new("right"), token_command: Vec::new() });
    assert!(taken(&mailer(line).send(&messages[0])));
}

#[test]
fn a_server_that_takes_few_messages_per_connection_gets_them_all() {
    for manners in each_way() {
        take_three_each(Manners { most_per_connection: Some(3), ..manners });
    }
}

fn take_three_each(manners: Manners) {
    let server = SmtpServer::answering(manners, |_| Answer::Take);
    let mut line = Server::plain("127.0.0.1", server.port());
    line.connections = 1;
    let messages: Vec<Message> = (0..8).map(|number| message(number, &format!("n{number}@example.org"))).collect();
    let outcomes = round(&mailer(line), &messages);
    // The message that met the 421 is for later; nothing else is lost.
    assert_eq!(outcomes.iter().filter(|sent| taken(sent)).count(), server.arrived().len());
    assert_eq!(outcomes.iter().filter(|sent| matches!(sent, Sent::Later(_))).count(), 2);
}

#[test]
fn tls_protects_the_password_by_either_way_and_a_strange_certificate_is_refused() {
    let (config, authority) = certificate();
    for (tls_at_once, security) in [(true, Security::Tls), (false, Security::StartTls)] {
        let manners =
            Manners { login: Some(("urp", "secret")), tls: Some(Arc::clone(&config)), tls_at_once, ..Manners::default() };
        let server = SmtpServer::answering(manners, |_| Answer::Take);
        let mut line = Server::plain("localhost", server.port());
        line.security = security;
        line.sign_in = Some(SignIn { user: "urp".to_owned(), password: Secret::new("secret"), token_command: Vec::new() });
        line.timeout_seconds = 10;
        line.authority_pem = Some(authority.clone());
        let messages = [message(1, "a@example.org"), message(2, "b@example.org")];
        assert!(round(&mailer(line.clone()), &messages).iter().all(taken), "{security:?}");
        assert_eq!(server.arrived().len(), 2);
        line.authority_pem = None;
        assert!(matches!(mailer(line).send(&messages[0]), Sent::Later(_)), "{security:?}: a strange certificate");
        assert_eq!(server.arrived().len(), 2);
    }
}

#[test]
fn an_authority_of_the_bodys_own_is_named_in_the_settings() {
    let (config, authority) = certificate();
    let manners = Manners { tls: Some(config), tls_at_once: true, ..Manners::default() };
    let server = SmtpServer::answering(manners, |_| Answer::Take);
    let folder = tempfile::tempdir().unwrap();
    let (pem, settings) = (folder.path().join("authority.pem"), folder.path().join("ascolto.toml"));
    let own = format!("smtp_authority = \"{}\"", pem.display());
    let read = |own: &str| {
        let text = format!(
            "[mail]\ntransport = \"smtp\"\nsmtp_host = \"localhost\"\nsmtp_port = {}\nsmtp_security = \"tls\"\n{own}\n",
            server.port()
        );
        std::fs::write(&settings, text).unwrap();
        ascolto::config::read(Some(&settings), std::iter::empty())
    };
    for wrong in [None, Some("no certificate")] {
        if let Some(text) = wrong {
            std::fs::write(&pem, text).unwrap();
        }
        let refused = config_error_in_words(&Language::english(), &read(&own).unwrap_err());
        assert!(refused.contains("ascolto.toml:6:18") && refused.contains("authority.pem"), "{refused}");
    }
    std::fs::write(&pem, authority).unwrap();
    let send = |own: &str| Mailer::open(&read(own).unwrap().mail).unwrap().send(&message(1, "a@example.org"));
    assert!(taken(&send(&own)));
    assert!(matches!(send(""), Sent::Later(_)), "a stranger's certificate");
    assert_eq!(server.arrived().len(), 1);
}

#[test]
fn a_server_without_starttls_gets_no_letter_in_clear() {
    let server = SmtpServer::start();
    let mut line = Server::plain("localhost", server.port());
    line.security = Security::StartTls;
    assert!(matches!(mailer(line).send(&message(1, "a@example.org")), Sent::Later(_)));
    assert_eq!(server.arrived().len(), 0);
}
