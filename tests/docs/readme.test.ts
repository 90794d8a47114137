import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withGeneratedParts } from '../../src/cli/readme.ts';

const README = readFileSync('README.md', 'utf8');
const LINKS = [...README.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');

describe('the README', () => {
  it('has the tables of commands and options that the code has', () => {
    expect(withGeneratedParts(README)).toBe(README);
  });

  it('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = [...README.matchAll(/npm (?:run )?(\w+)/g)].map((match) => match[1] ?? '');
    for (const name of named.filter((each) => each !== 'ci')) expect(Object.keys(scripts)).toContain(name);
  });

  it.each(LINKS)('links to %s, which exists', (path) => {
    expect(existsSync(path)).toBe(true);
  });
});
