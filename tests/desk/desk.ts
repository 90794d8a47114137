import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { nightdesk } from '../../scripts/nightdesk.ts';
import { startSampleWeb } from '../../scripts/sampleweb/server.ts';
import { openDesk } from '../../src/cli/desk-process.ts';
import { lastingPort } from '../fakes/port.ts';
import { runFolder } from '../run-folder.ts';

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
  const port = await lastingPort();
  let desk = await start(port);
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
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/**
 * The folder with the database after two nights over the sample web, its configuration, and the port that stands in its
 * addresses. Made once in a run, because each test file would wait seconds for its own; files that run side by side have
 * one each, because its web can stand only once.
 */
async function sampleNights(): Promise<string> {
  const folder = join(runFolder(), `nights-${process.env['VITEST_POOL_ID']}`);
  if (existsSync(folder)) return folder;
  const unfinished = mkdtempSync(join(runFolder(), 'unfinished-'));
  const web = await startSampleWeb({ port: await lastingPort() });
  const [db, feeds] = [join(unfinished, 'desk.sqlite'), join(unfinished, 'feeds.yaml')];
  writeFileSync(feeds, web.feedsYaml);
  writeFileSync(join(unfinished, 'port'), new URL(web.origin).port);
  const files = ['--no-delay', '--db', db, '--feeds', feeds];
  await nightdesk('night', '--now', '2024-08-22T05:00:00+09:00', ...files);
  web.setNight(2);
  await nightdesk('night', '--now', '2024-08-23T05:00:00+09:00', ...files);
  await web.close();
  renameSync(unfinished, folder);
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
    // Colours are what they are at once: axe measures them.
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  // As long as anything else may take on a slow machine.
  context.setDefaultTimeout(90_000);
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
