//! Small made-up reports, one of each kind.

use super::*;

fn lines(lines: &[&str]) -> Vec<u8> {
    lines.join("\r\n").into_bytes()
}

/// As Postfix writes it.
fn postfix(action: &str, status: &str, diagnosis: &str) -> Vec<u8> {
    let (action, status) = (format!("Action: {action}"), format!("Status: {status}"));
    let diagnosis = format!("Diagnostic-Code: smtp; {diagnosis}");
    lines(&[
        "Return-Path: <>",
        "X-Original-To: urp+t0ken@provincia.example",
        "Delivered-To: urp@provincia.example",
        "Received: by mail.provincia.example (Postfix)",
        "\tid 1234; Mon,  2 Mar 2026 09:30:05 +0100 (CET)",
        "From: MAILER-DAEMON@mail.provincia.example (Mail Delivery System)",
        "Subject: Undelivered Mail Returned to Sender",
        "To: urp+t0ken@provincia.example",
        "Auto-Submitted: auto-replied",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
        "",
        "This is a MIME-encapsulated message.",
        "",
        "--b",
        "Content-Type: text/plain; charset=us-ascii",
        "",
        "This is the mail system at host mail.provincia.example.",
        "",
        "<anna@example.org>: host mx.example.org[192.0.2.1] said: 550 5.1.1",
        "    (in reply to RCPT TO command)",
        "",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mail.provincia.example",
        "",
        "Final-Recipient: rfc822; anna@example.org",
        "Original-Recipient: rfc822;info@example.org",
        &action,
        &status,
        "Remote-MTA: dns; mx.example.org",
        &diagnosis,
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        "Return-Path: <urp+t0ken@provincia.example>",
        "From: URP <urp@provincia.example>",
        "To: info@example.org",
        "Message-ID: <urp2026-invitation-7@provincia.example>",
        "",
        "--b--",
        "",
    ])
}

fn failure(report: &Report) -> &Failure {
    match &report.kind {
        Kind::Bounce(failures) | Kind::Delayed(failures) if failures.len() == 1 => &failures[0],
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_standard_report_tells_who_failed_why_and_which_letter() {
    let report =
        read_report(&postfix("failed", "5.1.1", "550 5.1.1 <anna@example.org>: Recipient address rejected: User unknown"));
    let failure = failure(&report);
    assert_eq!(failure.recipient.as_deref(), Some("anna@example.org"));
    assert_eq!(failure.original_recipient.as_deref(), Some("info@example.org"));
    assert_eq!(failure.status.unwrap().to_string(), "5.1.1");
    assert_eq!(failure.reply_code, Some(550));
    assert_eq!((failure.reason, failure.permanence), (Reason::UserUnknown, Permanence::Hard));
    assert!(failure.words.starts_with("550 5.1.1 <anna@example.org>"));
    assert_eq!(report.clues.sent_to[0], "urp+t0ken@provincia.example");
    assert_eq!(report.clues.letter_ids, ["urp2026-invitation-7@provincia.example"]);
    let lenient = Rules::parse(["userunknown = ignore"]).unwrap();
    let judged = read_report_by(&postfix("failed", "5.1.1", "550 5.1.1 User unknown"), &lenient);
    assert_eq!(self::failure(&judged).permanence, Permanence::Ignore);
}

#[test]
fn a_full_mailbox_is_a_soft_bounce() {
    let report = read_report(&postfix("failed", "5.2.2", "552 5.2.2 <anna@example.org> mailbox full"));
    assert_eq!((failure(&report).reason, failure(&report).permanence), (Reason::MailboxFull, Permanence::Soft));
    assert_eq!(failure(&report).reply_code, Some(552));
}

#[test]
fn a_late_letter_is_no_bounce_and_an_arrived_one_neither() {
    let late = read_report(&postfix("delayed", "4.4.1", "connect to mx.example.org[192.0.2.1]:25: Connection timed out"));
    assert!(matches!(late.kind, Kind::Delayed(_)));
    assert_eq!((failure(&late).reason, failure(&late).permanence), (Reason::Expired, Permanence::Soft));
    let arrived = read_report(&postfix("relayed", "2.1.5", "250 2.1.5 Ok"));
    assert_eq!(arrived.kind, Kind::Delivered(vec!["anna@example.org".to_owned()]));
}

#[test]
fn a_complaint_is_told_apart_from_a_bounce() {
    let report = read_report(&lines(&[
        "From: <abuse@example.org>",
        "To: <urp@provincia.example>",
        "Subject: FW: La Sua opinione",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "This is an email abuse report.",
        "",
        "--b",
        "Content-Type: message/feedback-report",
        "",
        "Feedback-Type: abuse",
        "User-Agent: SomeGenerator/1.0",
        "Version: 1",
        "Original-Mail-From: <urp@provincia.example>",
        "Original-Rcpt-To: <anna@example.org>",
        "",
        "--b",
        "Content-Type: message/rfc822",
        "",
        "From: <urp@provincia.example>",
        "Message-ID: <urp2026-invitation-7@provincia.example>",
        "Subject: La Sua opinione",
        "",
        "Gentile Anna",
        "",
        "--b--",
    ]));
    let complaint = Complaint { recipients: vec!["anna@example.org".to_owned()], kind: "abuse".to_owned() };
    assert_eq!(report.kind, Kind::Complaint(complaint));
    assert_eq!(report.clues.letter_ids, ["urp2026-invitation-7@provincia.example"]);
}

#[test]
fn an_absence_is_no_bounce_and_tells_which_letter_it_answers() {
    for (name, value, subject) in [
        ("Auto-Submitted", "auto-replied", "Re: La Sua opinione"),
        ("X-Other", "1", "Risposta automatica: La Sua opinione"),
        ("Precedence", "auto_reply", "Sono in ferie"),
    ] {
        let header = format!("{name}: {value}");
        let subject = format!("Subject: {subject}");
        let report = read_report(&lines(&[
            "From: Anna <anna@example.org>",
            "To: urp@provincia.example",
            &subject,
            &header,
            "In-Reply-To: <urp2026-invitation-7@provincia.example>",
            "",
            "Sono assente fino al 7 marzo. Per urgenze: collega@example.org",
        ]));
        assert_eq!(report.kind, Kind::AutomaticReply, "{header}");
        assert_eq!(report.clues.letter_ids, ["urp2026-invitation-7@provincia.example"]);
    }
}

#[test]
fn a_report_for_persons_is_read_too() {
    let report = read_report(&lines(&[
        "From: MAILER-DAEMON@example.net",
        "To: urp+t0ken@provincia.example",
        "Subject: failure notice",
        "",
        "Hi. This is the qmail-send program at example.net.",
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        "",
        "<anna@example.org>:",
        "192.0.2.1 does not like recipient.",
        "Remote host said: 550 5.1.1 <anna@example.org>: User unknown",
        "Giving up on 192.0.2.1.",
        "",
        "<bruno@example.org>:",
        "Sorry, I couldn't find any host named example.org. (#5.1.2)",
        "",
        "--- Below this line is a copy of the message.",
        "",
        "Return-Path: <urp+t0ken@provincia.example>",
        "Message-ID: <urp2026-invitation-7@provincia.example>",
        "From: urp@provincia.example",
        "",
        "Gentile Anna, scriva a altro@example.org",
    ]));
    let Kind::Bounce(failures) = &report.kind else { panic!("{report:?}") };
    let told: Vec<_> = failures.iter().map(|f| (f.recipient.as_deref().unwrap(), f.reason, f.reply_code)).collect();
    let wanted = [("anna@example.org", Reason::UserUnknown, Some(550)), ("bruno@example.org", Reason::HostUnknown, None)];
    assert_eq!(told, wanted);
    assert_eq!(report.clues.letter_ids, ["urp2026-invitation-7@provincia.example"]);
}

#[test]
fn what_is_not_recognised_is_unknown_and_a_person_is_no_bounce() {
    for message in [
        "",
        "\0\u{fffd}",
        "From: anna@example.org\r\nSubject: Re: La Sua opinione\r\n\r\nGrazie, ho risposto ieri.\r\n\r\n> Gentile Anna",
        "From: anna@example.org\r\n",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=",
    ] {
        let report = read_report(message.as_bytes());
        let is_left = matches!(report.kind, Kind::Unknown) || message.starts_with("Content-Type");
        assert!(is_left, "{message:?} {report:?}");
    }
}

#[test]
fn a_receipt_is_a_receipt() {
    let report = read_report(&lines(&[
        "From: anna@example.org",
        "Subject: Letto: La Sua opinione",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=\"b\"",
        "",
        "--b",
        "",
        "Letto.",
        "--b",
        "Content-Type: message/disposition-notification",
        "",
        "Final-Recipient: rfc822;anna@example.org",
        "Disposition: manual-action/MDN-sent-manually; displayed",
        "",
        "--b--",
    ]));
    assert_eq!(report.kind, Kind::Receipt);
}

#[test]
fn a_report_cut_anywhere_is_read_without_panic() {
    let whole = postfix("failed", "5.1.1", "550 5.1.1 perch\u{e9} <anna@example.org>");
    for end in 0..whole.len() {
        read_report(&whole[..end]);
        read_report(&whole[end..]);
    }
}

#[test]
fn a_report_that_the_parser_trips_over_is_read_all_the_same() {
    let whole = String::from_utf8(postfix("failed", "5.1.1", "550 5.1.1 User unknown")).unwrap();
    // A letter within a letter, both empty, makes mail-parser 0.11.9 panic.
    let (head, _) = whole.split_once("Content-Type: text/rfc822-headers").unwrap();
    let tripping = format!("{head}Content-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\n\r\n--b--");
    let report = read_report(tripping.as_bytes());
    assert_eq!((failure(&report).reason, failure(&report).reply_code), (Reason::UserUnknown, Some(550)));
    assert_eq!(report.clues.sent_to[0], "urp+t0ken@provincia.example");
}

#[test]
fn a_report_about_thousands_is_read_for_the_first_fifty() {
    let list: String = (0..5_000).map(|number| format!("<a{number}@example.org>:\n550 5.1.1 unknown\n")).collect();
    let report = read_report(format!("From: MAILER-DAEMON@example.org\nSubject: failure notice\n\n{list}").as_bytes());
    assert!(matches!(&report.kind, Kind::Bounce(failures) if failures.len() == 50));
}
