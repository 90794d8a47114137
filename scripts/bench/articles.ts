import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { PagePool } from '../../src/cli/workers.ts';
import { extractArticle } from '../../src/extract/article.ts';
import { newsPage } from '../../tests/extract/pages.ts';
import { DATA, readGoldPages } from '../extract/data.ts';
import { table } from '../tables/write-table.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';
import { median, processorMs } from './processor-time.ts';

const ROUNDS = 3;
/** Pages for the slow one: enough for a ratio. */
const SAMPLE_EVERY = 6;
const LOOP_PAGES = 10_000;
const ROW_PAGES = 1_000;
const BATCH = 100;

interface BenchPage {
  url: string;
  html: string;
}

/** Reading article pages: speed beside Readability alone, memory over many pages, hostile pages. Markdown. */
export async function benchArticles(): Promise<string> {
  const pages = benchPages();
  return [
    `### Article pages: ${pages.length} pages, medians of ${ROUNDS} rounds, processor time`,
    '',
    ...(await speedTable(pages)),
    '',
    ...(await memoryTable(pages)),
    '',
    ...hostileTable(),
  ].join('\n');
}

/** Saved pages of the real web where they are at hand, else pages of our own. */
function benchPages(): BenchPage[] {
  if (existsSync(DATA)) return readGoldPages().map(({ gold, html }) => ({ url: gold.url, html }));
  return Array.from({ length: 50 }, (_, number) => ({ url: `https://a.example/${number}`, html: newsPage() }));
}

async function speedTable(pages: readonly BenchPage[]): Promise<string[]> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const readers: Record<string, (page: BenchPage) => unknown> = {
    'Readability on linkedom': ({ html }) => quietly(() => new Readability(parseHTML(html).document).parse()),
    Nightdesk: ({ html, url }) => extractArticle(html, url),
    'Readability on jsdom': ({ html, url }) =>
      quietly(() =>
        new Readability(new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document).parse(),
      ),
  };
  const sample = pages.filter((_, index) => index % SAMPLE_EVERY === 0);
  const times = new Map<string, number[]>(Object.keys(readers).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, read] of Object.entries(readers))
      times.get(name)?.push(await processorMs(() => sample.forEach(read)));
  const base = median(times.get('Readability on linkedom') ?? []);
  return table(
    ['reader', 'ms a page', 'times Readability on linkedom'],
    [...times].map(([name, ms]) => [name, (median(ms) / sample.length).toFixed(1), (median(ms) / base).toFixed(2)]),
  );
}

/** Memory of the whole process while the pages go round: resident, and in use in the heaps of the two workers. */
async function memoryTable(pages: readonly BenchPage[]): Promise<string[]> {
  const pool = new PagePool(2);
  const rows: [string, string, string][] = [];
  try {
    const bodies = pages.map(({ html, url }) => ({ bytes: Buffer.from(html), url, headers: {} }));
    for (let read = 0; read < LOOP_PAGES;) {
      const start = read % bodies.length;
      const batch = bodies.slice(start, start + BATCH);
      await Promise.allSettled(batch.map((body) => pool.read(body)));
      read += batch.length;
      if (read >= (rows.length + 1) * ROW_PAGES)
        rows.push([String(read), megabytes(process.memoryUsage.rss()), megabytes(workerHeaps())]);
    }
  } finally {
    await pool.close();
  }
  return table(['pages read by two workers', 'resident MB', 'in their heaps, MB'], rows);
}

/** Node's own report is the only place that tells of workers' heaps; garbage is counted with the rest. */
function workerHeaps(): number {
  const { workers } = process.report.getReport() as unknown as {
    workers: { javascriptHeap: { usedMemory: number } }[];
  };
  return workers.reduce((sum, { javascriptHeap }) => sum + javascriptHeap.usedMemory, 0);
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

function hostileTable(): string[] {
  const script = fileURLToPath(new URL('./hostile-page.ts', import.meta.url));
  const rows = Object.keys(HOSTILE_PAGES).map((name) => {
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, name], { encoding: 'utf8' });
    const { ms, megabytes, outcome } = JSON.parse(stdout) as { ms: number; megabytes: number; outcome: string };
    return [name, ms.toFixed(0), megabytes.toFixed(0), outcome];
  });
  return table(['hostile page', 'ms', 'MB', 'outcome'], rows);
}

/** Readability throws on some pages. */
function quietly(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return null;
  }
}
