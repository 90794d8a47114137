-- The index of search: words, and of Korean its syllables and their pairs (text/grams.ts), kept without the text itself.
-- Its rows are made in batches (store/search-index.ts); the triggers only remember what to make anew.
CREATE VIRTUAL TABLE `search` USING fts5(
	words, content='', contentless_delete=1, prefix='2 3 4',
	tokenize="unicode61 remove_diacritics 2 tokenchars '.,''=:'"
);
--> statement-breakpoint
INSERT INTO `search_state` (`id`, `indexed_to`) VALUES (1, 0);
--> statement-breakpoint
CREATE TRIGGER `search_item_changed` AFTER UPDATE OF `title`, `summary`, `authors`, `outlet`, `published`, `section`, `alias_of` ON `item`
WHEN (old.`title` IS NOT new.`title` OR old.`summary` IS NOT new.`summary` OR old.`authors` IS NOT new.`authors`
	OR old.`outlet` IS NOT new.`outlet` OR old.`published` IS NOT new.`published` OR old.`section` IS NOT new.`section`
	OR old.`alias_of` IS NOT new.`alias_of`) AND old.`id` <= (SELECT `indexed_to` FROM `search_state`)
BEGIN INSERT OR IGNORE INTO `search_due` VALUES (old.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `search_item_regrouped` AFTER UPDATE OF `story` ON `item`
WHEN old.`story` IS NOT new.`story` AND EXISTS (SELECT 1 FROM `decision` WHERE `story` IN (old.`story`, new.`story`))
BEGIN INSERT OR IGNORE INTO `search_due` VALUES (old.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `search_item_removed` AFTER DELETE ON `item`
BEGIN DELETE FROM `search` WHERE rowid = old.`id`; DELETE FROM `search_due` WHERE `item_id` = old.`id`; END;
--> statement-breakpoint
CREATE TRIGGER `search_text_added` AFTER INSERT ON `article`
WHEN new.`text` <> '' AND new.`item_id` <= (SELECT `indexed_to` FROM `search_state`)
BEGIN INSERT OR IGNORE INTO `search_due` VALUES (new.`item_id`); END;
--> statement-breakpoint
CREATE TRIGGER `search_text_changed` AFTER UPDATE OF `text` ON `article`
WHEN old.`text` IS NOT new.`text` AND new.`item_id` <= (SELECT `indexed_to` FROM `search_state`)
BEGIN INSERT OR IGNORE INTO `search_due` VALUES (new.`item_id`); END;
--> statement-breakpoint
CREATE TRIGGER `search_text_removed` AFTER DELETE ON `article`
WHEN old.`text` <> ''
BEGIN INSERT OR IGNORE INTO `search_due` VALUES (old.`item_id`); END;
--> statement-breakpoint
CREATE TRIGGER `search_seen` AFTER INSERT ON `sighting`
WHEN new.`item_id` <= (SELECT `indexed_to` FROM `search_state`)
BEGIN INSERT OR IGNORE INTO `search_due` VALUES (new.`item_id`); END;
--> statement-breakpoint
CREATE TRIGGER `search_seen_elsewhere` AFTER UPDATE OF `item_id` ON `sighting`
WHEN old.`item_id` <> new.`item_id`
BEGIN INSERT OR IGNORE INTO `search_due` VALUES (old.`item_id`), (new.`item_id`); END;
--> statement-breakpoint
CREATE TRIGGER `search_decided` AFTER INSERT ON `decision`
BEGIN INSERT OR IGNORE INTO `search_due` SELECT `id` FROM `item` WHERE `story` = new.`story`; END;
