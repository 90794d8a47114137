import type { IssueLang } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';
import { words } from '../text/tokens.ts';
import type { SourceText } from './document.ts';

/** The parts of a blurb as we want it: who did what, why it matters, what the doubt is. */
export const BLURB_PARTS = ['what', 'why', 'doubt'] as const;
export type BlurbPart = (typeof BLURB_PARTS)[number];

/** A sentence of a report that may serve as raw material for one part; an editor rewrites it. */
export interface Offer {
  part: BlurbPart;
  text: string;
  /** Index among the sources, and UTF-16 offsets in its text. */
  source: number;
  from: number;
  to: number;
}

const OFFERS_A_PART = 3;
/** Characters: shorter ones are captions and cries, longer ones are two sentences. */
const LENGTH: Readonly<Record<IssueLang, readonly [min: number, max: number]>> = { en: [40, 350], ko: [20, 200] };
/** Sentences with at least this share of words in common say the same. */
const SAME = 0.6;

/** Words that reports use where they weigh, and where they doubt. */
const CUES: Readonly<Record<IssueLang, Readonly<Record<'why' | 'doubt', RegExp>>>> = {
  en: {
    why: /\b(?:first|largest|biggest|unprecedented|significant|important|marks?|means|because|amid|comes as|could|would (?:allow|let|make)|impact|affects?|signals?|raises?|precedent|turning point)\b/giu,
    doubt:
      /\b(?:however|but|although|despite|critics?|critici[sz]\w*|concern\w*|worr\w+|warn\w*|unclear|uncertain|skeptic\w*|sceptic\w*|question(?:s|ed)?|risks?|doubt\w*|den(?:y|ies|ied)|declined to comment|did not respond|lawsuits?|remains to be seen|limitations?|not (?:yet|clear|known))\b/giu,
  },
  ko: {
    why: /처음|최초|최대|중요|의미|의의|영향|때문|전망|계기|가능해|기대|선례|전환점/gu,
    doubt: /그러나|하지만|다만|우려|비판|의문|논란|지적|회의적|불투명|불분명|반박|부인|한계|위험|반발|미지수/gu,
  },
};

/**
 * Sentences for each part of a blurb, best first, from all reports of a story. "What" is told early and in the words of
 * the titles; "why" and "doubt" are known by the words that reports use for them. Of sentences that say the same only
 * the first is offered, so that the second one is another outlet's view.
 */
export function offerSentences(sources: readonly SourceText[], lang: IssueLang): Offer[] {
  const titleWords = new Set(sources.flatMap((source) => words(source.title)));
  const sentences = sources.flatMap((source, index) => {
    const [min, max] = LENGTH[lang];
    return splitSentences(source.text, lang)
      .map((sentence, position) => ({ ...sentence, source: index, position }))
      .filter(({ text }) => text.length >= min && text.length <= max && /[.!?…다요]["'”’)]*$/u.test(text));
  });
  const taken: Told[] = [];
  return BLURB_PARTS.flatMap((part) => {
    const scored = sentences.map((sentence) => ({ sentence, score: scoreOf(part, sentence, titleWords, lang) }));
    const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
    const kept = distinct(
      best.map(({ sentence }) => sentence),
      taken,
    );
    taken.push(...kept);
    return kept.map(({ text, source, start, end }) => ({ part, text, source, from: start, to: end }));
  });
}

interface Told {
  text: string;
  source: number;
  position: number;
  start: number;
  end: number;
}

/** An early sentence is worth a cue; so is every third word of it that a title has. */
function scoreOf(part: BlurbPart, { text, position }: Told, titleWords: ReadonlySet<string>, lang: IssueLang): number {
  const shared = words(text).filter((word) => titleWords.has(word)).length;
  if (part === 'what') return shared / 3 + 1 / (1 + position);
  const cues = new Set((text.match(CUES[lang][part]) ?? []).map((cue) => cue.toLowerCase())).size;
  return cues === 0 ? 0 : cues + shared / 10;
}

/** The first sentences that say neither what another of them says nor what is taken. */
function distinct(sentences: readonly Told[], taken: readonly Told[]): Told[] {
  const kept: Told[] = [];
  for (const sentence of sentences) {
    if (kept.length === OFFERS_A_PART) break;
    if (![...taken, ...kept].some((other) => overlap(sentence.text, other.text) >= SAME)) kept.push(sentence);
  }
  return kept;
}

function overlap(a: string, b: string): number {
  const [first, second] = [new Set(words(a)), new Set(words(b))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, Math.min(first.size, second.size));
}
