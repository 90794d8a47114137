import type { Instant } from '../model.ts';
import type { ReadItem } from '../store/curation.ts';
import type { Store } from '../store/store.ts';
import { changeInWords } from './change-words.ts';
import { splitSentences } from '../text/sentences.ts';
import { say, type Sentence, verbatim } from '../text/said.ts';

/** What a feature can rest on: everything that is stored of its story. */
export interface Dossier {
  /** Every report, first published first. */
  reports: readonly {
    item: number;
    outlet: string;
    title: string;
    url: string;
    published: Instant;
    language: string;
  }[];
  /** What somebody said, in each outlet's words, once each; with the sentence around it. */
  quotations: readonly { quotation: string; sentence: string; item: number; outlet: string }[];
  /** What happened when: reports as they came, and what changed in them since. */
  timeline: readonly { at: Instant; outlet: string; what: Sentence; item: number }[];
  /** Where our past issues told of it. */
  past: readonly { issue: number; title: string; url: string; why: Sentence }[];
  /** The paper's abstract; null when it has none. */
  abstract: { item: number; text: string; license: string | null } | null;
}

/** The dossier of a feature; null when there is no such feature. */
export async function dossierOf(store: Store, feature: number): Promise<Dossier | null> {
  const piece = await store.pieces.get(feature);
  if (piece?.kind !== 'feature') return null;
  const { story, item } = piece.facts;
  const told = story === null ? [] : await store.curation.itemsOf([story]);
  const others = item === null || told.some(({ id }) => id === item) ? [] : await store.curation.itemsById([item]);
  const items = [...told, ...others].toSorted((a, b) => a.published - b.published || a.id - b.id);
  return {
    reports: items.map(({ id, outlet, title, url, published, language }) => {
      return { item: id, outlet, title, url, published, language };
    }),
    quotations: quotationsOf(items),
    timeline: await timelineOf(store, items),
    past: story === null ? [] : await pastOf(store, story, piece.issue),
    abstract: abstractOf(items),
  };
}

async function timelineOf(store: Store, items: readonly ReadItem[]): Promise<Dossier['timeline']> {
  const outlets = new Map(items.map(({ id, outlet }) => [id, outlet]));
  const changes = await store.changes.of([...outlets.keys()]);
  return [
    ...items.map(({ id, published, outlet, title }) => ({ at: published, outlet, what: verbatim(title), item: id })),
    ...changes.map((change) => {
      const { at, itemId: item } = change;
      return { at, outlet: outlets.get(item) ?? '', what: changeInWords(change), item };
    }),
  ].toSorted((a, b) => a.at - b.at);
}

async function pastOf(store: Store, story: number, issue: number): Promise<Dossier['past']> {
  const met = await store.memory.met([story]);
  return met
    .filter((row) => row.issue !== issue)
    .map(({ issue: number, title, url, by }) => {
      return { issue: number, title, url, why: say(by === 'story' ? 'past.story' : 'past.address') };
    });
}

/** A quotation shorter than this is a word in quotation marks. */
const MIN_WORDS = 4;

function quotationsOf(items: readonly ReadItem[]): Dossier['quotations'] {
  const seen = new Set<string>();
  return items.flatMap((item) =>
    splitSentences(item.text || item.summary, item.language === 'ko' ? 'ko' : 'en').flatMap(({ text: sentence }) =>
      [...sentence.matchAll(/“([^“”]+)”|"([^"]+)"|「([^「」]+)」/gu)].flatMap((match) => {
        const quotation = match[1] ?? match[2] ?? match[3] ?? '';
        const key = quotation
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        if (key.split(' ').length < MIN_WORDS || seen.has(key)) return [];
        seen.add(key);
        return [{ quotation, sentence, item: item.id, outlet: item.outlet }];
      }),
    ),
  );
}

function abstractOf(items: readonly ReadItem[]): Dossier['abstract'] {
  const paper = items.find(({ section, summary }) => section === 'papers' && summary !== '');
  return paper === undefined ? null : { item: paper.id, text: paper.summary, license: paper.arxiv?.license ?? null };
}

/** A dossier to be read in a terminal. */
export function dossierText({ reports, quotations, timeline, past, abstract }: Dossier): string {
  const day = (at: Instant): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return [
    [
      'Reports',
      ...reports.map(({ outlet, title, url, language }) => `  ${outlet} [${language}]: ${title}\n    ${url}`),
    ],
    ['Quotations', ...quotations.map(({ quotation, outlet }) => `  “${quotation}” (${outlet})`)],
    ['Timeline', ...timeline.map(({ at, outlet, what }) => `  ${day(at)}  ${outlet}: ${what}`)],
    ['Past coverage', ...past.map(({ issue, title, why }) => `  #${issue}: ${title} (${why})`)],
    ['Abstract', ...(abstract === null ? [] : [`  ${abstract.text}`])],
  ]
    .filter((part) => part.length > 1)
    .map((part) => `${part.join('\n')}\n`)
    .join('\n');
}
