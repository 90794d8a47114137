import { describe, expect, it } from 'vitest';
import { readArxivListing } from '../../../src/collect/arxiv/listing.ts';
import { FeedError } from '../../../src/collect/errors.ts';

const paper = (id: string, title: string, note = '', abstract = ''): string => `
  <dt><a name="item1">[1]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> ${note}
    [<a href="/pdf/${id}" title="Download PDF">pdf</a>, <a href="https://arxiv.org/html/${id}v1" title="View HTML">html</a>]</dt>
  <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span>
      ${title}
    </div><div class="list-authors"><a href="https://arxiv.org/search/cs?q=1">Ada Lovelace</a>, <a href="#">André Weil</a></div>
    <div class="list-comments mathjax"><span class="descriptor">Comments:</span> 23 pages</div>
    <div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Computation and Language (cs.CL)</span>; Artificial Intelligence (cs.AI)</div>
    ${abstract && `<p class="mathjax">${abstract}</p>`}</div></dd>`;

const NEW = `<html><body><h1>Artificial Intelligence</h1><h3>Showing new listings for Wednesday, 21 August 2024</h3>
  <dl id="articles"><h3>New submissions (showing 1 of 1 entries)</h3>${paper('2408.11039', 'A first paper', '', 'We show $a < b$.')}</dl>
  <dl id="articles"><h3>Cross submissions (showing 1 of 1 entries)</h3>${paper('2408.11040', 'A second paper', '(cross-list from cs.CL)')}</dl>
  <dl id="articles"><h3>Replacement submissions (showing 2 of 2 entries)</h3>${paper('2401.00001', 'A third paper', '(replaced)')}${paper('cs/0112017', 'A fourth paper', '(replaced) (cross-list from cs.CL)')}</dl></body></html>`;

const RECENT = `<html><body><h1>Artificial Intelligence</h1><dl id="articles"><h3>Wed, 21 Aug 2024 (showing 1 of 1 entries )</h3>${paper('2408.11039', 'A first paper')}
  <h3>Tue, 20 Aug 2024 (showing 1 of 1 entries )</h3>${paper('2408.10000', 'An older paper')}</dl></body></html>`;

describe('readArxivListing', () => {
  it('reads the page of new papers', () => {
    const { entries } = readArxivListing(NEW, 'https://arxiv.org/list/cs.AI/new');
    expect(entries[0]).toMatchObject({
      id: 'oai:arXiv.org:2408.11039',
      url: 'https://arxiv.org/abs/2408.11039',
      title: 'A first paper',
      authors: ['Ada Lovelace', 'André Weil'],
      published: Date.UTC(2024, 7, 21),
      summary: 'We show $a &lt; b$.',
      arxiv: { id: '2408.11039', version: 1, announce: 'new', categories: ['cs.CL', 'cs.AI'], comment: '23 pages' },
    });
    expect(entries.map(({ arxiv }) => [arxiv?.id, arxiv?.announce])).toEqual([
      ['2408.11039', 'new'],
      ['2408.11040', 'cross'],
      ['2401.00001', 'replace'],
      ['cs/0112017', 'replace-cross'],
    ]);
  });

  it('reads the page of recent days, each under its date', () => {
    const { entries } = readArxivListing(RECENT, 'https://arxiv.org/list/cs.AI/recent');
    expect(entries.map(({ title, published }) => [title, published])).toEqual([
      ['A first paper', Date.UTC(2024, 7, 21)],
      ['An older paper', Date.UTC(2024, 7, 20)],
    ]);
  });

  it('takes a day without papers for what it is, another page for an error', () => {
    expect(
      readArxivListing('<body><h1>AI</h1><p>No updates today.</p></body>', 'https://arxiv.org/list/cs.AI/new').entries,
    ).toEqual([]);
    expect(() => readArxivListing('<body>Sorry</body>', 'https://arxiv.org/')).toThrow(FeedError);
  });
});
