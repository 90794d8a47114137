import type { LedgerRow } from '../../store/nights.ts';
import type { ReadFrom } from '../reads.ts';
import { SOURCE_STATES, type SourceList, type SourceRow } from '../wire/sources.ts';
import { healthOf } from './health.ts';
import { words } from '../words.ts';

/** So many nights make the line of a source and its worth. */
const NIGHTS = 30;

/** Every source of feeds.yaml, those that need an editor first; those alike by what they bring. */
export async function sourceList({
  store,
  config: { sources },
}: Pick<ReadFrom, 'store' | 'config'>): Promise<SourceList> {
  const nights = await store.worth.nights(NIGHTS);
  const [records, states, last] = await Promise.all([
    store.worth.since(nights[0] ?? ''),
    store.sources.states(),
    store.nights.newestAnswers(),
  ]);
  const rows = sources.map((source): SourceRow => {
    const { id, title, outlet, url, kind, section, enabled, weight, rival } = source;
    const [state, record, answer] = [states.get(id), records.get(id), last.get(id)];
    return {
      id,
      title,
      outlet,
      url,
      kind,
      section,
      enabled,
      weight,
      rival,
      health: healthOf(source, state, answer),
      ...saidLast(answer),
      answeredAt: state?.answeredAt ?? null,
      newAt: state?.newAt ?? null,
      switchedOff: state?.disabledReason == null ? null : words(state.disabledReason),
      moved:
        state?.movedTo == null || state.movedTo === url
          ? null
          : { to: state.movedTo, nights: state.movedNights?.length ?? 0 },
      brought: nights.map((night) => record?.nights.get(night) ?? null),
      offered: record?.offered ?? 0,
      kept: record?.kept ?? 0,
    };
  });
  return { nights, sources: rows.toSorted(byNeed) };
}

function saidLast(answer: LedgerRow | undefined): Pick<SourceRow, 'outcome' | 'diagnosis'> {
  return { outcome: answer?.outcome ?? null, diagnosis: words(answer?.diagnosis ?? '') };
}

function byNeed(a: SourceRow, b: SourceRow): number {
  const need = SOURCE_STATES.indexOf(a.health) - SOURCE_STATES.indexOf(b.health);
  return need || b.kept - a.kept || b.offered - a.offered || a.title.localeCompare(b.title);
}
