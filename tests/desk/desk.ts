import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { nightdesk } from '../../scripts/nightdesk.ts';
import { startSampleWeb } from '../../scripts/sampleweb/server.ts';
import { openDesk } from '../../src/cli/desk-process.ts';

/** The morning after the second night of the sample web. */
export const MORNING = '2024-08-23T08:00:00+09:00';

/** A desk over the two nights of the sample web: a real database, a real server on loopback. */
export interface SampleDesk {
  db: string;
  feeds: string;
  origin: string;
  /** Stops the server and starts it again on the same port; between the two `meanwhile` runs. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Brings the database back to how the nights left it, with the server restarted. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** `withWeb`: the sample web stands, for what is read while the test runs. */
export async function openSampleDesk({ withWeb = false } = {}): Promise<SampleDesk> {
  const nights = await sampleNights();
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-desk-'));
  const [db, feeds] = [join(folder, 'desk.sqlite'), join(folder, 'feeds.yaml')];
  cpSync(join(nights, 'feeds.yaml'), feeds);
  const web = withWeb ? await startSampleWeb({ port: Number(readFileSync(join(nights, 'port'), 'utf8')) }) : null;
  web?.setNight(2);
  const bringBack = async (): Promise<void> => {
    for (const end of ['-wal', '-shm']) rmSync(db + end, { force: true });
    cpSync(join(nights, 'desk.sqlite'), db);
  };
  await bringBack();
  const start = (port: number) =>
    openDesk({ db, feeds, port, host: '127.0.0.1', editor: 'mina', now: MORNING, delay: false });
  let desk = await start(0);
  const { port } = desk.address;
  const restart: SampleDesk['restart'] = async (meanwhile) => {
    await desk.close();
    await meanwhile?.();
    desk = await start(port);
  };
  return {
    db,
    feeds,
    origin: `http://127.0.0.1:${port}`,
    restart,
    reset: () => restart(bringBack),
    close: async () => {
      await desk.close();
      await web?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The folder with the database after two nights over the sample web, its configuration, and the port that stands in its
 * addresses. Made once for every build of the product, because each test file would wait seconds for its own.
 */
async function sampleNights(): Promise<string> {
  const built = statSync('dist/nightdesk.js').mtimeMs;
  const folder = join(tmpdir(), `nightdesk-nights-${built}`);
  if (existsSync(folder)) return folder;
  const unfinished = mkdtempSync(join(tmpdir(), 'nightdesk-unfinished-'));
  const web = await startSampleWeb({ port: 0 });
  const [db, feeds] = [join(unfinished, 'desk.sqlite'), join(unfinished, 'feeds.yaml')];
  writeFileSync(feeds, web.feedsYaml);
  writeFileSync(join(unfinished, 'port'), new URL(web.origin).port);
  const files = ['--no-delay', '--db', db, '--feeds', feeds];
  await nightdesk('night', '--now', '2024-08-22T05:00:00+09:00', ...files);
  web.setNight(2);
  await nightdesk('night', '--now', '2024-08-23T05:00:00+09:00', ...files);
  await web.close();
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another test file was faster.
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

/** A page of an editor's own browser, in English and light unless told otherwise. What goes wrong in it is collected. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) troubles.push(message.text());
  });
  await page.goto(address);
  return { page, troubles };
}
