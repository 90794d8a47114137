import { describe, expect, it } from 'vitest';
import { texLetters } from '../../src/text/tex.ts';

describe('texLetters', () => {
  it.each([
    [String.raw`\'Edgar Rold\'an`, 'Édgar Roldán'],
    [String.raw`Erd\H{o}s and {\o}rsted`, 'Erdős and ørsted'],
    [String.raw`G\"odel, Poincar\'{e}, \v{S}imon, Fran\c{c}ois`, 'Gödel, Poincaré, Šimon, François'],
    [String.raw`Stra{\ss}e, {\L}ukasz`, 'Straße, Łukasz'],
    [String.raw`On $\sigma$-ideals in $\mathcal{O}(n)$`, String.raw`On $\sigma$-ideals in $\mathcal{O}(n)$`],
    ['Plain words', 'Plain words'],
  ])('reads %s', (written, meant) => {
    expect(texLetters(written)).toBe(meant);
  });
});
