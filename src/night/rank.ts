import { rankNews } from '../curate/rank/news.ts';
import { type NewsInput, parseNewsModel, startingNews } from '../curate/rank/news-model.ts';
import { rankPapers } from '../curate/rank/papers.ts';
import { parsePaperModel } from '../curate/rank/papers-model.ts';
import { startingPapers } from '../curate/rank/papers-start.ts';
import type { Ranked } from '../curate/rank/ranked.ts';
import { selectLineup } from '../curate/select/lineup.ts';
import { SECTIONS, type Section } from '../model.ts';
import type { StoredCandidate } from '../store/curation.ts';
import type { Recollection } from '../store/memory.ts';
import { newsInput, paperInput } from './inputs.ts';
import { openIssue } from './issue.ts';
import type { NightContext } from './context.ts';
import { lineupCandidates, rulesOf } from './lineup.ts';
import { profileOf } from './profile.ts';
import { remembered } from './recall.ts';
import { isCandidate, storiesOf, type ReadStory } from './stories.ts';

/** What past issues printed of each story, newest first. */
type Memories = ReadonlyMap<number, readonly Recollection[]>;

/** Ranks the stories of the open issue's window and chooses tonight's shortlist; the rest is kept with its reason. */
export async function rank(context: NightContext): Promise<void> {
  const { store, night, progress } = context;
  const issue = await openIssue(context);
  const items = await store.curation.groupedSince(issue.windowFrom);
  const stories = storiesOf(
    items.filter((item) => isCandidate(item, context.config)),
    context.config,
  );
  const memory = await store.memory.of(stories.map(({ id }) => id));
  progress.stage('rank', SECTIONS.length);
  const candidates: StoredCandidate[] = [];
  for (const section of SECTIONS) {
    const mine = stories.filter((story) => story.section === section);
    const ranked = await score(section, mine, { windowStart: issue.windowFrom, memory }, context);
    candidates.push(...choose(section, mine, ranked, memory, context));
    progress.tick();
  }
  await store.curation.saveCandidates(night, candidates);
  progress.done();
}

async function score(
  section: Section,
  stories: readonly ReadStory[],
  { windowStart, memory }: { windowStart: number; memory: Memories },
  context: NightContext,
): Promise<Ranked[]> {
  const stored = await context.store.models.newest(`rank-${section}`);
  const now = context.began;
  switch (section) {
    case 'news': {
      const model = (stored && parseNewsModel(stored.data)) ?? startingNews();
      return rankNews(
        stories.map((story) => newsInput(story, context.config, before(memory.get(story.id)))),
        model,
        { now, windowStart, profile: profileOf(context.config) },
      );
    }
    case 'papers': {
      const model = (stored && parsePaperModel(stored.data)) ?? startingPapers();
      return rankPapers(stories.map(paperInput), model, { now });
    }
  }
}

/** Where a story stood in the newest past issue that knows it. */
function before([newest]: readonly Recollection[] = []): NewsInput['before'] {
  if (newest === undefined) return null;
  return { issue: `#${newest.issue}`, relation: newest.kind === 'update' ? 'update' : 'same' };
}

/** The shortlist stands above the line in the order of the lineup's choice; everything else below it, with the reason. */
function choose(
  section: Section,
  stories: readonly ReadStory[],
  ranked: readonly Ranked[],
  memory: Memories,
  context: NightContext,
): StoredCandidate[] {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const candidates = lineupCandidates(ranked, byId, memory, context.config, context.began);
  const lineup = selectLineup(candidates, rulesOf(section, context.config, context.template));
  const below = new Map(lineup.below.map(({ story, reason }) => [story, reason]));
  const chosen = new Map(lineup.chosen.map((choice) => [choice.story, choice]));
  return ranked.map(({ story, score: points, reasons, newness }, index) => {
    const choice = chosen.get(story);
    const marks =
      choice === undefined || choice.by === 'score' ? [] : [{ name: choice.by, value: choice.reason, weight: 0 }];
    const before = (memory.get(story) ?? []).map((past) => remembered(past, context.began));
    return {
      night: context.night,
      story,
      section,
      rank: index + 1,
      score: points,
      newness,
      reasons: [...reasons, ...marks, ...before],
      below: below.get(story) ?? null,
    };
  });
}
