// Reads one hostile page in this process and prints what it took: {"ms","megabytes","outcome"}.
import { extractArticle } from '../../src/extract/article.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';
import { processorMs } from './processor-time.ts';

const make = HOSTILE_PAGES[process.argv[2] ?? ''];
if (!make) throw new Error('name one of the hostile pages');
extractArticle('<p>A first page, so that loading the code is not counted.</p>', 'https://a.example/');
const html = make();
const before = process.resourceUsage().maxRSS;
let outcome = '';
const ms = await processorMs(() => {
  const { text, reason } = extractArticle(html, 'https://a.example/');
  outcome = reason ?? `${text.length} characters of text`;
});
const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
process.stdout.write(JSON.stringify({ ms, megabytes, outcome }));
