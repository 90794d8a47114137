/**
 * What each trait of a news story counts before a team has decided anything (docs/notes/ranking.md). A trait's share of
 * the score is its weight times its value; topics bring their own weights (topics.ts).
 */
export const STARTING_WEIGHTS = {
  /** Value: the doublings of the number of outlets, so six outlets count 2.6. */
  coverage: 1,
  /** Value: the same for further outlets within half a day of the first. */
  speed: 0.3,
  /** Value: the doublings of the weight that feeds.yaml gives its weightiest source. */
  'source weight': 1,
  /** Value: where in the window it was first told, 0 = at its start, 1 = now. */
  recency: 0.7,
  /** Value: the doublings of the points of its best discussion. */
  discussion: 0.1,
  /** These hold or do not: value 1 or 0. */
  'off-topic': -3,
  primary: 0.6,
  retold: -0.5,
  'ran before': -4,
  'update of a printed story': -0.2,
  form: -2,
  'short title': -0.4,
} as const satisfies Readonly<Record<string, number>>;
