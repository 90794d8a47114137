/**
 * Counted up when the same entry comes out as another draft (see item.ts): items of entries that are still shown are then
 * made anew.
 */
export const DRAFTING = 1;
