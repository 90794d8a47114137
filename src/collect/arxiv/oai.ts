import type { Entry } from '../../model.ts';
import { parseArxivId } from '../../text/arxiv.ts';
import { collapse, escapeHtml } from '../../text/html.ts';
import { texLetters } from '../../text/tex.ts';
import type { FeedCaps, Repairs } from '../caps.ts';
import { readDate, type DateReading } from '../feed/entry.ts';
import { EMPTY_ENTRY } from '../feed/entries.ts';
import { NO_HINTS } from '../feed/hints.ts';
import { textOf } from '../feed/texts.ts';
import { OAI_BASE } from './requests.ts';
import type { ReadFeed } from '../feed/xml.ts';
import type { XmlTree } from '../xml/builder.ts';
import type { XmlElement } from '../xml/element.ts';
import { child, children } from '../xml/element.ts';
import { say } from '../../text/said.ts';

export interface Harvest {
  /** First day of change, "YYYY-MM-DD"; arXiv dates its records in UTC. */
  from: string;
  until?: string;
  /** "cs", "cs:cs:AI"; all of arXiv when not given. */
  set?: string;
  prefix?: 'arXiv' | 'arXivRaw' | 'oai_dc';
  base?: string;
}

/** The first request of a harvest: what was announced or changed since a day, for nights that were missed. */
export function harvestUrl({ from, until, set, prefix = 'arXiv', base = OAI_BASE }: Harvest): string {
  const query = new URLSearchParams({ verb: 'ListRecords', metadataPrefix: prefix, from });
  if (until !== undefined) query.set('until', until);
  if (set !== undefined) query.set('set', set);
  return `${base}?${query.toString()}`;
}

/** The request for the next page of an answer's list; null after the last. @param url any request of the harvest */
export function nextHarvestUrl(url: string, answer: string): string | null {
  const token = /<resumptionToken[^>]*>\s*([^<\s][^<]*?)\s*</.exec(answer)?.[1];
  if (token === undefined) return null;
  const query = new URLSearchParams({ verb: 'ListRecords', resumptionToken: token.replaceAll('&amp;', '&') });
  return `${url.split('?')[0] ?? OAI_BASE}?${query.toString()}`;
}

/** Reads an OAI-PMH answer with records in arXiv's three formats. Deleted records are left out. */
export function readOai(
  { root, cut }: XmlTree & { root: XmlElement },
  dates: DateReading,
  caps: FeedCaps,
  repairs: Repairs,
): ReadFeed {
  const error = child(root, 'error');
  if (error) repairs.add(say('repair.oai', { code: error.$['code'] ?? 'error', text: textOf(error) }));
  const lists = [...children(root, 'listrecords'), ...children(root, 'getrecord')];
  const records = lists.flatMap((list) => children(list, 'record')).slice(0, caps.entries);
  const entries = records.map((record) => readRecord(record, dates)).filter((entry) => entry !== null);
  return { format: 'oai', title: 'arXiv', link: 'https://arxiv.org/', language: 'en', entries, hints: NO_HINTS, cut };
}

function readRecord(record: XmlElement, dates: DateReading): Entry | null {
  const metadata = child(record, 'metadata');
  const own = metadata && (child(metadata, 'arxiv') ?? child(metadata, 'arxivraw'));
  const dublin = metadata && child(metadata, 'oai_dc:dc');
  const paper = own ?? dublin;
  const header = child(record, 'header');
  const id = parseArxivId(textOf(header && child(header, 'identifier')));
  if (!paper || !id) return null;
  const text = (name: string): string => collapse(textOf(child(paper, own ? name : `dc:${name}`)));
  const versions = children(paper, 'version');
  const date = (written: string): number | null => readDate(written, dates);
  const firstVersion = versions[0] && textOf(child(versions[0], 'date'));
  const lastVersion = versions.length > 1 ? textOf(child(versions[versions.length - 1] ?? paper, 'date')) : '';
  return {
    ...EMPTY_ENTRY,
    id: `oai:arXiv.org:${id.id}`,
    url: `https://arxiv.org/abs/${id.id}`,
    title: texLetters(text('title')),
    published: date(text('created') || firstVersion || text('date')),
    updated: date(text('kept:updated') || lastVersion),
    authors: authorsOf(paper),
    summary: escapeHtml(text(own ? 'abstract' : 'description')),
    categories: own ? text('categories').split(' ') : children(paper, 'dc:subject').map(textOf),
    arxiv: {
      id: id.id,
      version: versions.length || null,
      announce: null,
      categories: own ? text('categories').split(' ') : [],
      license: text('license') || null,
      doi: text('doi') || null,
      comment: (own ? text('comments') : commentOf(paper)) || null,
    },
  };
}

/** "Jane Doe" out of key name and forenames, "Doe, Jane", or "Jane Doe, John Roe and Kim Poe". */
function authorsOf(paper: XmlElement): string[] {
  const list = child(paper, 'authors');
  const people = list ? children(list, 'author') : [];
  const creators = children(paper, 'dc:creator').map((creator) => textOf(creator).split(/,\s*/).reverse().join(' '));
  const named = people.map((one) =>
    ['forenames', 'keyname', 'suffix'].map((part) => textOf(child(one, part))).join(' '),
  );
  const names = [...named, ...creators];
  const all = names.length > 0 ? names : splitAuthors(textOf(list));
  return all.map((name) => texLetters(collapse(name))).filter((name) => name !== '');
}

/** Affiliations stand in parentheses. */
function splitAuthors(text: string): string[] {
  return text.replace(/\([^()]*\)/g, '').split(/\s*,\s*(?:and\s+)?|\s+and\s+/);
}

/** Dublin Core has no field for comments; arXiv writes them as a second description. */
function commentOf(paper: XmlElement): string {
  const comment = children(paper, 'dc:description')
    .map(textOf)
    .find((text) => text.startsWith('Comment: '));
  return collapse(comment?.slice('Comment: '.length) ?? '');
}
