-- For programs: keys by which they act for an organization, the order in which things happened, and
-- webhooks that tell of it.

CREATE TABLE api_keys (
  id              TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  name            TEXT NOT NULL,
  prefix          TEXT NOT NULL UNIQUE,
  secret_hash     TEXT NOT NULL UNIQUE,
  scopes          TEXT NOT NULL,
  created_by      TEXT NOT NULL REFERENCES people (id),
  created_at      INTEGER NOT NULL,
  expires_at      INTEGER,
  last_used_at    INTEGER,
  revoked_at      INTEGER,
  version         INTEGER NOT NULL,
  CONSTRAINT api_key_scopes_json CHECK (json_valid(scopes))
) STRICT, WITHOUT ROWID;
CREATE INDEX api_keys_of_organization ON api_keys (organization_id, id);

-- Events in the order in which they were committed: one writer at a time, so a larger key is later, and
-- none appears below one that was read. Old rows are forgotten, but never the last, from which keys go on.
CREATE TABLE event_order (
  key     INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  seq     INTEGER NOT NULL
) STRICT;
CREATE TRIGGER events_in_order AFTER INSERT ON events
BEGIN INSERT INTO event_order (subject, seq) VALUES (NEW.subject, NEW.seq); END;

-- What happened, by the organization that it concerns.
CREATE TABLE changes (
  key             INTEGER PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  noun            TEXT NOT NULL,
  subject         TEXT NOT NULL,
  seq             INTEGER NOT NULL,
  type            TEXT NOT NULL,
  at              INTEGER NOT NULL
) STRICT;
CREATE INDEX changes_of_organization ON changes (organization_id, key);

-- How far the events have been published as changes.
CREATE TABLE published (
  id          INTEGER PRIMARY KEY,
  event_key   INTEGER NOT NULL,
  change_key  INTEGER NOT NULL,
  CONSTRAINT published_once CHECK (id = 1)
) STRICT;
INSERT INTO published (id, event_key, change_key) VALUES (1, 0, 0);

CREATE TABLE webhooks (
  id                  TEXT PRIMARY KEY,
  organization_id     TEXT NOT NULL REFERENCES organizations (id),
  url                 TEXT NOT NULL,
  types               TEXT NOT NULL,
  status              TEXT NOT NULL,
  secret              TEXT NOT NULL,
  secret_before       TEXT,
  secret_before_until INTEGER,
  created_at          INTEGER NOT NULL,
  version             INTEGER NOT NULL,
  CONSTRAINT webhook_status CHECK (status IN ('active', 'failing', 'paused', 'removed')),
  CONSTRAINT webhook_types_json CHECK (json_valid(types))
) STRICT, WITHOUT ROWID;
CREATE INDEX webhooks_of_organization ON webhooks (organization_id, id);

CREATE TABLE webhook_deliveries (
  webhook_id TEXT NOT NULL REFERENCES webhooks (id),
  change_key INTEGER NOT NULL,
  noun       TEXT NOT NULL,
  subject    TEXT NOT NULL,
  seq        INTEGER NOT NULL,
  type       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  status     TEXT NOT NULL DEFAULT 'waiting',
  attempts   INTEGER NOT NULL DEFAULT 0,
  next_at    INTEGER NOT NULL,
  tries      TEXT NOT NULL DEFAULT '[]',
  created_at INTEGER NOT NULL,
  PRIMARY KEY (webhook_id, change_key),
  CONSTRAINT delivery_status CHECK (status IN ('waiting', 'delivered', 'given-up')),
  CONSTRAINT delivery_tries_json CHECK (json_valid(tries))
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (next_at) WHERE status = 'waiting';
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at);
