import type { Config } from '../config.ts';
import { STARTING_PROFILE, type TopicProfile } from '../curate/rank/topics.ts';

/** The shipped profile with the words that feeds.yaml adds to it. */
export function profileOf({ topics }: Pick<Config, 'topics'>): TopicProfile {
  return { ...STARTING_PROFILE, core: [...STARTING_PROFILE.core, ...topics.require.map((word) => word.toLowerCase())] };
}
