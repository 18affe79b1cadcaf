namespace Protokollsok.Archive;

/// <summary>
/// The ledger's tables. <c>user_version</c> counts the migrations that a ledger has been through; a migration that was released is
/// never edited, the next change is a new one at the end.
/// </summary>
internal static class LedgerSchema
{
    /// <remarks>
    /// Times are ISO 8601 in UTC, states are words: the file is to be legible with any SQLite in fifty years. An arrival and its
    /// document point at each other, so one of the two references waits for the commit.
    /// </remarks>
    public static readonly string[] Migrations =
    [
        """
        CREATE TABLE documents (
            id            TEXT    PRIMARY KEY CHECK (length(id) = 64),
            state         TEXT    NOT NULL CHECK (state IN ('received', 'read', 'understood', 'searchable', 'quarantined', 'deleted')),
            file_name     TEXT    NOT NULL,
            bytes         INTEGER NOT NULL CHECK (bytes >= 0),
            media_type    TEXT,
            page_count    INTEGER CHECK (page_count >= 0),
            problem_code  TEXT    CHECK ((state = 'quarantined') = (problem_code IS NOT NULL)),
            reason        TEXT,
            read_by       TEXT,
            understood_by TEXT,
            doubtful_pages INTEGER NOT NULL DEFAULT 0 CHECK (doubtful_pages >= 0),
            attempts      INTEGER NOT NULL DEFAULT 0,
            arrival       INTEGER NOT NULL REFERENCES arrivals (seq),
            received_at   TEXT    NOT NULL,
            updated_at    TEXT    NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX documents_in_order ON documents (state, arrival);

        CREATE TABLE arrivals (
            seq          INTEGER PRIMARY KEY AUTOINCREMENT,
            document     TEXT    NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
            file_name    TEXT    NOT NULL,
            dropped_path TEXT    NOT NULL,
            outcome      TEXT    NOT NULL CHECK (outcome IN ('waiting', 'done', 'duplicate', 'quarantined', 'deleted')),
            duplicate_of INTEGER REFERENCES arrivals (seq) CHECK ((outcome = 'duplicate') = (duplicate_of IS NOT NULL)),
            received_at  TEXT    NOT NULL,
            finished_at  TEXT    CHECK ((outcome = 'waiting') = (finished_at IS NULL)),
            taken        INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1)),
            receipt      TEXT    NOT NULL DEFAULT 'due' CHECK (receipt IN ('due', 'written', 'withdrawn')),
            receipt_path TEXT
        ) STRICT;

        CREATE INDEX arrivals_of_document ON arrivals (document);
        CREATE INDEX arrivals_by_outcome  ON arrivals (outcome);
        CREATE INDEX arrivals_untaken     ON arrivals (seq) WHERE taken = 0;
        CREATE INDEX arrivals_receipt_due ON arrivals (seq) WHERE receipt = 'due';

        CREATE TABLE events (
            seq      INTEGER PRIMARY KEY AUTOINCREMENT,
            document TEXT    NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
            step     TEXT    NOT NULL,
            at       TEXT    NOT NULL,
            outcome  TEXT    NOT NULL,
            versions TEXT,
            who      TEXT,
            detail   TEXT
        ) STRICT;

        CREATE INDEX events_of_document ON events (document);

        CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT raise(ABORT, 'events are only added'); END;
        CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events BEGIN SELECT raise(ABORT, 'events are only added'); END;
        CREATE TRIGGER arrivals_are_not_removed BEFORE DELETE ON arrivals BEGIN SELECT raise(ABORT, 'arrivals stay'); END;
        CREATE TRIGGER documents_are_not_removed BEFORE DELETE ON documents BEGIN SELECT raise(ABORT, 'documents stay'); END;
        """,

        // Where a file came from, what goes first, answers that are to be taken back, and what tells two scans of one paper.
        """
        ALTER TABLE documents ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;

        CREATE INDEX documents_waiting ON documents (priority, arrival) WHERE state IN ('received', 'read', 'understood');

        ALTER TABLE arrivals ADD COLUMN origin TEXT NOT NULL DEFAULT 'inbox' CHECK (origin IN ('inbox', 'ingest', 'api'));
        ALTER TABLE arrivals ADD COLUMN board_hint TEXT;
        ALTER TABLE arrivals ADD COLUMN withdraw INTEGER NOT NULL DEFAULT 0 CHECK (withdraw IN (0, 1));
        UPDATE arrivals SET origin = 'ingest' WHERE dropped_path LIKE '/%' OR dropped_path LIKE '_:%';

        CREATE INDEX arrivals_withdraw ON arrivals (seq) WHERE withdraw = 1;
        CREATE INDEX arrivals_by_end   ON arrivals (finished_at) WHERE finished_at IS NOT NULL;

        CREATE TABLE sketches (
            arrival  INTEGER PRIMARY KEY REFERENCES arrivals (seq),
            document TEXT    NOT NULL REFERENCES documents (id),
            sketch   BLOB    NOT NULL
        ) STRICT;

        CREATE TABLE sketch_keys (
            key     INTEGER NOT NULL,
            arrival INTEGER NOT NULL,
            PRIMARY KEY (key, arrival)
        ) STRICT, WITHOUT ROWID;
        """,

        // An answer is due when a clerk waits for it and there is something to say; where it is put is said before it is.
        """
        ALTER TABLE arrivals ADD COLUMN ready INTEGER NOT NULL DEFAULT 0 CHECK (ready IN (0, 1));
        UPDATE arrivals SET ready = 1
        WHERE origin = 'inbox' AND receipt IN ('due', 'written')
            AND document IN (SELECT id FROM documents WHERE state IN ('searchable', 'quarantined'));

        DROP INDEX arrivals_receipt_due;
        CREATE INDEX arrivals_receipt_ready   ON arrivals (seq) WHERE receipt = 'due' AND ready = 1;
        CREATE INDEX arrivals_receipt_planned ON arrivals (receipt_path) WHERE receipt = 'due' AND receipt_path IS NOT NULL;

        DELETE FROM sketch_keys WHERE arrival IN (SELECT s.arrival FROM sketches s JOIN documents d ON d.id = s.document WHERE d.state = 'deleted');
        DELETE FROM sketches WHERE document IN (SELECT id FROM documents WHERE state = 'deleted');
        """,

        // Search tells with every answer how much it covers: counted when something changes, not when somebody asks.
        """
        CREATE TABLE arrival_tallies (
            outcome  TEXT    PRIMARY KEY,
            arrivals INTEGER NOT NULL CHECK (arrivals >= 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE document_tallies (
            state          TEXT    PRIMARY KEY,
            documents      INTEGER NOT NULL CHECK (documents >= 0),
            doubtful_pages INTEGER NOT NULL CHECK (doubtful_pages >= 0)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO arrival_tallies SELECT outcome, count(*) FROM arrivals GROUP BY outcome;
        INSERT INTO document_tallies SELECT state, count(*), sum(doubtful_pages) FROM documents GROUP BY state;

        CREATE TRIGGER arrivals_counted_in AFTER INSERT ON arrivals BEGIN
            INSERT INTO arrival_tallies VALUES (NEW.outcome, 1) ON CONFLICT (outcome) DO UPDATE SET arrivals = arrivals + 1;
        END;
        CREATE TRIGGER arrivals_counted_over AFTER UPDATE OF outcome ON arrivals WHEN OLD.outcome <> NEW.outcome BEGIN
            UPDATE arrival_tallies SET arrivals = arrivals - 1 WHERE outcome = OLD.outcome;
            INSERT INTO arrival_tallies VALUES (NEW.outcome, 1) ON CONFLICT (outcome) DO UPDATE SET arrivals = arrivals + 1;
        END;
        CREATE TRIGGER documents_counted_in AFTER INSERT ON documents BEGIN
            INSERT INTO document_tallies VALUES (NEW.state, 1, NEW.doubtful_pages)
            ON CONFLICT (state) DO UPDATE SET documents = documents + 1, doubtful_pages = doubtful_pages + excluded.doubtful_pages;
        END;
        CREATE TRIGGER documents_counted_over AFTER UPDATE OF state, doubtful_pages ON documents
        WHEN OLD.state <> NEW.state OR OLD.doubtful_pages <> NEW.doubtful_pages BEGIN
            UPDATE document_tallies SET documents = documents - 1, doubtful_pages = doubtful_pages - OLD.doubtful_pages WHERE state = OLD.state;
            INSERT INTO document_tallies VALUES (NEW.state, 1, NEW.doubtful_pages)
            ON CONFLICT (state) DO UPDATE SET documents = documents + 1, doubtful_pages = doubtful_pages + excluded.doubtful_pages;
        END;

        DROP INDEX arrivals_by_outcome;
        """,

        // Who keeps a copy of the archive asks what has changed since.
        "CREATE INDEX documents_by_change ON documents (updated_at, id);",

        // Everything made again in a new generation beside the old one; what people know better than the rules; long intakes that go on.
        """
        CREATE TABLE reindexes (
            generation  INTEGER PRIMARY KEY CHECK (generation > 1),
            state       TEXT    NOT NULL CHECK (state IN ('building', 'switched', 'done', 'abandoned', 'rolled-back')),
            source      TEXT    NOT NULL CHECK (source IN ('record', 'text', 'scan')),
            selection   TEXT    NOT NULL,
            whole       INTEGER NOT NULL CHECK (whole IN (0, 1)),
            lost_budget REAL,
            who         TEXT    NOT NULL,
            versions    TEXT    NOT NULL,
            begun_at    TEXT    NOT NULL,
            switched_at TEXT,
            ended_at    TEXT,
            detail      TEXT,
            seen_event  INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE reindex_items (
            generation       INTEGER NOT NULL REFERENCES reindexes (generation),
            document         TEXT    NOT NULL REFERENCES documents (id),
            arrival          INTEGER NOT NULL,
            state            TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed', 'told')),
            pages            INTEGER NOT NULL DEFAULT 0,
            entries          INTEGER NOT NULL DEFAULT 0,
            entries_before   INTEGER NOT NULL DEFAULT 0,
            doubtful_pages   INTEGER NOT NULL DEFAULT 0,
            doubtful_before  INTEGER NOT NULL DEFAULT 0,
            changed          INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1)),
            decisions_before INTEGER NOT NULL DEFAULT 0,
            decisions_lost   INTEGER NOT NULL DEFAULT 0,
            decisions_gained INTEGER NOT NULL DEFAULT 0,
            values_before    INTEGER NOT NULL DEFAULT 0,
            values_lost      INTEGER NOT NULL DEFAULT 0,
            values_gained    INTEGER NOT NULL DEFAULT 0,
            read_by          TEXT,
            read_before      TEXT,
            understood_by    TEXT,
            understood_before TEXT,
            detail           TEXT,
            PRIMARY KEY (generation, document)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX reindex_items_in_order ON reindex_items (generation, state, arrival);

        CREATE TABLE corrections (
            seq       INTEGER PRIMARY KEY AUTOINCREMENT,
            document  TEXT    NOT NULL REFERENCES documents (id),
            field     TEXT    NOT NULL,
            value     TEXT    NOT NULL,
            was       TEXT,
            who       TEXT    NOT NULL,
            at        TEXT    NOT NULL,
            applied   INTEGER NOT NULL DEFAULT 0 CHECK (applied IN (0, 1)),
            withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
        ) STRICT;

        CREATE INDEX corrections_of_document ON corrections (document);
        CREATE INDEX corrections_unapplied   ON corrections (document) WHERE applied = 0;

        CREATE TABLE ingests (
            seq      INTEGER PRIMARY KEY AUTOINCREMENT,
            what     TEXT    NOT NULL,
            begun_at TEXT    NOT NULL,
            after    INTEGER NOT NULL,
            ended_at TEXT
        ) STRICT;

        CREATE INDEX arrivals_ingested ON arrivals (dropped_path) WHERE origin = 'ingest';
        """,
    ];
}
