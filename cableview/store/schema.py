"""The tables of ``library.db``, step by step."""

from __future__ import annotations

from cableview.store.migrations import Migration

OFTEN = 20
"""In so many cables, and an entity is among those that lists begin with."""
_CABLES = Migration(
    "cables",
    (
        # Ids of cables held and of cables only cited, each kept once; a cable's key is its name's key.
        "CREATE TABLE name (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT",
        """CREATE TABLE batch (
            id INTEGER PRIMARY KEY,
            started INTEGER NOT NULL,
            finished INTEGER,
            sources TEXT NOT NULL,
            documents INTEGER NOT NULL DEFAULT 0,
            new INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL DEFAULT 0
        ) STRICT""",
        """CREATE TABLE skipped (
            batch INTEGER NOT NULL REFERENCES batch (id),
            name TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX skipped_batch ON skipped (batch)",
        """CREATE TABLE problem (
            batch INTEGER NOT NULL REFERENCES batch (id),
            field TEXT NOT NULL,
            cables INTEGER NOT NULL,
            PRIMARY KEY (batch, field)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE version (
            id INTEGER PRIMARY KEY,
            cable INTEGER NOT NULL REFERENCES name (key),
            batch INTEGER NOT NULL REFERENCES batch (id),
            sha256 BLOB NOT NULL,
            source TEXT NOT NULL,
            encoding TEXT NOT NULL,
            extra TEXT,
            parser INTEGER NOT NULL,
            characters INTEGER NOT NULL,
            paragraphs INTEGER NOT NULL,
            UNIQUE (sha256, cable)
        ) STRICT""",
        "CREATE INDEX version_cable ON version (cable)",
        "CREATE INDEX version_batch ON version (batch, cable)",
        # Apart from the rows above, so that reading those never touches a gigabyte of text.
        """CREATE TABLE raw (
            version INTEGER PRIMARY KEY REFERENCES version (id),
            packed BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE cable (
            key INTEGER PRIMARY KEY REFERENCES name (key),
            version INTEGER NOT NULL REFERENCES version (id),
            versions INTEGER NOT NULL,
            sent INTEGER,
            station TEXT,
            year INTEGER,
            serial INTEGER,
            classification TEXT,
            precedence TEXT,
            sender TEXT,
            subject TEXT,
            tags TEXT NOT NULL,
            paragraphs INTEGER NOT NULL,
            words INTEGER NOT NULL,
            problems INTEGER NOT NULL
        ) STRICT""",
        "CREATE INDEX cable_sent ON cable (sent)",
        "CREATE INDEX cable_serial ON cable (station, year, serial)",
        "CREATE INDEX cable_version ON cable (version)",
    ),
)
_REFERENCES = Migration(
    "references",
    (
        """CREATE TABLE reference (
            citing INTEGER NOT NULL REFERENCES cable (key),
            place INTEGER NOT NULL,
            target INTEGER NOT NULL REFERENCES name (key),
            paragraph INTEGER,
            position INTEGER,
            label TEXT,
            text TEXT NOT NULL,
            title TEXT,
            and_previous INTEGER NOT NULL,
            PRIMARY KEY (citing, place)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX reference_target ON reference (target)",
    ),
)
_MENTIONS = Migration(
    "mentions",
    (
        """CREATE TABLE entity (
            id INTEGER PRIMARY KEY,
            type INTEGER NOT NULL,
            folded TEXT NOT NULL,
            name TEXT NOT NULL,
            cables INTEGER NOT NULL
        ) STRICT""",
        "CREATE UNIQUE INDEX entity_folded ON entity (type, folded)",
        f"CREATE INDEX entity_often ON entity (type, cables) WHERE cables >= {OFTEN}",
        # From entity to cables. One part holds the cables of some thousand versions that follow each other,
        # so that writing touches the end of the table only, however many entities are known.
        """CREATE TABLE posting (
            part INTEGER NOT NULL,
            entity INTEGER NOT NULL,
            cables BLOB NOT NULL,
            PRIMARY KEY (part, entity)
        ) STRICT, WITHOUT ROWID""",
        # From cable to entities: the ids, 4 bytes each, then how often each is named, 1 byte each.
        """CREATE TABLE named (
            cable INTEGER PRIMARY KEY,
            part INTEGER NOT NULL,
            packed BLOB NOT NULL
        ) STRICT""",
        # The version up to which all this is done.
        "CREATE TABLE extraction (version INTEGER NOT NULL) STRICT",
        "INSERT INTO extraction VALUES (0)",
    ),
)
_IDENTITY = Migration(
    "identity",
    (
        # Tells this file from another in its place, so that no search cache is taken for that of the other.
        "CREATE TABLE identity (value TEXT NOT NULL) STRICT",
        "INSERT INTO identity VALUES (lower(hex(randomblob(16))))",
    ),
)
# Texts may be packed in a way that versions without this step cannot read: see ``packing``.
_PACKING = Migration("packing", ())
# By which version of the rules the kept mentions were found; without this step it is the first.
_RULES = Migration("rules", ("ALTER TABLE extraction ADD COLUMN rules INTEGER NOT NULL DEFAULT 1",))
_MEMORY = Migration(
    "memory",
    (
        # Whether the words around a name have said somewhere what it is, and what came of it: see ``memory``.
        "ALTER TABLE entity ADD COLUMN told INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX entity_told ON entity (told) WHERE told > 0",
        # Cables to read again, each with the ids of the names that others tell, 4 bytes each.
        "CREATE TABLE recall (cable INTEGER PRIMARY KEY, entities BLOB NOT NULL) STRICT",
        # Nobody has looked for that in the cables read before: their entities are found anew.
        "UPDATE extraction SET version = 0",
    ),
)
LIBRARY = (_CABLES, _REFERENCES, _MENTIONS, _IDENTITY, _PACKING, _RULES, _MEMORY)
