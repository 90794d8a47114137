import type { PaperInput } from './papers-model.ts';

/** What a ranker reads off a paper beside its words. Names are "group:trait"; the group becomes a reason. */
export type Traits = Map<string, number>;

/** The trait that carries the score of a paper's words. */
export const LIKENESS = 'taste:likeness';

interface Pattern {
  trait: string;
  in: (paper: PaperInput) => string;
  like: RegExp;
}

const title = ({ title: text }: PaperInput): string => text;
const abstract = ({ abstract: text }: PaperInput): string => text;
const both = (paper: PaperInput): string => `${paper.title} ${paper.abstract}`;
const comment = (paper: PaperInput): string => paper.comment ?? '';
const nameBeforeColon = (paper: PaperInput): string => head(paper.title);

/** Traits that hold or do not: 1 or 0. The trait's name is what the editor reads. */
const PATTERNS: readonly Pattern[] = [
  { trait: 'title:a colon', in: title, like: /: /u },
  { trait: 'title:one name before the colon', in: nameBeforeColon, like: /^\S+$/u },
  { trait: 'title:a short phrase before the colon', in: nameBeforeColon, like: /^\S+ \S+(?: \S+)?$/u },
  { trait: 'title:a coined name', in: nameBeforeColon, like: /\p{Lu}{3}|\p{Ll}\p{Lu}/u },
  { trait: 'title:a question', in: title, like: /\?/u },
  { trait: 'title:a number', in: title, like: /\d/u },
  { trait: 'title:"towards"', in: title, like: /\btowards?\b/iu },
  { trait: 'title:"via", "using", "for"', in: title, like: /\b(?:via|using|with|for)\b/iu },
  {
    trait: 'subject:a survey',
    in: title,
    like: /\b(?:survey|review|roadmap|taxonomy|overview|perspective|position)\b/iu,
  },
  { trait: 'subject:a technical report', in: title, like: /\btech(?:nical)? report\b/iu },
  { trait: 'subject:a benchmark', in: title, like: /bench/iu },
  { trait: 'subject:language models', in: title, like: /\b(?:llms?|language models?|gpt)/iu },
  { trait: 'subject:agents', in: title, like: /agent/iu },
  { trait: 'subject:reasoning', in: title, like: /reason|think/iu },
  { trait: 'subject:reinforcement learning', in: title, like: /reinforcement|\brl\b|policy optimi[sz]ation/iu },
  { trait: 'subject:medicine', in: both, like: /medic|clinic|radiolog|patient|disease|cancer/iu },
  { trait: 'subject:speech and sound', in: both, like: /speech|audio|voice/iu },
  { trait: 'subject:robots and driving', in: both, like: /robot|manipulation|driving/iu },
  {
    trait: 'subject:one language',
    in: both,
    like: /\b(?:arabic|chinese|hindi|bengali|japanese|korean|vietnamese|urdu|multilingual|low-resource)/iu,
  },
  { trait: 'text:speaks of language models', in: abstract, like: /\b(?:llms?|language models?|gpt)/iu },
  { trait: 'text:speaks of agents', in: abstract, like: /agent/iu },
  {
    trait: 'text:names well-known models',
    in: abstract,
    like: /\b(?:OpenAI|GPT-\d|Claude|Gemini|Llama|Qwen|DeepSeek)/iu,
  },
  {
    trait: 'text:releases code, data or weights',
    in: abstract,
    like: /we (?:release|open.?source)|open.?sourced|publicly available|github/iu,
  },
  { trait: 'text:gives a number of parameters', in: abstract, like: /\b\d+(?:\.\d+)?[BM]\b/u },
  {
    trait: 'text:says "we introduce"',
    in: abstract,
    like: /^we (?:introduce|present|propose|show|study|find)|in this (?:report|work)/iu,
  },
  { trait: 'text:says "this paper proposes"', in: abstract, like: /this paper (?:presents|proposes|introduces)/iu },
  { trait: 'text:claims the state of the art', in: abstract, like: /state.of.the.art|\bsota\b/iu },
  { trait: 'text:gives percentages', in: abstract, like: /\d%/u },
  { trait: 'comment:accepted somewhere', in: comment, like: /accepted|appear|published|proceedings|camera/iu },
  { trait: 'comment:code, page or report', in: comment, like: /preprint|report|blog|project page|code/iu },
];

/** The traits of a paper; absent ones are left out (0). `history` are the picks of each of its authors so far. */
export function paperTraits(paper: PaperInput, history: readonly number[]): Traits {
  const traits: Traits = new Map();
  for (const { trait, in: part, like } of PATTERNS) if (like.test(part(paper))) traits.set(trait, 1);
  const wordCount = paper.title.split(/\s+/u).filter(Boolean).length;
  traits.set('title:length', Math.log(Math.max(1, paper.title.length)));
  traits.set('title:words', Math.log(Math.max(1, wordCount)));
  if (wordCount <= 4) traits.set('title:four words or fewer', 1);
  if (wordCount >= 14) traits.set('title:fourteen words or more', 1);
  traits.set('text:length', Math.log1p(paper.abstract.length));
  authorTraits(paper.authors.length, history, traits);
  for (const [i, category] of paper.categories.entries()) {
    if (i === 0) traits.set(`field:${category} first`, 1);
    traits.set(`field:${category}`, 1);
  }
  traits.set('field:number of fields', Math.log1p(paper.categories.length));
  if (typeof paper.points === 'number' && paper.points >= 0) {
    traits.set('readers:listed by readers', 1);
    traits.set('readers:upvotes', Math.log1p(paper.points));
  }
  return traits;
}

function authorTraits(count: number, history: readonly number[], traits: Traits): void {
  traits.set('authors:number', Math.log1p(count));
  if (count === 1) traits.set('authors:one', 1);
  for (const many of [10, 20, 50]) if (count >= many) traits.set(`authors:${many} or more`, 1);
  const picked = history.reduce((sum, picks) => sum + picks, 0);
  if (picked === 0) return;
  traits.set('history:picks', Math.log1p(picked));
  traits.set('history:share of authors', history.filter((picks) => picks > 0).length / history.length);
  // The last authors of a paper are its seniors.
  traits.set('history:senior authors', Math.log1p(Math.max(0, ...history.slice(-2))));
}

function head(text: string): string {
  const colon = text.indexOf(': ');
  return colon > 0 ? text.slice(0, colon) : '';
}
