ALTER TABLE `decision` ADD `deed` text;--> statement-breakpoint
ALTER TABLE `decision` ADD `trail` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `decision_deed` ON `decision` (`deed`);