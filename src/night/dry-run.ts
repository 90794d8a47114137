import type { Config } from '../config.ts';
import { selectLineup } from '../curate/select/lineup.ts';
import { type Night, SECTIONS, type Section } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { OfferedLists } from './context.ts';
import { lineupCandidates, rulesOf } from './lineup.ts';
import { storiesOf, type ReadStory } from './stories.ts';

/** A story that other rules would have put into a night's shortlist or kept out of it. */
export interface ShortlistChange {
  night: Night;
  section: Section;
  story: number;
  title: string;
  change: 'in' | 'out';
  /** The rule, cap or score by which. */
  reason: string;
}

/** Rules to compare: those that stand and those proposed, as configurations with everything else alike. */
export interface DryRun {
  store: Store;
  template: OfferedLists;
  standing: Config;
  proposed: Config;
  /** How many of the last stored nights. */
  nights: number;
}

/**
 * What other rules, caps or words would have changed in the shortlists of the last nights. Scores stay as they were
 * stored; both shortlists are chosen anew, so that a change of the code between then and now does not count as one.
 */
export async function dryRun(run: DryRun): Promise<{ nights: readonly Night[]; changes: ShortlistChange[] }> {
  const nights = await run.store.outcomes.nights(run.nights);
  const changes: ShortlistChange[] = [];
  for (const night of nights) for (const section of SECTIONS) changes.push(...(await changesOf(night, section, run)));
  return { nights, changes };
}

async function changesOf(
  night: Night,
  section: Section,
  { store, template, standing, proposed }: DryRun,
): Promise<ShortlistChange[]> {
  const rows = await store.curation.candidates({ night, section });
  const ids = rows.map(({ story }) => story);
  const stories = new Map(storiesOf(await store.curation.itemsOf(ids), standing).map((story) => [story.id, story]));
  const began = (await store.nights.runs(night))[0]?.startedAt ?? Date.parse(night);
  const memory = new Map(
    Array.from(await store.memory.of(ids), ([story, past]) => [story, past.filter(({ date }) => date < began)]),
  );
  const ranked = rows.map(({ story, score, newness = 0 }) => ({ story, score, newness }));
  const lineup = (config: Config) =>
    selectLineup(lineupCandidates(ranked, stories, memory, config, began), rulesOf(section, config, template));
  const [before, after] = [lineup(standing), lineup(proposed)];
  const [was, is] = [before, after].map(({ chosen }) => new Set(chosen.map(({ story }) => story)));
  const told = (change: 'in' | 'out') => (entry: { story: number; reason: string }) => ({
    night,
    section,
    story: entry.story,
    title: titleOf(stories.get(entry.story)),
    change,
    reason: entry.reason,
  });
  return [
    ...after.below.filter(({ story }) => was?.has(story)).map(told('out')),
    ...after.chosen.filter(({ story }) => !was?.has(story) && is?.has(story)).map(told('in')),
  ];
}

function titleOf(story: ReadStory | undefined): string {
  return story?.lead.title ?? '(no longer stored)';
}
