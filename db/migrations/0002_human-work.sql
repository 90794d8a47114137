CREATE TABLE `link_check` (
	`url` text PRIMARY KEY NOT NULL,
	`status` integer,
	`error` text,
	`asked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `piece` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue` integer NOT NULL,
	`kind` text NOT NULL,
	`section` text NOT NULL,
	`parent` integer,
	`position` integer NOT NULL,
	`facts` text NOT NULL,
	`assignee` text,
	`due` text,
	`state` text NOT NULL,
	`removed_at` integer,
	`sensitive` text,
	FOREIGN KEY (`issue`) REFERENCES `issue`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `piece_issue` ON `piece` (`issue`,`section`,`position`);--> statement-breakpoint
CREATE TABLE `sent_copy` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue` integer NOT NULL,
	`lang` text NOT NULL,
	`at` integer NOT NULL,
	`markdown` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sent_copy_edition` ON `sent_copy` (`issue`,`lang`);--> statement-breakpoint
CREATE TABLE `trail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue` integer NOT NULL,
	`owner` text NOT NULL,
	`action` text NOT NULL,
	`editor` text NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	`before` text,
	`after` text,
	`undoes` integer,
	FOREIGN KEY (`issue`) REFERENCES `issue`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trail_issue` ON `trail` (`issue`,`owner`);--> statement-breakpoint
CREATE TABLE `wording` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue` integer NOT NULL,
	`owner` text NOT NULL,
	`field` text NOT NULL,
	`lang` text NOT NULL,
	`value` text NOT NULL,
	`state` text NOT NULL,
	`author` text NOT NULL,
	`at` integer NOT NULL,
	`translated_by` text,
	`based_on` integer,
	`correction` text,
	`spans` text NOT NULL,
	FOREIGN KEY (`issue`) REFERENCES `issue`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wording_version` ON `wording` (`issue`,`owner`,`field`,`lang`,`id`);--> statement-breakpoint
CREATE TABLE `writer_call` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`night` text NOT NULL,
	`issue` integer NOT NULL,
	`owner` text NOT NULL,
	`field` text NOT NULL,
	`lang` text NOT NULL,
	`at` integer NOT NULL,
	`input_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`ms` integer NOT NULL,
	`taken` integer NOT NULL,
	`problems` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `writer_call_night` ON `writer_call` (`night`);--> statement-breakpoint
ALTER TABLE `edition` ADD `date` text;--> statement-breakpoint
ALTER TABLE `slot` ADD `sensitive` text;