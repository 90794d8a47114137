import { describe, expect, it } from 'vitest';
import { readIssue } from '../../src/export/read-issue.ts';
import { render } from '../../src/export/render.ts';
import { readTemplate } from '../../src/export/template.ts';
import { demoIssue } from './demo-issue.ts';

const template = readTemplate('model');

describe.each(['markdown', 'html', 'substack', 'email'] as const)('a past issue as %s', (target) => {
  it.each(['en', 'ko'] as const)('gives its entries back (%s)', (lang) => {
    const entries = readIssue(render(demoIssue, template, target, lang).body);
    expect(entries.filter(({ section }) => section !== null).map(({ section, url }) => [section, url])).toEqual([
      ['news', 'https://news.example/n1'],
      ['news', 'https://news.example/n2'],
      ['news', 'https://news.example/n3'],
      ['papers', 'https://arxiv.org/abs/2408.00002'],
      ['papers', 'https://arxiv.org/abs/2408.00003'],
    ]);
    const first = entries.find(({ url }) => url === 'https://news.example/n1');
    expect(first?.title).toMatch(lang === 'en' ? /^Robotaxi firm .*\[update\]$/ : /^로보택시 회사/);
    expect(first?.text).toMatch(lang === 'en' ? /^Parents would get .* no date is set\.$/ : /^부모는 .*않았다\.$/);
  });
});

it('knows a bold line for a heading, and a link in passing for none', () => {
  const markdown =
    '**News**\n\n- [A story](https://a.example/1)\n- We wrote [here](https://a.example/2) of what came before it.\n';
  expect(readIssue(markdown)).toEqual([{ section: 'news', title: 'A story', url: 'https://a.example/1', text: '' }]);
});

it('finds nothing in what is no issue', () => {
  expect(readIssue('')).toEqual([]);
  expect(readIssue('<html><body>404</body></html>')).toEqual([]);
});
