import type { Config } from '../config.ts';
import { flatText, type TopicProfile, wordsIn } from '../curate/rank/topics.ts';
import type { Ranked } from '../curate/rank/ranked.ts';
import { type Caps, CAPPED } from '../curate/select/caps.ts';
import { topicGate } from '../curate/select/gate.ts';
import { labsOf } from '../curate/select/labs.ts';
import type { LineupRules } from '../curate/select/lineup.ts';
import type { LineupCandidate } from '../curate/select/rules.ts';
import type { Instant, LineupRule, Section } from '../model.ts';
import type { Recollection } from '../store/memory.ts';
import type { OfferedLists } from './context.ts';
import { isNewPaper, wordsOf } from './inputs.ts';
import { profileOf } from './profile.ts';
import { inWords } from './recall.ts';
import { sourcesOf, type ReadStory } from './stories.ts';
import { say } from '../text/said.ts';

/** How far difference counts against score, and how many slots a night go to candidates on trial. */
const DIVERSITY = 0.3;
const EXPLORE = 2;

/** The rules by which a section's lineup is made: the template's size, the caps and rules of feeds.yaml. */
export function rulesOf(section: Section, config: Config, template: OfferedLists): LineupRules {
  const size = template.lists.filter((list) => list.of === section).reduce((sum, list) => sum + list.cap, 0);
  return {
    size,
    caps: section === 'news' ? capsOf(config) : {},
    diversity: DIVERSITY,
    explore: EXPLORE,
    rules: standingRules(config),
  };
}

/** 0 in feeds.yaml means no cap. */
function capsOf({ caps }: Config): Caps {
  const { perOutlet, perSource, perTopic, perLab, perLanguage } = caps;
  const all = { outlet: perOutlet, source: perSource, topic: perTopic, lab: perLab, language: perLanguage };
  return Object.fromEntries(CAPPED.flatMap((kind) => (all[kind] > 0 ? [[kind, all[kind]]] : [])));
}

/** The rules of feeds.yaml; the words of `topics` are rules over the text. */
function standingRules({ rules, topics }: Config): LineupRule[] {
  const word = (action: LineupRule['action']) => (matches: string) => ({ action, field: 'text' as const, matches });
  return [...rules, ...topics.mustLook.map(word('must')), ...topics.block.map(word('block'))];
}

/** What a lineup is chosen from: each ranked story with what rules, caps and gates look at. */
export function lineupCandidates(
  ranked: readonly Pick<Ranked, 'story' | 'score' | 'newness'>[],
  stories: ReadonlyMap<number, ReadStory>,
  memory: ReadonlyMap<number, readonly Recollection[]>,
  config: Config,
  now: Instant,
): LineupCandidate[] {
  const profile = profileOf(config);
  return ranked.flatMap(({ story, score, newness }) => {
    const read = stories.get(story);
    if (read === undefined) return [];
    const ran = memory.get(story)?.find(({ kind }) => kind !== 'update');
    return [
      {
        ...candidateOf(read, profile, config),
        score,
        newness,
        ...(ran === undefined ? {} : { ran: inWords(ran, now) }),
      },
    ];
  });
}

function candidateOf(story: ReadStory, profile: TopicProfile, config: Config): Omit<LineupCandidate, 'score'> {
  const { lead, items, section } = story;
  const sources = sourcesOf(lead, config);
  const text = `${lead.title}\n${wordsOf(story)}`;
  const isPaper = section === 'papers';
  return {
    story: story.id,
    title: lead.title,
    site: URL.canParse(lead.url) ? new URL(lead.url).host.replace(/^www\./, '') : '',
    text,
    outlets: [...new Set([lead.outlet, ...items.map(({ outlet }) => outlet)])],
    sources: sources.map(({ id }) => id),
    topics: isPaper ? (lead.arxiv?.categories ?? []) : topicsOf(text, profile),
    labs: labsOf(lead.title),
    language: lead.language,
    authors: lead.authors,
    categories: lead.arxiv?.categories ?? [],
    offTopic: isPaper ? outdated(story) : offTopic(story, text, profile, config),
  };
}

/** The subjects of the profile that a text speaks of, the one with most words first. */
function topicsOf(text: string, profile: TopicProfile): string[] {
  const flat = flatText(text);
  return profile.topics
    .map(({ name, words }) => ({ name, found: wordsIn(flat, words).length }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found)
    .map(({ name }) => name);
}

function offTopic({ lead }: ReadStory, text: string, profile: TopicProfile, config: Config): string | undefined {
  const sources = sourcesOf(lead, config);
  const gate = topicGate(text, profile, {
    include: sources.flatMap(({ include }) => include),
    exclude: sources.flatMap(({ exclude }) => exclude),
  });
  return gate.on ? undefined : gate.reason;
}

function outdated(story: ReadStory): string | undefined {
  return isNewPaper(story) ? undefined : say('below.oldPaper');
}
