//! A disk without room.

use super::{Town, assert_says, send_again};
use crate::support::database::on_both_engines;

on_both_engines! {
    fn a_full_disk_is_told_and_the_page_keeps_the_answers(fresh: &Fresh) {
        let town = Town::open(fresh);
        town.fill_the_disk();
        let mut received = 0;
        for (language, words) in [
            ("it", ["Il servizio non è disponibile in questo momento", "è conservato in questa pagina"]),
            ("en", ["The service is not available right now", "it is kept in this page"]),
        ] {
            // Some answers still find room in the pages that SQLite has.
            let (sent, full, before) = town.answer_until_full(language);
            received += before;
            assert_says(&full, 503, language, &words);
            assert!(!full.text.contains("disk") && full.header("retry-after") == "60");
            assert_eq!(town.responses(), received, "what was acknowledged is there, and nothing else");
            let (address, kept) = send_again(&full, &sent);
            town.make_room();
            assert_eq!(town.post(&address, &kept).status, 303);
            assert_eq!(town.post(&address, &kept).status, 303, "a second tap");
            received += 1;
            assert_eq!(town.responses(), received);
            town.fill_the_disk();
        }
    }
}
