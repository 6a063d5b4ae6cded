//! The name of a letter, before the `@` of its `Message-ID`: `{survey}-{kind}-{number}-{proof}`.
//!
//! Letters are numbered, and anybody can write a report that names a number. The proof is made by the key of the site: who has not seen
//! the letter cannot name it. It is over the number alone, so that it is the same whenever the letter is sent, and tells nothing.

use crate::campaign::{Letter, LetterKind};
use crate::ids::LetterId;
use crate::secret::Key;
use crate::text::Code;

/// The name of a letter.
pub fn letter_identifier(site_key: &Key, survey: &Code, letter: &Letter) -> String {
    format!("{survey}-{}-{}-{}", letter.kind.code(), letter.id, proof(site_key, letter.id))
}

/// The letter whose `Message-ID` this is; `None` for one that is not ours. Some systems change the size of letters.
pub fn identified_letter(site_key: &Key, message_id: &str) -> Option<LetterId> {
    let (rest, own) = message_id.split_once('@')?.0.rsplit_once('-')?;
    let (rest, number) = rest.rsplit_once('-')?;
    LetterKind::parse(&rest.rsplit_once('-')?.1.to_ascii_lowercase())?;
    let letter = LetterId(number.parse().ok()?);
    own.eq_ignore_ascii_case(&proof(site_key, letter)).then_some(letter)
}

fn proof(site_key: &Key, letter: LetterId) -> String {
    let proof: [u8; 16] = site_key.derive("letter", &letter.0.to_be_bytes());
    proof[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_known_by_its_proof_and_none_is_made_up() {
        let key = Key::random();
        let proof = proof(&key, LetterId(17));
        for ours in
            [format!("urp_2026-invitation-17-{proof}@provincia.example"), format!("URP-REMINDER-17-{}@x", proof.to_uppercase())]
        {
            assert_eq!(identified_letter(&key, &ours), Some(LetterId(17)), "{ours}");
            assert_eq!(identified_letter(&Key::random(), &ours), None, "another site's");
        }
        let forged = ["", "@", "urp-invitation-17@x", "urp-invitation-17-@x", "urp-invitation-17-0000000000000000@x"];
        for other in forged.map(str::to_owned).into_iter().chain([
            format!("urp-invitation-18-{proof}@x"),
            format!("urp-postcard-17-{proof}@x"),
            format!("invitation-17-{proof}@x"),
            format!("urp-invitation-17-{proof}"),
        ]) {
            assert_eq!(identified_letter(&key, &other), None, "{other}");
        }
    }
}
