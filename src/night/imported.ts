import type { NewsDecision, NewsInput } from '../curate/rank/news-model.ts';
import type { PaperInput, PaperPick } from '../curate/rank/papers-model.ts';
import type { PrintedRow } from '../store/memory.ts';

/** So many stories that were not printed stand beside each imported issue. */
const BESIDE = 60;
const HANGUL = /\p{Script=Hangul}/u;

/**
 * What imported issues teach of news. What else was offered in their time is not known, so their entries are compared
 * with stories of the same language that our own nights offered and nobody picked. Only words and subjects can be
 * compared in that way: both sides go without outlets, points and dates.
 */
export function importedNews(entries: readonly PrintedRow[], background: readonly NewsInput[]): NewsDecision[] {
  return issuesOf(entries).flatMap(([, printed]) => {
    const languages = new Set(printed.map(({ lang }) => lang));
    const beside = spread(
      background.filter(({ language }) => languages.has(language)),
      BESIDE,
    );
    const both = new Set(beside.map(({ language }) => language));
    const at = Math.max(...printed.map(({ date }) => date));
    return [
      ...printed
        .filter(({ lang }) => both.has(lang))
        .map(({ id, title, text, lang }): NewsDecision => {
          return { input: wordsAlone({ story: -id, title, text, language: lang }), verdict: 'printed', at };
        }),
      ...beside.map((input): NewsDecision => ({ input: wordsAlone(input), verdict: 'passed', at })),
    ];
  });
}

/** The same for papers, by their titles alone. Stories get numbers below 0 so that they are nobody else's. */
export function importedPapers(
  entries: readonly PrintedRow[],
  background: readonly PaperInput[],
): { papers: PaperInput[]; picks: Omit<PaperPick, 'label'>[] } {
  const papers: PaperInput[] = [];
  const picks: Omit<PaperPick, 'label'>[] = [];
  for (const [, printed] of issuesOf(entries)) {
    const english = printed.filter(({ title }) => !HANGUL.test(title));
    for (const { title, date } of english) {
      const story = -papers.length - 1;
      papers.push(titleAlone({ story, title, published: date }));
      picks.push({ story, at: date + 1, verdict: 'printed' });
    }
    const [first] = english;
    if (first === undefined) continue;
    for (const { title } of spread(background, BESIDE))
      papers.push(titleAlone({ story: -papers.length - 1, title, published: first.date }));
  }
  return { papers, picks };
}

function issuesOf(entries: readonly PrintedRow[]): [number, PrintedRow[]][] {
  const issues = new Map<number, PrintedRow[]>();
  for (const entry of entries) issues.set(entry.issue, [...(issues.get(entry.issue) ?? []), entry]);
  return [...issues].sort(([a], [b]) => a - b);
}

function wordsAlone(input: Pick<NewsInput, 'story' | 'title' | 'text' | 'language'>): NewsInput {
  const { story, title, text, language } = input;
  return { story, title, text, language, outlets: [], published: Number.NaN };
}

function titleAlone(paper: Pick<PaperInput, 'story' | 'title' | 'published'>): PaperInput {
  return { ...paper, abstract: '', authors: [], categories: [] };
}

/** At most `many` of a list, evenly from its whole length. */
function spread<T>(list: readonly T[], many: number): T[] {
  const step = Math.max(1, list.length / many);
  return list.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}
