//! What was changed after it had been sealed: told beside every verdict that it touches.

use crate::charter::{self, Charter, Indicator, Standard};
use crate::store::seal::Seal;
use crate::text::Code;
use serde_json::Value;

/// What every verdict on answers rests on, besides the goal itself.
const SHARED: [&str; 3] = ["weighting", "privacy_threshold", "planned_responses"];

/// The standards of the charter in force that are judged otherwise in that year than the first seal says.
pub(super) fn amended_standards(seals: &[Seal], charter: Option<&str>, year: i32) -> Vec<Code> {
    let [first, .., last] = seals else { return Vec::new() };
    let read = |seal: &Seal| serde_json::from_str::<Value>(&seal.body).unwrap_or_default();
    let (first, last) = (read(first), read(last));
    let before = first["charter"]["source"].as_str().and_then(parse);
    let shared_changed = SHARED.iter().any(|key| first[key] != last[key]);
    let Some(now) = charter.and_then(parse) else { return Vec::new() };
    let other_days = before.as_ref().is_some_and(|charter| charter.calendar != now.calendar);
    let sealed =
        |standard: &Standard| before.iter().flat_map(|charter| &charter.standards).find(|own| own.code == standard.code).cloned();
    let otherwise = |standard: &&Standard| {
        let asked = matches!(standard.indicator, Indicator::Survey { .. });
        let counted_otherwise = other_days && standard.needs_calendar();
        (shared_changed && asked) || counted_otherwise || sealed(standard).is_none_or(|own| !own.is_judged_as(standard, year))
    };
    now.standards.iter().filter(otherwise).map(|standard| standard.code.clone()).collect()
}

fn parse(source: &str) -> Option<Charter> {
    charter::parse("charter", source).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SealId;
    use serde_json::json;

    const CHARTER: &str = "code = \"c\"\nlanguages = [\"it\"]\ntitle = \"T\"\nact = \"A\"\napproved_on = 2026-01-01\nvalid_from = 2026\n\
        [[standards]]\ncode = \"asked\"\ndimension = \"timeliness\"\ntitle = \"T\"\npromise = \"P\"\ntarget = 0.8\n\
        indicator = { survey = \"staff\", statistic = \"satisfied_share\" }\n\
        [[standards]]\ncode = \"counted\"\ndimension = \"timeliness\"\ntitle = \"T\"\npromise = \"P\"\ntarget = 0.9\n\
        indicator = { operational = \"share\", coverage = \"register\" }\n";

    fn seal(charter: &str, planned: u64) -> Seal {
        let body = json!({ "charter": { "source": charter }, "weighting": "none", "privacy_threshold": 5, "planned_responses": planned });
        let (hash, reason, sealed_at) = (String::new(), String::new(), chrono::NaiveDateTime::default());
        Seal { id: SealId(1), number: 1, hash, reason, body: body.to_string(), sealed_at }
    }

    fn amended(before: &str, planned: u64, now: &str) -> Vec<String> {
        let found = amended_standards(&[seal(before, 300), seal(now, planned)], Some(now), 2026);
        found.into_iter().map(|code| code.to_string()).collect()
    }

    #[test]
    fn a_goal_is_told_to_be_amended_where_it_is_judged_otherwise() {
        let lower = CHARTER.replace("target = 0.8", "target = 0.7");
        assert_eq!(amended(CHARTER, 300, &lower), ["asked"]);
        assert_eq!(amended(CHARTER, 200, CHARTER), ["asked"], "fewer planned responses touch every goal on answers");
        let days = "[calendar]\nweekdays = [\"monday\"]\n[[standards]]";
        let open = CHARTER.replace("\"share\"", "\"open_days\"").replacen("[[standards]]", days, 1);
        assert_eq!(amended(&open, 300, &open), Vec::<String>::new());
        assert_eq!(amended(&open, 300, &open.replace("monday", "friday")), ["counted"], "other working days make another share");
        let reworded = CHARTER.replace("promise = \"P\"", "promise = \"In altre parole\"");
        assert_eq!(amended(CHARTER, 300, &reworded), Vec::<String>::new());
        let added = CHARTER.replace("counted", "other");
        assert_eq!(amended(CHARTER, 300, &added), ["other"]);
        assert_eq!(amended_standards(&[seal(CHARTER, 300)], Some(&lower), 2026), Vec::<Code>::new(), "one seal changes nothing");
    }
}
