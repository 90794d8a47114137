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
 * Sentences for each part of a blurb, best first, from all reports of a story that are in the language. The first sentence of a report tells what
 * happened; of the others those with words of doubt or of weight serve those parts, the rest may tell what happened, too,
 * the better the more words of the titles they have. Of sentences that say the same only one is offered, so that the
 * next one is another outlet's view.
 */
export function offerSentences(sources: readonly SourceText[], lang: IssueLang): Offer[] {
  const titleWords = new Set(sources.flatMap((source) => words(source.title)));
  const sentences = sources.flatMap((source, index) => {
    const [min, max] = LENGTH[lang];
    return splitSentences(source.text, lang)
      .map((sentence, position) => ({ ...sentence, source: index, position }))
      .filter(({ text }) => /\p{Script=Hangul}/u.test(text) === (lang === 'ko'))
      .filter(({ text }) => text.length >= min && text.length <= max && /[.!?…다요]["'”’)]*$/u.test(text));
  });
  const scored = sentences.map((sentence) => ({ ...sentence, ...judge(sentence, titleWords, lang) }));
  return BLURB_PARTS.flatMap((part) => {
    const best = scored.filter((each) => each.part === part).sort((a, b) => b.score - a.score);
    return distinct(best).map(({ text, source, start, end }) => ({ part, text, source, from: start, to: end }));
  });
}

interface Told {
  text: string;
  source: number;
  position: number;
  start: number;
  end: number;
}

/** The part a sentence serves, and how well: early is worth a cue, so is every third word that a title has. */
function judge(
  { text, position }: Told,
  titleWords: ReadonlySet<string>,
  lang: IssueLang,
): { part: BlurbPart; score: number } {
  const shared = words(text).filter((word) => titleWords.has(word)).length / 3;
  const [why, doubt] = [countCues(text, CUES[lang].why), countCues(text, CUES[lang].doubt)];
  if (position === 0 || why + doubt === 0) return { part: 'what', score: shared + 1 / (1 + position) };
  return doubt >= why ? { part: 'doubt', score: shared + doubt } : { part: 'why', score: shared + why };
}

function countCues(text: string, cues: RegExp): number {
  return new Set((text.match(cues) ?? []).map((cue) => cue.toLowerCase())).size;
}

/** The best sentences that do not say what a better one says. */
function distinct<Each extends Told>(sentences: readonly Each[]): Each[] {
  const kept: Each[] = [];
  for (const sentence of sentences) {
    if (kept.length === OFFERS_A_PART) break;
    if (!kept.some((other) => overlap(sentence.text, other.text) >= SAME)) kept.push(sentence);
  }
  return kept;
}

function overlap(a: string, b: string): number {
  const [first, second] = [new Set(words(a)), new Set(words(b))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, Math.min(first.size, second.size));
}
