import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';
import { newsInput, paperInput } from './inputs.ts';
import { storiesOf } from './stories.ts';

/** Characters of a story's words that are kept with a decision: what the ranker reads of it. */
const WORDS = 600;

/**
 * What a decision on a story is taken on, to be stored with it: the story as it stands now, as the ranker reads it, and
 * where it stood in the newest night. A ranker can be rebuilt from this when the story has grown or its items are gone.
 */
export async function takenOn(story: number, store: Store, config: Config): Promise<Record<string, unknown>> {
  const [read] = storiesOf(await store.curation.itemsOf([story]), config);
  if (read === undefined) return {};
  const { section, lead } = read;
  const standing = await store.outcomes.standingOf(story);
  const input = section === 'papers' ? paperInput(read) : newsInput(read, config);
  const kept = 'text' in input ? { ...input, text: input.text.slice(0, WORDS) } : input;
  return { section, title: lead.title, ...standing, input: kept };
}
