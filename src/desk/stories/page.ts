import { storiesOf } from '../../night/stories.ts';
import { UNTOLD } from '../../store/changes.ts';
import type { ReadItem } from '../../store/curation.ts';
import { plainLine } from '../../text/plain-line.ts';
import type { DeskContext } from '../context.ts';
import type { Report, StoryPage } from '../wire/candidates.ts';
import { entryOf, keysOf } from './entries.ts';
import { paperFacts } from './paper.ts';
import { safeLink } from './safe-link.ts';
import { slotsOf } from './slots.ts';
import { words } from '../words.ts';

/** Everything that an editor decides a story by; null when there is no such story. */
export async function storyPage(id: number, { store, config }: DeskContext): Promise<StoryPage | null> {
  const story = storiesOf(await store.curation.itemsOf([id]), await config())[0];
  if (story === undefined) return null;
  const issue = await store.issues.open();
  const candidate = await store.curation.candidateOf(id);
  const history = await store.decisions.of(id);
  const keys = keysOf(history);
  const others = story.items.filter((item) => item.id !== story.lead.id);
  const slot = (await slotsOf(store, issue?.number ?? null)).get(id);
  const reports = await Promise.all([story.lead, ...others].map((item) => reportOf(item, store)));
  const [lead] = reports;
  if (lead === undefined) return null;
  const paper = story.items.find((item) => item.arxiv !== null);
  return {
    story: id,
    section: story.section,
    lead,
    others: reports.slice(1),
    score: candidate?.score ?? null,
    rank: candidate?.rank ?? null,
    below: candidate?.below == null ? null : words(candidate.below),
    reasons: (candidate?.reasons ?? []).map(({ name, value, weight }) => ({ name, value: words(value), weight })),
    paper: paper === undefined ? null : paperFacts(paper),
    before: ((await store.memory.of([id])).get(id) ?? []).map(({ issue: number, title, url, kind, why }) => ({
      issue: number,
      title: plainLine(title),
      url: safeLink(url),
      kind,
      why: words(why),
    })),
    changes: await changesOf(story.items, store),
    history: history.map((row) => ({ ...entryOf(row, keys), why: row.why })),
    notes: (await store.notes.of([id])).map(({ id: note, editor, at, text }) => ({ id: note, editor, at, text })),
    voters: (await store.votes.of([id])).map(({ editor }) => editor),
    slot: slot === undefined || issue === null ? null : { ...slot, issue: issue.number },
    texts: slot === undefined || issue === null ? [] : await textsOf(`slot:${slot.id}`, issue.number, store),
  };
}

async function reportOf(item: ReadItem, store: DeskContext['store']): Promise<Report> {
  const { id, title, outlet, url, authors, published, language, text, summary, image, sightings, joinReasons } = item;
  const missing = await store.pages.reason(id);
  const places = sightings.flatMap(({ discussionUrl, points }) => {
    const link = discussionUrl === null ? null : safeLink(discussionUrl);
    return link === null ? [] : [{ url: link, points }];
  });
  return {
    item: id,
    title: plainLine(title),
    outlet: plainLine(outlet),
    url: safeLink(url),
    published,
    lang: language,
    authors: authors.map(plainLine),
    paragraphs: text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== ''),
    summary,
    missing: missing === null ? null : words(missing),
    paywalled: (await store.overview.paywalled([id])).has(id),
    image: image === null ? null : safeLink(image),
    discussions: places,
    joined: (joinReasons ?? []).map(({ value }) => words(value)),
  };
}

async function changesOf(items: readonly ReadItem[], store: DeskContext['store']): Promise<StoryPage['changes']> {
  const all = await Promise.all(items.map(({ id }) => store.items.changes(id)));
  return all
    .flat()
    .filter(({ field }) => !UNTOLD.includes(field))
    .map(({ at, field, before, after }) => ({ at, what: field, before, after }))
    .toSorted((a, b) => b.at - a.at);
}

async function textsOf(owner: string, issue: number, store: DeskContext['store']): Promise<StoryPage['texts']> {
  const texts = (await store.wordings.inForce(issue)).filter((text) => text.owner === owner);
  return texts.map(({ field, lang, value, state, id }) => ({ field, lang, value, state, version: id }));
}
