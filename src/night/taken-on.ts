import type { Config } from '../config.ts';
import type { NewsInput } from '../curate/rank/news-model.ts';
import type { PaperInput } from '../curate/rank/papers-model.ts';
import { newsInput, paperInput } from './inputs.ts';
import type { ReadStory } from './stories.ts';

/** Characters of a story's words that are kept with a decision: what the ranker learns from. */
const WORDS = 600;

/**
 * A story as the ranker reads it now, to be kept with a decision on it as `takenOn.input`: a ranker can be made anew from
 * the same bits when the story has grown since.
 */
export function inputOf(story: ReadStory, config: Config): NewsInput | PaperInput {
  if (story.section === 'papers') return paperInput(story);
  const input = newsInput(story, config);
  return { ...input, text: input.text.slice(0, WORDS) };
}
