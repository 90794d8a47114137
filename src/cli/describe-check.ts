import type { PageExplanation } from '../collect/page.ts';
import type { FeedDocument, Source } from '../model.ts';
import { describeCharset, describeFeed } from './describe-feed.ts';
import { columns } from './table.ts';

/** What a source answered just now, and what the last nights know of it. */
export interface Check {
  source: Source;
  /** null when there is none, with the problem in words. */
  document: FeedDocument | null;
  problem: string | null;
  status: number;
  /** How the list of a `kind: page` source was found; null for the other kinds. */
  list: PageExplanation | null;
  /** Where it has moved for good, as seen now or by the nights, and on how many nights. */
  movedTo: string | null;
  movedNights: number;
  failures: number;
  switchedOff: string | null;
}

/** For programs. */
export function checkRow({ source: { id, url, kind }, document, list, ...rest }: Check): object {
  const { format, charset, title, language, repairs, entries } = document ?? {};
  return {
    id,
    url,
    kind,
    ...rest,
    format: format ?? null,
    charset: charset ?? null,
    title: title ?? null,
    language: language ?? null,
    items: entries?.length ?? 0,
    newest: document === null ? null : newestOf(document),
    repairs: repairs ?? [],
    list: list === null ? null : { how: list.how, matched: list.matched, problems: list.problems },
  };
}

/** For a person, of one source. */
export function describeCheck(check: Check, items: number): string {
  const { source, document, problem, list } = check;
  return [
    `${source.id}: ${source.url}`,
    ...(list === null ? [] : [`List:     ${describeList(list)}`]),
    ...notesOf(check).map((note) => `Note:     ${note}`),
    document === null ? `Problem:  ${problem ?? ''}` : describeFeed(document, items),
  ].join('\n');
}

/** A line a source. */
export function checkTable(checks: readonly Check[]): string {
  const lines = checks.map((check) => {
    const { source, document, problem, list } = check;
    const notes = [problem, list === null ? null : describeList(list), ...(document?.repairs ?? []), ...notesOf(check)];
    return [
      source.id,
      document === null ? (problem === null ? 'off' : 'failed') : document.entries.length === 0 ? 'empty' : 'fine',
      document?.format ?? '',
      document === null ? '' : describeCharset(document.charset),
      String(document?.entries.length ?? 0),
      document === null ? '' : (newestOf(document)?.slice(0, 10) ?? 'no date'),
      notes.filter((note) => note !== null && note !== '').join('; '),
    ];
  });
  return columns([['source', '', 'format', 'charset', 'items', 'newest', 'notes'], ...lines]);
}

function notesOf({ movedTo, movedNights, switchedOff, failures }: Check): string[] {
  return [
    ...(movedTo === null ? [] : [`moved to ${movedTo}, seen on ${movedNights} nights`]),
    ...(switchedOff === null ? [] : [`switched off. ${switchedOff}`]),
    ...(switchedOff === null && failures > 0 ? [`failed ${failures} times in a row; see "nightdesk ledger"`] : []),
  ];
}

function describeList({ how, matched, rows, problems }: PageExplanation): string {
  const missing = problems.length === 0 ? '' : `; ${problems.join('; ')}`;
  return how === 'nothing'
    ? problems.join('; ')
    : `by ${HOW[how]}: ${matched} matched, ${rows.length} are articles${missing}`;
}

const HOW: Record<Exclude<PageExplanation['how'], 'nothing'>, string> = {
  selectors: 'its selectors',
  sitemap: 'its news sitemap',
  'json-ld': 'its structured data',
  blocks: 'repeated blocks',
};

function newestOf({ entries }: FeedDocument): string | null {
  const dates = entries.flatMap(({ published, updated }) => published ?? updated ?? []);
  return dates.length === 0 ? null : new Date(Math.max(...dates)).toISOString();
}
