import { describe, expect, it } from 'vitest';
import { deedName, findingName } from '../../src/desk/names.ts';
import { FINDING_RULES } from '../../src/export/finding.ts';

const DECISION_ACTIONS = ['keep', 'hold', 'spike', 'merge', 'split', 'move', 'undo'] as const;

describe('the names that come with what they name', () => {
  it('are there in both languages for every rule of preflight and for what is decided', () => {
    const names = [
      ...FINDING_RULES.map(findingName),
      ...DECISION_ACTIONS.map((action) => deedName('decision', action)),
    ];
    for (const { en, ko } of names) {
      expect(en).toMatch(/^[a-z ]+$/);
      expect(ko).toMatch(/[가-힣]/);
    }
  });

  it('are the deed itself where it has none', () => {
    expect(deedName('text', 'blurb ko')).toEqual({ en: 'blurb ko', ko: 'blurb ko' });
  });
});
