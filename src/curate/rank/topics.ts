/** One subject the news section covers: the words that speak of it and how much a story gains by it. */
export interface Topic {
  /** "policy and law": shown to editors. */
  name: string;
  /** Share of the score of a story that is clearly about it. */
  weight: number;
  /** Lower-case words or phrases; Korean ones match inside a word, because particles are glued to it. */
  words: readonly string[];
}

/** What the newsletter is about: the words of which a story must have one, and the subjects it prefers. */
export interface TopicProfile {
  /** A story that has none of these is not about AI. */
  core: readonly string[];
  topics: readonly Topic[];
}

/** The documented starting profile (docs/notes/ranking.md), built from the sections of the model issue. */
export const STARTING_PROFILE: TopicProfile = {
  core: [
    'ai',
    'a.i.',
    'artificial intelligence',
    'machine learning',
    'deep learning',
    'neural',
    'llm',
    'llms',
    'chatbot',
    'chatbots',
    'generative',
    'chatgpt',
    'gpt',
    'openai',
    'anthropic',
    'claude',
    'deepmind',
    'gemini',
    'midjourney',
    'waymo',
    'robotaxi',
    '인공지능',
    '생성형',
    '챗봇',
    '챗gpt',
    '오픈ai',
    '앤트로픽',
    '딥마인드',
    '머신러닝',
    '딥러닝',
    '거대언어모델',
  ],
  topics: [
    {
      name: 'policy and law',
      weight: 1,
      words: [
        'lawsuit',
        'sue',
        'sues',
        'court',
        'judge',
        'copyright',
        'regulation',
        'regulator',
        'senate',
        'congress',
        'bill',
        'election',
        'mayor',
        'military',
        'contract',
        '소송',
        '저작권',
        '규제',
        '법원',
        '선거',
        '국방',
      ],
    },
    {
      name: 'labs and products',
      weight: 0.6,
      words: [
        'openai',
        'anthropic',
        'deepmind',
        'google',
        'meta',
        'microsoft',
        'amazon',
        'aws',
        'nvidia',
        'launches',
        'releases',
        '출시',
        '공개',
        '구글',
        '네이버',
        '삼성',
      ],
    },
    {
      name: 'work and culture',
      weight: 0.8,
      words: [
        'workers',
        'employees',
        'jobs',
        'strike',
        'union',
        'artists',
        'authors',
        'developers',
        'sales',
        'games',
        'actors',
        '일자리',
        '파업',
        '노조',
        '작가',
        '개발자',
      ],
    },
    {
      name: 'safety and harm',
      weight: 1,
      words: [
        'safety',
        'harm',
        'abuse',
        'arrested',
        'deepfake',
        'deepfakes',
        'risk',
        'misuse',
        'scam',
        '딥페이크',
        '안전',
        '범죄',
        '체포',
      ],
    },
    {
      name: 'open source',
      weight: 0.8,
      words: ['open source', 'open-source', 'open weights', 'definition', '오픈소스'],
    },
    {
      name: 'robotics and cars',
      weight: 0.7,
      words: [
        'robot',
        'robots',
        'robotaxi',
        'robotaxis',
        'self-driving',
        'driverless',
        'autonomous',
        'waymo',
        '로봇',
        '자율주행',
      ],
    },
  ],
};

const HANGUL = /\p{Script=Hangul}/u;

/** A text made ready for {@link wordsIn}: lower case, words parted by single spaces. */
export type FlatText = string & { readonly flat: true };

export function flatText(text: string): FlatText {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}.+-]+|[.+-](?=\s|$)/gu, ' ');
  return ` ${words} ` as FlatText;
}

/** The words of `words` that a text has, as whole words (Korean: anywhere), each once. */
export function wordsIn(text: FlatText, words: readonly string[]): string[] {
  return words.filter((word) => (HANGUL.test(word) ? text.includes(word) : text.includes(` ${word} `)));
}

/** Tells whether a text has any of these words, as {@link wordsIn} finds them; made once for thousands of texts. */
export function finderOf(words: readonly string[]): (text: FlatText) => boolean {
  const parts = words.map((word) => {
    const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    return HANGUL.test(word) ? literal : ` ${literal} `;
  });
  const any = new RegExp(parts.length === 0 ? '(?!)' : parts.join('|'));
  return (text) => any.test(text);
}
