import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseFeed } from 'feedsmith';
import { Tokenizer } from 'htmlparser2';
import StockParser from 'rss-parser';
import { readFeed } from '../../src/collect/feed.ts';
import { ATTACKS } from './attacks.ts';
import { type BenchDocument, benchDocuments } from './documents.ts';
import { median, processorMs } from './processor-time.ts';

const ROUNDS = 9;

type Reader = (document: BenchDocument) => unknown;

/** Reading speed beside others on the same documents, and what the worst documents cost. Markdown. */
export async function benchFeeds(): Promise<string> {
  const { documents, what } = benchDocuments();
  const megabytes = documents.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  const times = await timeReaders(documents);
  const stock = median((times.get('rss-parser, stock') ?? []).map(({ ms }) => ms));
  const rows = [...times].map(([name, runs]) => {
    const ms = median(runs.map((run) => run.ms));
    const failed = runs[0]?.failed ?? 0;
    return `| ${name} | ${((documents.length * 1000) / ms).toFixed(0)} | ${((megabytes * 1000) / ms).toFixed(1)} | ${(stock / ms).toFixed(2)} | ${failed} |`;
  });
  return [
    `### Reading feeds: ${documents.length} ${what}, ${megabytes.toFixed(1)} MB, medians of ${ROUNDS} rounds, processor time`,
    '',
    '| reader | feeds/s | MB/s | times stock rss-parser | not read |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    ...attackTable(),
  ].join('\n');
}

const silent = (): void => {};
const NOTHING = {
  onattribdata: silent,
  onattribentity: silent,
  onattribend: silent,
  onattribname: silent,
  oncdata: silent,
  onclosetag: silent,
  oncomment: silent,
  ondeclaration: silent,
  onend: silent,
  onopentagend: silent,
  onopentagname: silent,
  onprocessinginstruction: silent,
  onselfclosingtag: silent,
  ontext: silent,
  ontextentity: silent,
};

/** From bytes to entries; those that leave the charset to others are given UTF-8. */
const READERS: Record<string, Reader> = {
  Nightdesk: ({ bytes, url }) => readFeed(bytes, { url }),
  'rss-parser, stock': ({ bytes }) => new StockParser().parseString(bytes.toString('utf8')),
  feedsmith: ({ bytes }) => parseFeed(bytes.toString('utf8')),
  'htmlparser2, tokens only': ({ bytes }) => {
    const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, NOTHING);
    tokenizer.write(bytes.toString('utf8'));
    tokenizer.end();
  },
};

interface Run {
  ms: number;
  failed: number;
}

/** Every round runs every reader, so that a busy machine slows them all alike; the first round warms up. */
async function timeReaders(documents: readonly BenchDocument[]): Promise<Map<string, Run[]>> {
  const times = new Map<string, Run[]>(Object.keys(READERS).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, read] of Object.entries(READERS)) {
      let failed = 0;
      const ms = await processorMs(async () => {
        for (const document of documents) {
          try {
            await read(document);
          } catch {
            failed++;
          }
        }
      });
      if (round > 0) times.get(name)?.push({ ms, failed });
    }
  }
  return times;
}

/** Each attack in a process of its own, to see the memory it takes over that of a small feed. */
function attackTable(): string[] {
  const script = fileURLToPath(new URL('attack.ts', import.meta.url));
  const rows = Object.keys(ATTACKS).map((name) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', script, name], { encoding: 'utf8' });
    const { ms, megabytes, outcome } = JSON.parse(run.stdout) as { ms: number; megabytes: number; outcome: string };
    return `| ${name} | ${(ms / 1000).toFixed(2)} | ${megabytes.toFixed(0)} | ${outcome} |`;
  });
  return ['| worst documents | seconds | MB beside the document itself | outcome |', '|---|---|---|---|', ...rows];
}
