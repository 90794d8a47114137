import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nightdesk-known-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const known = (): string => join(folder, 'feeds.known.json');
const collect = (feeds: string) => {
  writeFileSync(join(folder, 'feeds.yaml'), feeds);
  const files = ['--feeds', join(folder, 'feeds.yaml'), '--db', join(folder, 'db.sqlite')];
  return spawnSync(process.execPath, ['dist/nightdesk.js', 'collect', ...files], { encoding: 'utf8' });
};

it('a feeds.yaml that was changed is read anew, and so are its mistakes', () => {
  expect(collect('sources: []\n').stderr).toContain('names no contact');
  expect(collect('sources: []\ncontact: desk@lab.example\n').stderr).not.toContain('names no contact');
  const wrong = collect('sources: []\ncontct: desk@lab.example\n');
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('did you mean "contact"?')]);
});

it('what was read before is believed only as it was written', () => {
  collect('sources: []\n');
  const whole = readFileSync(known(), 'utf8');
  for (const damaged of [whole.replace('"contact":""', '"contact":"x@lab.example"'), whole.slice(0, 300), '', '\0']) {
    writeFileSync(known(), damaged);
    const run = collect('sources: []\n');
    expect(run.stderr).toContain('names no contact');
    expect(readFileSync(known(), 'utf8')).toBe(whole);
  }
});
