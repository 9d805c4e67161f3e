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
INSERT INTO "about" ("id", "rev", "deleted", "extra", "entry", "stakeholder", "role", "note") VALUES ('01a20298-9660-74cd-ac7d-2b40deff531f', '01a202989660-0000-b2aee969', NULL, '{}', '01a20298-9660-74cd-ac7d-2b3fa3f48043', '01a20298-84ba-7443-b288-12e53306ade7', 'contributor', NULL);
INSERT INTO "about" ("id", "rev", "deleted", "extra", "entry", "stakeholder", "role", "note") VALUES ('01a20298-9729-77e3-ab87-29e012f5b573', '01a202989729-0000-b2aee969', NULL, '{}', '01a20298-9729-77e3-ab87-29df10b4d674', '01a20298-861e-71fa-8dd0-847111d193b8', 'subject', NULL);
INSERT INTO "absence" ("id", "rev", "deleted", "extra", "stakeholder", "starts", "ends", "note") VALUES ('01a20298-9368-714f-8c11-9382a7f0df68', '01a202989368-0000-b2aee969', NULL, '{}', '01a20298-84ba-7443-b288-12e53306ade7', '2026-09-14', '2026-09-28', NULL);
INSERT INTO "action" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "kind", "occasion", "state", "on", "until", "why", "outcome") VALUES ('00000000-0000-8ea7-88c8-644a3e4fc939', '01a2029897cb-0000-b2aee969', NULL, '{}', '{}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', 'usefulness_check', '2026-10-03', 'done', '2026-10-03', NULL, NULL, 'useful');
INSERT INTO "agreement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "by", "text", "made_on", "due", "closed_on", "outcome", "intensity", "private") VALUES ('01a20298-8f5f-779f-ac39-4b3c2077edda', '01a202988f5f-0000-b2aee969', NULL, '{}', '{}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', 'me', 'numbers', '2026-08-03', '2026-11-20', NULL, NULL, 1.0, 0);
INSERT INTO "agreement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "by", "text", "made_on", "due", "closed_on", "outcome", "intensity", "private") VALUES ('01a20298-8fe2-730c-bc52-e229dfb6910a', '01a202988fe2-0000-b2aee969', NULL, '{}', '{"closed_on":"01a202989211-0000-b2aee969","outcome":"01a202989211-0000-b2aee969"}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', 'them', 'a room', '2026-08-10', '2026-09-01', '2026-09-03', 'late', 1.0, 0);
INSERT INTO "ask" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "kind", "by", "asked_on", "text", "due", "answered_on", "outcome", "intensity", "origin", "private") VALUES ('01a20298-8ebd-77d2-8016-55309a891aba', '01a202988ebd-0000-b2aee969', NULL, '{}', '{}', '01a20298-861e-71fa-8dd0-847111d193b8', '01a20298-7fa8-7007-a999-835e463a4178', 'mail', 'me', '2026-08-03', 'the drawings', '2026-08-20', NULL, NULL, 1.0, NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-7fa8-7007-a999-835d69a498a0', '01a202987fa8-0000-b2aee969', '2026-11-22T09:31:18.312Z', 'me', 'begin', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-7fa8-7007-a999-835fcd95b4c4', '01a202987fa8-0001-b2aee969', '2026-11-22T09:31:18.312Z', 'me', 'project', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-84ba-7443-b288-12e3361d79c2', '01a2029884ba-0000-b2aee969', '2026-11-22T09:31:19.610Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-861e-71fa-8dd0-8470cd941093', '01a20298861e-0000-b2aee969', '2026-11-22T09:31:19.966Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-8701-7053-a66b-c3f1f94777bf', '01a202988701-0000-b2aee969', '2026-11-22T09:31:20.193Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-87cd-7576-8636-838935d4d82c', '01a2029887cd-0000-b2aee969', '2026-11-22T09:31:20.397Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-88a0-7511-bbb0-19a341cc2ed5', '01a2029888a0-0000-b2aee969', '2026-11-22T09:31:20.608Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-894e-744a-8f82-cc2abeafa378', '01a20298894e-0000-b2aee969', '2026-11-22T09:31:20.782Z', 'me', 'tag', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-89d9-74b9-8354-b803bd52d798', '01a2029889d9-0000-b2aee969', '2026-11-22T09:31:20.921Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-8b52-7369-bf0b-30b2e3855e5d', '01a202988b52-0000-b2aee969', '2026-11-22T09:31:21.298Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-8be1-754b-b5ee-d156240b99e9', '01a202988be1-0000-b2aee969', '2026-11-22T09:31:21.441Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-8c56-771f-96ff-07ea543a5100', '01a202988c56-0000-b2aee969', '2026-11-22T09:31:21.558Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-8d12-719e-bb06-75899f530ae6', '01a202988d12-0000-b2aee969', '2026-11-22T09:31:21.746Z', 'me', 'undo', '01a20298-8c56-771f-96ff-07ea543a5100', 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-8ebd-77d2-8016-552f30bc04fb', '01a202988ebd-0000-b2aee969', '2026-11-22T09:31:22.173Z', 'me', 'ask', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-8f5f-779f-ac39-4b3bde1a1121', '01a202988f5f-0000-b2aee969', '2026-11-22T09:31:22.335Z', 'me', 'agree', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-8fe2-730c-bc52-e228444c1efc', '01a202988fe2-0000-b2aee969', '2026-11-22T09:31:22.466Z', 'me', 'agree', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-9211-724c-8d76-4f0be1c0700c', '01a202989211-0000-b2aee969', '2026-11-22T09:31:23.025Z', 'me', 'settle', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-92f6-713c-a031-0c6eecb7458a', '01a2029892f6-0000-b2aee969', '2026-11-22T09:31:23.254Z', 'me', 'judge', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-9368-714f-8c11-93813dc5d1a8', '01a202989368-0000-b2aee969', '2026-11-22T09:31:23.368Z', 'me', 'absence', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-941c-73b5-a5ed-b2876ebb38ef', '01a20298941c-0000-b2aee969', '2026-11-22T09:31:23.548Z', 'me', 'cadence', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-955d-710a-a665-aad36a4bc645', '01a20298955d-0000-b2aee969', '2026-11-22T09:31:23.869Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-95eb-7772-ad78-7b681245cd74', '01a2029895eb-0000-b2aee969', '2026-11-22T09:31:24.011Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-9660-74cd-ac7d-2b3e27a5642a', '01a202989660-0000-b2aee969', '2026-11-22T09:31:24.128Z', 'me', 'progress', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-9729-77e3-ab87-29dec4661dcd', '01a202989729-0000-b2aee969', '2026-11-22T09:31:24.329Z', 'me', 'note', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-97cb-7760-9608-aa5b3c49174d', '01a2029897cb-0000-b2aee969', '2026-11-22T09:31:24.491Z', 'me', 'updates', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-9847-705d-8c21-d7d425ed1fb8', '01a202989847-0000-b2aee969', '2026-11-22T09:31:24.615Z', 'me', 'merge', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-9991-7292-bdd5-25ae023cba54', '01a202989991-0000-b2aee969', '2026-11-22T09:31:24.945Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-9a45-71e8-aa47-94c1efad129b', '01a202989a45-0000-b2aee969', '2026-11-22T09:31:25.125Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20298-9aed-73f7-9f48-a213f36b0cac', '01a202989aed-0000-b2aee969', '2026-11-22T09:31:25.293Z', 'me', 'log', NULL, 0);
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (1, '01a20298-7fa8-7007-a999-835d69a498a0', 'project', '01a20298-7fa8-7007-a999-835e463a4178', NULL, NULL, NULL, '01a202987fa8-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (2, '01a20298-7fa8-7007-a999-835fcd95b4c4', 'project', '01a20298-7fa8-7007-a999-8360654098ed', NULL, NULL, NULL, '01a202987fa8-0001-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (3, '01a20298-84ba-7443-b288-12e3361d79c2', 'stakeholder', '01a20298-84ba-7443-b288-12e4bd51e143', NULL, NULL, NULL, '01a2029884ba-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (4, '01a20298-84ba-7443-b288-12e3361d79c2', 'stakeholder', '01a20298-84ba-7443-b288-12e53306ade7', NULL, NULL, NULL, '01a2029884ba-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (5, '01a20298-84ba-7443-b288-12e3361d79c2', 'involvement', '00000000-0000-8166-bb15-b1df74e7e069', NULL, NULL, NULL, '01a2029884ba-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (6, '01a20298-861e-71fa-8dd0-8470cd941093', 'stakeholder', '01a20298-861e-71fa-8dd0-847111d193b8', NULL, NULL, NULL, '01a20298861e-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (7, '01a20298-861e-71fa-8dd0-8470cd941093', 'contact', '01a20298-861e-71fa-8dd0-84729a867fc4', NULL, NULL, NULL, '01a20298861e-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (8, '01a20298-861e-71fa-8dd0-8470cd941093', 'involvement', '00000000-0000-8c98-b590-93887e827c87', NULL, NULL, NULL, '01a20298861e-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (9, '01a20298-8701-7053-a66b-c3f1f94777bf', 'stakeholder', '01a20298-8701-7053-a66b-c3f2fed8a305', NULL, NULL, NULL, '01a202988701-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (10, '01a20298-8701-7053-a66b-c3f1f94777bf', 'involvement', '00000000-0000-83d3-8232-26052b39bdb1', NULL, NULL, NULL, '01a202988701-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (11, '01a20298-87cd-7576-8636-838935d4d82c', 'stakeholder', '01a20298-87cd-7576-8636-838a01eac6d4', NULL, NULL, NULL, '01a2029887cd-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (12, '01a20298-87cd-7576-8636-838935d4d82c', 'contact', '01a20298-87cd-7576-8636-838bc685ca81', NULL, NULL, NULL, '01a2029887cd-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (13, '01a20298-87cd-7576-8636-838935d4d82c', 'involvement', '00000000-0000-8091-95b2-84344ff1b407', NULL, NULL, NULL, '01a2029887cd-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (14, '01a20298-88a0-7511-bbb0-19a341cc2ed5', 'involvement', '00000000-0000-8190-a6c7-ac8e91fac6c9', NULL, NULL, NULL, '01a2029888a0-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (15, '01a20298-894e-744a-8f82-cc2abeafa378', 'tag', '00000000-0000-8a1f-8114-d0764bfaa7f5', NULL, NULL, NULL, '01a20298894e-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (16, '01a20298-89d9-74b9-8354-b803bd52d798', 'signal', '01a20298-89d9-74b9-8354-b8046df237c8', NULL, NULL, NULL, '01a2029889d9-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (17, '01a20298-8b52-7369-bf0b-30b2e3855e5d', 'signal', '01a20298-8b52-7369-bf0b-30b31b048bed', NULL, NULL, NULL, '01a202988b52-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (18, '01a20298-8be1-754b-b5ee-d156240b99e9', 'signal', '01a20298-8be1-754b-b5ee-d1572291e3dd', NULL, NULL, NULL, '01a202988be1-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (19, '01a20298-8c56-771f-96ff-07ea543a5100', 'signal', '01a20298-8c56-771f-96ff-07eb7d0b7778', NULL, NULL, NULL, '01a202988c56-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (20, '01a20298-8d12-719e-bb06-75899f530ae6', 'signal', '01a20298-8c56-771f-96ff-07eb7d0b7778', NULL, '{"day":"2026-07-02","deleted":null,"doubles":null,"entry":null,"extra":{},"ignored":false,"intensity":1.0,"kind":"open_opposition","note":null,"origin":null,"private":false,"project":"01a20298-7fa8-7007-a999-835e463a4178","rev":"01a202988c56-0000-b2aee969","source":null,"stakeholder":"01a20298-861e-71fa-8dd0-847111d193b8"}', '{"deleted":"01a202988d12-0000-b2aee969"}', '01a202988d12-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (21, '01a20298-8ebd-77d2-8016-552f30bc04fb', 'ask', '01a20298-8ebd-77d2-8016-55309a891aba', NULL, NULL, NULL, '01a202988ebd-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (22, '01a20298-8f5f-779f-ac39-4b3bde1a1121', 'agreement', '01a20298-8f5f-779f-ac39-4b3c2077edda', NULL, NULL, NULL, '01a202988f5f-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (23, '01a20298-8fe2-730c-bc52-e228444c1efc', 'agreement', '01a20298-8fe2-730c-bc52-e229dfb6910a', NULL, NULL, NULL, '01a202988fe2-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (24, '01a20298-9211-724c-8d76-4f0be1c0700c', 'agreement', '01a20298-8fe2-730c-bc52-e229dfb6910a', 'closed_on', NULL, '"2026-09-03"', '01a202989211-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (25, '01a20298-9211-724c-8d76-4f0be1c0700c', 'agreement', '01a20298-8fe2-730c-bc52-e229dfb6910a', 'outcome', NULL, '"late"', '01a202989211-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (26, '01a20298-92f6-713c-a031-0c6eecb7458a', 'judgement', '01a20298-92f6-713c-a031-0c6f98ec774a', NULL, NULL, NULL, '01a2029892f6-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (27, '01a20298-9368-714f-8c11-93813dc5d1a8', 'absence', '01a20298-9368-714f-8c11-9382a7f0df68', NULL, NULL, NULL, '01a202989368-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (28, '01a20298-941c-73b5-a5ed-b2876ebb38ef', 'involvement', '00000000-0000-8166-bb15-b1df74e7e069', 'style', NULL, '"periodic"', '01a20298941c-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (29, '01a20298-941c-73b5-a5ed-b2876ebb38ef', 'involvement', '00000000-0000-8166-bb15-b1df74e7e069', 'ideal_days', NULL, '21', '01a20298941c-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (30, '01a20298-941c-73b5-a5ed-b2876ebb38ef', 'involvement', '00000000-0000-8166-bb15-b1df74e7e069', 'latest_days', NULL, '35', '01a20298941c-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (31, '01a20298-955d-710a-a665-aad36a4bc645', 'stakeholder', '01a20298-84ba-7443-b288-12e53306ade7', 'job', NULL, '"clerk"', '01a20298955d-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (32, '01a20298-95eb-7772-ad78-7b681245cd74', 'stakeholder', '01a20298-84ba-7443-b288-12e53306ade7', 'job', '"clerk"', '"head of permits"', '01a2029895eb-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (33, '01a20298-9660-74cd-ac7d-2b3e27a5642a', 'entry', '01a20298-9660-74cd-ac7d-2b3fa3f48043', NULL, NULL, NULL, '01a202989660-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (34, '01a20298-9660-74cd-ac7d-2b3e27a5642a', 'about', '01a20298-9660-74cd-ac7d-2b40deff531f', NULL, NULL, NULL, '01a202989660-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (35, '01a20298-9729-77e3-ab87-29dec4661dcd', 'entry', '01a20298-9729-77e3-ab87-29df10b4d674', NULL, NULL, NULL, '01a202989729-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (36, '01a20298-9729-77e3-ab87-29dec4661dcd', 'about', '01a20298-9729-77e3-ab87-29e012f5b573', NULL, NULL, NULL, '01a202989729-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (37, '01a20298-97cb-7760-9608-aa5b3c49174d', 'action', '00000000-0000-8ea7-88c8-644a3e4fc939', NULL, NULL, NULL, '01a2029897cb-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (38, '01a20298-9847-705d-8c21-d7d425ed1fb8', 'stakeholder', '01a20298-87cd-7576-8636-838a01eac6d4', 'merged_into', NULL, '"01a20298-861e-71fa-8dd0-847111d193b8"', '01a202989847-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (39, '01a20298-9847-705d-8c21-d7d425ed1fb8', 'contact', '01a20298-87cd-7576-8636-838bc685ca81', 'stakeholder', '"01a20298-87cd-7576-8636-838a01eac6d4"', '"01a20298-861e-71fa-8dd0-847111d193b8"', '01a202989847-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (40, '01a20298-9847-705d-8c21-d7d425ed1fb8', 'involvement', '00000000-0000-8091-95b2-84344ff1b407', 'deleted', NULL, '"01a202989847-0000-b2aee969"', '01a202989847-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (41, '01a20298-9991-7292-bdd5-25ae023cba54', 'signal', '01a20298-9991-7292-bdd5-25af4d41a6dc', NULL, NULL, NULL, '01a202989991-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (42, '01a20298-9a45-71e8-aa47-94c1efad129b', 'signal', '01a20298-9a45-71e8-aa47-94c20f375557', NULL, NULL, NULL, '01a202989a45-0000-b2aee969');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (43, '01a20298-9aed-73f7-9f48-a213f36b0cac', 'signal', '01a20298-9aed-73f7-9f48-a214a568c034', NULL, NULL, NULL, '01a202989aed-0000-b2aee969');
INSERT INTO "contact" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "way", "label", "value", "folded") VALUES ('01a20298-861e-71fa-8dd0-84729a867fc4', '01a20298861e-0000-b2aee969', NULL, '{}', '{}', '01a20298-861e-71fa-8dd0-847111d193b8', 'email', NULL, 'bo@example.org', 'bo@example.org');
INSERT INTO "contact" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "way", "label", "value", "folded") VALUES ('01a20298-87cd-7576-8636-838bc685ca81', '01a2029887cd-0000-b2aee969', NULL, '{}', '{"stakeholder":"01a202989847-0000-b2aee969"}', '01a20298-861e-71fa-8dd0-847111d193b8', 'email', NULL, 'berg@example.org', 'berg@example.org');
INSERT INTO "entry" ("id", "rev", "deleted", "extra", "revs", "kind", "day", "project", "title", "text", "due", "closed_on", "outcome", "private") VALUES ('01a20298-9660-74cd-ac7d-2b3fa3f48043', '01a202989660-0000-b2aee969', NULL, '{}', '{}', 'success', '2026-10-01', '01a20298-7fa8-7007-a999-835e463a4178', NULL, 'the first kilometre lies', NULL, NULL, NULL, 0);
INSERT INTO "entry" ("id", "rev", "deleted", "extra", "revs", "kind", "day", "project", "title", "text", "due", "closed_on", "outcome", "private") VALUES ('01a20298-9729-77e3-ab87-29df10b4d674', '01a202989729-0000-b2aee969', NULL, '{}', '{}', 'note', '2026-10-02', NULL, NULL, 'has two children', NULL, NULL, NULL, 1);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8166-bb15-b1df74e7e069', '01a2029884ba-0000-b2aee969', NULL, '{}', '{"ideal_days":"01a20298941c-0000-b2aee969","latest_days":"01a20298941c-0000-b2aee969","style":"01a20298941c-0000-b2aee969"}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', NULL, NULL, NULL, 'high', NULL, NULL, 0, 'periodic', 21, 35, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8c98-b590-93887e827c87', '01a20298861e-0000-b2aee969', NULL, '{}', '{}', '01a20298-861e-71fa-8dd0-847111d193b8', '01a20298-7fa8-7007-a999-835e463a4178', NULL, NULL, NULL, 'medium', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-83d3-8232-26052b39bdb1', '01a202988701-0000-b2aee969', NULL, '{}', '{}', '01a20298-8701-7053-a66b-c3f2fed8a305', '01a20298-7fa8-7007-a999-835e463a4178', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8091-95b2-84344ff1b407', '01a2029887cd-0000-b2aee969', '01a202989847-0000-b2aee969', '{}', '{}', '01a20298-87cd-7576-8636-838a01eac6d4', '01a20298-7fa8-7007-a999-835e463a4178', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8190-a6c7-ac8e91fac6c9', '01a2029888a0-0000-b2aee969', NULL, '{}', '{}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-8360654098ed', NULL, 5, 2, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "judgement" ("id", "rev", "deleted", "extra", "stakeholder", "project", "day", "label", "note", "by", "origin") VALUES ('01a20298-92f6-713c-a031-0c6f98ec774a', '01a2029892f6-0000-b2aee969', NULL, '{}', '01a20298-861e-71fa-8dd0-847111d193b8', '01a20298-7fa8-7007-a999-835e463a4178', '2026-09-04', 'critic', 'says so himself', NULL, NULL);
INSERT INTO "meta" ("name", "value") VALUES ('replica', 'b2aee969');
INSERT INTO "meta" ("name", "value") VALUES ('clock', '01a202989aed-0000');
INSERT INTO "meta" ("name", "value") VALUES ('zone', 'UTC');
INSERT INTO "meta" ("name", "value") VALUES ('default_project', '01a20298-7fa8-7007-a999-835e463a4178');
INSERT INTO "meta" ("name", "value") VALUES ('plan_day', '');
INSERT INTO "meta" ("name", "value") VALUES ('search_next', '14');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('01a20298-7fa8-7007-a999-835e463a4178', '01a202987fa8-0000-b2aee969', NULL, '{}', '{}', 'My project', 'project', NULL, NULL, 'none');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('01a20298-7fa8-7007-a999-8360654098ed', '01a202987fa8-0001-b2aee969', NULL, '{}', '{}', 'Graafloket', 'project', NULL, NULL, 'none');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (1, 'stakeholder', '01a20298-84ba-7443-b288-12e4bd51e143', 'gemeente zuidrand');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (2, 'stakeholder', '01a20298-84ba-7443-b288-12e53306ade7', 'ada lens');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3, 'stakeholder', '01a20298-861e-71fa-8dd0-847111d193b8', 'bo berg');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (4, 'contact', '01a20298-861e-71fa-8dd0-84729a867fc4', 'bo@example.org');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (5, 'stakeholder', '01a20298-8701-7053-a66b-c3f2fed8a305', 'the contractors');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (6, 'stakeholder', '01a20298-87cd-7576-8636-838a01eac6d4', 'b. berg');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (7, 'contact', '01a20298-87cd-7576-8636-838bc685ca81', 'berg@example.org');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177279366627336, 'signal', '01a20298-89d9-74b9-8354-b8046df237c8', 'as agreed');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177549949566985, 'ask', '01a20298-8ebd-77d2-8016-55309a891aba', 'the drawings');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177549949566986, 'agreement', '01a20298-8f5f-779f-ac39-4b3c2077edda', 'numbers');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177580014338059, 'agreement', '01a20298-8fe2-730c-bc52-e229dfb6910a', 'a room');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177803352637452, 'entry', '01a20298-9660-74cd-ac7d-2b3fa3f48043', 'the first kilometre lies');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177807647604749, 'entry', '01a20298-9729-77e3-ab87-29df10b4d674', 'has two children');
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20298-89d9-74b9-8354-b8046df237c8', '01a2029889d9-0000-b2aee969', NULL, '{}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', NULL, '2026-06-01', 'agreement_kept', 1.0, 'as agreed', NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20298-8b52-7369-bf0b-30b31b048bed', '01a202988b52-0000-b2aee969', NULL, '{}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', NULL, '2026-07-01', 'active_in_meeting', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20298-8be1-754b-b5ee-d1572291e3dd', '01a202988be1-0000-b2aee969', NULL, '{}', '01a20298-861e-71fa-8dd0-847111d193b8', '01a20298-7fa8-7007-a999-835e463a4178', NULL, '2026-07-01', 'obstructed', 1.5, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20298-8c56-771f-96ff-07eb7d0b7778', '01a202988c56-0000-b2aee969', '01a202988d12-0000-b2aee969', '{}', '01a20298-861e-71fa-8dd0-847111d193b8', '01a20298-7fa8-7007-a999-835e463a4178', NULL, '2026-07-02', 'open_opposition', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20298-9991-7292-bdd5-25af4d41a6dc', '01a202989991-0000-b2aee969', NULL, '{}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', NULL, '2026-10-20', 'no_show', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20298-9a45-71e8-aa47-94c20f375557', '01a202989a45-0000-b2aee969', NULL, '{}', '01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', NULL, '2026-11-02', 'cancelled_late', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20298-9aed-73f7-9f48-a214a568c034', '01a202989aed-0000-b2aee969', NULL, '{}', '01a20298-861e-71fa-8dd0-847111d193b8', '01a20298-7fa8-7007-a999-835e463a4178', NULL, '2026-11-12', 'contact', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20298-84ba-7443-b288-12e4bd51e143', '01a2029884ba-0000-b2aee969', NULL, '{}', '{}', 'organisation', 'Gemeente Zuidrand', 'gemeente zuidrand', 'gemeente-zuidrand', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20298-84ba-7443-b288-12e53306ade7', '01a2029884ba-0000-b2aee969', NULL, '{}', '{"job":"01a2029895eb-0000-b2aee969"}', 'person', 'Ada Lens', 'ada lens', 'ada-lens', '01a20298-84ba-7443-b288-12e4bd51e143', 'head of permits', NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20298-861e-71fa-8dd0-847111d193b8', '01a20298861e-0000-b2aee969', NULL, '{}', '{}', 'person', 'Bo Berg', 'bo berg', 'bo-berg', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20298-8701-7053-a66b-c3f2fed8a305', '01a202988701-0000-b2aee969', NULL, '{}', '{}', 'role', 'the contractors', 'the contractors', 'the-contractors', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20298-87cd-7576-8636-838a01eac6d4', '01a2029887cd-0000-b2aee969', NULL, '{}', '{"merged_into":"01a202989847-0000-b2aee969"}', 'person', 'B. Berg', 'b. berg', 'b-berg', NULL, NULL, NULL, 0, 0, '01a20298-861e-71fa-8dd0-847111d193b8');
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20298-8701-7053-a66b-c3f2fed8a305', '01a20298-7fa8-7007-a999-835e463a4178', 0.0, 0.0, 0.0, '2026-05-05', NULL, 0, 0, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0.0, -0.905096679918781, 0.905096679918781, 0.0, '2026-05-05', NULL);
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-8360654098ed', 0.0, 0.0, 0.0, '2026-09-10', NULL, 0, 0, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0.0, -0.905096679918781, 0.905096679918781, 0.0, '2026-09-10', NULL);
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20298-84ba-7443-b288-12e53306ade7', '01a20298-7fa8-7007-a999-835e463a4178', 3.24750715864618388906e+00, 8.61589607856215344838e+00, 5.75711709985692432489e-01, '2026-11-12', 'opposing', 1, 0, 'quiet_opponent', 'unknown', '2026-11-02', 'cooling', NULL, NULL, NULL, NULL, 0, '2026-09-03', -3.00524421277909403737e-01, -8.25076359506605072624e-01, 2.24027516950786320659e-01, 1.18634032372083382251e+01, '2026-11-12', '2026-11-26');
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20298-861e-71fa-8dd0-847111d193b8', '01a20298-7fa8-7007-a999-835e463a4178', 0.0, 9.61290593810919702377e+00, 1.35066716095085581628e+00, '2026-11-12', 'opposing', 1, 0, 'quiet_opponent', 'unknown', '2026-08-14', 'steady', NULL, NULL, NULL, NULL, 0, '2026-11-12', -6.15702546099715308791e-01, -1.0, -0.0546174596510437, 9.61290593810919702377e+00, '2026-11-12', '2027-02-21');
INSERT INTO "tag" ("id", "rev", "deleted", "extra", "stakeholder", "tag") VALUES ('00000000-0000-8a1f-8114-d0764bfaa7f5', '01a20298894e-0000-b2aee969', NULL, '{}', '01a20298-84ba-7443-b288-12e53306ade7', 'board');
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
