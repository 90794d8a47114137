import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine } from '../../src/text/plain-line.ts';

describe('plainLine', () => {
  it.each([
    ['plain words stay', 'OpenAI & Anthropic: 3 < 5, R&D', 'OpenAI & Anthropic: 3 < 5, R&D'],
    ['escaped once', 'AT&amp;T <b>wins</b>', 'AT&T wins'],
    ['escaped twice', 'AT&amp;amp;T &amp;lt;b&amp;gt;wins&amp;lt;/b&amp;gt;', 'AT&T wins'],
    [
      'names HTML does not know',
      'Why &lt;think&gt; tokens and Vec&lt;T&gt; matter',
      'Why <think> tokens and Vec<T> matter',
    ],
    ['a comparison', 'if a<b then stop', 'if a<b then stop'],
    ['boxes part words, inline marks do not', '<p>One</p><p>tw<em>o</em></p>three<br>four', 'One two three four'],
    ['quoted brackets in attributes', '<a title="a > b" href=x>Link</a>', 'Link'],
    ['a tag cut off', 'The lab opened its model <a href="https://lab.example/mod', 'The lab opened its model'],
    ['a tag with a lost quote', '<img src="x onerror=alert(1)>Title', 'Title'],
    ['a comparison with a number', 'is a <b = 3?', 'is a <b = 3?'],
    ['code inside', 'Safe<script>alert(1)</script> title<style>p{}</style>', 'Safe title'],
    ['an element as a word', 'Why <script> still matters', 'Why still matters'],
    ['comments and CDATA', '<![CDATA[One]]> <!-- no --> two', 'One two'],
    ['white space', '  One\n\ttwo\u00A0three ', 'One two three'],
    ['a title that would display reversed', 'harmless\u202Egnp.exe\u202C', 'harmlessgnp.exe'],
    ['marks hidden in references', 'one&#x202E;two&#8203;three&shy;four', 'onetwothreefour'],
    ['smuggled tag characters', 'Hi\u{E0049}\u{E0067} there', 'Hi there'],
    ['emoji and their joiners stay', 'Team 👩‍💻 wins 🎉', 'Team 👩‍💻 wins 🎉'],
    ['decomposed Korean', '한국어'.normalize('NFD'), '한국어'],
  ])('%s', (_name, given, expected) => {
    expect(plainLine(given)).toBe(expected);
  });

  it('keeps 2,000 characters whole', () => {
    const title = 'A very long title. '.repeat(105).trim();
    expect(plainLine(title)).toBe(title);
  });

  it('is one line without markup, whatever comes in, and done with it', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const line = plainLine(`<b>${text}</b>`);
        expect(line).not.toMatch(/[\n\r\t\0\u202A-\u202E]/);
        expect(plainLine(line)).toBe(line);
      }),
    );
  });

  it('takes time in line with the length of hostile text', () => {
    for (const piece of ['<a "', '<a x=', '<a =', '<script>', '<script ', '<!--', '<?', '&lt;', '<b>']) {
      expect(plainLine(piece.repeat(100_000)).length).toBeLessThanOrEqual(piece.length * 100_000);
    }
  });
});
