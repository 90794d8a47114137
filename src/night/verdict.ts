import type { Outcome } from '../model.ts';
import type { LedgerRow } from '../store/nights.ts';
import { say, type Sentence, together } from '../text/said.ts';

const FINE: ReadonlySet<Outcome> = new Set(['new', 'same', 'empty', 'moved']);

/** How many sources are named before "and N more". */
const NAMED = 4;

/** The night in one line: "38 of 40 sources fine; 212 items; cs.CL late; The Verge blocked". */
export function verdictOf(rows: readonly LedgerRow[], interrupted = false): Sentence {
  const asked = rows.filter((row) => row.outcome !== 'skipped');
  const fine = asked.filter((row) => FINE.has(row.outcome));
  const items = rows.reduce((sum, row) => sum + row.new, 0);
  const troubles = troublesOf(rows).map(({ outcome, names }) => say(`night.${outcome}`, { names }));
  const skipped = rows.length - asked.length;
  const parts = [
    say('night.fine', { fine: fine.length, asked: asked.length }),
    say('night.items', { n: items }),
    ...troubles,
    ...(skipped > 0 ? [say('night.skipped', { n: skipped })] : []),
    ...(interrupted ? [say('night.cut')] : []),
  ];
  if (asked.length > 0 && asked.every((row) => row.status === null && row.outcome === 'failed'))
    return say('night.offline', { asked: asked.length });
  return together(parts, '; ');
}

/** What went wrong, with the sources it befell: the first few by name. */
export function troublesOf(rows: readonly LedgerRow[]) {
  return (['late', 'blocked', 'failed', 'gone', 'stale'] as const).flatMap((outcome) => {
    const names = rows.filter((row) => row.outcome === outcome).map((row) => row.sourceId);
    return names.length === 0 ? [] : [{ outcome, names: list(names) }];
  });
}

function list(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return rest > 0 ? say('night.andMore', { names: names.slice(0, NAMED).join(', '), n: rest }) : names.join(', ');
}
