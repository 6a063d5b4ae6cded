-- A questionnaire while staff write it; every change of it is a row of form_step. `revision` is the newest of them. `version_id`: what it
-- became; then it changes no more.
CREATE TABLE form_draft (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    revision INTEGER NOT NULL,
    based_on BIGINT REFERENCES form_version (id),
    version_id BIGINT REFERENCES form_version (id),
    changed_at TIMESTAMP NOT NULL
);

-- `stems_from`: the revision whose state this is: its own number, or that of an earlier one that was brought back. `stale`: the texts
-- whose translation is older than they are, one a line.
CREATE TABLE form_step (
    draft_id BIGINT NOT NULL REFERENCES form_draft (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    stems_from INTEGER NOT NULL,
    account_id BIGINT REFERENCES account (id),
    taken_at TIMESTAMP NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    source TEXT NOT NULL,
    stale TEXT NOT NULL,
    PRIMARY KEY (draft_id, revision)
);
