import type { Sentence } from '../text/said.ts';

export const FEED_ERROR_CODES = ['empty', 'html', 'not-a-feed', 'bad-json', 'bad-mail'] as const;
export type FeedErrorCode = (typeof FEED_ERROR_CODES)[number];

/** A document that cannot be read as what it should be. The message says what it is and how to mend it. */
export class FeedError extends Error {
  readonly code: FeedErrorCode;

  constructor(code: FeedErrorCode, message: Sentence) {
    super(message);
    this.name = 'FeedError';
    this.code = code;
  }
}
