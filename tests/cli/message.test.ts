import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendMail, sendWebhook } from '../../src/cli/send.ts';
import { rss, startBench, type Bench } from '../fakes/bench.ts';
import { startMailServer, type MailServer } from '../fakes/smtp.ts';

interface Hook {
  url: string;
  posted: string[];
  server: http.Server;
}

/** A webhook that answers with these in turn (the last one from then on); 0 = not at all. */
async function startHook(...answers: number[]): Promise<Hook> {
  const posted: string[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      posted.push(body);
      const status = answers.length > 1 ? answers.shift() : answers[0];
      if (status !== 0) response.writeHead(status ?? 200).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/secret`, posted, server };
}

let bench: Bench;
let hook: Hook;
let mail: MailServer;
let web: http.Server;
beforeEach(async () => {
  bench = startBench();
  web = http.createServer((_, response) =>
    response.end(
      rss({ a: 'OpenAI releases a language model & <its> weights', b: 'Another lab trains a neural network' }),
    ),
  );
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const server of [hook?.server, web]) {
    server?.close();
    server?.closeAllConnections();
  }
  await mail?.close();
  bench.remove();
});

function configure(message: string): void {
  const { port } = web.address() as AddressInfo;
  const source = `{ url: "http://127.0.0.1:${port}/feed", id: courier, outlet: Courier, lang: en, allowPrivate: true }`;
  bench.configure(`contact: desk@example.org\npages: off\nmessage: ${message}\nsources:\n  - ${source}\n`);
}

describe('the morning message', () => {
  it('goes to a webhook as Slack takes it: verdict, stories with outlets, the open issue, the desk', async () => {
    hook = await startHook(503, 200);
    process.env['TEST_HOOK'] = hook.url;
    configure('{ webhook: TEST_HOOK, desk: "http://desk.test:4824" }');
    const { code, log } = await bench.night();
    expect({ code, told: log.includes('not sent') }).toEqual({ code: 0, told: false });
    expect(hook.posted).toHaveLength(2);
    const { text } = JSON.parse(hook.posted[1] ?? '') as { text: string };
    expect(text).toContain('1 of 1 sources fine; 2 new items');
    expect(text).toContain(
      '<https://courier.example/a|OpenAI releases a language model &amp; &lt;its&gt; weights> (Courier)',
    );
    expect(text).toContain('Issue #1: 2 new\n+ ');
    expect(text).toContain('Desk: http://desk.test:4824');
  });

  it('goes out by mail, in Korean when it is wanted', async () => {
    mail = await startMailServer();
    process.env['TEST_SMTP'] = mail.url;
    configure('{ smtp: TEST_SMTP, from: desk@example.org, to: [a@example.org, b@example.org], lang: ko }');
    expect((await bench.night()).code).toBe(0);
    expect(mail.recipients).toEqual(['a@example.org', 'b@example.org']);
    const { from, text = '' } = await PostalMime.parse(mail.mails[0] ?? '');
    expect(from?.address).toBe('desk@example.org');
    expect(text).toContain('소스 1개 중 1개 정상; 새 항목 2건');
    expect(text).toContain('1호: 새로 들어온 글 2건');
  });

  it('never fails the night, and tells no secret', async () => {
    hook = await startHook(404);
    mail = await startMailServer('550 no such sender');
    process.env['TEST_HOOK'] = hook.url;
    process.env['TEST_SMTP'] = mail.url;
    configure('{ webhook: TEST_HOOK, smtp: TEST_SMTP, to: [a@example.org] }');
    const { code, log } = await bench.night();
    expect(code).toBe(0);
    expect(log).toContain('not sent: the webhook of TEST_HOOK answered 404. Check its address.');
    expect(log).toContain('not sent: the mail server of TEST_SMTP answered 550.');
    expect(log).not.toContain('secret');
  });
});

describe('a command that gets the message', () => {
  const program = (script: string): string => JSON.stringify([process.execPath, '-e', script]);
  const keep = (file: string): string =>
    program(
      `process.stdin.pipe(fs.createWriteStream(${JSON.stringify(file)})).write(process.env.NIGHTDESK_SUBJECT + "\\n")`,
    );

  it('has it on its input, and its subject beside it', async () => {
    const file = join(bench.folder, 'message');
    configure(`{ command: ${keep(file)} }`);
    expect((await bench.night()).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^Nightdesk, 2026-02-15\n1 of 1 sources fine; 2 new items\n/);
  });

  it('is told of a night that broke off, and why', async () => {
    const file = join(bench.folder, 'message');
    configure(`{ command: ${keep(file)} }`);
    writeFileSync(bench.db, 'no database '.repeat(200));
    expect((await bench.night()).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toMatch(
      /^Nightdesk: the night failed\nThe night broke off\.[^]*is not a Nightdesk database/,
    );
  });

  it('never fails the night', async () => {
    configure(`{ command: ${program('process.exit(3)')} }`);
    const { code, log } = await bench.night();
    expect({ code, log }).toEqual({
      code: 0,
      log: expect.stringMatching(/not sent: the command \S+ ended with exit code 3\./) as string,
    });
  });
});

describe('sending', () => {
  it('gives up on a webhook that never answers', async () => {
    hook = await startHook(0);
    process.env['TEST_HOOK'] = hook.url;
    await expect(sendWebhook('TEST_HOOK', 'text', 50)).rejects.toThrow('the webhook of TEST_HOOK did not answer.');
  });

  it('names the environment variable that is missing or wrong', async () => {
    delete process.env['TEST_HOOK'];
    await expect(sendWebhook('TEST_HOOK', 'text')).rejects.toThrow('the environment variable TEST_HOOK is not set.');
    process.env['TEST_HOOK'] = 'hooks.example/secret';
    await expect(sendWebhook('TEST_HOOK', 'text')).rejects.toThrow('TEST_HOOK holds no http address.');
    process.env['TEST_SMTP'] = 'smtp://127.0.0.1:9';
    await expect(sendMail('TEST_SMTP', { from: 'a@b.c', to: [], subject: '', text: '' })).rejects.toThrow(
      'names nobody',
    );
  });
});
