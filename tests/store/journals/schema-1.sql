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
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a1fdfa-4600-769f-b3f7-3363bafc724f', '01a1fdfa4600-0000-0e787101', '2026-11-21T12:00:00.000Z', 'me', 'begin', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a1fdfa-4600-769f-b3f7-33642169bea1', '01a1fdfa4600-0001-0e787101', '2026-11-21T12:00:00.000Z', 'me', 'log', NULL, 0);
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (1, '01a1fdfa-4600-769f-b3f7-3363bafc724f', 'project', '00000000-0000-7000-8000-000000000001', NULL, NULL, NULL, '01a1fdfa4600-0000-0e787101');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (2, '01a1fdfa-4600-769f-b3f7-3363bafc724f', 'stakeholder', '00000000-0000-7000-8000-000000000002', NULL, NULL, NULL, '01a1fdfa4600-0000-0e787101');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (3, '01a1fdfa-4600-769f-b3f7-33642169bea1', 'involvement', '00000000-0000-7000-8000-00000000001e', NULL, NULL, NULL, '01a1fdfa4600-0001-0e787101');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (4, '01a1fdfa-4600-769f-b3f7-33642169bea1', 'signal', '00000000-0000-7000-8000-000000000064', NULL, NULL, NULL, '01a1fdfa4600-0001-0e787101');
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-7000-8000-00000000001e', '01a1fdfa4600-0001-0e787101', NULL, '{}', '{}', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', NULL, 4, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "meta" ("name", "value") VALUES ('replica', '0e787101');
INSERT INTO "meta" ("name", "value") VALUES ('clock', '01a1fdfa4600-0001');
INSERT INTO "meta" ("name", "value") VALUES ('zone', 'Europe/Brussels');
INSERT INTO "meta" ("name", "value") VALUES ('search_next', '3');
INSERT INTO "meta" ("name", "value") VALUES ('written:project', '01a1fdfa4600-0000-0e787101');
INSERT INTO "meta" ("name", "value") VALUES ('written:stakeholder', '01a1fdfa4600-0000-0e787101');
INSERT INTO "meta" ("name", "value") VALUES ('written:involvement', '01a1fdfa4600-0001-0e787101');
INSERT INTO "meta" ("name", "value") VALUES ('written:signal-1970-01', '01a1fdfa4600-0001-0e787101');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('00000000-0000-7000-8000-000000000001', '01a1fdfa4600-0000-0e787101', NULL, '{}', '{}', 'Bridge', 'project', NULL, NULL, 'none');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (1, 'stakeholder', '00000000-0000-7000-8000-000000000002', 'ada lens');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177945086558210, 'signal', '00000000-0000-7000-8000-000000000064', 'the water board said yes');
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('00000000-0000-7000-8000-000000000064', '01a1fdfa4600-0001-0e787101', NULL, '{}', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', NULL, '2026-11-03', 'contact', 1.0, 'The water board said yes', NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('00000000-0000-7000-8000-000000000002', '01a1fdfa4600-0000-0e787101', NULL, '{}', '{}', 'person', 'Ada Lens', 'ada lens', 'h-2', NULL, NULL, NULL, 0, 0, NULL);
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
CREATE INDEX signal_deleted ON signal (id) WHERE deleted IS NOT NULL;
CREATE INDEX signal_pair ON signal (stakeholder, project, day);
CREATE INDEX stakeholder_folded ON stakeholder (folded);
CREATE INDEX state_lapses_on ON state (lapses_on);
CREATE INDEX tag_stakeholder ON tag (stakeholder);
INSERT INTO search_words (search_words) VALUES ('rebuild');
