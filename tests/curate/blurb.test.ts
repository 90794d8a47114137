import { describe, expect, it } from 'vitest';
import { blurb } from '../../src/curate/blurb.ts';

const TITLE = 'Acme Labs opens its largest model';
const TEXT = `By Jane Roe

SAN FRANCISCO, Aug. 30 (Reuters) - Acme Labs opened the weights of its largest language model on Friday. It had sold access to the model for a year. Researchers at three universities said the weights let them check the claims of Acme Labs.

Photo: Acme Labs

What does the model cost? Acme Labs asks nothing of users with fewer than a million customers. Read more about the model here.

Rivals of Acme Labs said “openness has a price. Adam Poe of Beta Corp. called the licence of the model too narrow.`;

describe('blurb', () => {
  it('opens with who did what and keeps the guarded sentences out', () => {
    const made = blurb(TEXT, { title: TITLE, language: 'en', maxWords: 60 });
    expect(made.text).toMatch(/^Acme Labs opened the weights of its largest language model on Friday\. /);
    for (const unwanted of ['Jane Roe', 'Reuters', 'Photo', 'What does', 'Read more', '“openness']) {
      expect(made.text).not.toContain(unwanted);
    }
    expect(made.guards).toEqual(expect.arrayContaining(['dateline', 'fragment', 'invitation', 'question', 'unclosed']));
  });

  it('gives offsets from which its text can be read back', () => {
    const { text, sentences } = blurb(TEXT, { title: TITLE, language: 'en', maxWords: 60 });
    expect(sentences.map(({ start, end }) => TEXT.slice(start, end)).join(' ')).toBe(text);
  });

  it('never exceeds its caps', () => {
    for (const maxWords of [1, 5, 12, 30]) {
      expect(blurb(TEXT, { title: TITLE, language: 'en', maxWords }).text.split(/\s+/).length).toBeLessThanOrEqual(
        maxWords,
      );
    }
    expect(blurb(TEXT, { title: TITLE, language: 'en', maxWords: 60, maxChars: 90 }).text.length).toBeLessThanOrEqual(
      90,
    );
  });

  it('says so when nothing fits or nothing may stand', () => {
    expect(blurb(TEXT, { title: TITLE, language: 'en', maxWords: 3 })).toMatchObject({ text: '', sentences: [] });
    expect(blurb('', { title: '', language: 'en', maxWords: 60 }).reason).toContain('none of 0');
  });
});
