CREATE TABLE `article` (
	`item_id` integer PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`text` text NOT NULL,
	`fetched_at` integer NOT NULL,
	`status` integer,
	`etag` text,
	`last_modified` text,
	`facts` text,
	`reason` text,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `candidate` (
	`night` text NOT NULL,
	`story` integer NOT NULL,
	`section` text NOT NULL,
	`rank` integer NOT NULL,
	`score` real NOT NULL,
	`reasons` text NOT NULL,
	`below` text,
	PRIMARY KEY(`night`, `section`, `story`)
);
--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`item_id` integer NOT NULL,
	`source_id` text,
	`at` integer NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_item` ON `change` (`item_id`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story` integer NOT NULL,
	`action` text NOT NULL,
	`item` integer,
	`target` integer,
	`undoes` integer,
	`editor` text NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL,
	`taken_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decision_story` ON `decision` (`story`);--> statement-breakpoint
CREATE TABLE `edition` (
	`issue` integer NOT NULL,
	`lang` text NOT NULL,
	`state` text NOT NULL,
	`sent_at` integer,
	`signed_by` text,
	PRIMARY KEY(`issue`, `lang`),
	FOREIGN KEY (`issue`) REFERENCES `issue`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fetch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` integer NOT NULL,
	`night` text NOT NULL,
	`source_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`status` integer,
	`ms` integer NOT NULL,
	`bytes` integer NOT NULL,
	`cached` integer NOT NULL,
	`attempts` integer NOT NULL,
	`expected` real,
	`got` integer NOT NULL,
	`new` integer NOT NULL,
	`updated` integer NOT NULL,
	`odd` integer NOT NULL,
	`diagnosis` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `run`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fetch_night` ON `fetch` (`night`);--> statement-breakpoint
CREATE INDEX `fetch_source` ON `fetch` (`source_id`,`id`);--> statement-breakpoint
CREATE TABLE `forgotten` (
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`editor` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`kind`, `name`)
);
--> statement-breakpoint
CREATE TABLE `issue` (
	`number` integer PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`opened_at` integer NOT NULL,
	`window_from` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`url` text NOT NULL,
	`canonical_url` text NOT NULL,
	`title` text NOT NULL,
	`authors` text NOT NULL,
	`published` integer NOT NULL,
	`first_seen` integer NOT NULL,
	`updated` integer,
	`language` text NOT NULL,
	`section` text NOT NULL,
	`outlet` text NOT NULL,
	`summary` text NOT NULL,
	`image` text,
	`arxiv_id` text,
	`arxiv` text,
	`told_by` text NOT NULL,
	`only_discussed` integer DEFAULT false NOT NULL,
	`alias_of` integer,
	`story` integer,
	`join_reasons` text
);
--> statement-breakpoint
CREATE INDEX `item_story` ON `item` (`story`) WHERE story is not null;--> statement-breakpoint
CREATE INDEX `item_ungrouped` ON `item` (`id`) WHERE story is null;--> statement-breakpoint
CREATE INDEX `item_first_seen` ON `item` (`first_seen`);--> statement-breakpoint
CREATE TABLE `item_key` (
	`key` text NOT NULL,
	`item_id` integer NOT NULL,
	PRIMARY KEY(`key`, `item_id`),
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_key_item` ON `item_key` (`item_id`);--> statement-breakpoint
CREATE TABLE `lock` (
	`name` text PRIMARY KEY NOT NULL,
	`pid` integer NOT NULL,
	`boot` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `model` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `model_name` ON `model` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `printed` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue` integer NOT NULL,
	`lang` text NOT NULL,
	`section` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`canonical_url` text NOT NULL,
	`text` text NOT NULL,
	`date` integer NOT NULL,
	`story` integer
);
--> statement-breakpoint
CREATE INDEX `printed_url` ON `printed` (`canonical_url`);--> statement-breakpoint
CREATE INDEX `printed_issue` ON `printed` (`issue`);--> statement-breakpoint
CREATE TABLE `run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`night` text NOT NULL,
	`kind` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`stage` text,
	`verdict` text
);
--> statement-breakpoint
CREATE INDEX `run_night` ON `run` (`night`);--> statement-breakpoint
CREATE TABLE `sighting` (
	`source_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`item_id` integer NOT NULL,
	`first_seen` integer NOT NULL,
	`last_seen` integer,
	`title` text NOT NULL,
	`claimed_published` integer,
	`claimed_updated` integer,
	`discussion_url` text,
	`points` integer,
	`why` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`source_id`, `entry_id`),
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sighting_item` ON `sighting` (`item_id`);--> statement-breakpoint
CREATE TABLE `slot` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue` integer NOT NULL,
	`section` text NOT NULL,
	`position` integer NOT NULL,
	`story` integer,
	`item` integer,
	`origin` text NOT NULL,
	`touched_by` text,
	`removed_at` integer,
	`reason` text NOT NULL,
	FOREIGN KEY (`issue`) REFERENCES `issue`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `slot_issue` ON `slot` (`issue`,`section`,`position`);--> statement-breakpoint
CREATE TABLE `slot_text` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slot` integer NOT NULL,
	`field` text NOT NULL,
	`lang` text NOT NULL,
	`value` text NOT NULL,
	`state` text NOT NULL,
	`author` text NOT NULL,
	`at` integer NOT NULL,
	`based_on` integer,
	`spans` text NOT NULL,
	FOREIGN KEY (`slot`) REFERENCES `slot`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slot_text_version` ON `slot_text` (`slot`,`field`,`lang`,`id`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`outlet` text NOT NULL,
	`etag` text,
	`last_modified` text,
	`validators_since` integer,
	`body_hash` text,
	`hints` text,
	`batch` text,
	`answered_at` integer,
	`new_at` integer,
	`due_at` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`disabled_reason` text,
	`moved_to` text,
	`moved_nights` text
);
