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
INSERT INTO "about" ("id", "rev", "deleted", "extra", "entry", "stakeholder", "role", "note") VALUES ('01a20321-5b6f-7799-bba7-271c4fe09e9e', '01a203215b6f-0000-8b5083c6', NULL, '{}', '01a20321-5b6f-7799-bba7-271b90146063', '01a20321-513d-76f8-ab3c-7644ed68df2f', 'contributor', NULL);
INSERT INTO "about" ("id", "rev", "deleted", "extra", "entry", "stakeholder", "role", "note") VALUES ('01a20321-5be3-722d-bc8d-72fb27693fb7', '01a203215be3-0000-8b5083c6', NULL, '{}', '01a20321-5be3-722d-bc8d-72fabbc08a24', '01a20321-5202-779c-a534-2bbd6bdf88ae', 'subject', NULL);
INSERT INTO "absence" ("id", "rev", "deleted", "extra", "stakeholder", "starts", "ends", "note") VALUES ('01a20321-5a22-74fc-8414-0a160ce0d3ca', '01a203215a22-0000-8b5083c6', NULL, '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '2026-09-14', '2026-09-28', NULL);
INSERT INTO "action" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "kind", "occasion", "state", "on", "until", "why", "outcome") VALUES ('00000000-0000-8ecc-8e46-d8f09af57f5e', '01a203215c17-0000-8b5083c6', NULL, '{}', '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', 'usefulness_check', '2026-10-03', 'done', '2026-10-03', NULL, NULL, 'useful');
INSERT INTO "agreement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "by", "text", "made_on", "due", "closed_on", "outcome", "intensity", "private", "doubles") VALUES ('01a20321-5775-768a-9d5d-4a536ada0d1b', '01a203215775-0000-8b5083c6', NULL, '{}', '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', 'me', 'numbers', '2026-08-03', '2026-11-20', NULL, NULL, 1.0, 0, NULL);
INSERT INTO "agreement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "by", "text", "made_on", "due", "closed_on", "outcome", "intensity", "private", "doubles") VALUES ('01a20321-57de-76d9-8768-af288339879f', '01a2032157de-0000-8b5083c6', NULL, '{}', '{"closed_on":"01a20321597c-0000-8b5083c6","outcome":"01a20321597c-0000-8b5083c6"}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', 'them', 'a room', '2026-08-10', '2026-09-01', '2026-09-03', 'late', 1.0, 0, NULL);
INSERT INTO "ask" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "kind", "by", "asked_on", "text", "due", "answered_on", "outcome", "intensity", "origin", "private", "doubles") VALUES ('01a20321-5718-7688-9594-a1daeff7d035', '01a203215718-0000-8b5083c6', NULL, '{}', '{}', '01a20321-5202-779c-a534-2bbd6bdf88ae', '01a20321-4f6d-742f-8f8d-50d17a032cd6', 'mail', 'me', '2026-08-03', 'the drawings', '2026-08-20', NULL, NULL, 1.0, NULL, 0, NULL);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-4f6d-742f-8f8d-50d07ab24211', '01a203214f6d-0000-8b5083c6', '2026-11-22T12:00:44.397Z', 'me', 'begin', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-4f6d-742f-8f8d-50d244386566', '01a203214f6d-0001-8b5083c6', '2026-11-22T12:00:44.397Z', 'me', 'project', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-513d-76f8-ab3c-7642fa9e5b59', '01a20321513d-0000-8b5083c6', '2026-11-22T12:00:44.861Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5202-779c-a534-2bbc9e81af33', '01a203215202-0000-8b5083c6', '2026-11-22T12:00:45.058Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5285-73a7-b6a1-6d393eb639ac', '01a203215285-0000-8b5083c6', '2026-11-22T12:00:45.189Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-52e9-7324-bfed-75c4b54f99f4', '01a2032152e9-0000-8b5083c6', '2026-11-22T12:00:45.289Z', 'me', 'add', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-533e-724e-9e1e-1e4baaf006c0', '01a20321533e-0000-8b5083c6', '2026-11-22T12:00:45.374Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-539e-755e-81c1-5be782e5cba1', '01a20321539e-0000-8b5083c6', '2026-11-22T12:00:45.470Z', 'me', 'tag', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-53dd-774a-a788-fe51c2055925', '01a2032153dd-0000-8b5083c6', '2026-11-22T12:00:45.533Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-54e4-7638-a12b-574b4c432095', '01a2032154e4-0000-8b5083c6', '2026-11-22T12:00:45.796Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5574-70ba-bdd6-107a59392bfe', '01a203215574-0000-8b5083c6', '2026-11-22T12:00:45.940Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-55ee-765b-b834-0e8d9e9d143a', '01a2032155ee-0000-8b5083c6', '2026-11-22T12:00:46.062Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-566e-7237-ad22-e9d9d4771335', '01a20321566e-0000-8b5083c6', '2026-11-22T12:00:46.190Z', 'me', 'undo', '01a20321-55ee-765b-b834-0e8d9e9d143a', 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5718-7688-9594-a1d9497ffd80', '01a203215718-0000-8b5083c6', '2026-11-22T12:00:46.360Z', 'me', 'ask', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5775-768a-9d5d-4a52dfefb277', '01a203215775-0000-8b5083c6', '2026-11-22T12:00:46.453Z', 'me', 'agree', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-57de-76d9-8768-af279a8b117c', '01a2032157de-0000-8b5083c6', '2026-11-22T12:00:46.558Z', 'me', 'agree', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-597c-7515-aead-edb2fd7969cb', '01a20321597c-0000-8b5083c6', '2026-11-22T12:00:46.972Z', 'me', 'settle', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-59f4-7434-b127-24a6c99d7c14', '01a2032159f4-0000-8b5083c6', '2026-11-22T12:00:47.092Z', 'me', 'judge', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5a22-74fc-8414-0a1556bec01b', '01a203215a22-0000-8b5083c6', '2026-11-22T12:00:47.138Z', 'me', 'absence', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5a6a-70de-925e-11fa112b0aa1', '01a203215a6a-0000-8b5083c6', '2026-11-22T12:00:47.210Z', 'me', 'cadence', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5aec-71a2-9952-5338ae9b688d', '01a203215aec-0000-8b5083c6', '2026-11-22T12:00:47.340Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5b1f-73e6-b02a-9b8abf681983', '01a203215b1f-0000-8b5083c6', '2026-11-22T12:00:47.391Z', 'me', 'edit', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5b6f-7799-bba7-271add61f348', '01a203215b6f-0000-8b5083c6', '2026-11-22T12:00:47.471Z', 'me', 'progress', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5be3-722d-bc8d-72f9f0cd0932', '01a203215be3-0000-8b5083c6', '2026-11-22T12:00:47.587Z', 'me', 'note', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5c17-7063-8cd8-8b41c3d95c90', '01a203215c17-0000-8b5083c6', '2026-11-22T12:00:47.639Z', 'me', 'updates', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5c5a-77af-af89-eba00efe378e', '01a203215c5a-0000-8b5083c6', '2026-11-22T12:00:47.706Z', 'me', 'merge', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5d4f-7785-a7b0-92e1cea6764d', '01a203215d4f-0000-8b5083c6', '2026-11-22T12:00:47.951Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5dd2-7403-9ceb-8908fee7dee5', '01a203215dd2-0000-8b5083c6', '2026-11-22T12:00:48.082Z', 'me', 'log', NULL, 0);
INSERT INTO "batch" ("id", "rev", "at", "author", "verb", "undoes", "unlogged") VALUES ('01a20321-5e5a-76cb-a0c3-7c1f4b28a9ad', '01a203215e5a-0000-8b5083c6', '2026-11-22T12:00:48.218Z', 'me', 'log', NULL, 0);
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (1, '01a20321-4f6d-742f-8f8d-50d07ab24211', 'project', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, NULL, NULL, '01a203214f6d-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (2, '01a20321-4f6d-742f-8f8d-50d244386566', 'project', '01a20321-4f6d-742f-8f8d-50d387ccb436', NULL, NULL, NULL, '01a203214f6d-0001-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (3, '01a20321-513d-76f8-ab3c-7642fa9e5b59', 'stakeholder', '01a20321-513d-76f8-ab3c-76437f5f3a12', NULL, NULL, NULL, '01a20321513d-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (4, '01a20321-513d-76f8-ab3c-7642fa9e5b59', 'stakeholder', '01a20321-513d-76f8-ab3c-7644ed68df2f', NULL, NULL, NULL, '01a20321513d-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (5, '01a20321-513d-76f8-ab3c-7642fa9e5b59', 'involvement', '00000000-0000-89ec-8484-2858da6c567a', NULL, NULL, NULL, '01a20321513d-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (6, '01a20321-5202-779c-a534-2bbc9e81af33', 'stakeholder', '01a20321-5202-779c-a534-2bbd6bdf88ae', NULL, NULL, NULL, '01a203215202-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (7, '01a20321-5202-779c-a534-2bbc9e81af33', 'contact', '01a20321-5202-779c-a534-2bbe2a1fbf1b', NULL, NULL, NULL, '01a203215202-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (8, '01a20321-5202-779c-a534-2bbc9e81af33', 'involvement', '00000000-0000-8b18-849d-d33464571dee', NULL, NULL, NULL, '01a203215202-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (9, '01a20321-5285-73a7-b6a1-6d393eb639ac', 'stakeholder', '01a20321-5285-73a7-b6a1-6d3a2a5ff8b1', NULL, NULL, NULL, '01a203215285-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (10, '01a20321-5285-73a7-b6a1-6d393eb639ac', 'involvement', '00000000-0000-8e08-8ea0-89cc46aeb68b', NULL, NULL, NULL, '01a203215285-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (11, '01a20321-52e9-7324-bfed-75c4b54f99f4', 'stakeholder', '01a20321-52e9-7324-bfed-75c548b89876', NULL, NULL, NULL, '01a2032152e9-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (12, '01a20321-52e9-7324-bfed-75c4b54f99f4', 'contact', '01a20321-52e9-7324-bfed-75c6eab7274e', NULL, NULL, NULL, '01a2032152e9-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (13, '01a20321-52e9-7324-bfed-75c4b54f99f4', 'involvement', '00000000-0000-8e3c-b53a-0616eda1edc4', NULL, NULL, NULL, '01a2032152e9-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (14, '01a20321-533e-724e-9e1e-1e4baaf006c0', 'involvement', '00000000-0000-81c5-92ab-bc8c45d34d3a', NULL, NULL, NULL, '01a20321533e-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (15, '01a20321-539e-755e-81c1-5be782e5cba1', 'tag', '00000000-0000-873a-a8a0-b5583087da4a', NULL, NULL, NULL, '01a20321539e-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (16, '01a20321-53dd-774a-a788-fe51c2055925', 'signal', '01a20321-53dd-774a-a788-fe522a39d114', NULL, NULL, NULL, '01a2032153dd-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (17, '01a20321-54e4-7638-a12b-574b4c432095', 'signal', '01a20321-54e4-7638-a12b-574c5aa44caf', NULL, NULL, NULL, '01a2032154e4-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (18, '01a20321-5574-70ba-bdd6-107a59392bfe', 'signal', '01a20321-5574-70ba-bdd6-107bf4da51f2', NULL, NULL, NULL, '01a203215574-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (19, '01a20321-55ee-765b-b834-0e8d9e9d143a', 'signal', '01a20321-55ee-765b-b834-0e8edbc17de1', NULL, NULL, NULL, '01a2032155ee-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (20, '01a20321-566e-7237-ad22-e9d9d4771335', 'signal', '01a20321-55ee-765b-b834-0e8edbc17de1', NULL, '{"day":"2026-07-02","deleted":null,"doubles":null,"entry":null,"extra":{},"ignored":false,"intensity":1.0,"kind":"open_opposition","note":null,"origin":null,"private":false,"project":"01a20321-4f6d-742f-8f8d-50d17a032cd6","rev":"01a2032155ee-0000-8b5083c6","source":null,"stakeholder":"01a20321-5202-779c-a534-2bbd6bdf88ae"}', '{"deleted":"01a20321566e-0000-8b5083c6"}', '01a20321566e-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (21, '01a20321-5718-7688-9594-a1d9497ffd80', 'ask', '01a20321-5718-7688-9594-a1daeff7d035', NULL, NULL, NULL, '01a203215718-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (22, '01a20321-5775-768a-9d5d-4a52dfefb277', 'agreement', '01a20321-5775-768a-9d5d-4a536ada0d1b', NULL, NULL, NULL, '01a203215775-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (23, '01a20321-57de-76d9-8768-af279a8b117c', 'agreement', '01a20321-57de-76d9-8768-af288339879f', NULL, NULL, NULL, '01a2032157de-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (24, '01a20321-597c-7515-aead-edb2fd7969cb', 'agreement', '01a20321-57de-76d9-8768-af288339879f', 'closed_on', NULL, '"2026-09-03"', '01a20321597c-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (25, '01a20321-597c-7515-aead-edb2fd7969cb', 'agreement', '01a20321-57de-76d9-8768-af288339879f', 'outcome', NULL, '"late"', '01a20321597c-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (26, '01a20321-59f4-7434-b127-24a6c99d7c14', 'judgement', '01a20321-59f4-7434-b127-24a741a84e0f', NULL, NULL, NULL, '01a2032159f4-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (27, '01a20321-5a22-74fc-8414-0a1556bec01b', 'absence', '01a20321-5a22-74fc-8414-0a160ce0d3ca', NULL, NULL, NULL, '01a203215a22-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (28, '01a20321-5a6a-70de-925e-11fa112b0aa1', 'involvement', '00000000-0000-89ec-8484-2858da6c567a', 'style', NULL, '"periodic"', '01a203215a6a-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (29, '01a20321-5a6a-70de-925e-11fa112b0aa1', 'involvement', '00000000-0000-89ec-8484-2858da6c567a', 'ideal_days', NULL, '21', '01a203215a6a-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (30, '01a20321-5a6a-70de-925e-11fa112b0aa1', 'involvement', '00000000-0000-89ec-8484-2858da6c567a', 'latest_days', NULL, '35', '01a203215a6a-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (31, '01a20321-5aec-71a2-9952-5338ae9b688d', 'stakeholder', '01a20321-513d-76f8-ab3c-7644ed68df2f', 'job', NULL, '"clerk"', '01a203215aec-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (32, '01a20321-5b1f-73e6-b02a-9b8abf681983', 'stakeholder', '01a20321-513d-76f8-ab3c-7644ed68df2f', 'job', '"clerk"', '"head of permits"', '01a203215b1f-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (33, '01a20321-5b6f-7799-bba7-271add61f348', 'entry', '01a20321-5b6f-7799-bba7-271b90146063', NULL, NULL, NULL, '01a203215b6f-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (34, '01a20321-5b6f-7799-bba7-271add61f348', 'about', '01a20321-5b6f-7799-bba7-271c4fe09e9e', NULL, NULL, NULL, '01a203215b6f-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (35, '01a20321-5be3-722d-bc8d-72f9f0cd0932', 'entry', '01a20321-5be3-722d-bc8d-72fabbc08a24', NULL, NULL, NULL, '01a203215be3-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (36, '01a20321-5be3-722d-bc8d-72f9f0cd0932', 'about', '01a20321-5be3-722d-bc8d-72fb27693fb7', NULL, NULL, NULL, '01a203215be3-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (37, '01a20321-5c17-7063-8cd8-8b41c3d95c90', 'action', '00000000-0000-8ecc-8e46-d8f09af57f5e', NULL, NULL, NULL, '01a203215c17-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (38, '01a20321-5c5a-77af-af89-eba00efe378e', 'stakeholder', '01a20321-52e9-7324-bfed-75c548b89876', 'merged_into', NULL, '"01a20321-5202-779c-a534-2bbd6bdf88ae"', '01a203215c5a-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (39, '01a20321-5c5a-77af-af89-eba00efe378e', 'contact', '01a20321-52e9-7324-bfed-75c6eab7274e', 'stakeholder', '"01a20321-52e9-7324-bfed-75c548b89876"', '"01a20321-5202-779c-a534-2bbd6bdf88ae"', '01a203215c5a-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (40, '01a20321-5c5a-77af-af89-eba00efe378e', 'involvement', '00000000-0000-8e3c-b53a-0616eda1edc4', 'deleted', NULL, '"01a203215c5a-0000-8b5083c6"', '01a203215c5a-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (41, '01a20321-5d4f-7785-a7b0-92e1cea6764d', 'signal', '01a20321-5d4f-7785-a7b0-92e24663bb49', NULL, NULL, NULL, '01a203215d4f-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (42, '01a20321-5dd2-7403-9ceb-8908fee7dee5', 'signal', '01a20321-5dd2-7403-9ceb-8909781e15dd', NULL, NULL, NULL, '01a203215dd2-0000-8b5083c6');
INSERT INTO "change" ("n", "batch", "tab", "row", "field", "old", "new", "rev") VALUES (43, '01a20321-5e5a-76cb-a0c3-7c1f4b28a9ad', 'signal', '01a20321-5e5a-76cb-a0c3-7c205b5aabe4', NULL, NULL, NULL, '01a203215e5a-0000-8b5083c6');
INSERT INTO "contact" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "way", "label", "value", "folded") VALUES ('01a20321-5202-779c-a534-2bbe2a1fbf1b', '01a203215202-0000-8b5083c6', NULL, '{}', '{}', '01a20321-5202-779c-a534-2bbd6bdf88ae', 'email', NULL, 'bo@example.org', 'bo@example.org');
INSERT INTO "contact" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "way", "label", "value", "folded") VALUES ('01a20321-52e9-7324-bfed-75c6eab7274e', '01a2032152e9-0000-8b5083c6', NULL, '{}', '{"stakeholder":"01a203215c5a-0000-8b5083c6"}', '01a20321-5202-779c-a534-2bbd6bdf88ae', 'email', NULL, 'berg@example.org', 'berg@example.org');
INSERT INTO "entry" ("id", "rev", "deleted", "extra", "revs", "kind", "day", "project", "title", "text", "due", "closed_on", "outcome", "private") VALUES ('01a20321-5b6f-7799-bba7-271b90146063', '01a203215b6f-0000-8b5083c6', NULL, '{}', '{}', 'success', '2026-10-01', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, 'the first kilometre lies', NULL, NULL, NULL, 0);
INSERT INTO "entry" ("id", "rev", "deleted", "extra", "revs", "kind", "day", "project", "title", "text", "due", "closed_on", "outcome", "private") VALUES ('01a20321-5be3-722d-bc8d-72fabbc08a24', '01a203215be3-0000-8b5083c6', NULL, '{}', '{}', 'note', '2026-10-02', NULL, NULL, 'has two children', NULL, NULL, NULL, 1);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-89ec-8484-2858da6c567a', '01a20321513d-0000-8b5083c6', NULL, '{}', '{"ideal_days":"01a203215a6a-0000-8b5083c6","latest_days":"01a203215a6a-0000-8b5083c6","style":"01a203215a6a-0000-8b5083c6"}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, NULL, NULL, 'high', NULL, NULL, 0, 'periodic', 21, 35, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8b18-849d-d33464571dee', '01a203215202-0000-8b5083c6', NULL, '{}', '{}', '01a20321-5202-779c-a534-2bbd6bdf88ae', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, NULL, NULL, 'medium', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8e08-8ea0-89cc46aeb68b', '01a203215285-0000-8b5083c6', NULL, '{}', '{}', '01a20321-5285-73a7-b6a1-6d3a2a5ff8b1', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-8e3c-b53a-0616eda1edc4', '01a2032152e9-0000-8b5083c6', '01a203215c5a-0000-8b5083c6', '{}', '{}', '01a20321-52e9-7324-bfed-75c548b89876', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "involvement" ("id", "rev", "deleted", "extra", "revs", "stakeholder", "project", "roles", "power", "interest", "impact", "reach", "desired", "valued_critic", "style", "ideal_days", "latest_days", "recurrence", "salience") VALUES ('00000000-0000-81c5-92ab-bc8c45d34d3a', '01a20321533e-0000-8b5083c6', NULL, '{}', '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d387ccb436', NULL, 5, 2, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "judgement" ("id", "rev", "deleted", "extra", "stakeholder", "project", "day", "label", "note", "by", "origin") VALUES ('01a20321-59f4-7434-b127-24a741a84e0f', '01a2032159f4-0000-8b5083c6', NULL, '{}', '01a20321-5202-779c-a534-2bbd6bdf88ae', '01a20321-4f6d-742f-8f8d-50d17a032cd6', '2026-09-04', 'critic', 'says so himself', NULL, NULL);
INSERT INTO "meta" ("name", "value") VALUES ('replica', '8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('clock', '01a203215e5a-0000');
INSERT INTO "meta" ("name", "value") VALUES ('zone', 'UTC');
INSERT INTO "meta" ("name", "value") VALUES ('default_project', '01a20321-4f6d-742f-8f8d-50d17a032cd6');
INSERT INTO "meta" ("name", "value") VALUES ('plan_day', '');
INSERT INTO "meta" ("name", "value") VALUES ('written:project', '01a203214f6d-0001-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('search_next', '14');
INSERT INTO "meta" ("name", "value") VALUES ('written:involvement', '01a203215c5a-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:stakeholder', '01a203215c5a-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:contact', '01a203215c5a-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:tag', '01a20321539e-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:signal-2026-11', '01a203215e5a-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:ask', '01a203215718-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:agreement', '01a20321597c-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:judgement', '01a2032159f4-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:absence', '01a203215a22-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:about', '01a203215be3-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:entry', '01a203215be3-0000-8b5083c6');
INSERT INTO "meta" ("name", "value") VALUES ('written:action', '01a203215c17-0000-8b5083c6');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('01a20321-4f6d-742f-8f8d-50d17a032cd6', '01a203214f6d-0000-8b5083c6', NULL, '{}', '{}', 'My project', 'project', NULL, NULL, 'none');
INSERT INTO "project" ("id", "rev", "deleted", "extra", "revs", "name", "kind", "starts", "ends", "sharing") VALUES ('01a20321-4f6d-742f-8f8d-50d387ccb436', '01a203214f6d-0001-8b5083c6', NULL, '{}', '{}', 'Graafloket', 'project', NULL, NULL, 'none');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (1, 'stakeholder', '01a20321-513d-76f8-ab3c-76437f5f3a12', 'gemeente zuidrand');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (2, 'stakeholder', '01a20321-513d-76f8-ab3c-7644ed68df2f', 'ada lens');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3, 'stakeholder', '01a20321-5202-779c-a534-2bbd6bdf88ae', 'bo berg');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (4, 'contact', '01a20321-5202-779c-a534-2bbe2a1fbf1b', 'bo@example.org');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (5, 'stakeholder', '01a20321-5285-73a7-b6a1-6d3a2a5ff8b1', 'the contractors');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (6, 'stakeholder', '01a20321-52e9-7324-bfed-75c548b89876', 'b. berg');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (7, 'contact', '01a20321-52e9-7324-bfed-75c6eab7274e', 'berg@example.org');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177279366627336, 'signal', '01a20321-53dd-774a-a788-fe522a39d114', 'as agreed');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177549949566985, 'ask', '01a20321-5718-7688-9594-a1daeff7d035', 'the drawings');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177549949566986, 'agreement', '01a20321-5775-768a-9d5d-4a536ada0d1b', 'numbers');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177580014338059, 'agreement', '01a20321-57de-76d9-8768-af288339879f', 'a room');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177803352637452, 'entry', '01a20321-5b6f-7799-bba7-271b90146063', 'the first kilometre lies');
INSERT INTO "search" ("n", "tab", "row", "text") VALUES (3177807647604749, 'entry', '01a20321-5be3-722d-bc8d-72fabbc08a24', 'has two children');
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20321-53dd-774a-a788-fe522a39d114', '01a2032153dd-0000-8b5083c6', NULL, '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, '2026-06-01', 'agreement_kept', 1.0, 'as agreed', NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20321-54e4-7638-a12b-574c5aa44caf', '01a2032154e4-0000-8b5083c6', NULL, '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, '2026-07-01', 'active_in_meeting', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20321-5574-70ba-bdd6-107bf4da51f2', '01a203215574-0000-8b5083c6', NULL, '{}', '01a20321-5202-779c-a534-2bbd6bdf88ae', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, '2026-07-01', 'obstructed', 1.5, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20321-55ee-765b-b834-0e8edbc17de1', '01a2032155ee-0000-8b5083c6', '01a20321566e-0000-8b5083c6', '{}', '01a20321-5202-779c-a534-2bbd6bdf88ae', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, '2026-07-02', 'open_opposition', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20321-5d4f-7785-a7b0-92e24663bb49', '01a203215d4f-0000-8b5083c6', NULL, '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, '2026-10-20', 'no_show', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20321-5dd2-7403-9ceb-8909781e15dd', '01a203215dd2-0000-8b5083c6', NULL, '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, '2026-11-02', 'cancelled_late', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "signal" ("id", "rev", "deleted", "extra", "stakeholder", "project", "entry", "day", "kind", "intensity", "note", "source", "origin", "ignored", "private", "doubles") VALUES ('01a20321-5e5a-76cb-a0c3-7c205b5aabe4', '01a203215e5a-0000-8b5083c6', NULL, '{}', '01a20321-5202-779c-a534-2bbd6bdf88ae', '01a20321-4f6d-742f-8f8d-50d17a032cd6', NULL, '2026-11-12', 'contact', 1.0, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20321-513d-76f8-ab3c-76437f5f3a12', '01a20321513d-0000-8b5083c6', NULL, '{}', '{}', 'organisation', 'Gemeente Zuidrand', 'gemeente zuidrand', 'gemeente-zuidrand', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321513d-0000-8b5083c6', NULL, '{}', '{"job":"01a203215b1f-0000-8b5083c6"}', 'person', 'Ada Lens', 'ada lens', 'ada-lens', '01a20321-513d-76f8-ab3c-76437f5f3a12', 'head of permits', NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20321-5202-779c-a534-2bbd6bdf88ae', '01a203215202-0000-8b5083c6', NULL, '{}', '{}', 'person', 'Bo Berg', 'bo berg', 'bo-berg', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20321-5285-73a7-b6a1-6d3a2a5ff8b1', '01a203215285-0000-8b5083c6', NULL, '{}', '{}', 'role', 'the contractors', 'the contractors', 'the-contractors', NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "stakeholder" ("id", "rev", "deleted", "extra", "revs", "kind", "name", "folded", "handle", "organisation", "job", "language", "do_not_contact", "private", "merged_into") VALUES ('01a20321-52e9-7324-bfed-75c548b89876', '01a2032152e9-0000-8b5083c6', NULL, '{}', '{"merged_into":"01a203215c5a-0000-8b5083c6"}', 'person', 'B. Berg', 'b. berg', 'b-berg', NULL, NULL, NULL, 0, 0, '01a20321-5202-779c-a534-2bbd6bdf88ae');
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20321-5285-73a7-b6a1-6d3a2a5ff8b1', '01a20321-4f6d-742f-8f8d-50d17a032cd6', 0.0, 0.0, 0.0, '2026-05-05', NULL, 0, 0, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0.0, -0.905096679918781, 0.905096679918781, 0.0, '2026-05-05', NULL);
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d387ccb436', 0.0, 0.0, 0.0, '2026-09-10', NULL, 0, 0, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0.0, -0.905096679918781, 0.905096679918781, 0.0, '2026-09-10', NULL);
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20321-513d-76f8-ab3c-7644ed68df2f', '01a20321-4f6d-742f-8f8d-50d17a032cd6', 3.24750715864618388906e+00, 8.61589607856215344838e+00, 5.75711709985692432489e-01, '2026-11-12', 'opposing', 1, 0, 'quiet_opponent', 'unknown', '2026-11-02', 'cooling', NULL, NULL, NULL, NULL, 0, '2026-09-03', -3.00524421277909403737e-01, -8.25076359506605072624e-01, 2.24027516950786320659e-01, 1.18634032372083382251e+01, '2026-11-12', '2026-11-26');
INSERT INTO "state" ("stakeholder", "project", "for_points", "against_points", "energy", "day", "side", "known", "active", "label", "was", "since", "trend", "alarm_kind", "alarm_since", "alarm_ended", "gap", "blocking", "last_contact", "stance", "low", "high", "evidence", "computed_on", "lapses_on") VALUES ('01a20321-5202-779c-a534-2bbd6bdf88ae', '01a20321-4f6d-742f-8f8d-50d17a032cd6', 0.0, 9.61290593810919702377e+00, 1.35066716095085581628e+00, '2026-11-12', 'opposing', 1, 0, 'quiet_opponent', 'unknown', '2026-08-14', 'steady', NULL, NULL, NULL, NULL, 0, '2026-11-12', -6.15702546099715308791e-01, -1.0, -0.0546174596510437, 9.61290593810919702377e+00, '2026-11-12', '2027-02-21');
INSERT INTO "tag" ("id", "rev", "deleted", "extra", "stakeholder", "tag") VALUES ('00000000-0000-873a-a8a0-b5583087da4a', '01a20321539e-0000-8b5083c6', NULL, '{}', '01a20321-513d-76f8-ab3c-7644ed68df2f', 'board');
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
