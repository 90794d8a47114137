import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function nightdesk(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
}

function batch(command: string, lines: readonly string[]): unknown[] {
  const { status, stdout } = nightdesk([command, '--batch'], lines.join('\n'));
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('nightdesk sanitize', () => {
  it('answers each row in order, bad ones with an error', () => {
    const replies = batch('sanitize', [
      '{"id":1,"html":"<a href=x onclick=y>z</a><script>1</script>","url":"https://a.example/b/"}',
      '{"id":2}',
      'no JSON',
      '{"id":"three","html":"plain","url":null}',
    ]);
    expect(replies).toEqual([
      { id: 1, html: '<a href="https://a.example/b/x">z</a>' },
      { id: 2, error: expect.stringContaining('html') as unknown },
      { id: null, error: expect.stringContaining('JSON') as unknown },
      { id: 'three', html: 'plain' },
    ]);
  });

  it('asks for a file or a batch', () => {
    expect(nightdesk(['sanitize'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('nightdesk summarize', () => {
  it('answers each row in order, within the cap', () => {
    const text =
      'Acme Labs opened its new model on Friday. The model answers in twelve languages. Rivals shrugged at the news.';
    const replies = batch('summarize', [
      JSON.stringify({ id: 'a', text, title: 'Acme Labs opens its model', language: 'en-US', maxWords: 8 }),
      JSON.stringify({ id: 'b', text, title: 'Acme Labs opens its model', language: 'en', maxWords: 60 }),
      JSON.stringify({ id: 'c', text, title: '', language: 'en', maxWords: 0 }),
    ]);
    expect(replies).toEqual([
      { id: 'a', summary: 'Acme Labs opened its new model on Friday.' },
      { id: 'b', summary: text },
      { id: 'c', error: expect.stringContaining('maxWords') as unknown },
    ]);
  });
});
