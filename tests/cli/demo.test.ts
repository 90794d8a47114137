import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { nightdesk } from '../../scripts/nightdesk.ts';
import { heldOfTheWeek } from '../../scripts/sampleweb/week.ts';

/** Runs the demo as `npm run demo` does, and reads what it left. */
async function runDemo(): Promise<{ said: string; files: Map<string, string> }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/demo.ts']);
  const exported = readdirSync('db/demo').filter((name) => name.startsWith('issue-'));
  return { said: stdout, files: new Map(exported.map((name) => [name, readFileSync(`db/demo/${name}`, 'utf8')])) };
}

let first: Awaited<ReturnType<typeof runDemo>>;
beforeAll(async () => {
  first = await runDemo();
});

describe('the demo', () => {
  it('leaves at least nine of the stories and eight of the papers in the draft, none of them twice', () => {
    const [, stories, papers, doubled] =
      /holds (\d+), of its 9 papers (\d+); stories told twice: (\d+)/.exec(first.said) ?? [];
    expect(Number(stories)).toBeGreaterThanOrEqual(9);
    expect(Number(papers)).toBeGreaterThanOrEqual(8);
    expect(Number(doubled)).toBe(0);
  });

  it('ranks at least nine of the eleven stories among the first fifteen of its news', async () => {
    const client = new Database('db/demo.sqlite', { readonly: true });
    const rows = client
      .prepare(
        `select i.url from candidate c join item i on i.story = c.story
         where c.section = 'news' and c.rank <= 15 and c.night = (select max(night) from candidate)`,
      )
      .all() as { url: string }[];
    client.close();
    expect(heldOfTheWeek(rows.map(({ url }) => url)).stories.length).toBeGreaterThanOrEqual(9);
  });

  it('explains every score by reasons that add up to it', async () => {
    const lines = (await nightdesk('candidates', '--jsonl', '--db', 'db/demo.sqlite')).trim().split('\n');
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const { score, reasons } = JSON.parse(line) as { score: number; reasons: { value: string; weight: number }[] };
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
      for (const { value } of reasons) expect(value).not.toBe('');
    }
  });

  it('tells what a rule would have changed in its nights, and why', async () => {
    const files = ['--db', 'db/demo.sqlite', '--feeds', 'db/demo/feeds.yaml'];
    const said = await nightdesk('rules', 'try', '--must', 'outlet=Second Joystick', ...files);
    expect(said).toMatch(/2024-08-22 news \+ \d+ .*\[must look: outlet "Second Joystick"\]/u);
    expect(said).toMatch(/\d+ changes in 2 nights\.\n$/u);
    expect(await nightdesk('rules', 'try', ...files)).toBe('Nothing would change in 2 nights.\n');
    const between = await nightdesk('candidates', '--diff', '2024-08-22', '2024-08-23', ...files);
    expect(between).toMatch(/^- \d+ .*\[below the first \d+\]$/mu);
  });

  it('leaves issue 1 as the open draft, with every slot traceable to a stored source', async () => {
    const draft = await nightdesk('draft', '--trace', '--db', 'db/demo.sqlite');
    expect(draft).toContain('Issue #1');
    expect(draft).toMatch(/slot:\d+ blurb en, machine-made: /);
    expect(draft).toMatch(/ {2}name \d+-\d+ "[^"]+" <- [^\n]+, (?:title|text) \d+-\d+, https?:/);
    expect(draft).not.toContain('in no stored source');
  });

  it('tells in the ledger what became of the broken, the moved and the hopeless source', async () => {
    const { sources, verdict } = JSON.parse(await nightdesk('ledger', '--json', '--db', 'db/demo.sqlite')) as {
      sources: { source: string; outcome: string; diagnosis: string }[];
      verdict: string;
    };
    expect(sources.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
    expect(sources.find(({ outcome }) => outcome === 'moved')?.diagnosis).toContain('Moved for good to ');
    expect(verdict).toContain('of 15 sources fine');
  });

  it('prints an original where an issue lacks Korean, and says so', () => {
    expect(first.files.get('issue-1.ko.md')).toMatch(/## .*주목할 만한 다른 소식/);
  });

  it('gives the same bytes when it runs again', async () => {
    const again = await runDemo();
    expect([...again.files.keys()]).toEqual([...first.files.keys()]);
    for (const [name, text] of first.files) expect(again.files.get(name)).toBe(text);
  });

  it('changes nothing when a night is run again and nothing is new', async () => {
    const client = new Database('db/demo.sqlite', { readonly: true });
    const facts = (): unknown[] =>
      ['item', 'sighting', 'candidate', 'slot', 'wording'].map((table) =>
        client.prepare(`select * from ${table}`).all(),
      );
    const before = facts();
    const args = [
      '--now',
      '2024-08-23T05:30:00+09:00',
      '--no-delay',
      '--db',
      'db/demo.sqlite',
      '--feeds',
      'db/demo/feeds.yaml',
    ];
    await nightdesk('night', ...args);
    expect(facts()).toEqual(before);
    client.close();
  });
});
