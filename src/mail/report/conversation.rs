//! Where in the conversation of two mail servers the letter was refused.

use super::decide::Command;

/// What systems say of the place, in small letters.
#[rustfmt::skip]
const PLACES: &[(&str, Command)] = &[
    ("in reply to end of data", Command::Data), ("in reply to rcpt", Command::Recipient), ("in reply to mail", Command::Mail),
    ("in reply to data", Command::Data), ("in reply to ehlo", Command::Hello), ("in reply to helo", Command::Hello),
    ("after end of data", Command::Data), ("after rcpt to", Command::Recipient), ("after rcpt command", Command::Recipient),
    ("after mail from", Command::Mail), ("after ehlo", Command::Hello), ("after helo", Command::Hello),
    ("after data", Command::Data), ("after initial connection", Command::Connect), ("after pipelined", Command::Data),
    ("following rcpt", Command::Recipient), ("following mail", Command::Mail), ("following data", Command::Data),
    ("did not like our rcpt", Command::Recipient), ("did not like our mail", Command::Mail),
    ("did not like our final data", Command::Data), ("did not like our data", Command::Data), ("did not like our ehlo", Command::Hello),
    ("but greeting failed", Command::Connect), ("but my name was rejected", Command::Hello),
    ("but sender was rejected", Command::Mail), ("does not like recipient", Command::Recipient),
    ("failed on data command", Command::Data), ("failed after i sent the message", Command::Data),
    ("most progress was rcpt", Command::Recipient), ("most progress was mail", Command::Mail), ("most progress was data", Command::Data),
    ("[rcpt_to]", Command::Recipient), ("[mail_from]", Command::Mail), ("[bodi]", Command::Data),
    ("smtp:rcpt", Command::Recipient), ("smtp:mail", Command::Mail), ("smtp:data", Command::Data), ("smtp:ehlo", Command::Hello),
    ("for text command", Command::Data), ("for rcpt command", Command::Recipient), ("for mail command", Command::Mail),
    ("(state 6)", Command::Mail), ("(state 13)", Command::Hello), ("(state 14)", Command::Recipient),
    ("(state 15)", Command::Data), ("(state 17)", Command::Data), ("(state 18)", Command::Data),
    ("refused to talk to me", Command::Connect), ("while sending rcpt to", Command::Recipient),
    ("while sending mail from", Command::Mail), ("while sending end of data", Command::Data),
    ("while sending message body", Command::Data), ("initial server greeting", Command::Connect),
];

/// The command that was refused, as far as words or a transcript tell.
pub(super) fn refused(words: &str) -> Option<Command> {
    let small = words.to_lowercase();
    let by_words = PLACES.iter().find(|(place, _)| small.contains(place)).map(|(_, command)| *command);
    by_words.or_else(|| in_transcript(words)).or_else(|| named(words))
}

/// The command of a line `>>> RCPT To:<...>` that is answered by `<<< 550 ...`; some write the arrows the other way round.
fn in_transcript(words: &str) -> Option<Command> {
    let mut asked = None;
    for line in words.lines().map(str::trim) {
        let said = line.rsplit_once("Sent <<< ").or_else(|| line.split_once(">>> ").filter(|(before, _)| before.is_empty()));
        let heard = line.rsplit_once("Received >>> ").or_else(|| line.split_once("<<< ").filter(|(before, _)| before.is_empty()));
        if let Some((_, answer)) = heard {
            if answer.starts_with(['4', '5']) && asked.is_some() {
                return asked;
            }
        } else if let Some((_, command)) = said {
            asked = named(&command.to_uppercase());
        }
    }
    asked
}

/// A command named in capitals.
fn named(words: &str) -> Option<Command> {
    let stands = |name: &str| {
        words.match_indices(name).any(|(at, _)| {
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '@' && c != '.' && c != '_');
            edge(words[..at].chars().next_back()) && edge(words[at + name.len()..].chars().next())
        })
    };
    let names = [
        ("DATA", Command::Data),
        ("RCPT", Command::Recipient),
        ("MAIL FROM", Command::Mail),
        ("EHLO", Command::Hello),
        ("HELO", Command::Hello),
    ];
    names.into_iter().find(|(name, _)| stands(name)).map(|(_, command)| command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_refused_command_is_read_from_words_and_from_transcripts() {
        for (words, command) in [
            ("550 no (in reply to RCPT TO command)", Command::Recipient),
            ("SMTP error from remote mail server after end of data:", Command::Data),
            (">>> MAIL From:<a@b.it>\n<<< 250 ok\n>>> RCPT To:<c@d.it>\n<<< 550 no\n>>> DATA\n<<< 503 no", Command::Recipient),
            ("Sent <<< RCPT TO:<c@d.it>\nReceived >>> 550 no", Command::Recipient),
            ("192.0.2.1 does not like recipient.", Command::Recipient),
            ("SMTP command\nDATA", Command::Data),
        ] {
            assert_eq!(refused(words), Some(command), "{words}");
        }
        assert_eq!(refused("550 no such user DATABASE@EXAMPLE.ORG"), None);
    }
}
