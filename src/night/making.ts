import type * as Item from '../extract/item.ts';
import type { IdentityStage } from '../store/record.ts';

/**
 * What makes items of entries and finds out which they are, loaded when the first document comes: on most nights most
 * sources answer that nothing has changed. Kept, because asking the module loader again costs a tenth of reading a feed.
 */
let item: Promise<typeof Item> | undefined;
let identity: Promise<IdentityStage> | undefined;

export function itemMaker(): Promise<typeof Item> {
  return (item ??= import('../extract/item.ts'));
}

export function identityStage(): Promise<IdentityStage> {
  return (identity ??= load());
}

async function load(): Promise<IdentityStage> {
  const [{ identifyBatch }, { keysOf }] = await Promise.all([
    import('../dedupe/identify.ts'),
    import('../dedupe/keys.ts'),
  ]);
  return { identifyBatch, keysOf };
}

/** The stage for answers that say nothing: there is nobody to identify. */
export const NOBODY: IdentityStage = { identifyBatch: () => [], keysOf: noKeys };

function noKeys(): never {
  throw new Error('an answer that says nothing has no keys');
}
