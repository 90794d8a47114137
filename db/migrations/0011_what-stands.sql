CREATE INDEX `candidate_story` ON `candidate` (`story`,`night`,`below`);--> statement-breakpoint
CREATE INDEX `candidate_above` ON `candidate` (`night`) WHERE below is null;--> statement-breakpoint
CREATE INDEX `decision_undoes` ON `decision` (`undoes`) WHERE undoes is not null;--> statement-breakpoint
CREATE INDEX `note_undoes` ON `note` (`undoes`) WHERE undoes is not null;--> statement-breakpoint
CREATE INDEX `trail_undoes` ON `trail` (`undoes`) WHERE undoes is not null;