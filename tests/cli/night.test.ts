import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let server: Server | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
});
afterEach(() => {
  server?.close();
  server = null;
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number;
  out: string;
  log: string;
}

function nightdesk(...args: string[]): Promise<Ended> {
  const files = ['--db', join(folder, 'test.sqlite'), '--feeds', join(folder, 'feeds.yaml')];
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/nightdesk.js', ...args, ...files], (error, out, log) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, log });
    });
  });
}

const configure = (text: string): void => writeFileSync(join(folder, 'feeds.yaml'), text);

const feed = (items: string): string => `<rss version="2.0"><channel><title>Courier</title>${items}</channel></rss>`;
const item = (id: string, title: string): string =>
  `<item><guid>${id}</guid><link>https://courier.example/${id}</link><title>${title}</title>` +
  `<description>${title}: what happened, told in one line.</description><pubDate>Sun, 15 Feb 2026 18:00:00 GMT</pubDate></item>`;

async function serve(answers: Record<string, string>): Promise<string> {
  const made = createServer((request, response) => {
    const body = answers[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/rss+xml' }).end(body);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const NOW = ['--now', '2026-02-15T20:00:00Z', '--no-delay'];

describe('nightdesk night', () => {
  it('says in one line that nothing answered, exits 1, and keeps each outcome in the ledger', async () => {
    configure('sources:\n  - { url: "http://127.0.0.1:9/feed", allowPrivate: true, id: dead }\nnet: { retries: 0 }\n');
    const { code, out } = await nightdesk('night', ...NOW);
    expect(code).toBe(1);
    expect(out).toBe(
      '2026-02-15: No source answered (1 asked): is there a network? Nothing is lost; the next run asks again.\n',
    );
    const { sources } = JSON.parse((await nightdesk('ledger', '--json')).out) as { sources: unknown[] };
    expect(sources).toMatchObject([{ source: 'dead', outcome: 'failed', status: null }]);
  });

  it('exits 2 with every problem when feeds.yaml is wrong', async () => {
    configure('sources:\n  - { url: nowhere, knd: feed }\n');
    const { code, log } = await nightdesk('night', ...NOW);
    expect(code).toBe(2);
    expect(log).toContain('sources[0].knd: unknown key; did you mean "kind"?');
  });

  it('exits 2 for arguments that it does not know or cannot read, and 0 for help', async () => {
    configure('sources: []\n');
    expect((await nightdesk('night', '--tonight')).code).toBe(2);
    expect((await nightdesk('night', '--now', '2026-02-15')).code).toBe(2);
    expect((await nightdesk('nights')).code).toBe(2);
    expect((await nightdesk('night', '--help')).code).toBe(0);
  });

  it('asks again only what failed, and a source that answers later counts', async () => {
    const answers: Record<string, string> = { '/one': feed(item('a', 'The first story of the night')) };
    const origin = await serve(answers);
    configure(
      `net: { retries: 0 }\nsources:\n  - { url: "${origin}/one", id: one, allowPrivate: true }\n  - { url: "${origin}/two", id: two, allowPrivate: true }\n`,
    );
    const first = JSON.parse((await nightdesk('night', ...NOW, '--json')).out) as { sources: unknown; items: unknown };
    expect(first).toMatchObject({ sources: { asked: 2, ok: 1, failed: 1 }, items: { new: 1 } });
    answers['/two'] = feed(item('b', 'Another matter altogether'));
    answers['/one'] = feed(item('c', 'Must not be asked for in the same night'));
    const second = JSON.parse((await nightdesk('night', ...NOW, '--json')).out) as { sources: unknown };
    expect(second).toMatchObject({ sources: { asked: 2, ok: 2, failed: 0 } });
    const items = (await nightdesk('items', '--jsonl')).out.trim().split('\n');
    expect(items.map((line) => (JSON.parse(line) as { title: string }).title)).toEqual([
      'The first story of the night',
      'Another matter altogether',
    ]);
  });

  it('asks the late sources of a night again behind midnight, and not those of another night', async () => {
    const answers: Record<string, string> = { '/one': feed(item('a', 'The first story of the night')) };
    const origin = await serve(answers);
    configure(
      `net: { retries: 0 }\nsources:\n  - { url: "${origin}/one", id: one, allowPrivate: true }\n  - { url: "${origin}/two", id: two, allowPrivate: true }\n`,
    );
    const at = async (moment: string, ...more: string[]): Promise<unknown> =>
      JSON.parse((await nightdesk('night', '--now', moment, '--no-delay', '--json', ...more)).out);
    await at('2024-08-22T23:30:00Z');
    answers['/two'] = feed(item('b', 'Another matter altogether'));
    const late = await at('2024-08-23T00:30:00Z', '--late');
    expect(late).toMatchObject({ night: '2024-08-22', sources: { asked: 2, ok: 2 }, items: { new: 2 } });
    expect(await at('2024-08-23T23:30:00Z', '--late')).toMatchObject({ night: '2024-08-23', sources: { asked: 0 } });
  });

  it('runs one night at a time', async () => {
    configure('sources: []\n');
    const { openStore } = await import('../../src/store/store.ts');
    const store = openStore(join(folder, 'test.sqlite'));
    await store.lock('night', 0);
    const { code, log } = await nightdesk('night', ...NOW);
    expect(code).toBe(0);
    expect(log).toContain(`Another night is running (process ${process.pid}); nothing to do.`);
    store.close();
  });
});
