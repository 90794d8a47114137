import type { Figure, IssueDocument, Slot, SourceText, Wordings } from '../../src/export/document.ts';

/** An invented issue with something in every kind of section; the people, papers and outlets in it do not exist. */

/** A text in both languages, checked by an editor; without Korean when `ko` is left out. */
export function both(en: string, ko?: string): Wordings {
  const english = { text: en, state: 'checked', by: 'mina' } as const;
  return ko === undefined ? { en: english } : { en: english, ko: { text: ko, state: 'checked', by: 'jun' } };
}

export function source(outlet: string, title: string, text: string): SourceText {
  return {
    url: `https://${outlet.toLowerCase().replaceAll(' ', '')}.example/story`,
    outlet,
    title,
    text,
    license: null,
    reserved: false,
  };
}

export function slot(id: string, parts: Partial<Slot> = {}): Slot {
  return {
    id,
    story: null,
    url: `https://news.example/${id}`,
    outlet: 'Harbour Post',
    original: { title: `Story ${id}`, lang: 'en' },
    title: {},
    blurb: {},
    sources: [],
    sensitive: null,
    signedOffBy: {},
    ...parts,
  };
}

const figure = (id: string, alt: Wordings, caption: Wordings): Figure => ({
  id,
  url: `https://img.example/${id}.png`,
  data: null,
  alt,
  caption,
  credit: 'Lindqvist et al.',
  license: 'CC BY 4.0',
});

export const demoIssue: IssueDocument = {
  number: 12,
  date: '2024-08-26',
  sent: {},
  title: {},
  subtitle: {},
  cover: null,
  sections: [
    {
      key: 'prompts',
      kind: 'prompts',
      prompts: [
        {
          id: 'prompt-1',
          model: 'Pastel-2',
          prompt: both('Paint a lighthouse that "reads" the newspaper', '신문을 읽는 등대를 그려 줘'),
          figure: figure(
            'lighthouse',
            both('A lighthouse bent over a paper', '신문 위로 몸을 굽힌 등대'),
            both('What it made of it.', '모델이 그린 그림.'),
          ),
        },
      ],
    },
    {
      key: 'news-feature',
      kind: 'feature',
      features: [
        {
          id: 'f1',
          story: null,
          title: both('Two courts let artists go on', '두 법원이 예술가들의 소송을 받아들이다'),
          shortTitle: both('Artists in court', '법정에 선 예술가들'),
          links: [
            { url: 'https://harbour.example/courts', title: 'Judges keep the claims alive', outlet: 'Harbour Post' },
            { url: 'https://ledger.example/artists', title: 'What the orders say', outlet: 'The Ledger' },
          ],
          parts: [
            {
              id: 'part-1',
              key: 'summary',
              heading: null,
              text: both(
                'Judges in two cases let most claims stand. The makers call it *fair use*; the artists do not.',
                '두 사건의 판사가 주장 대부분을 받아들였다. 개발사들은 **공정 이용(fair use)**이라고 말하지만 예술가들은 생각이 다르다.',
              ),
            },
            {
              id: 'part-2',
              key: 'overview',
              heading: null,
              text: both(
                'Three questions are open:\n\n1. May a model be trained on works nobody licensed?\n2. Who answers for what it makes?\n3. What is a style worth?\n\n> A style is not a file.\n\nNothing is decided yet.',
                '세 가지 물음이 남아 있다.\n\n1. 허락받지 않은 작품으로 모델을 훈련해도 되는가?\n2. 결과물은 누가 책임지는가?\n3. 화풍의 값은 얼마인가?\n\n> 화풍은 파일이 아니다.\n\n아직 정해진 것은 없다.',
              ),
            },
          ],
          figures: [],
          takes: [
            { id: 'take-1', person: 'mina', text: both('I would settle.', '저라면 합의하겠습니다.') },
            {
              id: 'take-2',
              person: 'jun',
              text: both('The appeal will be the interesting part.', '항소심이 더 흥미로울 것입니다.'),
            },
          ],
          sources: [],
          sensitive: null,
          signedOffBy: {},
        },
      ],
    },
    {
      key: 'research-features',
      kind: 'feature',
      features: [
        {
          id: 'f2',
          story: null,
          title: both('Locks for open models', '공개 모델을 위한 자물쇠'),
          shortTitle: both('Locks for open models', '공개 모델의 자물쇠'),
          links: [{ url: 'https://arxiv.org/abs/2408.00001', title: 'Locks for open models', outlet: 'arXiv' }],
          parts: [
            {
              id: 'part-3',
              key: 'summary',
              heading: null,
              text: both(
                'The authors make a model hard to fine-tune.\n\n![](figure:locks)\n\nThe lock holds in 5 of 7 tests.',
                '저자들은 모델을 미세 조정(fine-tuning)하기 어렵게 만든다.\n\n![](figure:locks)\n\n자물쇠는 시험 7개 중 5개에서 버텼다.',
              ),
            },
            {
              id: 'part-4',
              key: 'limits',
              heading: both('What it cannot do', '한계'),
              text: both('It has **one** `seed`.', '시드(seed)가 **하나**뿐이다.'),
            },
          ],
          figures: [
            figure(
              'locks',
              both('Bars of five models', '모델 다섯 개의 막대'),
              both('Accuracy before and after.', '앞뒤의 정확도.'),
            ),
            figure('keys', both('A key', '열쇠'), both('The key that fits.', '맞는 열쇠.')),
          ],
          takes: [
            {
              id: 'take-3',
              person: 'mina',
              text: both('Neat, if it survives contact.', '실전에서도 버틴다면 깔끔하다.'),
            },
          ],
          sources: [],
          sensitive: null,
          signedOffBy: {},
        },
      ],
    },
    {
      key: 'own',
      kind: 'own',
      slots: [
        {
          ...slot('pod', { url: 'https://our.example/pod/7' }),
          title: both('Tools for thought', '생각의 도구'),
          guest: both('Ada Byrne', '에이다 번'),
          medium: 'listen',
        },
        {
          ...slot('essay', { url: 'https://our.example/essay' }),
          title: both('Why we read'),
          guest: {},
          medium: 'read',
        },
      ],
    },
    {
      key: 'news',
      kind: 'list',
      slots: [
        slot('n1', {
          title: both('Robotaxi firm weighs accounts for teenagers [update]', '로보택시 회사, 청소년 계정을 저울질'),
          blurb: both(
            'Parents would get a message at every stop. The firm has asked families in *two* cities; no date is set.',
            '부모는 정차할 때마다 알림을 받는다. 회사는 두 도시의 가족에게 물었고 **날짜(date)**는 정해지지 않았다.',
          ),
        }),
        slot('n2', {
          title: both('Cloud chief: "most of us may stop typing code" | leaked talk_2024 <b>'),
          blurb: both('He meant it as good news, the recording suggests.'),
        }),
        slot('n3', {
          original: { title: '연구소 직원 200명, 군사 계약에 반대 서한', lang: 'ko' },
          title: { ko: { text: '연구소 직원 200명, 군사 계약에 반대 서한', state: 'checked', by: 'jun' } },
          blurb: { ko: { text: '직원들은 회사의 원칙을 지켜 달라고 했다.', state: 'checked', by: 'jun' } },
        }),
      ],
    },
    {
      key: 'papers',
      kind: 'list',
      slots: [
        slot('p1', {
          url: 'https://arxiv.org/abs/2408.00002',
          original: { title: 'To Prune, or Not To Prune? A Study of $O(n^2)$ Heads', lang: 'en' },
          title: both('To Prune, or Not To Prune? A Study of $O(n^2)$ Heads', '가지치기를 할 것인가, 말 것인가'),
        }),
        slot('p2', {
          url: 'https://arxiv.org/abs/2408.00003',
          original: { title: 'MagicBox: Faster Drafts', lang: 'en' },
        }),
      ],
    },
    {
      key: 'letters',
      kind: 'letters',
      letters: [{ id: 'letter-1', from: 'R., Busan', text: both('More papers, please.', '논문을 더 실어 주세요.') }],
    },
  ],
};
