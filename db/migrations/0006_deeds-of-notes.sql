ALTER TABLE `note` ADD `deed` text;--> statement-breakpoint
CREATE UNIQUE INDEX `note_deed` ON `note` (`deed`);--> statement-breakpoint
ALTER TABLE `vote` ADD `deed` text;--> statement-breakpoint
CREATE UNIQUE INDEX `vote_deed` ON `vote` (`deed`);