import { changeInWords } from '../../export/change-words.ts';
import type { ChangeSince } from '../../store/changes.ts';
import type { Store } from '../../store/store.ts';

/** Prints what changed in what was kept, held, slotted or printed since then, newest first. */
export async function printChanged(store: Store, as: 'lines' | 'json' | 'jsonl'): Promise<void> {
  const { writeJsonLine, writeLine } = await import('../io.ts');
  const newest = (await store.nights.runs()).at(-1)?.startedAt ?? Date.now();
  const rows = (await store.changes.sinceDecided(newest)).map(readable);
  if (as === 'json') await writeLine(JSON.stringify(rows, null, 2));
  else for (const row of rows) await (as === 'jsonl' ? writeJsonLine(row) : writeLine(inWords(row)));
}

/** With its dates as ISO 8601. */
function readable({ at, since, sourceId: source, itemId: item, ...row }: ChangeSince) {
  return { at: new Date(at).toISOString(), ...row, item, source, since: new Date(since).toISOString() };
}

function inWords(row: ReturnType<typeof readable>): string {
  const place = row.issue === null ? row.reached : `${row.reached} in #${row.issue}`;
  return `${row.at.slice(0, 10)}\t${row.story}\t${row.title}\n\t${changeInWords(row)} (${place} since ${row.since.slice(0, 10)})`;
}
