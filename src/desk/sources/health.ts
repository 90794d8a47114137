import type { Source } from '../../model.ts';
import type { LedgerRow } from '../../store/nights.ts';
import type { SourceState } from '../../store/sources.ts';
import type { SourceHealth } from '../wire/sources.ts';

/** How a source stands, by the newest night that asked it. */
export function healthOf(
  { enabled, url }: Source,
  state: SourceState | undefined,
  last: LedgerRow | undefined,
): SourceHealth {
  if (!enabled) return 'paused';
  if (state?.disabledReason != null) return 'broken';
  const outcome = last?.outcome;
  if (outcome === 'failed' || outcome === 'blocked' || outcome === 'gone') return 'broken';
  if (state?.movedTo != null && state.movedTo !== url) return 'moved';
  if (outcome === 'stale' || outcome === 'late') return outcome;
  return outcome === undefined ? 'unknown' : 'fine';
}
