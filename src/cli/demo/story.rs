//! The demo's story: a Province's office over four years, three of them complete.
//!
//! The shares satisfied move in the range that Italian public-relations offices publish (staff 85 to 95 %, information 70 to 85 %,
//! waiting 60 to 75 %, opening hours 60 to 75 %, digital channels 55 to 75 %). In the last complete year: courtesy is well above its
//! promise (reached), waiting well below (not reached), overall satisfaction just above (not demonstrable). Digital channels
//! really improve, waiting really declines, courtesy changes too little to show.

use crate::survey::Channel;

/// One year of the story.
pub struct Year {
    /// How many years before the current one.
    pub years_ago: i32,
    /// Responses by channel.
    pub responses: &'static [(Channel, usize)],
    /// How many were invited by e-mail.
    pub invited: usize,
    /// The column of the figures below.
    pub column: usize,
}

/// The years, oldest first; the last one is in the field now.
pub const YEARS: [Year; 4] = [
    Year {
        years_ago: 3,
        responses: &[(Channel::Email, 88), (Channel::Kiosk, 96), (Channel::Web, 41), (Channel::Paper, 37)],
        invited: 640,
        column: 0,
    },
    Year {
        years_ago: 2,
        responses: &[(Channel::Email, 97), (Channel::Kiosk, 104), (Channel::Web, 52), (Channel::Paper, 31)],
        invited: 700,
        column: 1,
    },
    Year {
        years_ago: 1,
        responses: &[(Channel::Email, 109), (Channel::Kiosk, 112), (Channel::Web, 63), (Channel::Paper, 28), (Channel::Phone, 9)],
        invited: 760,
        column: 2,
    },
    Year { years_ago: 0, responses: &[(Channel::Kiosk, 23), (Channel::Web, 17), (Channel::Paper, 6)], invited: 12, column: 3 },
];

/// The yearly contacts of the office, by channel.
pub const UNIVERSE: [(Channel, u64); 5] =
    [(Channel::Email, 2_900), (Channel::Kiosk, 3_650), (Channel::Web, 1_450), (Channel::Phone, 4_100), (Channel::Paper, 420)];

/// The same contacts by who they are: a question of the profile, its choices.
pub const GROUPS: (&str, [(&str, u64); 5]) =
    ("user_type", [("citizen", 8_750), ("business", 2_600), ("association", 640), ("public_body", 380), ("other", 150)]);

/// The share satisfied (or, for importance, at the upper points) by item and year.
const SATISFIED: &[(&str, [f64; 4])] = &[
    ("courtesy", [0.89, 0.90, 0.91, 0.91]),
    ("competence", [0.86, 0.86, 0.88, 0.88]),
    ("solution", [0.78, 0.79, 0.80, 0.81]),
    ("clarity", [0.74, 0.75, 0.77, 0.78]),
    ("forms", [0.66, 0.67, 0.69, 0.70]),
    ("queue", [0.76, 0.74, 0.61, 0.66]),
    ("phone_wait", [0.69, 0.68, 0.60, 0.62]),
    ("reply_time", [0.72, 0.73, 0.72, 0.74]),
    ("opening_hours", [0.67, 0.68, 0.67, 0.68]),
    ("comfort", [0.75, 0.76, 0.76, 0.77]),
    ("accessibility", [0.70, 0.71, 0.78, 0.78]),
    ("signs", [0.64, 0.65, 0.68, 0.69]),
    ("parking", [0.55, 0.56, 0.55, 0.56]),
    ("website", [0.55, 0.58, 0.70, 0.71]),
    ("online_services", [0.57, 0.60, 0.72, 0.73]),
    ("overall", [0.80, 0.81, 0.82, 0.82]),
    ("recommend", [0.44, 0.45, 0.46, 0.46]),
];

/// The share satisfied of every other item.
const OTHERWISE: f64 = 0.76;

/// How likely choices are, where not all alike.
const WEIGHTS: &[(&str, &str, f64)] = &[
    ("services_used", "information", 6.0),
    ("services_used", "complaints", 2.5),
    ("services_used", "job_desk", 2.5),
    ("services_used", "fees", 3.0),
    ("services_used", "fax", 0.3),
    ("services_used", "none", 0.2),
    ("services_known", "none", 0.5),
    ("contact_channel", "desk", 5.0),
    ("contact_channel", "phone", 4.0),
    ("contact_channel", "email", 2.5),
    ("contact_channel", "letter", 0.4),
    ("contact_channel", "other", 0.2),
    ("contact_channel", "unsure", 0.2),
    ("frequency", "none", 0.2),
    ("expectation", "worse", 1.1),
    ("expectation", "same", 6.2),
    ("expectation", "better", 2.7),
    ("needs", "afternoon", 4.2),
    ("needs", "online", 3.6),
    ("needs", "updates", 3.2),
    ("needs", "appointment", 2.6),
    ("needs", "plain_words", 2.3),
    ("needs", "digital_help", 1.8),
    ("needs", "languages", 0.5),
    ("needs", "other", 0.3),
    ("needs", "nothing", 0.8),
    ("age", "under_30", 1.1),
    ("age", "from_30", 2.7),
    ("age", "from_45", 3.6),
    ("age", "from_65", 2.0),
    ("user_type", "citizen", 7.0),
    ("user_type", "other", 0.2),
];

/// The share satisfied with an item in a column of the story.
pub fn satisfied(item: &str, column: usize) -> f64 {
    SATISFIED.iter().find(|(own, _)| *own == item).map_or(OTHERWISE, |(_, shares)| shares[column])
}

/// How likely a choice is, relative to its siblings.
pub fn weight(question: &str, choice: &str) -> f64 {
    let stated = WEIGHTS.iter().find(|(own, code, _)| *own == question && *code == choice);
    stated.map_or(1.0, |(_, _, weight)| *weight)
}

/// Comments, made up in the manner of real ones.
pub const COMMENTS: &[&str] = &[
    "Personale molto gentile e preparato, grazie.",
    "Ho atteso quasi un'ora per una semplice informazione.",
    "Sarebbe utile un orario di apertura anche il pomeriggio, almeno un giorno la settimana.",
    "Il sito è migliorato, ma i moduli si trovano ancora con difficoltà.",
    "L'impiegata allo sportello mi ha spiegato tutto con pazienza.",
    "Il numero di telefono è spesso occupato.",
    "Bene la possibilità di inviare la pratica per e-mail.",
    "La rampa d'ingresso è troppo ripida per chi è in carrozzina.",
    "Mi è stato risposto in due giorni, non me lo aspettavo.",
    "Servirebbero più sedie nella sala d'attesa.",
    "Vorrei ricevere un avviso quando la pratica è conclusa.",
    "Non ho capito a quale ufficio rivolgermi per il bollino della caldaia.",
    "Sportello comodo, vicino alla stazione.",
    "I moduli sono scritti in modo complicato.",
    "Ottimo servizio di orientamento al lavoro.",
    "Le indicazioni all'interno del palazzo sono poche e poco chiare.",
    "Chiederei di poter prenotare un appuntamento in linea.",
    "Tutto bene.",
    "La postazione internet gratuita era fuori servizio.",
    "Per un reclamo sui trasporti ho ricevuto risposta dopo un mese.",
    "Cortesia e competenza, complimenti.",
    "Attesa lunga, ma personale disponibile.",
    "Il Difensore Civico mi ha aiutato a risolvere un problema che durava da anni.",
    "Più personale allo sportello nelle ore di punta.",
    "Informazioni diverse da due impiegati sulla stessa pratica.",
    "Apprezzo la traduzione in tedesco dei moduli.",
    "Vorrei poter pagare anche con la carta.",
    "Lo Sportello Energetico è stato chiarissimo.",
    "La firma digitale non funzionava dal mio telefono.",
    "Fate conoscere di più i vostri servizi: li ho scoperti per caso.",
];
