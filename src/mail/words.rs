//! A mail server's words without what could name the receiver.

/// A server's words on one line without the receiver's address (any word with an `@` goes), the parts of it and of the name.
pub fn without_receiver(said: &str, address: &str, name: &str) -> String {
    without(said, &private_words(address, name))
}

/// What may not be repeated of a receiver.
pub(super) fn private_words(address: &str, name: &str) -> Vec<String> {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local).to_lowercase();
    let names = name.split_whitespace().chain(local.split(['.', '-', '_', '+']));
    names.chain([local.as_str()]).filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
}

/// The words without those that tell anything private.
pub(super) fn without(said: &str, private: &[String]) -> String {
    let tells = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // Short parts only as whole words: "de" would take away every "delivered".
        private.iter().any(|part| bare == *part || (part.chars().count() > 3 && bare.contains(part.as_str())))
    };
    let words = said.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty() && !word.contains('@') && !tells(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_words_never_name_the_receiver() {
        let said = "5.1.1 <Mario.Rossi@example.org>: user 'mario.rossi' (Rossi) not delivered de";
        assert_eq!(without_receiver(said, "mario.rossi@example.org", "De Rossi"), "5.1.1 user not delivered");
    }
}
