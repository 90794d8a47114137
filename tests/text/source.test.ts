import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSource } from '../../src/collect/characters.ts';
import { decodedSource, utf8Source } from '../../src/text/source.ts';

describe('utf8Source', () => {
  it('cuts out of any text what stands between two pieces of markup', () => {
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (before, inside) => {
        const source = utf8Source(Buffer.from(`a${before}<t>${inside}</t>`));
        const start = source.characters.lastIndexOf('<t>') + 3;
        expect(source.cut(start, source.characters.lastIndexOf('</t>'))).toBe(inside);
        expect(source.cut(0)).toBe(`a${before}<t>${inside}</t>`);
      }),
    );
  });

  it('keeps ASCII as it is', () => {
    expect(utf8Source(Buffer.from('<t>plain</t>')).characters).toBe('<t>plain</t>');
  });

  it('drops byte order marks at the start only', () => {
    expect(utf8Source(Buffer.from('\ufeff\ufeff한\ufeff국')).cut(0)).toBe('한\ufeff국');
  });

  it.each(['한\u0001국', '한\uffff국', 'a\u000bb', '\ufffe’'])('drops what XML forbids: %j', (text) => {
    const bytes = Buffer.from(`<t>${text}</t>`);
    expect(cleanSource(utf8Source(bytes)).cut(0)).toBe(cleanSource(decodedSource(`<t>${text}</t>`)).cut(0));
  });

  it('is itself when nothing is forbidden', () => {
    const source = utf8Source(Buffer.from('<t>Größe 한국\u00a0\u0085</t>'));
    expect(cleanSource(source)).toBe(source);
  });
});
