INSERT INTO `wording` (`id`, `issue`, `owner`, `field`, `lang`, `value`, `state`, `author`, `at`, `based_on`, `spans`)
SELECT t.`id`, s.`issue`, 'slot:' || s.`id`, t.`field`, t.`lang`, t.`value`, CASE t.`state` WHEN 'checked' THEN 'checked' ELSE 'draft' END, t.`author`, t.`at`, t.`based_on`, t.`spans`
FROM `slot_text` t JOIN `slot` s ON s.`id` = t.`slot` ORDER BY t.`id`;
--> statement-breakpoint
DROP TABLE `slot_text`;
