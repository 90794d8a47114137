CREATE TABLE `memory` (
	`story` integer NOT NULL,
	`issue` integer NOT NULL,
	`kind` text NOT NULL,
	`date` integer NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`story`, `issue`)
);
--> statement-breakpoint
ALTER TABLE `printed` ADD `key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `printed_key` ON `printed` (`key`);--> statement-breakpoint
CREATE INDEX `printed_date` ON `printed` (`date`);