-- People, the organizations they belong to, what they agreed to, and what the shell keeps about requests.

CREATE TABLE people (
  id                TEXT PRIMARY KEY,
  phone             TEXT,
  email             TEXT,
  name              TEXT NOT NULL DEFAULT '',
  locale            TEXT NOT NULL DEFAULT 'id',
  totp_secret       TEXT,
  totp_offered      TEXT,
  totp_confirmed_at INTEGER,
  totp_last_step    INTEGER NOT NULL DEFAULT 0,
  created_at        INTEGER NOT NULL,
  version           INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT person_reachable CHECK (phone IS NOT NULL OR email IS NOT NULL),
  CONSTRAINT person_locale CHECK (locale IN ('id', 'en'))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX people_phone ON people (phone) WHERE phone IS NOT NULL;
CREATE UNIQUE INDEX people_email ON people (email) WHERE email IS NOT NULL;

CREATE TABLE sign_in_codes (
  destination TEXT PRIMARY KEY,
  code_hash   TEXT NOT NULL,
  attempts    INTEGER NOT NULL DEFAULT 0,
  expires_at  INTEGER NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_codes_by_expiry ON sign_in_codes (expires_at);

CREATE TABLE sessions (
  token_hash  TEXT PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  person_id   TEXT NOT NULL REFERENCES people (id),
  created_at  INTEGER NOT NULL,
  seen_at     INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  verified_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_of_person ON sessions (person_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE organizations (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  slug       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  status     TEXT NOT NULL DEFAULT 'pending',
  created_at INTEGER NOT NULL,
  version    INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT organization_kind
    CHECK (kind IN ('enterprise', 'lender', 'partner', 'facilitator', 'operator')),
  CONSTRAINT organization_status CHECK (status IN ('pending', 'open', 'paused', 'closed'))
) STRICT, WITHOUT ROWID;
CREATE INDEX organizations_by_kind ON organizations (kind, status, id);
CREATE UNIQUE INDEX organizations_one_operator ON organizations (kind) WHERE kind = 'operator';

CREATE TABLE memberships (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  person_id       TEXT NOT NULL REFERENCES people (id),
  role            TEXT NOT NULL,
  since           INTEGER NOT NULL,
  PRIMARY KEY (organization_id, person_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_of_person ON memberships (person_id);

CREATE TABLE invitations (
  id              TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  phone           TEXT NOT NULL,
  role            TEXT NOT NULL,
  invited_by      TEXT NOT NULL REFERENCES people (id),
  created_at      INTEGER NOT NULL,
  expires_at      INTEGER NOT NULL,
  accepted_at     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_to_phone ON invitations (phone, expires_at);
CREATE INDEX invitations_of_organization ON invitations (organization_id, created_at);

CREATE TABLE consents (
  id              TEXT PRIMARY KEY,
  person_id       TEXT NOT NULL REFERENCES people (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  purpose         TEXT NOT NULL,
  text_version    TEXT NOT NULL,
  text_shown      TEXT NOT NULL,
  given_at        INTEGER NOT NULL,
  withdrawn_at    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX consents_of_person ON consents (person_id, purpose);

-- What happened to anything that has a life: the history shown to people, the audit trail, and, by its
-- primary key, the lock. A writer inserts seq = last seen + 1; the second of two collides.
CREATE TABLE events (
  subject    TEXT NOT NULL,
  seq        INTEGER NOT NULL,
  type       TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  at         INTEGER NOT NULL,
  request_id TEXT NOT NULL,
  data       TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (subject, seq),
  CONSTRAINT event_data_json CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
  scope       TEXT NOT NULL,
  key         TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status      INTEGER,
  body        TEXT,
  created_at  INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- Counted uses within a window; the row that would exceed its limit breaks the batch it is in.
CREATE TABLE uses (
  key        TEXT NOT NULL,
  window     INTEGER NOT NULL,
  count      INTEGER NOT NULL,
  most       INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (key, window),
  CONSTRAINT use_within_limit CHECK (count <= most)
) STRICT, WITHOUT ROWID;
CREATE INDEX uses_by_expiry ON uses (expires_at);

CREATE TABLE outbox (
  id           TEXT PRIMARY KEY,
  channel      TEXT NOT NULL,
  destination  TEXT NOT NULL,
  template     TEXT NOT NULL,
  body         TEXT NOT NULL,
  status       TEXT NOT NULL DEFAULT 'waiting',
  attempts     INTEGER NOT NULL DEFAULT 0,
  error        TEXT,
  created_at   INTEGER NOT NULL,
  next_at      INTEGER NOT NULL,
  sent_at      INTEGER,
  CONSTRAINT outbox_channel CHECK (channel IN ('whatsapp', 'email')),
  CONSTRAINT outbox_status CHECK (status IN ('waiting', 'sent', 'kept', 'failed'))
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_waiting ON outbox (next_at) WHERE status = 'waiting';
CREATE INDEX outbox_by_status ON outbox (status, id);
CREATE INDEX outbox_by_age ON outbox (created_at);

-- The general assertion: INSERT INTO assertions SELECT <condition>, '<name>' ends the batch with that
-- name unless the condition holds.
CREATE VIEW assertions AS SELECT 1 AS holds, '' AS name;
CREATE TRIGGER assertions_hold INSTEAD OF INSERT ON assertions WHEN NOT NEW.holds
BEGIN SELECT RAISE(ABORT, NEW.name); END;
