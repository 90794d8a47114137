import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LABELS } from '../../src/export/labels.ts';
import { render } from '../../src/export/render.ts';
import { readTemplate } from '../../src/export/template.ts';
import { demoIssue } from './demo-issue.ts';

const seed = new URL('../../../shared/seed/model-issue-ko.txt', import.meta.url);

describe.skipIf(!existsSync(seed))('the model issue', () => {
  const model = existsSync(seed) ? readFileSync(seed, 'utf8') : '';
  const ours = render(demoIssue, readTemplate('model'), 'markdown', 'ko').body;
  const labels = new Set<string>(Object.values(LABELS).map(({ ko }) => ko));

  /** The labels that stand in front of a line, in bold or as a heading, in the order of their first use. */
  const labelsIn = (text: string): string[] => {
    const starts = text
      .split('\n')
      .map((line) => /^(?:\*\*|#+ )(?:Gradient의 )?([^*:\d]+?)(?: \d+)?(?:\*\*|:|$)/.exec(line)?.[1] ?? '');
    return [...new Set(starts.filter((label) => labels.has(label)))];
  };

  it('has its labels in our template, in its order', () => {
    const known = labelsIn(model);
    expect(known.length).toBeGreaterThanOrEqual(11);
    // The pictures stand where their texts put them.
    const inOrder = (all: string[]): string[] =>
      all.filter((label) => known.includes(label) && label !== LABELS.figure.ko);
    expect(inOrder(labelsIn(ours))).toEqual(inOrder(known));
    expect(labelsIn(ours)).toContain(LABELS.figure.ko);
  });
});
