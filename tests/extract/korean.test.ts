import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/extract/article.ts';
import { readArticle } from '../../src/extract/read.ts';
import { newsPage } from './pages.ts';

const BODY = [
  '연구소는 화요일에 새 모델이 긴 문서를 한 번에 읽을 수 있다고 밝혔다. 계약서에 관한 질문에도 답한다고 설명했다.',
  '모델을 시험해 본 기술자들은 이전보다 비용이 절반으로 줄었다고 말했다. 경쟁사 두 곳도 지난달 비슷한 체계를 발표했다.',
  '회사 대변인은 올해 안에 측정 결과를 공개하겠다고 했다. 세 나라의 규제 당국은 학습에 쓰인 글에 대해 자료를 요구했다.',
  '전문가들은 시장이 빠르게 바뀌고 있다며 내년 봄에는 전화기에서 도는 작은 모델이 나올 것이라고 내다봤다.',
];
const URL = 'https://news.example.kr/article/20240822';

describe('Korean pages', () => {
  const page = newsPage({
    lang: 'ko',
    head: '<title>새 모델, 긴 문서 한 번에 읽는다 - 보기신문</title><meta property="og:site_name" content="보기신문">',
    before:
      '<h1>새 모델, 긴 문서 한 번에 읽는다</h1><div class="byline">홍길동 기자</div><div class="date">입력 2024.08.22. 오전 5:03</div>',
    body: [...BODY, '홍길동 기자 gildong@example.kr', 'ⓒ 보기신문, 무단 전재 및 재배포 금지'],
  });
  const article = extractArticle(page, URL, { timezone: 'Asia/Seoul' });

  it('lose the tail of by-line, address and copyright', () => {
    expect(article.text.split('\n\n')).toEqual(BODY);
  });

  it('give reporter, date and language', () => {
    expect(article).toMatchObject({
      title: '새 모델, 긴 문서 한 번에 읽는다',
      authors: ['홍길동'],
      published: Date.UTC(2024, 7, 21, 20, 3),
      publishedAs: '2024-08-22T05:03:00',
      language: 'ko',
    });
  });

  it.each([
    ['its meta tag', '<meta charset="euc-kr">', ''],
    ['its header', '', 'text/html; charset=EUC-KR'],
    ['neither', '', 'text/html'],
    ['a header that lies', '<meta charset="euc-kr">', 'text/html; charset=utf-8'],
  ])('are decoded from euc-kr when %s says so', async (_, head, type) => {
    const bytes = iconv.encode(`${head}<title>뷁 회사가 공개한 새 언어 모델</title>`, 'cp949');
    const { title } = await readArticle({ bytes, url: '', headers: { 'content-type': type } });
    expect(title).toBe('뷁 회사가 공개한 새 언어 모델');
  });
});
