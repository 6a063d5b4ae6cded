//! Messages that somebody made to keep the reader busy. Each is a megabyte; whatever it repeats, what is read of it is little.

use super::*;
use parts::MOST_RECIPIENTS;

/// As long as a message can be.
const LENGTH: usize = 1 << 20;

fn repeated(line: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(LENGTH);
    for number in 0.. {
        let line = line(number);
        if text.len() + line.len() > LENGTH {
            break;
        }
        text.push_str(&line);
    }
    text
}

fn read(message: &str) -> (Report, Shown) {
    read_and_look(message.as_bytes(), &Rules::default())
}

/// Everything that goes on from here to somebody else is short.
fn is_little(report: &Report, look: &Shown) {
    let (mut failures, mut named) = (&[][..], &[][..]);
    match &report.kind {
        Kind::Bounce(own) | Kind::Delayed(own) => failures = own,
        Kind::Complaint(complaint) => named = &complaint.recipients,
        Kind::Delivered(recipients) => named = recipients,
        _ => {}
    }
    assert!(failures.len() <= MOST_RECIPIENTS && named.len() <= MOST_RECIPIENTS, "{} {}", failures.len(), named.len());
    assert!(failures.iter().all(|failure| failure.words.len() <= 4_000));
    let (sent_to, ids) = (report.clues.sent_to.len(), report.clues.letter_ids.len());
    assert!(sent_to <= MOST_NAMED && ids <= MOST_NAMED, "{sent_to} {ids}");
    assert!(look.addresses.len() <= 20 && look.text.len() <= 40_000 && look.subject.len() <= 300 && look.from.len() <= 300);
}

fn status_report(block: &str) -> String {
    format!(
        "From: MAILER-DAEMON@far.example\nTo: office@office.example\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
         --b\nContent-Type: text/plain\n\n{}\n--b\nContent-Type: message/delivery-status\n\n{block}\n--b--\n",
        "n1@far.example is unknown\n".repeat(3_000)
    )
}

#[test]
fn many_recipients_in_one_block_of_a_server_with_a_long_name_are_cut() {
    let name = "a".repeat(300_000);
    let recipients = repeated(|number| format!("Final-Recipient: rfc822; n{number}@far.example\n"));
    let parts = Parts::read(status_report(&format!("Reporting-MTA: dns; {name}\n{}", &recipients[..600_000])).as_bytes());
    let told = delivery_status::recipients(&parts);
    assert_eq!(told.len(), MOST_RECIPIENTS);
    assert!(told.iter().all(|told| told.hosts.len() < 1_000 && told.words.len() <= 8_000));
    // The words of a recipient stay with whom they are about, and are looked through once for all.
    assert!(told.iter().all(|told| told.words.is_empty() != (told.recipient.as_deref() == Some("n1@far.example"))));
}

#[test]
fn many_blocks_and_many_fields_are_cut() {
    let blocks =
        repeated(|number| format!("Reporting-MTA: dns; far{number}.example\nFinal-Recipient: rfc822; n@far.example\n\n"));
    for block in [blocks, repeated(|_| "Status: 5.1.1\n\n".to_owned()), repeated(|number| format!("X-{number}: 1\n"))] {
        let parts = Parts::read(status_report(&block).as_bytes());
        assert!(parts.status.len() <= MOST_RECIPIENTS);
        let (report, look) = read(&status_report(&block));
        is_little(&report, &look);
    }
    let fields = fields::Fields::read(&repeated(|number| format!("X: {number}\n")));
    assert_eq!(fields.all("x").count(), 1_000);
}

#[test]
fn a_long_diagnosis_and_long_values_are_cut() {
    let codes = repeated(|number| format!(" 5{number}"));
    let long = [
        format!("Final-Recipient: rfc822; n@far.example\nDiagnostic-Code: smtp; {codes}\n"),
        format!("Status: 5.1.1 ({codes}\n"),
    ];
    for block in long {
        let parts = Parts::read(status_report(&block).as_bytes());
        let told = delivery_status::recipients(&parts);
        assert!(told.iter().all(|told| told.diagnosis.len() <= 16_000 && told.comment.len() <= 16_000));
        let (report, look) = read(&status_report(&block));
        is_little(&report, &look);
    }
    let folded = format!("X: a\n{}", repeated(|_| " b\n".to_owned()));
    assert!(fields::Fields::read(&folded).get("x").unwrap().len() <= 16_000);
}

#[test]
fn many_addresses_and_identifiers_in_a_header_are_cut() {
    let addresses = repeated(|number| format!("n{number}@far.example, "));
    let lines = repeated(|number| format!("To: n{number}@far.example\n"));
    let ids = repeated(|number| format!("<{number}@far.example>\n "));
    let id_lines = repeated(|number| format!("References: <{number}@far.example>\n"));
    let hops = repeated(|number| format!("Received: by a for n{number}@far.example\n"));
    for header in [
        format!("To: {addresses}\nFrom: {addresses}"),
        format!("X-Failed-Recipients: {addresses}"),
        format!("References: {ids}"),
        format!("Subject: {addresses}"),
        lines,
        id_lines,
        hops,
    ] {
        let (report, look) = read(&format!("{header}\n\nDelivery failed\n"));
        is_little(&report, &look);
    }
    let quoted = repeated(|number| format!("Message-ID: <{number}@far.example>\n"));
    let (report, look) = read(&format!("Subject: x\n\n{quoted}"));
    is_little(&report, &look);
    let names = address::distinct((0..).map(|number: usize| format!("n{number}@far.example")), MOST_NAMED);
    assert_eq!(names.len(), MOST_NAMED, "no more is asked for than is kept");
}

#[test]
fn many_who_complained_or_failed_in_a_text_are_cut() {
    let complained = repeated(|number| format!("Original-Rcpt-To: n{number}@far.example\n"));
    let feedback = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=\"b\"\n\n\
         --b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n{complained}\n--b--\n"
    );
    let listed = repeated(|number| format!("<n{number}@far.example>:\n"));
    let failed = format!("From: MAILER-DAEMON@far.example\nSubject: failure notice\n\n{listed}");
    let entries = repeated(|number| format!("{{\"emailAddress\":\"n{number}@far.example\"}},"));
    let notified = format!(
        "Subject: x\n\n{{\"notificationType\":\"Bounce\",\"bounce\":{{\"bouncedRecipients\":[{}]}}}}",
        &entries[..40_000]
    );
    for message in [feedback, failed, notified] {
        let (report, look) = read(&message);
        is_little(&report, &look);
    }
}

#[test]
fn a_recipient_told_of_many_times_gets_a_part_of_the_words_each_time() {
    let block = "Final-Recipient: rfc822; n1@far.example\nAction: failed\n".repeat(400);
    let parts = Parts::read(status_report(&block).as_bytes());
    let told = delivery_status::recipients(&parts);
    assert_eq!(told.len(), MOST_RECIPIENTS);
    assert!(told.iter().map(|told| told.words.len()).sum::<usize>() <= MOST_RECIPIENTS * 8_000);
}
