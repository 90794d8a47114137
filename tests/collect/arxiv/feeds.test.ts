import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/model.ts';
import { harvestUrl, nextHarvestUrl } from '../../../src/collect/arxiv/oai.ts';
import { readFeed } from '../../../src/collect/feed.ts';

async function first(text: string): Promise<Entry> {
  const [entry] = (await readFeed(Buffer.from(text), { url: 'https://rss.arxiv.org/rss/cs.AI' })).entries;
  if (!entry) throw new Error('no entry');
  return entry;
}

const FACTS = {
  id: '2408.11039',
  version: 2,
  announce: 'cross',
  categories: ['cs.AI', 'cs.CL'],
  license: 'http://creativecommons.org/licenses/by/4.0/',
};

describe('the feeds of arXiv', () => {
  it('are read as RSS', async () => {
    const entry =
      await first(`<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><item>
      <title>G\\"odel Machines</title><link>https://arxiv.org/abs/2408.11039</link><guid isPermaLink="false">oai:arXiv.org:2408.11039v2</guid>
      <description>arXiv:2408.11039v2 Announce Type: cross
Abstract: We show a &lt; b.</description><category>cs.AI</category><category>cs.CL</category><category>I.2.7</category>
      <arxiv:announce_type>cross</arxiv:announce_type><dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights><arxiv:DOI>10.1/x</arxiv:DOI>
      <dc:creator>Ada Lovelace, Andr\\'e Weil</dc:creator></item></channel></rss>`);
    expect(entry).toMatchObject({
      title: 'Gödel Machines',
      summary: 'We show a < b.',
      authors: ['Ada Lovelace', 'André Weil'],
      arxiv: { ...FACTS, doi: '10.1/x' },
    });
  });

  it('are read as Atom', async () => {
    const entry =
      await first(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><entry>
      <id>oai:arXiv.org:2408.11039v2</id><title>T</title><link href="https://arxiv.org/abs/2408.11039" rel="alternate" type="text/html"/>
      <summary>arXiv:2408.11039v2 Announce Type: cross \nAbstract: Words</summary><category term="cs.AI"/><category term="cs.CL"/>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights></entry></feed>`);
    expect(entry).toMatchObject({ summary: 'Words', arxiv: FACTS });
  });

  it('are read from the API', async () => {
    const entry =
      await first(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry><id>http://arxiv.org/abs/2408.11039v2</id>
      <title>T</title><link href="https://arxiv.org/abs/2408.11039v2" rel="alternate" type="text/html"/><link href="https://arxiv.org/pdf/2408.11039v2" rel="related" type="application/pdf"/>
      <published>2024-08-20T17:00:00Z</published><updated>2024-08-21T17:00:00Z</updated><category term="cs.CL"/><category term="cs.AI"/>
      <arxiv:primary_category term="cs.AI"/><arxiv:comment>23 pages</arxiv:comment><author><name>Ada Lovelace</name></author></entry></feed>`);
    expect(entry).toMatchObject({
      url: 'https://arxiv.org/abs/2408.11039v2',
      arxiv: { ...FACTS, announce: null, license: null, comment: '23 pages' },
    });
  });

  it('lose what was put behind titles until 2024', async () => {
    const entry = await first(
      '<rss><channel><item><title>Old Ways. (arXiv:2301.00001v1 [cs.AI])</title><link>http://arxiv.org/abs/2301.00001</link></item></channel></rss>',
    );
    expect(entry.title).toBe('Old Ways');
  });

  it('leave entries of others alone', async () => {
    const entry = await first(
      '<rss><channel><item><title>On arXiv:2408.11039</title><link>https://lab.example/2408.11039</link></item></channel></rss>',
    );
    expect(entry.arxiv).toBeNull();
  });
});

const oai = (
  metadata: string,
): string => `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-08-21T00:00:00Z</responseDate><ListRecords>
  <record><header><identifier>oai:arXiv.org:2408.11039</identifier></header><metadata>${metadata}</metadata></record>
  <record><header status="deleted"><identifier>oai:arXiv.org:2408.00001</identifier></header></record>
  <resumptionToken cursor="0" completeListSize="2000">7001|1001</resumptionToken></ListRecords></OAI-PMH>`;

describe('OAI-PMH', () => {
  it.each([
    [
      'arXiv',
      `<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2408.11039</id><created>2024-08-20</created><updated>2024-08-21</updated>
       <authors><author><keyname>Weil</keyname><forenames>Andr\\'e</forenames></author></authors><title>A
         long title</title><categories>cs.AI cs.CL</categories><comments>23 pages</comments><doi>10.1/x</doi><license>http://l.example/</license><abstract> We show. </abstract></arXiv>`,
    ],
    [
      'arXivRaw',
      `<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>2408.11039</id><version version="v1"><date>Tue, 20 Aug 2024 00:00:00 GMT</date></version>
       <version version="v2"><date>Wed, 21 Aug 2024 00:00:00 GMT</date></version><title>A long title</title><authors>Andr\\'e Weil (Paris)</authors>
       <categories>cs.AI cs.CL</categories><comments>23 pages</comments><doi>10.1/x</doi><license>http://l.example/</license><abstract>We show.</abstract></arXivRaw>`,
    ],
  ])('is read in the format %s', async (format, metadata) => {
    const feed = await readFeed(Buffer.from(oai(metadata)), { url: 'https://oaipmh.arxiv.org/oai' });
    expect(feed).toMatchObject({ format: 'oai' });
    expect(feed.entries).toMatchObject([
      {
        id: 'oai:arXiv.org:2408.11039',
        url: 'https://arxiv.org/abs/2408.11039',
        title: 'A long title',
        authors: ['André Weil'],
        published: Date.UTC(2024, 7, 20),
        updated: Date.UTC(2024, 7, 21),
        summary: 'We show.',
        arxiv: {
          id: '2408.11039',
          version: format === 'arXivRaw' ? 2 : null,
          categories: ['cs.AI', 'cs.CL'],
          doi: '10.1/x',
          comment: '23 pages',
        },
      },
    ]);
  });

  it('is read as Dublin Core', async () => {
    const feed = await readFeed(
      Buffer.from(
        oai(`<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title><dc:creator>Weil, André</dc:creator>
        <dc:subject>Computer Science - AI</dc:subject><dc:description>We show.</dc:description><dc:description>Comment: 23 pages</dc:description><dc:date>2024-08-20</dc:date></oai_dc:dc>`),
      ),
      { url: '' },
    );
    expect(feed.entries).toMatchObject([
      { authors: ['André Weil'], summary: 'We show.', arxiv: { id: '2408.11039', comment: '23 pages' } },
    ]);
  });

  it('says what the server says', async () => {
    const feed = await readFeed(Buffer.from('<OAI-PMH><error code="noRecordsMatch">none</error></OAI-PMH>'), {
      url: '',
    });
    expect(feed).toMatchObject({ entries: [], repairs: ['OAI-PMH says noRecordsMatch: none'] });
  });

  it('is asked page by page', () => {
    const url = harvestUrl({ from: '2024-08-20', set: 'cs' });
    expect(url).toBe('https://oaipmh.arxiv.org/oai?verb=ListRecords&metadataPrefix=arXiv&from=2024-08-20&set=cs');
    expect(nextHarvestUrl(url, oai(''))).toBe(
      'https://oaipmh.arxiv.org/oai?verb=ListRecords&resumptionToken=7001%7C1001',
    );
    expect(nextHarvestUrl(url, '<OAI-PMH><resumptionToken cursor="1"/></OAI-PMH>')).toBeNull();
    expect(nextHarvestUrl(url, '<OAI-PMH></OAI-PMH>')).toBeNull();
  });
});
