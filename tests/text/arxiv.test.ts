import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArxivId } from '../../src/text/arxiv.ts';

const FORMS: readonly [string, string, number | null][] = [
  ['2408.11039', '2408.11039', null],
  ['2408.11039v2', '2408.11039', 2],
  ['0704.0001v12', '0704.0001', 12],
  ['cs/0112017', 'cs/0112017', null],
  ['math.GT/0309136v1', 'math/0309136', 1],
  ['hep-th/9901001', 'hep-th/9901001', null],
  ['arXiv:2408.11039v1 [cs.AI]', '2408.11039', 1],
  ['arXiv:2408.11039v1 Announce Type: new \nAbstract: Words', '2408.11039', 1],
  ['oai:arXiv.org:2408.11039v3', '2408.11039', 3],
  ['oai:arXiv.org:cs/0112017', 'cs/0112017', null],
  ['doi:10.48550/arXiv.2408.11039', '2408.11039', null],
  ['https://doi.org/10.48550/arXiv.2408.11039', '2408.11039', null],
  ['https://arxiv.org/abs/2408.11039', '2408.11039', null],
  ['http://arxiv.org/abs/2408.11039v1', '2408.11039', 1],
  ['https://www.arxiv.org/abs/2408.11039?context=cs.LG', '2408.11039', null],
  ['https://arxiv.org/pdf/2408.11039v2.pdf#page=3', '2408.11039', 2],
  ['https://arxiv.org/pdf/cs/0112017', 'cs/0112017', null],
  ['https://arxiv.org/html/2408.11039v1/#S1', '2408.11039', 1],
  ['https://arxiv.org/abs/cs%2F0112017', 'cs/0112017', null],
  ['https://export.arxiv.org/abs/2408.11039', '2408.11039', null],
  ['//arxiv.org/abs/2408.11039', '2408.11039', null],
  ['https://ar5iv.labs.arxiv.org/html/2408.11039', '2408.11039', null],
  ['https://www.alphaxiv.org/abs/2408.11039v1', '2408.11039', 1],
  ['https://huggingface.co/papers/2408.11039', '2408.11039', null],
  ['https://scirate.com/arxiv/2408.11039', '2408.11039', null],
  ['https://www.alphaxiv.org/ko/overview/2408.11039v1', '2408.11039', 1],
  ['https://www.semanticscholar.org/reader/arXiv:2408.11039', '2408.11039', null],
  ['https://api.semanticscholar.org/arXiv:2408.11039', '2408.11039', null],
  ['https://www.emergentmind.com/papers/2408.11039', '2408.11039', null],
  ['https://www.arxiv-vanity.com/papers/2408.11039/', '2408.11039', null],
  ['https://www.catalyzex.com/paper/arxiv:2408.11039', '2408.11039', null],
  ['https://ui.adsabs.harvard.edu/abs/arXiv:2408.11039/abstract', '2408.11039', null],
];

describe('parseArxivId', () => {
  it.each(FORMS)('reads %s', (text, id, version) => {
    expect(parseArxivId(text)).toEqual({ id, version });
  });

  it.each([
    '',
    'GPT-4',
    '2413.11039',
    '12.2408.11039',
    'see 2408.11039 for details',
    'https://example.com/abs/2408.11039',
    'https://notarxiv.org/abs/2408.11039',
    'https://arxiv.org/list/cs.AI/recent',
    'https://arxiv.org/abs/2408.110391234',
    'https://huggingface.co/datasets/2408.11039',
  ])('finds none in %s', (text) => {
    expect(parseArxivId(text)).toBeNull();
  });

  it('reads any id back from any of its addresses', () => {
    const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));
    const number = fc.integer({ min: 1, max: 99_999 }).map((n) => String(n).padStart(5, '0'));
    const version = fc.option(fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(month, number, version, fc.constantFrom('abs', 'pdf', 'html'), (mm, nnnnn, v, form) => {
        const id = `24${mm}.${nnnnn}`;
        expect(parseArxivId(`https://arxiv.org/${form}/${id}${v === null ? '' : `v${v}`}`)).toEqual({ id, version: v });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => parseArxivId(text)).not.toThrow();
      }),
    );
  });
});
