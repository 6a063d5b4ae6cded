-- One body per database. Days are local dates, instants UTC. Times never stand beside an answer.
-- The same tables, columns and nullability as migrations/postgres: a test compares them.

CREATE TABLE office (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    contact TEXT NOT NULL
);

CREATE TABLE account (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('staff', 'leadership', 'administrator')),
    active BOOLEAN NOT NULL DEFAULT TRUE
);

CREATE TABLE account_session (
    id_hash BLOB NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    form_secret TEXT NOT NULL,
    expires_at TIMESTAMP NOT NULL
);

-- Append-only: each version is the seal of its goals, with its number, hash and the reason where it amends an earlier one.
CREATE TABLE charter (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    office_id BIGINT NOT NULL REFERENCES office (id),
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    source TEXT NOT NULL,
    hash TEXT NOT NULL,
    approved_on DATE NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER,
    reason TEXT NOT NULL,
    adopted_at TIMESTAMP NOT NULL,
    UNIQUE (office_id, code, version)
);

-- The next version while staff write it: one an office. `revision` grows with every change, so that nobody overwrites another's.
CREATE TABLE charter_draft (
    office_id BIGINT NOT NULL PRIMARY KEY REFERENCES office (id),
    revision INTEGER NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE edition (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    office_id BIGINT NOT NULL REFERENCES office (id),
    year INTEGER NOT NULL,
    compared_with BIGINT REFERENCES edition (id),
    UNIQUE (office_id, year)
);

-- Immutable. The layout hash covers codes, scales and routing; the text revision counts wordings of the same layout.
CREATE TABLE form_version (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    layout_hash TEXT NOT NULL,
    text_revision INTEGER NOT NULL,
    source_hash TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    UNIQUE (code, layout_hash, text_revision)
);

CREATE TABLE survey (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    form_version_id BIGINT NOT NULL REFERENCES form_version (id),
    charter_id BIGINT REFERENCES charter (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'collecting', 'closed')),
    opens_on DATE NOT NULL,
    closes_on DATE NOT NULL,
    -- closes_on as it was planned: ending early moves the other day only.
    planned_close DATE NOT NULL,
    collecting_days INTEGER NOT NULL,
    channels TEXT NOT NULL,
    simulated BOOLEAN NOT NULL,
    weighting TEXT NOT NULL CHECK (weighting IN ('none', 'channel')),
    privacy_threshold INTEGER NOT NULL DEFAULT 5,
    planned_responses BIGINT NOT NULL DEFAULT 0,
    closed_on DATE,
    -- Whether nothing is left of the rows that closing removed: due work that survives a crash.
    purged BOOLEAN NOT NULL DEFAULT FALSE,
    CHECK (closes_on >= opens_on)
);

-- group_code is '' for all contacts of a channel.
CREATE TABLE universe (
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    channel TEXT NOT NULL,
    group_code TEXT NOT NULL,
    contacts BIGINT NOT NULL CHECK (contacts >= 0),
    PRIMARY KEY (survey_id, channel, group_code)
);

-- Append-only copies of what was agreed at opening: goals, formulas, weighting, threshold.
CREATE TABLE seal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    reason TEXT NOT NULL,
    body TEXT NOT NULL,
    sealed_at TIMESTAMP NOT NULL,
    UNIQUE (survey_id, number)
);

-- Append-only: how contacts came in, as numbers, and the legal basis on which they are kept and written to.
CREATE TABLE contact_import (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    imported_on DATE NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('public_task', 'legal_obligation', 'consent', 'contract')),
    rows_read BIGINT NOT NULL,
    added BIGINT NOT NULL,
    duplicates BIGINT NOT NULL,
    suppressed BIGINT NOT NULL,
    certified BIGINT NOT NULL,
    faulty BIGINT NOT NULL
);
CREATE INDEX contact_import_of_survey ON contact_import (survey_id);

-- The plan of a random sample: from how many contacts, of how many that met its conditions and could be asked, how many were drawn,
-- by which seed. Names nobody; stays for the method note when the contacts are deleted.
CREATE TABLE sample (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    drawn_on DATE NOT NULL,
    contacts BIGINT NOT NULL,
    eligible BIGINT NOT NULL,
    size BIGINT NOT NULL,
    seed TEXT NOT NULL,
    segment TEXT NOT NULL
);
CREATE INDEX sample_of_survey ON sample (survey_id);

CREATE TABLE contact (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    address TEXT NOT NULL,
    address_key TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    opted_out BOOLEAN NOT NULL DEFAULT FALSE,
    basis TEXT NOT NULL CHECK (basis IN ('public_task', 'legal_obligation', 'consent', 'contract')),
    -- the sample it was drawn into: once a survey has one, nobody else is invited
    sample_id BIGINT REFERENCES sample (id),
    -- left out when invitations were last queued, because asked as often as the settings allow
    asked_recently BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (survey_id, address_key)
);
CREATE INDEX contact_of_sample ON contact (sample_id);

-- What is known of the contacts of a survey for samples and letters, and why it is kept. Never copied beside an answer.
CREATE TABLE contact_attribute (
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (survey_id, code)
);

CREATE TABLE contact_value (
    contact_id BIGINT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    attribute TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (contact_id, attribute)
) WITHOUT ROWID;

-- Append-only: what was deleted of the contacts of a survey, and when; numbers and names of attributes alone.
CREATE TABLE contact_deletion (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    deleted_on DATE NOT NULL,
    by_hand BOOLEAN NOT NULL,
    contacts BIGINT NOT NULL,
    -- invitations that stay without a name, so that an old link has its page
    invitations BIGINT NOT NULL,
    -- the labels of the attributes, a JSON list
    attributes TEXT NOT NULL,
    attribute_values BIGINT NOT NULL
);
CREATE INDEX contact_deletion_of_survey ON contact_deletion (survey_id);

-- Answering writes nothing here: no mark, no time, no order.
-- contact_id becomes NULL when contacts are forgotten, so that an old link still has its own page.
CREATE TABLE invitation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    contact_id BIGINT UNIQUE REFERENCES contact (id) ON DELETE SET NULL,
    token_hash BLOB UNIQUE
);
CREATE INDEX invitation_of_survey ON invitation (survey_id);

CREATE TABLE letter (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    invitation_id BIGINT NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'thanks')),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'done', 'uncertain', 'bounced_hard', 'bounced_soft', 'suppressed', 'cancelled')),
    due_at TIMESTAMP NOT NULL,
    lease_until TIMESTAMP,
    -- the receiver's mail domain; '' once the contact is forgotten
    domain TEXT NOT NULL,
    -- whether it was about to be handed over: if the sender then dies, nobody knows whether it went out
    begun BOOLEAN NOT NULL DEFAULT FALSE,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- tells one claim from the next; unlike the attempts it never begins anew
    claim INTEGER NOT NULL DEFAULT 0,
    -- how often a sender died holding it: it may have gone out that often more than once
    uncertain INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '',
    -- of a reminder: whether it is settled, readable with the survey's key alone
    trace BLOB,
    UNIQUE (invitation_id, kind, number)
);
CREATE INDEX letter_due ON letter (state, due_at, id);
CREATE INDEX letter_of_survey ON letter (survey_id, kind, state);

-- What staff wrote in the place of the program's letters; without a row the program's text holds.
CREATE TABLE letter_text (
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    letter TEXT NOT NULL CHECK (letter IN ('invitation', 'reminder_1', 'reminder_2', 'thanks', 'source')),
    language TEXT NOT NULL,
    -- '' for where the address is from, which is a sentence
    subject TEXT NOT NULL,
    body TEXT NOT NULL CHECK (body <> ''),
    revision INTEGER NOT NULL,
    saved_on DATE NOT NULL,
    PRIMARY KEY (survey_id, letter, language)
);

-- What happened to an invitation. Of reminders stands only what is the same for everybody.
CREATE TABLE invitation_event (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    invitation_id BIGINT NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
    at TIMESTAMP NOT NULL,
    what TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX event_of_invitation ON invitation_event (invitation_id, id);

-- Domains that put letters off are left alone for a while.
CREATE TABLE sending_domain (
    domain TEXT NOT NULL PRIMARY KEY,
    until TIMESTAMP NOT NULL,
    times INTEGER NOT NULL
);

-- How many letters were claimed in the last minute, also those that then were not needed; '' for all domains.
CREATE TABLE sending_turn (
    domain TEXT NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    claimed BIGINT NOT NULL,
    PRIMARY KEY (domain, begun_at)
);

-- Campaigns that wait for a person, or did: what had been taken and refused by then counts no more.
CREATE TABLE sending_pause (
    survey_id BIGINT NOT NULL PRIMARY KEY REFERENCES survey (id),
    since TIMESTAMP NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('failures', 'staff')),
    taken BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    over BOOLEAN NOT NULL
);

-- Who is not written to again: a keyed hash of the address, why and since which month, nothing else. Outlives every contact.
CREATE TABLE suppression (
    address_hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opt_out', 'hard_bounce', 'complaint')),
    month TEXT NOT NULL,
    PRIMARY KEY (address_hash, kind)
) WITHOUT ROWID;

-- What came in at the address for reports: a keyed hash of each message, so that it acts once, what it was and what became of it. Nothing
-- here says whom it was about. The message stays only where a person has to look at it, until that day at the latest.
CREATE TABLE mail_report (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('hard_bounce', 'soft_bounce', 'ignored_bounce', 'delay', 'complaint', 'opt_out', 'automatic_reply', 'receipt', 'delivery', 'unknown')),
    state TEXT NOT NULL CHECK (state IN ('acted', 'counted', 'kept', 'settled')),
    received_on DATE NOT NULL,
    content BLOB,
    forget_on DATE,
    CHECK ((state = 'kept') = (content IS NOT NULL) AND (state = 'kept') = (forget_on IS NOT NULL))
);
CREATE INDEX mail_report_by_state ON mail_report (state, id);

-- How often an address was invited in a month, under a keyed hash: for "not asked too often". Old months are deleted.
CREATE TABLE asked (
    address_hash BLOB NOT NULL,
    month TEXT NOT NULL,
    times INTEGER NOT NULL CHECK (times >= 0),
    PRIMARY KEY (address_hash, month)
) WITHOUT ROWID;

CREATE TABLE kiosk (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    place TEXT NOT NULL,
    token_hash BLOB UNIQUE,
    revoked BOOLEAN NOT NULL DEFAULT FALSE
);

-- One response is one row; the primary key alone makes "sent twice" one response and "once per invitation" true.
-- WITHOUT ROWID: no hidden number tells in which order responses came; the rows lie in the order of their random ids.
CREATE TABLE response (
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    id BLOB NOT NULL,
    form_version_id BIGINT NOT NULL REFERENCES form_version (id),
    channel TEXT NOT NULL CHECK (channel IN ('email', 'kiosk', 'web', 'widget', 'desk', 'phone', 'paper')),
    place TEXT NOT NULL,
    batch TEXT NOT NULL,
    answered_on DATE NOT NULL,
    closed_answers BLOB NOT NULL,
    PRIMARY KEY (survey_id, id)
) WITHOUT ROWID;

-- `id` is 16 random bytes by which comments are listed and moderated, within one survey. It has no index: that one more random page
-- to write with every answer would cost a quarter of the answers a second; moderating reads the survey's comments instead.
CREATE TABLE open_text (
    survey_id BIGINT NOT NULL,
    response_id BLOB NOT NULL,
    question TEXT NOT NULL,
    id BLOB NOT NULL,
    body TEXT NOT NULL,
    moderation TEXT NOT NULL CHECK (moderation IN ('pending', 'approved', 'refused')),
    PRIMARY KEY (survey_id, response_id, question),
    FOREIGN KEY (survey_id, response_id) REFERENCES response (survey_id, id) ON DELETE CASCADE
) WITHOUT ROWID;

-- What somebody invited has typed and not sent yet: sealed bytes in whole blocks, under an id that only the link gives. Nothing
-- here says who, when or how much.
CREATE TABLE response_draft (
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    id BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (survey_id, id)
) WITHOUT ROWID;

-- Figures of years before this program, entered by hand: the first report already has a trend.
CREATE TABLE past_figure (
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    item TEXT NOT NULL,
    base BIGINT NOT NULL CHECK (base > 0),
    satisfied BIGINT CHECK (satisfied BETWEEN 0 AND base),
    mean DOUBLE PRECISION,
    deviation DOUBLE PRECISION,
    note TEXT NOT NULL,
    PRIMARY KEY (edition_id, item)
);

CREATE TABLE measurement (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    standard TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    cases BIGINT NOT NULL CHECK (cases >= 0),
    deviation DOUBLE PRECISION,
    note TEXT NOT NULL,
    rule TEXT NOT NULL,
    UNIQUE (edition_id, standard)
);

-- The cases of a register as they were imported; what the year's measurement was made of.
CREATE TABLE register_row (
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    standard TEXT NOT NULL,
    line BIGINT NOT NULL,
    happened_on DATE NOT NULL,
    settled_on DATE,
    value DOUBLE PRECISION,
    kept BOOLEAN,
    note TEXT NOT NULL,
    PRIMARY KEY (edition_id, standard, line)
);

-- Contacts of a year as the office counted them; channel, reason or kind is '' where the register does not say.
CREATE TABLE yearly_contact (
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    channel TEXT NOT NULL,
    reason TEXT NOT NULL,
    kind TEXT NOT NULL,
    contacts BIGINT NOT NULL CHECK (contacts >= 0),
    PRIMARY KEY (edition_id, channel, reason, kind)
);

-- Append-only: the official verdicts of a year as they were published.
CREATE TABLE verdict_seal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    reason TEXT NOT NULL,
    body TEXT NOT NULL,
    sealed_at TIMESTAMP NOT NULL,
    UNIQUE (edition_id, number)
);

CREATE TABLE improvement_action (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    standard TEXT NOT NULL,
    what TEXT NOT NULL,
    owner TEXT NOT NULL,
    due_on DATE NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'under_way', 'done', 'dropped')),
    outcome TEXT NOT NULL
);

-- Why a goal was missed, in the office's own words.
CREATE TABLE goal_cause (
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    standard TEXT NOT NULL,
    cause TEXT NOT NULL,
    PRIMARY KEY (edition_id, standard)
);

-- Approved reports live in the database; a new one stands beside the old.
CREATE TABLE publication (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    edition_id BIGINT NOT NULL REFERENCES edition (id),
    number INTEGER NOT NULL,
    published_on DATE NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (edition_id, number)
);

CREATE TABLE published_file (
    publication_id BIGINT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (publication_id, name)
);
