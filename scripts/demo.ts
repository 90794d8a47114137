/**
 * `npm run demo`: two nights of August 2024 over the sample web, as a user would run them, then the draft in both
 * languages. Overwrites db/demo.sqlite and db/demo/ only; a second run gives the same bytes.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { nightdesk } from './nightdesk.ts';
import { DEMO_PORT, startSampleWeb } from './sampleweb/server.ts';
import type { SampleWeb } from './sampleweb/server.ts';
import { heldOfTheWeek } from './sampleweb/week.ts';

const DB = 'db/demo.sqlite';
const OUT = 'db/demo';
const FEEDS = `${OUT}/feeds.yaml`;

const nightSchema = z.object({
  night: z.string(),
  verdict: z.string(),
  sources: z.object({ asked: z.number(), ok: z.number() }),
  items: z.object({ new: z.number(), updated: z.number(), unchanged: z.number() }),
  stories: z.number(),
});
type Night = z.infer<typeof nightSchema>;

function run(...args: string[]): Promise<string> {
  const command = [...args, '--db', DB, '--feeds', FEEDS];
  console.log(`> nightdesk ${command.join(' ')}`);
  return nightdesk(...command);
}

async function runNight(now: string): Promise<Night> {
  const output = await run('night', '--now', now, '--no-delay', '--json');
  return nightSchema.parse(JSON.parse(output));
}

/** The files an issue is exported to: target, language, ending. */
const EXPORTS = [
  ['markdown', 'en', 'md'],
  ['html', 'en', 'html'],
  ['json', 'en', 'json'],
  ['markdown', 'ko', 'md'],
  ['html', 'ko', 'html'],
] as const;

async function exportIssue(): Promise<string[]> {
  const files: string[] = [];
  for (const [target, lang, ending] of EXPORTS) {
    const file = `${OUT}/issue-1.${lang}.${ending}`;
    await run('export', '--issue', '1', '--to', target, '--lang', lang, '-o', file);
    files.push(file);
  }
  return files;
}

const issueSchema = z.object({
  sections: z.array(z.object({ slots: z.array(z.object({ url: z.url() })).optional() })),
});

/** What the draft's lists hold of the week that the sample web tells. */
function harvest(): string {
  const { sections } = issueSchema.parse(JSON.parse(readFileSync(`${OUT}/issue-1.en.json`, 'utf8')));
  const { stories, papers, doubled } = heldOfTheWeek(sections.flatMap(({ slots = [] }) => slots.map(({ url }) => url)));
  return `Of the week's 11 stories the draft holds ${String(stories.length)}, of its 9 papers ${String(papers.length)}; stories told twice: ${String(doubled)}.`;
}

function table(nights: readonly Night[]): string {
  const rows = nights.map(({ night, sources, items, stories }) =>
    [night, `${String(sources.ok)}/${String(sources.asked)}`, items.new, items.updated, items.unchanged, stories].map(
      String,
    ),
  );
  return [['night', 'sources', 'new', 'updated', 'unchanged', 'stories'], ...rows]
    .map(([first = '', ...others]) => first.padEnd(12) + others.map((cell) => cell.padStart(10)).join(''))
    .join('\n');
}

async function tellTheWeek(web: SampleWeb): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(DB + suffix, { force: true });
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  writeFileSync(FEEDS, web.feedsYaml);

  const first = await runNight('2024-08-22T05:00:00+09:00');
  web.setNight(2);
  const second = await runNight('2024-08-23T05:00:00+09:00');
  await run('draft');
  const files = await exportIssue();

  console.log(`\n${table([first, second])}\n`);
  for (const { night, verdict } of [first, second]) console.log(`${night}: ${verdict}`);
  console.log(`\nThe draft of issue 1 stands in ${DB}. Exported:\n${files.map((file) => `  ${file}`).join('\n')}`);
  console.log(harvest());
  console.log(`\nTo open it on the desk: npx nightdesk desk --db ${DB} --feeds ${FEEDS}`);
}

try {
  const web = await startSampleWeb();
  try {
    await tellTheWeek(web);
  } finally {
    await web.close();
  }
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    taken
      ? `Port ${String(DEMO_PORT)} on 127.0.0.1 is taken, perhaps by another demo. The sample web needs this very port, because it stands in every address of the draft. Stop what holds it and run the demo again.`
      : error,
  );
  process.exitCode = 1;
}
