/**
 * `node --import tsx scripts/screens.ts [NAME...]`: pictures of every screen of the desk into docs/screens/, over the
 * demo's database. Run `npm run demo` first. With names, only the pictures whose name begins with one of them.
 */
import { mkdirSync, rmSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { openDesk } from '../src/cli/desk-process.ts';
import { SCREENS } from '../src/desk/wire.ts';

const OUT = 'docs/screens';
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Shot {
  name: string;
  path: string;
  dark?: boolean;
  korean?: boolean;
  phone?: boolean;
  act?: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  ...SCREENS.map((screen) => ({ name: screen, path: `/${screen}` })),
  ...SCREENS.map((screen) => ({ name: `${screen}-dark-ko`, path: `/${screen}`, dark: true, korean: true })),
  { name: 'candidates-ko', path: '/candidates', korean: true },
  { name: 'candidates-dark', path: '/candidates', dark: true },
  { name: 'issue-ko', path: '/issue?at=slot:3', korean: true },
  { name: 'issue-dark', path: '/issue?at=slot:3', dark: true },
  { name: 'nights-ko', path: '/nights', korean: true },
  { name: 'insight-dark', path: '/insight', dark: true },
  { name: 'candidates-papers', path: '/candidates?tab=papers' },
  { name: 'keys', path: '/candidates', act: (page) => page.keyboard.press('?') },
  { name: 'candidates-phone', path: '/candidates', phone: true },
  { name: 'story-phone-dark-ko', path: '/candidates?view=story', phone: true, dark: true, korean: true },
  { name: 'issue-phone', path: '/issue', phone: true },
  { name: 'nights-phone-dark-ko', path: '/nights', phone: true, dark: true, korean: true },
  { name: 'issue-checks-dark-ko', path: '/issue?pane=checks&at=issue', dark: true, korean: true },
  // Last, because what it decides stays.
  {
    name: 'candidates-deciding',
    path: '/candidates',
    act: async (page) => {
      for (const key of ['p', 'x', 'p', 'h', 'p', 'p', 'Shift+J', 'Shift+J']) await page.keyboard.press(key);
    },
  },
];

const db = join(tmpdir(), `nightdesk-screens-${process.pid}.sqlite`);
if (!existsSync('db/demo.sqlite')) {
  console.error('There is no db/demo.sqlite. Run "npm run demo" first.');
  process.exit(1);
}
cpSync('db/demo.sqlite', db);
mkdirSync(OUT, { recursive: true });
const now = '2024-08-23T08:00:00+09:00';
const files = { db, feeds: 'db/demo/feeds.yaml' };
const desk = await openDesk({ ...files, port: 0, host: '127.0.0.1', editor: 'mina', now, delay: false });
const args = ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
const wanted = process.argv.slice(2);
for (const { name, path, dark, korean, phone, act } of SHOTS) {
  if (wanted.length > 0 && !wanted.some((each) => name.startsWith(each))) continue;
  const context = await browser.newContext({
    viewport: phone === true ? PHONE : WIDE,
    colorScheme: dark === true ? 'dark' : 'light',
    locale: korean === true ? 'ko-KR' : 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${desk.address.port}${path}`);
  await page.locator('header.top .night').waitFor({ state: 'attached' });
  await page.waitForLoadState('load');
  await act?.(page);
  // Texts come a moment after the list; a picture of waiting would tell nothing.
  await page.waitForTimeout(1500);
  const file = join(OUT, `${name}.webp`);
  writeFileSync(file, await picture(page));
  console.log(file);
  await context.close();
}
await browser.close();
await desk.close();
for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true });

/** What a page shows, as WebP: a page of text as PNG is five times as large. */
async function picture(page: Page): Promise<Buffer> {
  const client = await page.context().newCDPSession(page);
  const { data } = await client.send('Page.captureScreenshot', { format: 'webp', quality: 85 });
  return Buffer.from(data, 'base64');
}
