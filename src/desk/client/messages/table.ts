import { CANDIDATE_MESSAGES } from './candidates.ts';
import { DATA_MESSAGES } from './data.ts';
import { FRAME_MESSAGES } from './frame.ts';
import { ISSUE_MESSAGES } from './issue.ts';

/**
 * Every text of the interface, English and Korean. {name} stands for a value, {n|one|many} for a word that goes by a
 * number. The build writes it shorter (scripts/pack-messages.mjs).
 */
export const MESSAGES = {
  ...FRAME_MESSAGES,
  ...CANDIDATE_MESSAGES,
  ...DATA_MESSAGES,
  ...ISSUE_MESSAGES,
} as const satisfies Readonly<Record<string, readonly [en: string, ko: string]>>;
