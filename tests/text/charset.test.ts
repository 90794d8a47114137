import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/text/charset.ts';

const xml = (text: string, label = ''): string =>
  `<?xml version="1.0"${label && ` encoding="${label}"`}?><t>${text}</t>`;

/** Label as feeds write it, the charset they mean, a text only that charset has. */
const LABELS: readonly [label: string, charset: string, text: string][] = [
  ['iso-8859-1', 'windows-1252', '“Café” – naïve'],
  ['us-ascii', 'windows-1252', 'it’s'],
  ['EUC-KR', 'cp949', '똠방각하 뷁'],
  ['ks_c_5601-1987', 'cp949', '인공지능 펲시'],
  ['gb2312', 'gb18030', '人工智能𠮷新聞'],
  ['Big5', 'big5-hkscs', '人工智慧新聞'],
  ['Shift_JIS', 'cp932', '人工知能①髙'],
  ['euc-jp', 'euc-jp', '人工知能ニュース'],
  ['windows-1251', 'windows-1251', 'Новости'],
  ['koi8-r', 'koi8-r', 'Новости'],
  ['iso-8859-2', 'iso-8859-2', 'Zażółć gęślą'],
  ['iso-8859-15', 'iso-8859-15', 'à 5 €'],
];

describe('decodeBytes', () => {
  it.each(LABELS)('reads what says %s in its declaration as %s', async (label, charset, text) => {
    const { text: decoded, charset: found } = await decodeBytes(iconv.encode(xml(text, label), charset));
    expect(decoded).toBe(xml(text, label));
    expect(found).toEqual({ name: charset, foundBy: 'declaration' });
  });

  it.each(LABELS)('reads what says %s in its header', async (label, charset, text) => {
    const bytes = iconv.encode(xml(text, 'utf-8'), charset);
    const { text: decoded, charset: found } = await decodeBytes(bytes, `text/xml; charset="${label}"`);
    expect(decoded).toBe(xml(text, 'utf-8'));
    expect(found.foundBy).toBe('header');
  });

  it('believes valid UTF-8 more than any label', async () => {
    const { text, charset } = await decodeBytes(Buffer.from(xml('한국어', 'euc-kr')), 'text/xml; charset=iso-8859-1');
    expect(text).toBe(xml('한국어', 'euc-kr'));
    expect(charset).toEqual({ name: 'utf-8', foundBy: 'utf8' });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('reads a byte order mark of %s', async (name) => {
    const { text, charset } = await decodeBytes(
      iconv.encode(xml('뉴스'), name, { addBOM: true }),
      'text/xml; charset=euc-kr',
    );
    expect(text).toBe(xml('뉴스'));
    expect(charset).toEqual({ name, foundBy: 'bom' });
  });

  it('reads UTF-16 without a mark', async () => {
    const { text } = await decodeBytes(iconv.encode(xml('뉴스', 'utf-16'), 'utf-16be', { addBOM: false }));
    expect(text).toBe(xml('뉴스', 'utf-16'));
  });

  it('reads ISO-2022-JP, whose bytes are all ASCII', async () => {
    const bytes = Buffer.from(`${xml('', 'iso-2022-jp').slice(0, -4)}\x1b$B?M9)CNG=\x1b(B</t>`, 'latin1');
    expect((await decodeBytes(bytes)).text).toBe(xml('人工知能', 'iso-2022-jp'));
  });

  it('drops a second byte order mark', async () => {
    expect((await decodeBytes(Buffer.from(`\ufeff\ufeff${xml('a')}`))).text).toBe(xml('a'));
  });

  it.each([
    ['cp949', '인공지능 기술이 빠르게 발전하면서 한국 기업들도 경쟁에 뛰어들고 있다'],
    ['euc-jp', '人工知能の研究が進み、企業が新しいモデルを発表した'],
    ['cp932', '人工知能の研究が進み、企業が新しいモデルを発表した'],
    ['gb18030', '人工智能技术发展迅速，许多公司发布了新的模型，新聞'],
    ['big5-hkscs', '人工智慧技術發展迅速，許多公司發布了新的模型'],
    ['windows-1251', 'Новости искусственного интеллекта в мире'],
    ['koi8-r', 'Новости искусственного интеллекта в мире'],
    ['windows-1252', 'Les élèves très étonnés: “la fenêtre fut fermée à clé”, où ça? Noël, garçon'],
  ])('guesses %s where nothing is said', async (charset, text) => {
    const { text: decoded, charset: found } = await decodeBytes(iconv.encode(`<t>${text}</t>`, charset));
    expect(decoded).toBe(`<t>${text}</t>`);
    expect(found).toEqual({ name: charset, foundBy: 'fallback' });
  });

  it.each([
    ['header', 'text/xml; charset=utf-8', ''],
    ['declaration', 'text/xml', 'utf-8'],
    ['header and declaration', 'text/xml; charset=UTF8', 'utf-8'],
  ])('does not believe a %s that says utf-8 over EUC-KR', async (_, type, label) => {
    const text = xml('인공지능 기술이 빠르게 발전하고 있다', label);
    const decoded = await decodeBytes(iconv.encode(text, 'cp949'), type);
    expect(decoded).toEqual({ text, charset: { name: 'cp949', foundBy: 'fallback' }, lie: 'utf-8' });
  });

  it.each(['utf-8', 'iso-8859-1'])('goes by the declaration where the header says %s and lies', async (label) => {
    const text = xml('인공지능 기술이 빠르게 발전하고 있다', 'euc-kr');
    const decoded = await decodeBytes(iconv.encode(text, 'cp949'), `text/xml; charset=${label}`);
    expect(decoded.text).toBe(text);
    expect(decoded.charset).toEqual({ name: 'cp949', foundBy: 'declaration' });
  });

  it.each(['', 'text/xml; charset=utf-8', 'text/xml; charset=iso-8859-1', 'text/xml; charset=euc-kr'])(
    'reads damaged UTF-8 as UTF-8 under "%s"',
    async (type) => {
      const whole = Buffer.from(xml('인공지능 기술이 빠르게 발전하고 있다 – “naïve”'));
      const cut = Buffer.concat([whole, Buffer.from('한').subarray(0, 2)]);
      const { text, charset } = await decodeBytes(cut, type);
      expect(text.slice(0, -1)).toBe(whole.toString());
      expect(charset.name).toBe('utf-8');
    },
  );

  it('takes what a page says of itself', async () => {
    const page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>人工知能①</p>';
    expect((await decodeBytes(iconv.encode(page, 'cp932'))).text).toBe(page);
  });

  it('passes over labels it does not know', async () => {
    const { text } = await decodeBytes(
      iconv.encode(xml('Café', 'x-klingon'), 'windows-1252'),
      'text/xml; charset=none',
    );
    expect(text).toBe(xml('Café', 'x-klingon'));
  });
});
