import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeedError } from '../../src/collect/errors.ts';
import { listMail } from '../../src/collect/mail-folder.ts';
import { readMail } from '../../src/collect/mail.ts';

const mail = (type: string, body: string): Buffer =>
  Buffer.from(
    `From: =?utf-8?B?QUkg64m07Iqk66CI7YSw?= <letter@news.example>\r\nTo: desk@lab.example\r\nSubject: =?utf-8?Q?This_week_in_AI?=\r\nMessage-ID: <1@news.example>\r\nDate: Wed, 21 Aug 2024 10:00:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}`,
  );

describe('readMail', () => {
  it('makes entries of the links of a newsletter', async () => {
    const html = `<html><body><a href=3D"https://news.example/view">View in browser</a>
      <h2><a href=3D"https://www.google.com/url?q=3Dhttps://lab.example/news/a">The small model beats the large</a></h2>
      <p>A new result. <a href=3D"https://lab.example/news/b">What evaluations still miss</a> was written by us.</p>
      <a href=3D"https://lab.example/news/b">More</a> <a href=3D"https://social.example/x">Follow us</a>
      <a href=3D"https://ads.example/x">Sponsor us for little money</a> <a href=3D"mailto:a@b.example">Write us a few words</a>
      <a href=3D"https://news.example/u?id=3D1">Unsubscribe from this list</a></body></html>`;
    const feed = await readMail(mail('text/html', html));
    expect(feed).toMatchObject({ format: 'mail', title: 'AI 뉴스레터' });
    expect(feed.entries).toMatchObject([
      {
        url: 'https://lab.example/news/a',
        title: 'The small model beats the large',
        published: Date.UTC(2024, 7, 21, 1),
        authors: ['AI 뉴스레터'],
      },
      {
        url: 'https://lab.example/news/b',
        title: 'What evaluations still miss',
        summary: 'A new result. What evaluations still miss was written by us.',
      },
    ]);
  });

  it('reads mails of plain text', async () => {
    const { entries } = await readMail(
      mail(
        'text/plain',
        'The small model beats the large:\r\nhttps://lab.example/news/a\r\n\r\n* What evaluations still miss (https://lab.example/news/b)\r\n',
      ),
    );
    expect(entries.map(({ title, url }) => [title, url])).toEqual([
      ['The small model beats the large:', 'https://lab.example/news/a'],
      ['What evaluations still miss', 'https://lab.example/news/b'],
    ]);
  });

  it.each(['', 'just words', '<html></html>'])('throws its typed error at what is no mail: %j', async (text) => {
    await expect(readMail(Buffer.from(text))).rejects.toThrow(FeedError);
  });
});

describe('listMail', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nightdesk-mail-'));
    await mkdir(join(folder, 'maildir', 'new'), { recursive: true });
    await mkdir(join(folder, 'maildir', 'cur'));
    const files = ['b.eml', 'a.EML', 'notes.txt', '.hidden.eml', 'maildir/new/1.host', 'maildir/cur/2.host:2,S'];
    for (const [n, name] of files.entries()) {
      await writeFile(join(folder, name), 'x');
      await utimes(join(folder, name), 1000 + n, 1000 + n);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  const names = async (path: string, since?: number): Promise<string[]> =>
    (await listMail(join(folder, path), since)).map((file) => file.path.slice(folder.length + 1));

  it('finds .eml files, oldest first', async () => {
    expect(await names('')).toEqual(['b.eml', 'a.EML']);
    expect(await names('', 1_000_000)).toEqual(['a.EML']);
  });

  it('finds the messages of a Maildir', async () => {
    expect(await names('maildir')).toEqual(['maildir/new/1.host', 'maildir/cur/2.host:2,S']);
  });

  it('says so when there is no such folder', async () => {
    await expect(listMail(join(folder, 'none'))).rejects.toThrow(/none/);
  });
});
