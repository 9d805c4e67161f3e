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
INSERT INTO "about" ("id", "rev", "deleted", "extra", "entry", "stakeholder", "role", "note") VALUES ('01a2034b-aec0-737c-a0b4-6960efb28467', '01a2034baec0-0000-aca2f2bc', NULL, '{}', '01a2034b-aec0-737c-a0b4-695fe17180e2', '01a2034b-a15a-72f4-89aa-6a2382b46401', 'contributor', NULL);
INSERT INTO "about" ("id", "rev", "deleted", "extra", "entry", "stakeholder", "role", "note") VALUES ('01a2034b-af60-70fe-ba14-e6a4ea4d8dba', '01a2034baf60-0000-aca2f2bc', NULL, '{}', '01a2034b-af60-70fe-ba14-e6a327167140', '01a2034b-a248-739e-a0b3-ee084951073c', 'subject', NULL);
INSERT INTO "absence" ("id", "rev", "deleted", "extra", "stakeholder", "starts", "ends", "note") VALUES ('01a2034b-ac2f-7714-8243-92ad396c2dbc', '01a2034bac2f-0000-aca2f2bc', NULL, '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '2026-09-14', '2026-09-28', NULL);
INSERT INTO "action" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "kind", "occasion", "state", "on", "until", "why", "outcome") VALUES ('00000000-0000-8f75-9f3e-2915bee6e8bf', '01a2034bafb4-0000-aca2f2bc', NULL, '{}', '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', 'usefulness_check', '2026-10-03', 'done', '2026-10-03', NULL, NULL, 'useful');
INSERT INTO "agreement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "by", "text", "made_on", "due", "closed_on", "outcome", "intensity", "private", "doubles") VALUES ('01a2034b-a982-70d7-a949-0343c211c1ef', '01a2034ba982-0000-aca2f2bc', NULL, '{}', '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', 'me', 'numbers', '2026-08-03', '2026-11-20', NULL, NULL, 1.0, 0, NULL);
INSERT INTO "agreement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "by", "text", "made_on", "due", "closed_on", "outcome", "intensity", "private", "doubles") VALUES ('01a2034b-a9cb-7160-a72a-abb9240097a5', '01a2034ba9cb-0000-aca2f2bc', NULL, '{}', '{"closed_on":"01a2034bab30-0000-aca2f2bc","outcome":"01a2034bab30-0000-aca2f2bc"}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', 'them', 'a room', '2026-08-10', '2026-09-01', '2026-09-03', 'late', 1.0, 0, NULL);
INSERT INTO "ask" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "kind", "by", "asked_on", "text", "due", "answered_on", "outcome", "intensity", "origin", "private", "doubles") VALUES ('01a2034b-a935-77d4-9641-0e444c238829', '01a2034ba935-0000-aca2f2bc', NULL, '{}', '{}', '01a2034b-a248-739e-a0b3-ee084951073c', '01a2034b-9e7d-7161-b318-da75a1069c9b', 'mail', 'me', '2026-08-03', 'the drawings', '2026-08-20', NULL, NULL, 1.0, NULL, 0, NULL);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-9e7d-7161-b318-da7426124676', '01a2034b9e7d-0000-aca2f2bc', '2026-11-22T12:46:57.149Z', 'me', 'begin', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-9e7d-7161-b318-da764130c6ad', '01a2034b9e7d-0001-aca2f2bc', '2026-11-22T12:46:57.149Z', 'me', 'project', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a15a-72f4-89aa-6a21b8d68092', '01a2034ba15a-0000-aca2f2bc', '2026-11-22T12:46:57.882Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a248-739e-a0b3-ee075a2e4620', '01a2034ba248-0000-aca2f2bc', '2026-11-22T12:46:58.120Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a2cc-74b7-a2dc-898ae29c1368', '01a2034ba2cc-0000-aca2f2bc', '2026-11-22T12:46:58.252Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a357-756c-aead-b4ab3541dd4f', '01a2034ba357-0000-aca2f2bc', '2026-11-22T12:46:58.391Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a3fe-77b7-a160-cba8a600585c', '01a2034ba3fe-0000-aca2f2bc', '2026-11-22T12:46:58.558Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a456-726e-81c4-d036b15a9787', '01a2034ba456-0000-aca2f2bc', '2026-11-22T12:46:58.646Z', 'me', 'tag', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a4a9-73f2-ae29-58028349e6f2', '01a2034ba4a9-0000-aca2f2bc', '2026-11-22T12:46:58.729Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a647-7177-9793-b68060284089', '01a2034ba647-0000-aca2f2bc', '2026-11-22T12:46:59.143Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a6d3-71c4-b03f-159efb65a225', '01a2034ba6d3-0000-aca2f2bc', '2026-11-22T12:46:59.283Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a73e-72d9-97f8-4f8d6fa4de2c', '01a2034ba73e-0000-aca2f2bc', '2026-11-22T12:46:59.390Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a7d4-70ba-b12a-824f6b4eeb82', '01a2034ba7d4-0000-aca2f2bc', '2026-11-22T12:46:59.540Z', 'me', 'undo', '01a2034b-a73e-72d9-97f8-4f8d6fa4de2c', 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a935-77d4-9641-0e4320900ada', '01a2034ba935-0000-aca2f2bc', '2026-11-22T12:46:59.893Z', 'me', 'ask', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a982-70d7-a949-03427fe35384', '01a2034ba982-0000-aca2f2bc', '2026-11-22T12:46:59.970Z', 'me', 'agree', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-a9cb-7160-a72a-abb884b3ccc9', '01a2034ba9cb-0000-aca2f2bc', '2026-11-22T12:47:00.043Z', 'me', 'agree', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-ab30-70e0-af32-5fa25f766b4e', '01a2034bab30-0000-aca2f2bc', '2026-11-22T12:47:00.400Z', 'me', 'settle', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-abd6-7329-af55-dc658408a469', '01a2034babd6-0000-aca2f2bc', '2026-11-22T12:47:00.566Z', 'me', 'judge', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-ac2f-7714-8243-92ac4d663329', '01a2034bac2f-0000-aca2f2bc', '2026-11-22T12:47:00.655Z', 'me', 'absence', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-acc0-7393-b324-1158cbea3876', '01a2034bacc0-0000-aca2f2bc', '2026-11-22T12:47:00.800Z', 'me', 'cadence', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-adce-7006-a07b-93222a6a5a15', '01a2034badce-0000-aca2f2bc', '2026-11-22T12:47:01.070Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-ae34-76a7-be47-923cf901a053', '01a2034bae34-0000-aca2f2bc', '2026-11-22T12:47:01.172Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-aec0-737c-a0b4-695e4139480d', '01a2034baec0-0000-aca2f2bc', '2026-11-22T12:47:01.312Z', 'me', 'progress', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-af60-70fe-ba14-e6a28c7926b5', '01a2034baf60-0000-aca2f2bc', '2026-11-22T12:47:01.472Z', 'me', 'note', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-afb4-736a-b7ec-648e8a5bb91e', '01a2034bafb4-0000-aca2f2bc', '2026-11-22T12:47:01.556Z', 'me', 'updates', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-b016-75d7-89b1-e89699f30f06', '01a2034bb016-0000-aca2f2bc', '2026-11-22T12:47:01.654Z', 'me', 'merge', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-b136-7439-9b3e-c9b855e50fa5', '01a2034bb136-0000-aca2f2bc', '2026-11-22T12:47:01.942Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-b18a-76b3-a0b2-9de7cf36a2bc', '01a2034bb18a-0000-aca2f2bc', '2026-11-22T12:47:02.026Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a2034b-b1e8-715a-aac6-26c41d5c9470', '01a2034bb1e8-0000-aca2f2bc', '2026-11-22T12:47:02.120Z', 'me', 'log', NULL, 0);
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (1, '01a2034b-9e7d-7161-b318-da7426124676', 'project', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, NULL, NULL, '01a2034b9e7d-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (2, '01a2034b-9e7d-7161-b318-da764130c6ad', 'project', '01a2034b-9e7d-7161-b318-da77d1fde011', NULL, NULL, NULL, '01a2034b9e7d-0001-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (3, '01a2034b-a15a-72f4-89aa-6a21b8d68092', 'stakeholder', '01a2034b-a15a-72f4-89aa-6a22035d7a4c', NULL, NULL, NULL, '01a2034ba15a-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (4, '01a2034b-a15a-72f4-89aa-6a21b8d68092', 'stakeholder', '01a2034b-a15a-72f4-89aa-6a2382b46401', NULL, NULL, NULL, '01a2034ba15a-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (5, '01a2034b-a15a-72f4-89aa-6a21b8d68092', 'involvement', '00000000-0000-8681-ab2d-6c8651ffcf73', NULL, NULL, NULL, '01a2034ba15a-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (6, '01a2034b-a248-739e-a0b3-ee075a2e4620', 'stakeholder', '01a2034b-a248-739e-a0b3-ee084951073c', NULL, NULL, NULL, '01a2034ba248-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (7, '01a2034b-a248-739e-a0b3-ee075a2e4620', 'contact', '01a2034b-a248-739e-a0b3-ee09824482a8', NULL, NULL, NULL, '01a2034ba248-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (8, '01a2034b-a248-739e-a0b3-ee075a2e4620', 'involvement', '00000000-0000-8b39-b842-70219966d321', NULL, NULL, NULL, '01a2034ba248-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (9, '01a2034b-a2cc-74b7-a2dc-898ae29c1368', 'stakeholder', '01a2034b-a2cc-74b7-a2dc-898bf8291f14', NULL, NULL, NULL, '01a2034ba2cc-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (10, '01a2034b-a2cc-74b7-a2dc-898ae29c1368', 'involvement', '00000000-0000-8312-85d8-4eb67e35a6bc', NULL, NULL, NULL, '01a2034ba2cc-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (11, '01a2034b-a357-756c-aead-b4ab3541dd4f', 'stakeholder', '01a2034b-a357-756c-aead-b4acfa090044', NULL, NULL, NULL, '01a2034ba357-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (12, '01a2034b-a357-756c-aead-b4ab3541dd4f', 'contact', '01a2034b-a357-756c-aead-b4ad4c08c923', NULL, NULL, NULL, '01a2034ba357-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (13, '01a2034b-a357-756c-aead-b4ab3541dd4f', 'involvement', '00000000-0000-8ef3-9970-f2d2f222b9c6', NULL, NULL, NULL, '01a2034ba357-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (14, '01a2034b-a3fe-77b7-a160-cba8a600585c', 'involvement', '00000000-0000-8c6f-9139-ffcd9a911ee9', NULL, NULL, NULL, '01a2034ba3fe-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (15, '01a2034b-a456-726e-81c4-d036b15a9787', 'tag', '00000000-0000-8d60-b8da-2a01530071ce', NULL, NULL, NULL, '01a2034ba456-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (16, '01a2034b-a4a9-73f2-ae29-58028349e6f2', 'signal', '01a2034b-a4a9-73f2-ae29-58033888f6e1', NULL, NULL, NULL, '01a2034ba4a9-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (17, '01a2034b-a647-7177-9793-b68060284089', 'signal', '01a2034b-a647-7177-9793-b6816bfbf8d1', NULL, NULL, NULL, '01a2034ba647-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (18, '01a2034b-a6d3-71c4-b03f-159efb65a225', 'signal', '01a2034b-a6d3-71c4-b03f-159f78acef28', NULL, NULL, NULL, '01a2034ba6d3-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (19, '01a2034b-a73e-72d9-97f8-4f8d6fa4de2c', 'signal', '01a2034b-a73e-72d9-97f8-4f8e22d2bd0f', NULL, NULL, NULL, '01a2034ba73e-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (20, '01a2034b-a7d4-70ba-b12a-824f6b4eeb82', 'signal', '01a2034b-a73e-72d9-97f8-4f8e22d2bd0f', NULL, '{"day":"2026-07-02","deleted":null,"doubles":null,"entry":null,"extra":{},"ignored":false,"intensity":1.0,"kind":"open_opposition","note":null,"origin":null,"private":false,"project":"01a2034b-9e7d-7161-b318-da75a1069c9b","rev":"01a2034ba73e-0000-aca2f2bc","source":null,"stakeholder":"01a2034b-a248-739e-a0b3-ee084951073c"}', '{"deleted":"01a2034ba7d4-0000-aca2f2bc"}', '01a2034ba7d4-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (21, '01a2034b-a935-77d4-9641-0e4320900ada', 'ask', '01a2034b-a935-77d4-9641-0e444c238829', NULL, NULL, NULL, '01a2034ba935-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (22, '01a2034b-a982-70d7-a949-03427fe35384', 'agreement', '01a2034b-a982-70d7-a949-0343c211c1ef', NULL, NULL, NULL, '01a2034ba982-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (23, '01a2034b-a9cb-7160-a72a-abb884b3ccc9', 'agreement', '01a2034b-a9cb-7160-a72a-abb9240097a5', NULL, NULL, NULL, '01a2034ba9cb-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (24, '01a2034b-ab30-70e0-af32-5fa25f766b4e', 'agreement', '01a2034b-a9cb-7160-a72a-abb9240097a5', 'closed_on', NULL, '"2026-09-03"', '01a2034bab30-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (25, '01a2034b-ab30-70e0-af32-5fa25f766b4e', 'agreement', '01a2034b-a9cb-7160-a72a-abb9240097a5', 'outcome', NULL, '"late"', '01a2034bab30-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (26, '01a2034b-abd6-7329-af55-dc658408a469', 'judgement', '01a2034b-abd6-7329-af55-dc66bdd9bea8', NULL, NULL, NULL, '01a2034babd6-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (27, '01a2034b-ac2f-7714-8243-92ac4d663329', 'absence', '01a2034b-ac2f-7714-8243-92ad396c2dbc', NULL, NULL, NULL, '01a2034bac2f-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (28, '01a2034b-acc0-7393-b324-1158cbea3876', 'involvement', '00000000-0000-8681-ab2d-6c8651ffcf73', 'style', NULL, '"periodic"', '01a2034bacc0-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (29, '01a2034b-acc0-7393-b324-1158cbea3876', 'involvement', '00000000-0000-8681-ab2d-6c8651ffcf73', 'ideal_days', NULL, '21', '01a2034bacc0-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (30, '01a2034b-acc0-7393-b324-1158cbea3876', 'involvement', '00000000-0000-8681-ab2d-6c8651ffcf73', 'latest_days', NULL, '35', '01a2034bacc0-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (31, '01a2034b-adce-7006-a07b-93222a6a5a15', 'stakeholder', '01a2034b-a15a-72f4-89aa-6a2382b46401', 'job', NULL, '"clerk"', '01a2034badce-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (32, '01a2034b-ae34-76a7-be47-923cf901a053', 'stakeholder', '01a2034b-a15a-72f4-89aa-6a2382b46401', 'job', '"clerk"', '"head of permits"', '01a2034bae34-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (33, '01a2034b-aec0-737c-a0b4-695e4139480d', 'entry', '01a2034b-aec0-737c-a0b4-695fe17180e2', NULL, NULL, NULL, '01a2034baec0-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (34, '01a2034b-aec0-737c-a0b4-695e4139480d', 'about', '01a2034b-aec0-737c-a0b4-6960efb28467', NULL, NULL, NULL, '01a2034baec0-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (35, '01a2034b-af60-70fe-ba14-e6a28c7926b5', 'entry', '01a2034b-af60-70fe-ba14-e6a327167140', NULL, NULL, NULL, '01a2034baf60-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (36, '01a2034b-af60-70fe-ba14-e6a28c7926b5', 'about', '01a2034b-af60-70fe-ba14-e6a4ea4d8dba', NULL, NULL, NULL, '01a2034baf60-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (37, '01a2034b-afb4-736a-b7ec-648e8a5bb91e', 'action', '00000000-0000-8f75-9f3e-2915bee6e8bf', NULL, NULL, NULL, '01a2034bafb4-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (38, '01a2034b-b016-75d7-89b1-e89699f30f06', 'stakeholder', '01a2034b-a357-756c-aead-b4acfa090044', 'merged_into', NULL, '"01a2034b-a248-739e-a0b3-ee084951073c"', '01a2034bb016-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (39, '01a2034b-b016-75d7-89b1-e89699f30f06', 'contact', '01a2034b-a357-756c-aead-b4ad4c08c923', 'stakeholder', '"01a2034b-a357-756c-aead-b4acfa090044"', '"01a2034b-a248-739e-a0b3-ee084951073c"', '01a2034bb016-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (40, '01a2034b-b016-75d7-89b1-e89699f30f06', 'involvement', '00000000-0000-8ef3-9970-f2d2f222b9c6', 'deleted', NULL, '"01a2034bb016-0000-aca2f2bc"', '01a2034bb016-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (41, '01a2034b-b136-7439-9b3e-c9b855e50fa5', 'signal', '01a2034b-b136-7439-9b3e-c9b90b8bbfed', NULL, NULL, NULL, '01a2034bb136-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (42, '01a2034b-b18a-76b3-a0b2-9de7cf36a2bc', 'signal', '01a2034b-b18a-76b3-a0b2-9de8443fe2ae', NULL, NULL, NULL, '01a2034bb18a-0000-aca2f2bc');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (43, '01a2034b-b1e8-715a-aac6-26c41d5c9470', 'signal', '01a2034b-b1e8-715a-aac6-26c534037923', NULL, NULL, NULL, '01a2034bb1e8-0000-aca2f2bc');
INSERT INTO "contact" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "way", "label", "value", "folded") VALUES ('01a2034b-a248-739e-a0b3-ee09824482a8', '01a2034ba248-0000-aca2f2bc', NULL, '{}', '{}', '01a2034b-a248-739e-a0b3-ee084951073c', 'email', NULL, 'bo@example.org', 'bo@example.org');
INSERT INTO "contact" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "way", "label", "value", "folded") VALUES ('01a2034b-a357-756c-aead-b4ad4c08c923', '01a2034ba357-0000-aca2f2bc', NULL, '{}', '{"stakeholder":"01a2034bb016-0000-aca2f2bc"}', '01a2034b-a248-739e-a0b3-ee084951073c', 'email', NULL, 'berg@example.org', 'berg@example.org');
INSERT INTO "entry" ("id", "rev", "deleted", "extra", "revs", "kind", "day", "project", "title", "text", "due", "closed_on", "outcome", "private") VALUES ('01a2034b-aec0-737c-a0b4-695fe17180e2', '01a2034baec0-0000-aca2f2bc', NULL, '{}', '{}', 'success', '2026-10-01', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, 'the first kilometre lies', NULL, NULL, NULL, 0);
INSERT INTO "entry" ("id", "rev", "deleted", "extra", "revs", "kind", "day", "project", "title", "text", "due", "closed_on", "outcome", "private") VALUES ('01a2034b-af60-70fe-ba14-e6a327167140', '01a2034baf60-0000-aca2f2bc', NULL, '{}', '{}', 'note', '2026-10-02', NULL, NULL, 'has two children', NULL, NULL, NULL, 1);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8681-ab2d-6c8651ffcf73', '01a2034ba15a-0000-aca2f2bc', NULL, '{}', '{"ideal_days":"01a2034bacc0-0000-aca2f2bc","latest_days":"01a2034bacc0-0000-aca2f2bc","style":"01a2034bacc0-0000-aca2f2bc"}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, NULL, NULL, 'high', NULL, NULL, 0, 'periodic', 21, 35, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8b39-b842-70219966d321', '01a2034ba248-0000-aca2f2bc', NULL, '{}', '{}', '01a2034b-a248-739e-a0b3-ee084951073c', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, NULL, NULL, 'medium', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8312-85d8-4eb67e35a6bc', '01a2034ba2cc-0000-aca2f2bc', NULL, '{}', '{}', '01a2034b-a2cc-74b7-a2dc-898bf8291f14', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8ef3-9970-f2d2f222b9c6', '01a2034ba357-0000-aca2f2bc', '01a2034bb016-0000-aca2f2bc', '{}', '{}', '01a2034b-a357-756c-aead-b4acfa090044', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8c6f-9139-ffcd9a911ee9', '01a2034ba3fe-0000-aca2f2bc', NULL, '{}', '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da77d1fde011', NULL, 5, 2, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "judgement" ("id", "rev", "deleted", "extra", "stakeholder", "project", "day", "label", "note", "by", "origin") VALUES ('01a2034b-abd6-7329-af55-dc66bdd9bea8', '01a2034babd6-0000-aca2f2bc', NULL, '{}', '01a2034b-a248-739e-a0b3-ee084951073c', '01a2034b-9e7d-7161-b318-da75a1069c9b', '2026-09-04', 'critic', 'says so himself', NULL, NULL);
INSERT INTO "meta" ("name", "value") VALUES ('replica', 'aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('clock', '01a2034bb1e8-0000');
INSERT INTO "meta" ("name", "value") VALUES ('zone', 'UTC');
INSERT INTO "meta" ("name", "value") VALUES ('default_project', '01a2034b-9e7d-7161-b318-da75a1069c9b');
INSERT INTO "meta" ("name", "value") VALUES ('plan_day', '');
INSERT INTO "meta" ("name", "value") VALUES ('written:project', '01a2034b9e7d-0001-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('search_next', '14');
INSERT INTO "meta" ("name", "value") VALUES ('written:involvement', '01a2034bb016-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:stakeholder', '01a2034bb016-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:contact', '01a2034bb016-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:tag', '01a2034ba456-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:signal-2026-11', '01a2034bb1e8-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:ask', '01a2034ba935-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:agreement', '01a2034bab30-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:judgement', '01a2034babd6-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:absence', '01a2034bac2f-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:about', '01a2034baf60-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:entry', '01a2034baf60-0000-aca2f2bc');
INSERT INTO "meta" ("name", "value") VALUES ('written:action', '01a2034bafb4-0000-aca2f2bc');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('01a2034b-9e7d-7161-b318-da75a1069c9b', '01a2034b9e7d-0000-aca2f2bc', NULL, '{}', '{}', 'My project', 'project', NULL, NULL, 'none');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('01a2034b-9e7d-7161-b318-da77d1fde011', '01a2034b9e7d-0001-aca2f2bc', NULL, '{}', '{}', 'Graafloket', 'project', NULL, NULL, 'none');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (1, 'stakeholder', '01a2034b-a15a-72f4-89aa-6a22035d7a4c', 'gemeente zuidrand');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (2, 'stakeholder', '01a2034b-a15a-72f4-89aa-6a2382b46401', 'ada lens');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3, 'stakeholder', '01a2034b-a248-739e-a0b3-ee084951073c', 'bo berg');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (4, 'contact', '01a2034b-a248-739e-a0b3-ee09824482a8', 'bo@example.org');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (5, 'stakeholder', '01a2034b-a2cc-74b7-a2dc-898bf8291f14', 'the contractors');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (6, 'stakeholder', '01a2034b-a357-756c-aead-b4acfa090044', 'b. berg');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (7, 'contact', '01a2034b-a357-756c-aead-b4ad4c08c923', 'berg@example.org');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177279366627336, 'signal', '01a2034b-a4a9-73f2-ae29-58033888f6e1', 'as agreed');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177549949566985, 'ask', '01a2034b-a935-77d4-9641-0e444c238829', 'the drawings');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177549949566986, 'agreement', '01a2034b-a982-70d7-a949-0343c211c1ef', 'numbers');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177580014338059, 'agreement', '01a2034b-a9cb-7160-a72a-abb9240097a5', 'a room');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177803352637452, 'entry', '01a2034b-aec0-737c-a0b4-695fe17180e2', 'the first kilometre lies');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177807647604749, 'entry', '01a2034b-af60-70fe-ba14-e6a327167140', 'has two children');
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a2034b-a4a9-73f2-ae29-58033888f6e1', '01a2034ba4a9-0000-aca2f2bc', NULL, '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, '2026-06-01', 'agreement_kept', 1.0, 'as agreed', NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a2034b-a647-7177-9793-b6816bfbf8d1', '01a2034ba647-0000-aca2f2bc', NULL, '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, '2026-07-01', 'active_in_meeting', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a2034b-a6d3-71c4-b03f-159f78acef28', '01a2034ba6d3-0000-aca2f2bc', NULL, '{}', '01a2034b-a248-739e-a0b3-ee084951073c', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, '2026-07-01', 'obstructed', 1.5, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a2034b-a73e-72d9-97f8-4f8e22d2bd0f', '01a2034ba73e-0000-aca2f2bc', '01a2034ba7d4-0000-aca2f2bc', '{}', '01a2034b-a248-739e-a0b3-ee084951073c', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, '2026-07-02', 'open_opposition', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a2034b-b136-7439-9b3e-c9b90b8bbfed', '01a2034bb136-0000-aca2f2bc', NULL, '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, '2026-10-20', 'no_show', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a2034b-b18a-76b3-a0b2-9de8443fe2ae', '01a2034bb18a-0000-aca2f2bc', NULL, '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, '2026-11-02', 'cancelled_late', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a2034b-b1e8-715a-aac6-26c534037923', '01a2034bb1e8-0000-aca2f2bc', NULL, '{}', '01a2034b-a248-739e-a0b3-ee084951073c', '01a2034b-9e7d-7161-b318-da75a1069c9b', NULL, '2026-11-12', 'contact', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a2034b-a15a-72f4-89aa-6a22035d7a4c', '01a2034ba15a-0000-aca2f2bc', NULL, '{}', '{}', 'organisation', 'Gemeente Zuidrand', 'gemeente zuidrand', 'gemeente-zuidrand', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034ba15a-0000-aca2f2bc', NULL, '{}', '{"job":"01a2034bae34-0000-aca2f2bc"}', 'person', 'Ada Lens', 'ada lens', 'ada-lens', '01a2034b-a15a-72f4-89aa-6a22035d7a4c', 'head of permits', NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a2034b-a248-739e-a0b3-ee084951073c', '01a2034ba248-0000-aca2f2bc', NULL, '{}', '{}', 'person', 'Bo Berg', 'bo berg', 'bo-berg', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a2034b-a2cc-74b7-a2dc-898bf8291f14', '01a2034ba2cc-0000-aca2f2bc', NULL, '{}', '{}', 'role', 'the contractors', 'the contractors', 'the-contractors', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a2034b-a357-756c-aead-b4acfa090044', '01a2034ba357-0000-aca2f2bc', NULL, '{}', '{"merged_into":"01a2034bb016-0000-aca2f2bc"}', 'person', 'B. Berg', 'b. berg', 'b-berg', NULL, NULL, NULL, 0, 0, '01a2034b-a248-739e-a0b3-ee084951073c');
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a2034b-a2cc-74b7-a2dc-898bf8291f14', '01a2034b-9e7d-7161-b318-da75a1069c9b', 0.0, 0.0, 0.0, '2026-05-05', NULL, 0, 0, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0.0, -0.905096679918781, 0.905096679918781, 0.0, '2026-05-05', NULL);
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da77d1fde011', 0.0, 0.0, 0.0, '2026-09-10', NULL, 0, 0, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0.0, -0.905096679918781, 0.905096679918781, 0.0, '2026-09-10', NULL);
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a2034b-a15a-72f4-89aa-6a2382b46401', '01a2034b-9e7d-7161-b318-da75a1069c9b', 3.24750715864618388906e+00, 8.61589607856215344838e+00, 5.75711709985692432489e-01, '2026-11-12', 'opposing', 1, 0, 'quiet_opponent', 'unknown', '2026-11-02', 'cooling', NULL, NULL, NULL, NULL, 0, '2026-09-03', -3.00524421277909403737e-01, -8.25076359506605072624e-01, 2.24027516950786320659e-01, 1.18634032372083382251e+01, '2026-11-12', '2026-11-26');
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a2034b-a248-739e-a0b3-ee084951073c', '01a2034b-9e7d-7161-b318-da75a1069c9b', 0.0, 9.61290593810919702377e+00, 1.35066716095085581628e+00, '2026-11-12', 'opposing', 1, 0, 'quiet_opponent', 'unknown', '2026-08-14', 'steady', NULL, NULL, NULL, NULL, 0, '2026-11-12', -6.15702546099715308791e-01, -1.0, -0.0546174596510437, 9.61290593810919702377e+00, '2026-11-12', '2027-02-21');
INSERT INTO "tag" ("id", "rev", "deleted", "extra", "stakeholder", "tag") VALUES ('00000000-0000-8d60-b8da-2a01530071ce', '01a2034ba456-0000-aca2f2bc', NULL, '{}', '01a2034b-a15a-72f4-89aa-6a2382b46401', 'board');
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
