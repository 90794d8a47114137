CREATE INDEX `article_with_text` ON `article` (`item_id`) WHERE text <> '';--> statement-breakpoint
CREATE INDEX `article_paywalled` ON `article` (`item_id`) WHERE json_extract(facts, '$.paywalled');