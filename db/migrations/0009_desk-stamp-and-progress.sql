CREATE TABLE `desk_stamp` (
	`id` integer PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `run` ADD `doing` text;--> statement-breakpoint
ALTER TABLE `run` ADD `done` integer;--> statement-breakpoint
ALTER TABLE `run` ADD `total` integer;