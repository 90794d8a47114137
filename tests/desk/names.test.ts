import { describe, expect, it } from 'vitest';
import { deedName, findingName, ownerName } from '../../src/desk/names.ts';
import { FINDING_RULES } from '../../src/export/finding.ts';
import { PIECE_KINDS } from '../../src/store/schema.ts';

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

  it('say which text was changed, and what a piece is that has no title', () => {
    expect(deedName('text', 'blurb ko')).toEqual({ en: 'blurb, Korean', ko: '요약, 한국어' });
    expect(ownerName('edition:ko', null)).toEqual({ en: 'the Korean edition', ko: '한국어판' });
    for (const kind of PIECE_KINDS) expect(ownerName('piece:3', kind).ko).toMatch(/[가-힣]/);
  });
});
