// Reads one attack document in this process and prints what it took: {"ms","megabytes","outcome"}.
import { readFeed } from '../../src/collect/feed.ts';
import { ATTACKS } from './attacks.ts';
import { processorMs } from './processor-time.ts';

const make = ATTACKS[process.argv[2] ?? ''];
if (!make) throw new Error('name one of the attacks');
const small = Buffer.from('<rss version="2.0"><channel><item><title>One</title></item></channel></rss>');
await readFeed(small, { url: 'https://a.example/' });
const bytes = make();
const before = process.resourceUsage().maxRSS;
let outcome = '';
const ms = await processorMs(async () => (outcome = await read(bytes)));
process.stdout.write(JSON.stringify({ ms, megabytes: (process.resourceUsage().maxRSS - before) / 1024, outcome }));

async function read(document: Buffer): Promise<string> {
  try {
    const { entries, repairs } = await readFeed(document, { url: 'https://a.example/' });
    return [`${entries.length} entries`, ...repairs].join('; ');
  } catch (error) {
    return (error as Error).message;
  }
}
