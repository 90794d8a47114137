import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { nightdesk } from '../../scripts/nightdesk.ts';
import { startSampleWeb, type SampleWeb } from '../../scripts/sampleweb/server.ts';
import { openDesk } from '../../src/cli/desk-process.ts';

/** The morning after the second night of the sample web. */
export const MORNING = '2024-08-23T08:00:00+09:00';

/** A desk over the two nights of the sample web: a real database, a real server on loopback. */
export interface SampleDesk {
  db: string;
  feeds: string;
  origin: string;
  web: SampleWeb;
  /** Stops the server and starts it again on the same port; between the two `meanwhile` runs. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Brings the database back to how the nights left it, with the server restarted. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function openSampleDesk(): Promise<SampleDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-desk-'));
  const [db, feeds, pristine] = [
    join(folder, 'desk.sqlite'),
    join(folder, 'feeds.yaml'),
    join(folder, 'pristine.sqlite'),
  ];
  const web = await startSampleWeb({ port: 0 });
  writeFileSync(feeds, web.feedsYaml);
  const files = ['--db', pristine, '--feeds', feeds];
  await nightdesk('night', '--now', '2024-08-22T05:00:00+09:00', '--no-delay', ...files);
  web.setNight(2);
  await nightdesk('night', '--now', '2024-08-23T05:00:00+09:00', '--no-delay', ...files);
  cpSync(pristine, db);
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
    web,
    restart,
    reset: () =>
      restart(async () => {
        for (const end of ['-wal', '-shm']) rmSync(db + end, { force: true });
        cpSync(pristine, db);
      }),
    close: async () => {
      await desk.close();
      await web.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
