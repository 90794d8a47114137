// Reads one hostile page in this process and prints what it took: {"ms","megabytes","outcome"}.
import { extractArticle } from '../../src/extract/article.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';

const make = HOSTILE_PAGES[process.argv[2] ?? ''];
if (!make) throw new Error('name one of the hostile pages');
extractArticle('<p>A first page, so that loading the code is not counted.</p>', 'https://a.example/');
const html = make();
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const { text, reason } = extractArticle(html, 'https://a.example/');
const ms = performance.now() - start;
const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
process.stdout.write(JSON.stringify({ ms, megabytes, outcome: reason ?? `${text.length} characters of text` }));
