PRAGMA application_id = 1398033236;
PRAGMA user_version = 1;
CREATE TABLE about (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	entry TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	role TEXT NOT NULL, 
	note TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(entry) REFERENCES entry (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id)
)
 STRICT

;
CREATE TABLE absence (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	starts TEXT NOT NULL, 
	ends TEXT NOT NULL, 
	note TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id)
)
 STRICT

;
CREATE TABLE action (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	revs TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	occasion TEXT NOT NULL, 
	state TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	until TEXT, 
	why TEXT, 
	outcome TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE agreement (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	revs TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	made_on TEXT NOT NULL, 
	due TEXT, 
	closed_on TEXT, 
	outcome TEXT, 
	intensity REAL NOT NULL, 
	private INTEGER NOT NULL, 
	doubles TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE ask (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	revs TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	asked_on TEXT NOT NULL, 
	text TEXT, 
	due TEXT, 
	answered_on TEXT, 
	outcome TEXT, 
	intensity REAL NOT NULL, 
	origin TEXT, 
	private INTEGER NOT NULL, 
	doubles TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE batch (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	at TEXT NOT NULL, 
	author TEXT NOT NULL, 
	verb TEXT NOT NULL, 
	undoes TEXT, 
	unlogged INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (rev), 
	FOREIGN KEY(undoes) REFERENCES batch (id)
)
 STRICT

;
CREATE TABLE change (
	n INTEGER NOT NULL, 
	batch TEXT NOT NULL, 
	tab TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	field TEXT, 
	old TEXT, 
	new TEXT, 
	rev TEXT NOT NULL, 
	PRIMARY KEY (n), 
	FOREIGN KEY(batch) REFERENCES batch (id)
)
 STRICT

;
CREATE TABLE "conflict" (
	share TEXT NOT NULL, 
	tab TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	field TEXT NOT NULL, 
	lost_rev TEXT NOT NULL, 
	lost_value TEXT, 
	won_rev TEXT NOT NULL, 
	resolved INTEGER NOT NULL, 
	resolved_rev TEXT, 
	PRIMARY KEY (share, tab, "row", field, lost_rev)
)
 STRICT

;
CREATE TABLE consent (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	day TEXT NOT NULL, 
	state TEXT NOT NULL, 
	scope TEXT, 
	load INTEGER, 
	until TEXT, 
	note TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE contact (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	revs TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	way TEXT NOT NULL, 
	label TEXT, 
	value TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id)
)
 STRICT

;
CREATE TABLE entry (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	revs TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	day TEXT NOT NULL, 
	project TEXT, 
	title TEXT, 
	text TEXT, 
	due TEXT, 
	closed_on TEXT, 
	outcome TEXT, 
	private INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE gone (
	share TEXT NOT NULL, 
	tab TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	PRIMARY KEY (share, tab, "row")
)
 STRICT

;
CREATE TABLE involvement (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	revs TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	roles TEXT, 
	power INTEGER, 
	interest INTEGER, 
	impact TEXT, 
	reach TEXT, 
	desired TEXT, 
	valued_critic INTEGER NOT NULL, 
	style TEXT, 
	ideal_days INTEGER, 
	latest_days INTEGER, 
	recurrence TEXT, 
	salience TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE judgement (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	day TEXT NOT NULL, 
	label TEXT NOT NULL, 
	note TEXT, 
	"by" TEXT, 
	origin TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT, 
	PRIMARY KEY (name)
)
 STRICT

;
CREATE TABLE peer (
	share TEXT NOT NULL, 
	replica TEXT NOT NULL, 
	person TEXT NOT NULL, 
	tick TEXT NOT NULL, 
	files TEXT NOT NULL, 
	PRIMARY KEY (share, replica)
)
 STRICT

;
CREATE TABLE "plan" (
	id TEXT NOT NULL, 
	day TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	name TEXT NOT NULL, 
	project_name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	occasion TEXT NOT NULL, 
	ideal TEXT, 
	latest TEXT, 
	tier INTEGER NOT NULL, 
	impact REAL NOT NULL, 
	reach REAL NOT NULL, 
	urgency REAL NOT NULL, 
	priority REAL NOT NULL, 
	reason TEXT NOT NULL, 
	rests TEXT NOT NULL, 
	brake TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE project (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	revs TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	starts TEXT, 
	ends TEXT, 
	sharing TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE purged (
	id TEXT NOT NULL, 
	tab TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE search (
	n INTEGER NOT NULL, 
	tab TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (n)
)
 STRICT

;
CREATE VIRTUAL TABLE search_words USING fts5(text, content='search', content_rowid='n', tokenize='unicode61', prefix='2 3');
CREATE TABLE setting (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	name TEXT NOT NULL, 
	day TEXT NOT NULL, 
	value TEXT, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE signal (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	entry TEXT, 
	day TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	intensity REAL NOT NULL, 
	note TEXT, 
	source TEXT, 
	origin TEXT, 
	ignored INTEGER NOT NULL, 
	private INTEGER NOT NULL, 
	doubles TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id), 
	FOREIGN KEY(entry) REFERENCES entry (id)
)
 STRICT

;
CREATE TABLE stakeholder (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	revs TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	organisation TEXT, 
	job TEXT, 
	language TEXT, 
	do_not_contact INTEGER NOT NULL, 
	private INTEGER NOT NULL, 
	merged_into TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (handle), 
	FOREIGN KEY(organisation) REFERENCES stakeholder (id), 
	FOREIGN KEY(merged_into) REFERENCES stakeholder (id)
)
 STRICT

;
CREATE TABLE state (
	stakeholder TEXT NOT NULL, 
	project TEXT NOT NULL, 
	for_points REAL NOT NULL, 
	against_points REAL NOT NULL, 
	energy REAL NOT NULL, 
	day TEXT, 
	side TEXT, 
	known INTEGER NOT NULL, 
	active INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	was TEXT, 
	since TEXT, 
	trend TEXT, 
	alarm_kind TEXT, 
	alarm_since TEXT, 
	alarm_ended TEXT, 
	gap TEXT, 
	blocking INTEGER NOT NULL, 
	last_contact TEXT, 
	stance REAL NOT NULL, 
	low REAL NOT NULL, 
	high REAL NOT NULL, 
	evidence REAL NOT NULL, 
	computed_on TEXT NOT NULL, 
	lapses_on TEXT, 
	PRIMARY KEY (stakeholder, project), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id), 
	FOREIGN KEY(project) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE tag (
	id TEXT NOT NULL, 
	rev TEXT NOT NULL, 
	deleted TEXT, 
	extra TEXT NOT NULL, 
	stakeholder TEXT NOT NULL, 
	tag TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stakeholder) REFERENCES stakeholder (id)
)
 STRICT

;
INSERT INTO "about" ("id", "rev", "deleted", "extra", "entry", "stakeholder", "role", "note") VALUES ('01a20333-982b-70b4-92b8-fc1dae3983ee', '01a20333982b-0000-edba335a', NULL, '{}', '01a20333-982b-70b4-92b8-fc1c63f38810', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', 'contributor', NULL);
INSERT INTO "about" ("id", "rev", "deleted", "extra", "entry", "stakeholder", "role", "note") VALUES ('01a20333-9868-7625-846a-b4665d9fe5a7', '01a203339868-0000-edba335a', NULL, '{}', '01a20333-9868-7625-846a-b465ff5a3ffb', '01a20333-9020-76a7-bf09-909f4cbeb57b', 'subject', NULL);
INSERT INTO "absence" ("id", "rev", "deleted", "extra", "stakeholder", "starts", "ends", "note") VALUES ('01a20333-96c3-76b4-a417-2fb4695d4556', '01a2033396c3-0000-edba335a', NULL, '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '2026-09-14', '2026-09-28', NULL);
INSERT INTO "action" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "kind", "occasion", "state", "on", "until", "why", "outcome") VALUES ('00000000-0000-87b8-9d0b-afd34788aa6f', '01a2033398a3-0000-edba335a', NULL, '{}', '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', 'usefulness_check', '2026-10-03', 'done', '2026-10-03', NULL, NULL, 'useful');
INSERT INTO "agreement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "by", "text", "made_on", "due", "closed_on", "outcome", "intensity", "private", "doubles") VALUES ('01a20333-9479-73e1-a022-50e8fd3a13b9', '01a203339479-0000-edba335a', NULL, '{}', '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', 'me', 'numbers', '2026-08-03', '2026-11-20', NULL, NULL, 1.0, 0, NULL);
INSERT INTO "agreement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "by", "text", "made_on", "due", "closed_on", "outcome", "intensity", "private", "doubles") VALUES ('01a20333-94ee-70bd-b658-0a02d1e1743a', '01a2033394ee-0000-edba335a', NULL, '{}', '{"closed_on":"01a203339608-0000-edba335a","outcome":"01a203339608-0000-edba335a"}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', 'them', 'a room', '2026-08-10', '2026-09-01', '2026-09-03', 'late', 1.0, 0, NULL);
INSERT INTO "ask" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "kind", "by", "asked_on", "text", "due", "answered_on", "outcome", "intensity", "origin", "private", "doubles") VALUES ('01a20333-9415-743a-a316-dbf1f7042546', '01a203339415-0000-edba335a', NULL, '{}', '{}', '01a20333-9020-76a7-bf09-909f4cbeb57b', '01a20333-8e74-7491-b979-2a115741316c', 'mail', 'me', '2026-08-03', 'the drawings', '2026-08-20', NULL, NULL, 1.0, NULL, 0, NULL);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-8e74-7491-b979-2a10f1c4cde9', '01a203338e74-0000-edba335a', '2026-11-22T12:20:40.180Z', 'me', 'begin', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-8e74-7491-b979-2a127594224b', '01a203338e74-0001-edba335a', '2026-11-22T12:20:40.180Z', 'me', 'project', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-8fbd-77f4-9e74-8b5a062bc18e', '01a203338fbd-0000-edba335a', '2026-11-22T12:20:40.509Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9020-76a7-bf09-909e58bed354', '01a203339020-0000-edba335a', '2026-11-22T12:20:40.608Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9071-724c-8959-6065c1bcf77d', '01a203339071-0000-edba335a', '2026-11-22T12:20:40.689Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-90a5-738f-baa8-de2047d04331', '01a2033390a5-0000-edba335a', '2026-11-22T12:20:40.741Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-90c3-7264-93f0-8765ae14dd6a', '01a2033390c3-0000-edba335a', '2026-11-22T12:20:40.771Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-90fd-7041-bbde-67de3543789d', '01a2033390fd-0000-edba335a', '2026-11-22T12:20:40.829Z', 'me', 'tag', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-912e-75a9-8ed5-5a4c93d4549f', '01a20333912e-0000-edba335a', '2026-11-22T12:20:40.878Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-91e1-70ae-9d4b-57ae1d1a4112', '01a2033391e1-0000-edba335a', '2026-11-22T12:20:41.057Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9241-7792-a0a2-56a76023065c', '01a203339241-0000-edba335a', '2026-11-22T12:20:41.153Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-92b5-755b-b5c4-ce828428b239', '01a2033392b5-0000-edba335a', '2026-11-22T12:20:41.269Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9337-7410-ae36-7b5eaa17e9f3', '01a203339337-0000-edba335a', '2026-11-22T12:20:41.399Z', 'me', 'undo', '01a20333-92b5-755b-b5c4-ce828428b239', 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9415-743a-a316-dbf02d4873cc', '01a203339415-0000-edba335a', '2026-11-22T12:20:41.621Z', 'me', 'ask', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9479-73e1-a022-50e74caab966', '01a203339479-0000-edba335a', '2026-11-22T12:20:41.721Z', 'me', 'agree', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-94ee-70bd-b658-0a01b8d5eff8', '01a2033394ee-0000-edba335a', '2026-11-22T12:20:41.838Z', 'me', 'agree', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9608-707f-bb7f-546163c1bb82', '01a203339608-0000-edba335a', '2026-11-22T12:20:42.120Z', 'me', 'settle', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9671-73f8-b88c-49c50078e760', '01a203339671-0000-edba335a', '2026-11-22T12:20:42.225Z', 'me', 'judge', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-96c3-76b4-a417-2fb30739e75b', '01a2033396c3-0000-edba335a', '2026-11-22T12:20:42.307Z', 'me', 'absence', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9774-7213-9d35-e539bf3363ed', '01a203339774-0000-edba335a', '2026-11-22T12:20:42.484Z', 'me', 'cadence', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-97bb-7126-acb5-a3b009c26925', '01a2033397bb-0000-edba335a', '2026-11-22T12:20:42.555Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-97fd-74e9-be9a-f7b760cc0915', '01a2033397fd-0000-edba335a', '2026-11-22T12:20:42.621Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-982b-70b4-92b8-fc1baef4c803', '01a20333982b-0000-edba335a', '2026-11-22T12:20:42.667Z', 'me', 'progress', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9868-7625-846a-b464f57db529', '01a203339868-0000-edba335a', '2026-11-22T12:20:42.728Z', 'me', 'note', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-98a3-77a3-97ff-5b36ac0b251e', '01a2033398a3-0000-edba335a', '2026-11-22T12:20:42.787Z', 'me', 'updates', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-98c1-7583-991c-9ce3fb57a1a9', '01a2033398c1-0000-edba335a', '2026-11-22T12:20:42.817Z', 'me', 'merge', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9925-7033-bab2-0e0d91286093', '01a203339925-0000-edba335a', '2026-11-22T12:20:42.917Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-9985-7265-be2b-38e76bd3b412', '01a203339985-0000-edba335a', '2026-11-22T12:20:43.013Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20333-99e0-71ee-b483-979db75da97e', '01a2033399e0-0000-edba335a', '2026-11-22T12:20:43.104Z', 'me', 'log', NULL, 0);
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (1, '01a20333-8e74-7491-b979-2a10f1c4cde9', 'project', '01a20333-8e74-7491-b979-2a115741316c', NULL, NULL, NULL, '01a203338e74-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (2, '01a20333-8e74-7491-b979-2a127594224b', 'project', '01a20333-8e74-7491-b979-2a1395bd6ea8', NULL, NULL, NULL, '01a203338e74-0001-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (3, '01a20333-8fbd-77f4-9e74-8b5a062bc18e', 'stakeholder', '01a20333-8fbd-77f4-9e74-8b5b28f9d1a4', NULL, NULL, NULL, '01a203338fbd-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (4, '01a20333-8fbd-77f4-9e74-8b5a062bc18e', 'stakeholder', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', NULL, NULL, NULL, '01a203338fbd-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (5, '01a20333-8fbd-77f4-9e74-8b5a062bc18e', 'involvement', '00000000-0000-8adf-9cab-066f0e773135', NULL, NULL, NULL, '01a203338fbd-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (6, '01a20333-9020-76a7-bf09-909e58bed354', 'stakeholder', '01a20333-9020-76a7-bf09-909f4cbeb57b', NULL, NULL, NULL, '01a203339020-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (7, '01a20333-9020-76a7-bf09-909e58bed354', 'contact', '01a20333-9020-76a7-bf09-90a09e56e80b', NULL, NULL, NULL, '01a203339020-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (8, '01a20333-9020-76a7-bf09-909e58bed354', 'involvement', '00000000-0000-8a95-9d00-455e58fe719c', NULL, NULL, NULL, '01a203339020-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (9, '01a20333-9071-724c-8959-6065c1bcf77d', 'stakeholder', '01a20333-9071-724c-8959-6066eafc1251', NULL, NULL, NULL, '01a203339071-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (10, '01a20333-9071-724c-8959-6065c1bcf77d', 'involvement', '00000000-0000-8ec1-9bd9-1ededd8a29b8', NULL, NULL, NULL, '01a203339071-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (11, '01a20333-90a5-738f-baa8-de2047d04331', 'stakeholder', '01a20333-90a5-738f-baa8-de217f479861', NULL, NULL, NULL, '01a2033390a5-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (12, '01a20333-90a5-738f-baa8-de2047d04331', 'contact', '01a20333-90a5-738f-baa8-de2253c833c4', NULL, NULL, NULL, '01a2033390a5-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (13, '01a20333-90a5-738f-baa8-de2047d04331', 'involvement', '00000000-0000-89b0-b262-e84849319d8b', NULL, NULL, NULL, '01a2033390a5-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (14, '01a20333-90c3-7264-93f0-8765ae14dd6a', 'involvement', '00000000-0000-89b1-8b1f-f3e6589bed58', NULL, NULL, NULL, '01a2033390c3-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (15, '01a20333-90fd-7041-bbde-67de3543789d', 'tag', '00000000-0000-8031-b7ca-495ac70e5c86', NULL, NULL, NULL, '01a2033390fd-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (16, '01a20333-912e-75a9-8ed5-5a4c93d4549f', 'signal', '01a20333-912e-75a9-8ed5-5a4d2013b87c', NULL, NULL, NULL, '01a20333912e-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (17, '01a20333-91e1-70ae-9d4b-57ae1d1a4112', 'signal', '01a20333-91e1-70ae-9d4b-57af7d1e87ad', NULL, NULL, NULL, '01a2033391e1-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (18, '01a20333-9241-7792-a0a2-56a76023065c', 'signal', '01a20333-9241-7792-a0a2-56a81c4240b8', NULL, NULL, NULL, '01a203339241-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (19, '01a20333-92b5-755b-b5c4-ce828428b239', 'signal', '01a20333-92b5-755b-b5c4-ce838f6c7acf', NULL, NULL, NULL, '01a2033392b5-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (20, '01a20333-9337-7410-ae36-7b5eaa17e9f3', 'signal', '01a20333-92b5-755b-b5c4-ce838f6c7acf', NULL, '{"day":"2026-07-02","deleted":null,"doubles":null,"entry":null,"extra":{},"ignored":false,"intensity":1.0,"kind":"open_opposition","note":null,"origin":null,"private":false,"project":"01a20333-8e74-7491-b979-2a115741316c","rev":"01a2033392b5-0000-edba335a","source":null,"stakeholder":"01a20333-9020-76a7-bf09-909f4cbeb57b"}', '{"deleted":"01a203339337-0000-edba335a"}', '01a203339337-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (21, '01a20333-9415-743a-a316-dbf02d4873cc', 'ask', '01a20333-9415-743a-a316-dbf1f7042546', NULL, NULL, NULL, '01a203339415-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (22, '01a20333-9479-73e1-a022-50e74caab966', 'agreement', '01a20333-9479-73e1-a022-50e8fd3a13b9', NULL, NULL, NULL, '01a203339479-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (23, '01a20333-94ee-70bd-b658-0a01b8d5eff8', 'agreement', '01a20333-94ee-70bd-b658-0a02d1e1743a', NULL, NULL, NULL, '01a2033394ee-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (24, '01a20333-9608-707f-bb7f-546163c1bb82', 'agreement', '01a20333-94ee-70bd-b658-0a02d1e1743a', 'closed_on', NULL, '"2026-09-03"', '01a203339608-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (25, '01a20333-9608-707f-bb7f-546163c1bb82', 'agreement', '01a20333-94ee-70bd-b658-0a02d1e1743a', 'outcome', NULL, '"late"', '01a203339608-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (26, '01a20333-9671-73f8-b88c-49c50078e760', 'judgement', '01a20333-9671-73f8-b88c-49c630addd81', NULL, NULL, NULL, '01a203339671-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (27, '01a20333-96c3-76b4-a417-2fb30739e75b', 'absence', '01a20333-96c3-76b4-a417-2fb4695d4556', NULL, NULL, NULL, '01a2033396c3-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (28, '01a20333-9774-7213-9d35-e539bf3363ed', 'involvement', '00000000-0000-8adf-9cab-066f0e773135', 'style', NULL, '"periodic"', '01a203339774-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (29, '01a20333-9774-7213-9d35-e539bf3363ed', 'involvement', '00000000-0000-8adf-9cab-066f0e773135', 'ideal_days', NULL, '21', '01a203339774-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (30, '01a20333-9774-7213-9d35-e539bf3363ed', 'involvement', '00000000-0000-8adf-9cab-066f0e773135', 'latest_days', NULL, '35', '01a203339774-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (31, '01a20333-97bb-7126-acb5-a3b009c26925', 'stakeholder', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', 'job', NULL, '"clerk"', '01a2033397bb-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (32, '01a20333-97fd-74e9-be9a-f7b760cc0915', 'stakeholder', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', 'job', '"clerk"', '"head of permits"', '01a2033397fd-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (33, '01a20333-982b-70b4-92b8-fc1baef4c803', 'entry', '01a20333-982b-70b4-92b8-fc1c63f38810', NULL, NULL, NULL, '01a20333982b-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (34, '01a20333-982b-70b4-92b8-fc1baef4c803', 'about', '01a20333-982b-70b4-92b8-fc1dae3983ee', NULL, NULL, NULL, '01a20333982b-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (35, '01a20333-9868-7625-846a-b464f57db529', 'entry', '01a20333-9868-7625-846a-b465ff5a3ffb', NULL, NULL, NULL, '01a203339868-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (36, '01a20333-9868-7625-846a-b464f57db529', 'about', '01a20333-9868-7625-846a-b4665d9fe5a7', NULL, NULL, NULL, '01a203339868-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (37, '01a20333-98a3-77a3-97ff-5b36ac0b251e', 'action', '00000000-0000-87b8-9d0b-afd34788aa6f', NULL, NULL, NULL, '01a2033398a3-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (38, '01a20333-98c1-7583-991c-9ce3fb57a1a9', 'stakeholder', '01a20333-90a5-738f-baa8-de217f479861', 'merged_into', NULL, '"01a20333-9020-76a7-bf09-909f4cbeb57b"', '01a2033398c1-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (39, '01a20333-98c1-7583-991c-9ce3fb57a1a9', 'contact', '01a20333-90a5-738f-baa8-de2253c833c4', 'stakeholder', '"01a20333-90a5-738f-baa8-de217f479861"', '"01a20333-9020-76a7-bf09-909f4cbeb57b"', '01a2033398c1-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (40, '01a20333-98c1-7583-991c-9ce3fb57a1a9', 'involvement', '00000000-0000-89b0-b262-e84849319d8b', 'deleted', NULL, '"01a2033398c1-0000-edba335a"', '01a2033398c1-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (41, '01a20333-9925-7033-bab2-0e0d91286093', 'signal', '01a20333-9925-7033-bab2-0e0e3358b589', NULL, NULL, NULL, '01a203339925-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (42, '01a20333-9985-7265-be2b-38e76bd3b412', 'signal', '01a20333-9985-7265-be2b-38e8faa8238a', NULL, NULL, NULL, '01a203339985-0000-edba335a');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (43, '01a20333-99e0-71ee-b483-979db75da97e', 'signal', '01a20333-99e0-71ee-b483-979e921938fe', NULL, NULL, NULL, '01a2033399e0-0000-edba335a');
INSERT INTO "contact" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "way", "label", "value", "folded") VALUES ('01a20333-9020-76a7-bf09-90a09e56e80b', '01a203339020-0000-edba335a', NULL, '{}', '{}', '01a20333-9020-76a7-bf09-909f4cbeb57b', 'email', NULL, 'bo@example.org', 'bo@example.org');
INSERT INTO "contact" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "way", "label", "value", "folded") VALUES ('01a20333-90a5-738f-baa8-de2253c833c4', '01a2033390a5-0000-edba335a', NULL, '{}', '{"stakeholder":"01a2033398c1-0000-edba335a"}', '01a20333-9020-76a7-bf09-909f4cbeb57b', 'email', NULL, 'berg@example.org', 'berg@example.org');
INSERT INTO "entry" ("id", "rev", "deleted", "extra", "revs", "kind", "day", "project", "title", "text", "due", "closed_on", "outcome", "private") VALUES ('01a20333-982b-70b4-92b8-fc1c63f38810', '01a20333982b-0000-edba335a', NULL, '{}', '{}', 'success', '2026-10-01', '01a20333-8e74-7491-b979-2a115741316c', NULL, 'the first kilometre lies', NULL, NULL, NULL, 0);
INSERT INTO "entry" ("id", "rev", "deleted", "extra", "revs", "kind", "day", "project", "title", "text", "due", "closed_on", "outcome", "private") VALUES ('01a20333-9868-7625-846a-b465ff5a3ffb', '01a203339868-0000-edba335a', NULL, '{}', '{}', 'note', '2026-10-02', NULL, NULL, 'has two children', NULL, NULL, NULL, 1);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8adf-9cab-066f0e773135', '01a203338fbd-0000-edba335a', NULL, '{}', '{"ideal_days":"01a203339774-0000-edba335a","latest_days":"01a203339774-0000-edba335a","style":"01a203339774-0000-edba335a"}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', NULL, NULL, NULL, 'high', NULL, NULL, 0, 'periodic', 21, 35, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8a95-9d00-455e58fe719c', '01a203339020-0000-edba335a', NULL, '{}', '{}', '01a20333-9020-76a7-bf09-909f4cbeb57b', '01a20333-8e74-7491-b979-2a115741316c', NULL, NULL, NULL, 'medium', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8ec1-9bd9-1ededd8a29b8', '01a203339071-0000-edba335a', NULL, '{}', '{}', '01a20333-9071-724c-8959-6066eafc1251', '01a20333-8e74-7491-b979-2a115741316c', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-89b0-b262-e84849319d8b', '01a2033390a5-0000-edba335a', '01a2033398c1-0000-edba335a', '{}', '{}', '01a20333-90a5-738f-baa8-de217f479861', '01a20333-8e74-7491-b979-2a115741316c', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-89b1-8b1f-f3e6589bed58', '01a2033390c3-0000-edba335a', NULL, '{}', '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a1395bd6ea8', NULL, 5, 2, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "judgement" ("id", "rev", "deleted", "extra", "stakeholder", "project", "day", "label", "note", "by", "origin") VALUES ('01a20333-9671-73f8-b88c-49c630addd81', '01a203339671-0000-edba335a', NULL, '{}', '01a20333-9020-76a7-bf09-909f4cbeb57b', '01a20333-8e74-7491-b979-2a115741316c', '2026-09-04', 'critic', 'says so himself', NULL, NULL);
INSERT INTO "meta" ("name", "value") VALUES ('replica', 'edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('clock', '01a2033399e0-0000');
INSERT INTO "meta" ("name", "value") VALUES ('zone', 'UTC');
INSERT INTO "meta" ("name", "value") VALUES ('default_project', '01a20333-8e74-7491-b979-2a115741316c');
INSERT INTO "meta" ("name", "value") VALUES ('plan_day', '');
INSERT INTO "meta" ("name", "value") VALUES ('written:project', '01a203338e74-0001-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('search_next', '14');
INSERT INTO "meta" ("name", "value") VALUES ('written:involvement', '01a2033398c1-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:stakeholder', '01a2033398c1-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:contact', '01a2033398c1-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:tag', '01a2033390fd-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:signal-2026-11', '01a2033399e0-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:ask', '01a203339415-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:agreement', '01a203339608-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:judgement', '01a203339671-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:absence', '01a2033396c3-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:about', '01a203339868-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:entry', '01a203339868-0000-edba335a');
INSERT INTO "meta" ("name", "value") VALUES ('written:action', '01a2033398a3-0000-edba335a');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('01a20333-8e74-7491-b979-2a115741316c', '01a203338e74-0000-edba335a', NULL, '{}', '{}', 'My project', 'project', NULL, NULL, 'none');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('01a20333-8e74-7491-b979-2a1395bd6ea8', '01a203338e74-0001-edba335a', NULL, '{}', '{}', 'Graafloket', 'project', NULL, NULL, 'none');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (1, 'stakeholder', '01a20333-8fbd-77f4-9e74-8b5b28f9d1a4', 'gemeente zuidrand');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (2, 'stakeholder', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', 'ada lens');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3, 'stakeholder', '01a20333-9020-76a7-bf09-909f4cbeb57b', 'bo berg');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (4, 'contact', '01a20333-9020-76a7-bf09-90a09e56e80b', 'bo@example.org');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (5, 'stakeholder', '01a20333-9071-724c-8959-6066eafc1251', 'the contractors');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (6, 'stakeholder', '01a20333-90a5-738f-baa8-de217f479861', 'b. berg');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (7, 'contact', '01a20333-90a5-738f-baa8-de2253c833c4', 'berg@example.org');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177279366627336, 'signal', '01a20333-912e-75a9-8ed5-5a4d2013b87c', 'as agreed');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177549949566985, 'ask', '01a20333-9415-743a-a316-dbf1f7042546', 'the drawings');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177549949566986, 'agreement', '01a20333-9479-73e1-a022-50e8fd3a13b9', 'numbers');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177580014338059, 'agreement', '01a20333-94ee-70bd-b658-0a02d1e1743a', 'a room');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177803352637452, 'entry', '01a20333-982b-70b4-92b8-fc1c63f38810', 'the first kilometre lies');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177807647604749, 'entry', '01a20333-9868-7625-846a-b465ff5a3ffb', 'has two children');
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20333-912e-75a9-8ed5-5a4d2013b87c', '01a20333912e-0000-edba335a', NULL, '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', NULL, '2026-06-01', 'agreement_kept', 1.0, 'as agreed', NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20333-91e1-70ae-9d4b-57af7d1e87ad', '01a2033391e1-0000-edba335a', NULL, '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', NULL, '2026-07-01', 'active_in_meeting', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20333-9241-7792-a0a2-56a81c4240b8', '01a203339241-0000-edba335a', NULL, '{}', '01a20333-9020-76a7-bf09-909f4cbeb57b', '01a20333-8e74-7491-b979-2a115741316c', NULL, '2026-07-01', 'obstructed', 1.5, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20333-92b5-755b-b5c4-ce838f6c7acf', '01a2033392b5-0000-edba335a', '01a203339337-0000-edba335a', '{}', '01a20333-9020-76a7-bf09-909f4cbeb57b', '01a20333-8e74-7491-b979-2a115741316c', NULL, '2026-07-02', 'open_opposition', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20333-9925-7033-bab2-0e0e3358b589', '01a203339925-0000-edba335a', NULL, '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', NULL, '2026-10-20', 'no_show', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20333-9985-7265-be2b-38e8faa8238a', '01a203339985-0000-edba335a', NULL, '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', NULL, '2026-11-02', 'cancelled_late', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20333-99e0-71ee-b483-979e921938fe', '01a2033399e0-0000-edba335a', NULL, '{}', '01a20333-9020-76a7-bf09-909f4cbeb57b', '01a20333-8e74-7491-b979-2a115741316c', NULL, '2026-11-12', 'contact', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20333-8fbd-77f4-9e74-8b5b28f9d1a4', '01a203338fbd-0000-edba335a', NULL, '{}', '{}', 'organisation', 'Gemeente Zuidrand', 'gemeente zuidrand', 'gemeente-zuidrand', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a203338fbd-0000-edba335a', NULL, '{}', '{"job":"01a2033397fd-0000-edba335a"}', 'person', 'Ada Lens', 'ada lens', 'ada-lens', '01a20333-8fbd-77f4-9e74-8b5b28f9d1a4', 'head of permits', NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20333-9020-76a7-bf09-909f4cbeb57b', '01a203339020-0000-edba335a', NULL, '{}', '{}', 'person', 'Bo Berg', 'bo berg', 'bo-berg', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20333-9071-724c-8959-6066eafc1251', '01a203339071-0000-edba335a', NULL, '{}', '{}', 'role', 'the contractors', 'the contractors', 'the-contractors', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20333-90a5-738f-baa8-de217f479861', '01a2033390a5-0000-edba335a', NULL, '{}', '{"merged_into":"01a2033398c1-0000-edba335a"}', 'person', 'B. Berg', 'b. berg', 'b-berg', NULL, NULL, NULL, 0, 0, '01a20333-9020-76a7-bf09-909f4cbeb57b');
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20333-9071-724c-8959-6066eafc1251', '01a20333-8e74-7491-b979-2a115741316c', 0.0, 0.0, 0.0, '2026-05-05', NULL, 0, 0, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0.0, -0.905096679918781, 0.905096679918781, 0.0, '2026-05-05', NULL);
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a1395bd6ea8', 0.0, 0.0, 0.0, '2026-09-10', NULL, 0, 0, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0.0, -0.905096679918781, 0.905096679918781, 0.0, '2026-09-10', NULL);
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20333-8fbd-77f4-9e74-8b5c426fdd8b', '01a20333-8e74-7491-b979-2a115741316c', 3.24750715864618388906e+00, 8.61589607856215344838e+00, 5.75711709985692432489e-01, '2026-11-12', 'opposing', 1, 0, 'quiet_opponent', 'unknown', '2026-11-02', 'cooling', NULL, NULL, NULL, NULL, 0, '2026-09-03', -3.00524421277909403737e-01, -8.25076359506605072624e-01, 2.24027516950786320659e-01, 1.18634032372083382251e+01, '2026-11-12', '2026-11-26');
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20333-9020-76a7-bf09-909f4cbeb57b', '01a20333-8e74-7491-b979-2a115741316c', 0.0, 9.61290593810919702377e+00, 1.35066716095085581628e+00, '2026-11-12', 'opposing', 1, 0, 'quiet_opponent', 'unknown', '2026-08-14', 'steady', NULL, NULL, NULL, NULL, 0, '2026-11-12', -6.15702546099715308791e-01, -1.0, -0.0546174596510437, 9.61290593810919702377e+00, '2026-11-12', '2027-02-21');
INSERT INTO "tag" ("id", "rev", "deleted", "extra", "stakeholder", "tag") VALUES ('00000000-0000-8031-b7ca-495ac70e5c86', '01a2033390fd-0000-edba335a', NULL, '{}', '01a20333-8fbd-77f4-9e74-8b5c426fdd8b', 'board');
CREATE INDEX about_entry ON about (entry);
CREATE INDEX about_stakeholder ON about (stakeholder);
CREATE INDEX absence_stakeholder ON absence (stakeholder);
CREATE INDEX action_pair ON action (stakeholder, project);
CREATE INDEX agreement_pair ON agreement (stakeholder, project);
CREATE INDEX ask_pair ON ask (stakeholder, project);
CREATE INDEX batch_undoes ON batch (undoes);
CREATE INDEX change_batch ON change (batch);
CREATE INDEX change_row ON change (tab, "row");
CREATE INDEX consent_pair ON consent (stakeholder, project, day);
CREATE INDEX contact_folded ON contact (folded);
CREATE INDEX contact_stakeholder ON contact (stakeholder);
CREATE INDEX entry_day ON entry (day, id);
CREATE INDEX entry_project ON entry (project, kind, day);
CREATE INDEX involvement_pair ON involvement (stakeholder, project);
CREATE INDEX judgement_pair ON judgement (stakeholder, project, day);
CREATE INDEX plan_stakeholder ON "plan" (stakeholder);
CREATE UNIQUE INDEX search_row ON search ("row");
CREATE INDEX signal_day ON signal (day, id);
CREATE INDEX signal_pair ON signal (stakeholder, project, day);
CREATE INDEX stakeholder_folded ON stakeholder (folded);
CREATE INDEX state_lapses_on ON state (lapses_on);
CREATE INDEX tag_stakeholder ON tag (stakeholder);
INSERT INTO search_words (search_words) VALUES ('rebuild');
