/**
 * The tables. Moments are integers, milliseconds since 1970 in UTC. Facts come first (a run may rebuild them at will,
 * but ids are never reused), human work last (append-only; a run never changes a row of it).
 */
export * from './schema/items.ts';
export * from './schema/ranking.ts';
export * from './schema/ledger.ts';
export * from './schema/decisions.ts';
export * from './schema/issue.ts';
export * from './schema/access.ts';
export * from './schema/search.ts';
