import type { Config } from '../config.ts';
import { leadOf } from '../curate/stories/lead.ts';
import type { Section, Source } from '../model.ts';
import type { ReadItem } from '../store/curation.ts';

/** What it takes of an item to put its story together. */
export type Told = Pick<ReadItem, 'id' | 'story' | 'section' | 'onlyDiscussed' | 'arxivId' | 'published'> & {
  sightings: readonly { sourceId: string }[];
};

/** A story with the items that tell it, as the later stages see it. */
export interface ReadStory<Item extends Told = ReadItem> {
  id: number;
  section: Section;
  items: readonly Item[];
  /** The item we would cite first. */
  lead: Item;
}

/** Puts items that are grouped already back together, each with the item to cite first. */
export function storiesOf<Item extends Told>(items: readonly Item[], config: Config): ReadStory<Item>[] {
  const byStory = new Map<number, Item[]>();
  for (const item of items) {
    if (item.story === null) continue;
    const list = byStory.get(item.story);
    if (list === undefined) byStory.set(item.story, [item]);
    else list.push(item);
  }
  return [...byStory].flatMap(([id, members]) => {
    const lead = leadItem(members, config);
    return lead === null ? [] : [{ id, section: sectionOf(members), items: members, lead }];
  });
}

/** A rival, or a place that only discusses a story, leads it only while nobody else has told it. */
function leadItem<Item extends Told>(items: readonly Item[], config: Config): Item | null {
  const ours = printable(items, config);
  const told = ours.filter((item) => !item.onlyDiscussed);
  const choices = (told.length > 0 ? told : ours).map((item) => {
    const sources = sourcesOf(item, config);
    return {
      id: item.id,
      primary: item.arxivId !== null || sources.some(({ primary }) => primary),
      published: item.published,
      weight: Math.max(0, ...sources.map(({ weight }) => weight)),
    };
  });
  const id = leadOf(choices);
  return items.find((item) => item.id === id) ?? null;
}

/** A story that holds a paper is about the paper, whatever news is attached to it. */
function sectionOf(items: readonly Told[]): Section {
  return items.some((item) => item.section === 'papers') ? 'papers' : 'news';
}

/** The sources that showed an item, as feeds.yaml has them; sources that it no longer names are left out. */
export function sourcesOf(item: Told, config: Config): Source[] {
  const known = placesIn(config);
  const found = [...new Set(item.sightings.map(({ sourceId }) => sourceId))].flatMap((id) => known.get(id) ?? []);
  return found.sort((a, b) => a.place - b.place).map(({ source }) => source);
}

type Places = ReadonlyMap<string, { source: Source; place: number }>;

/** Ten thousand items ask for their sources among a thousand: those are looked up, not searched through. */
const indexes = new WeakMap<Config, Places>();

function placesIn(config: Config): Places {
  const known = indexes.get(config);
  if (known !== undefined) return known;
  const places = new Map(config.sources.map((source, place) => [source.id, { source, place }]));
  indexes.set(config, places);
  return places;
}

/** Items of the team's own outlets and of rivals are no candidates: they have places of their own. */
export function isCandidate(item: Told, config: Config): boolean {
  const sources = sourcesOf(item, config);
  return sources.length === 0 || sources.some((source) => !source.rival && !source.own);
}

/** The reports of a story that we may print: a rival's, or our own, only while nobody else tells it. */
export function printable<Item extends Told>(items: readonly Item[], config: Config): readonly Item[] {
  const ours = items.filter((item) => isCandidate(item, config));
  return ours.length > 0 ? ours : items;
}
