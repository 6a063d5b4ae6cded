//! The tables as diesel knows them. The migrations are the source; a test compares both catalogues.
#![allow(missing_docs)] // The migrations say what each column is.

use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

table! { office (id) { id -> BigInt, code -> Text, name -> Text, contact -> Text, } }
table! {
    account (id) { id -> BigInt, login -> Text, name -> Text, password_hash -> Text, role -> Text, active -> Bool, }
}
table! {
    account_session (id_hash) { id_hash -> Binary, account_id -> BigInt, form_secret -> Text, expires_at -> Timestamp, }
}
table! {
    charter (id) {
        id -> BigInt,
        office_id -> BigInt,
        code -> Text,
        version -> Integer,
        source -> Text,
        hash -> Text,
        approved_on -> Date,
        valid_from -> Integer,
        valid_to -> Nullable<Integer>,
        reason -> Text,
        adopted_at -> Timestamp,
    }
}
table! { charter_draft (office_id) { office_id -> BigInt, revision -> Integer, source -> Text, } }
table! {
    form_draft (id) {
        id -> BigInt,
        code -> Text,
        revision -> Integer,
        based_on -> Nullable<BigInt>,
        version_id -> Nullable<BigInt>,
        changed_at -> Timestamp,
    }
}
table! {
    form_step (draft_id, revision) {
        draft_id -> BigInt,
        revision -> Integer,
        stems_from -> Integer,
        account_id -> Nullable<BigInt>,
        taken_at -> Timestamp,
        what -> Text,
        about -> Text,
        source -> Text,
        stale -> Text,
    }
}
table! { edition (id) { id -> BigInt, office_id -> BigInt, year -> Integer, compared_with -> Nullable<BigInt>, } }
table! {
    form_version (id) {
        id -> BigInt,
        code -> Text,
        layout_hash -> Text,
        text_revision -> Integer,
        source_hash -> Text,
        source -> Text,
    }
}
table! {
    survey (id) {
        id -> BigInt,
        edition_id -> BigInt,
        code -> Text,
        title -> Text,
        form_version_id -> BigInt,
        charter_id -> Nullable<BigInt>,
        state -> Text,
        opens_on -> Date,
        closes_on -> Date,
        planned_close -> Date,
        collecting_days -> Integer,
        channels -> Text,
        simulated -> Bool,
        weighting -> Text,
        privacy_threshold -> Integer,
        planned_responses -> BigInt,
        closed_on -> Nullable<Date>,
        purged -> Bool,
    }
}
table! {
    universe (survey_id, channel, group_code) {
        survey_id -> BigInt,
        channel -> Text,
        group_code -> Text,
        contacts -> BigInt,
    }
}
table! {
    seal (id) {
        id -> BigInt,
        survey_id -> BigInt,
        number -> Integer,
        hash -> Text,
        reason -> Text,
        body -> Text,
        sealed_at -> Timestamp,
    }
}
table! {
    contact (id) {
        id -> BigInt,
        survey_id -> BigInt,
        address -> Text,
        address_key -> Text,
        name -> Text,
        language -> Text,
        opted_out -> Bool,
        basis -> Text,
        sample_id -> Nullable<BigInt>,
        asked_recently -> Bool,
    }
}
table! {
    contact_import (id) {
        id -> BigInt,
        survey_id -> BigInt,
        imported_on -> Date,
        basis -> Text,
        rows_read -> BigInt,
        added -> BigInt,
        duplicates -> BigInt,
        suppressed -> BigInt,
        certified -> BigInt,
        faulty -> BigInt,
    }
}
table! {
    sample (id) {
        id -> BigInt,
        survey_id -> BigInt,
        drawn_on -> Date,
        contacts -> BigInt,
        eligible -> BigInt,
        size -> BigInt,
        seed -> Text,
        segment -> Text,
    }
}
table! { contact_attribute (survey_id, code) { survey_id -> BigInt, code -> Text, label -> Text, reason -> Text, } }
table! { contact_value (contact_id, attribute) { contact_id -> BigInt, attribute -> Text, value -> Text, } }
table! {
    contact_deletion (id) {
        id -> BigInt,
        survey_id -> BigInt,
        deleted_on -> Date,
        by_hand -> Bool,
        contacts -> BigInt,
        invitations -> BigInt,
        attributes -> Text,
        attribute_values -> BigInt,
    }
}
table! {
    invitation (id) { id -> BigInt, survey_id -> BigInt, contact_id -> Nullable<BigInt>, token_hash -> Nullable<Binary>, }
}
table! {
    letter (id) {
        id -> BigInt,
        invitation_id -> BigInt,
        survey_id -> BigInt,
        kind -> Text,
        number -> Integer,
        state -> Text,
        due_at -> Timestamp,
        lease_until -> Nullable<Timestamp>,
        domain -> Text,
        begun -> Bool,
        attempts -> Integer,
        claim -> Integer,
        uncertain -> Integer,
        problem -> Text,
        trace -> Nullable<Binary>,
    }
}
table! {
    letter_text (survey_id, letter, language) {
        survey_id -> BigInt,
        letter -> Text,
        language -> Text,
        subject -> Text,
        body -> Text,
        revision -> Integer,
        saved_on -> Date,
        restored -> Bool,
    }
}
table! {
    invitation_event (id) { id -> BigInt, invitation_id -> BigInt, at -> Timestamp, what -> Text, words -> Text, }
}
table! { sending_domain (domain) { domain -> Text, until -> Timestamp, times -> Integer, } }
table! { sending_turn (domain, begun_at) { domain -> Text, begun_at -> Timestamp, claimed -> BigInt, } }
table! {
    sending_pause (survey_id) {
        survey_id -> BigInt, since -> Timestamp, reason -> Text, taken -> BigInt, refused -> BigInt, over -> Bool,
    }
}
table! { suppression (address_hash, kind) { address_hash -> Binary, kind -> Text, month -> Text, } }
table! {
    mail_report (id) {
        id -> BigInt,
        hash -> Binary,
        kind -> Text,
        state -> Text,
        received_on -> Date,
        content -> Nullable<Binary>,
        forget_on -> Nullable<Date>,
        begun -> Integer,
        unkept -> Bool,
        subject -> Text,
        sender -> Text,
        addresses -> Text,
    }
}
table! { asked (address_hash, month) { address_hash -> Binary, month -> Text, times -> Integer, } }
table! {
    kiosk (id) { id -> BigInt, survey_id -> BigInt, place -> Text, token_hash -> Nullable<Binary>, revoked -> Bool, }
}
table! {
    response (survey_id, id) {
        survey_id -> BigInt,
        id -> Binary,
        form_version_id -> BigInt,
        channel -> Text,
        place -> Text,
        batch -> Text,
        answered_on -> Date,
        closed_answers -> Binary,
    }
}
table! {
    open_text (survey_id, response_id, question) {
        survey_id -> BigInt,
        response_id -> Binary,
        question -> Text,
        id -> Binary,
        body -> Text,
        moderation -> Text,
    }
}
table! { response_draft (survey_id, id) { survey_id -> BigInt, id -> Binary, body -> Binary, } }
table! {
    past_figure (edition_id, item) {
        edition_id -> BigInt,
        item -> Text,
        base -> BigInt,
        satisfied -> Nullable<BigInt>,
        mean -> Nullable<Double>,
        deviation -> Nullable<Double>,
        note -> Text,
    }
}
table! {
    measurement (id) {
        id -> BigInt,
        edition_id -> BigInt,
        standard -> Text,
        value -> Double,
        cases -> BigInt,
        deviation -> Nullable<Double>,
        note -> Text,
        rule -> Text,
    }
}
table! {
    register_row (edition_id, standard, line) {
        edition_id -> BigInt,
        standard -> Text,
        line -> BigInt,
        happened_on -> Date,
        settled_on -> Nullable<Date>,
        value -> Nullable<Double>,
        kept -> Nullable<Bool>,
        note -> Text,
    }
}
table! {
    yearly_contact (edition_id, channel, reason, kind) {
        edition_id -> BigInt,
        channel -> Text,
        reason -> Text,
        kind -> Text,
        contacts -> BigInt,
    }
}
table! {
    verdict_seal (id) {
        id -> BigInt,
        edition_id -> BigInt,
        number -> Integer,
        hash -> Text,
        reason -> Text,
        body -> Text,
        sealed_at -> Timestamp,
    }
}
table! {
    improvement_action (id) {
        id -> BigInt,
        edition_id -> BigInt,
        standard -> Text,
        what -> Text,
        owner -> Text,
        due_on -> Date,
        state -> Text,
        outcome -> Text,
    }
}
table! { goal_cause (edition_id, standard) { edition_id -> BigInt, standard -> Text, cause -> Text, } }
table! {
    publication (id) { id -> BigInt, edition_id -> BigInt, number -> Integer, published_on -> Date, hash -> Text, }
}
table! {
    published_file (publication_id, name) { publication_id -> BigInt, name -> Text, media_type -> Text, body -> Binary, }
}

joinable!(account_session -> account (account_id));
joinable!(form_step -> account (account_id));
joinable!(survey -> edition (edition_id));
joinable!(edition -> office (office_id));
joinable!(invitation -> contact (contact_id));
joinable!(letter -> invitation (invitation_id));
joinable!(invitation_event -> invitation (invitation_id));
joinable!(contact_value -> contact (contact_id));
joinable!(published_file -> publication (publication_id));

allow_tables_to_appear_in_same_query!(account, account_session, form_step);
allow_tables_to_appear_in_same_query!(
    office,
    edition,
    survey,
    response,
    open_text,
    contact,
    contact_value,
    invitation,
    invitation_event,
    letter,
    sample
);
allow_tables_to_appear_in_same_query!(publication, published_file);
