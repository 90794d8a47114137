import type { LedgerRow } from '../store/nights.ts';

/** The ledger for a person: one source a line, the troubled ones first. */
export function ledgerTable(rows: readonly LedgerRow[]): string {
  const troubled = (row: LedgerRow): boolean => !['new', 'same', 'empty', 'skipped'].includes(row.outcome);
  const sorted = rows.toSorted((a, b) => Number(troubled(b)) - Number(troubled(a)) || a.id - b.id);
  const lines = sorted.map((row) => [
    row.sourceId,
    row.outcome,
    String(row.status ?? '-'),
    `${row.ms} ms`,
    row.cached ? 'unchanged' : `${Math.ceil(row.bytes / 1000)} kB`,
    String(row.got),
    String(row.new),
    row.expected === null ? '-' : row.expected.toFixed(1),
    row.diagnosis,
  ]);
  return columns([['source', 'outcome', 'status', 'time', 'size', 'got', 'new', 'usual', 'diagnosis'], ...lines]);
}

/** Left-aligned columns, as wide as they need to be; the last one is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const width = (index: number): number => Math.max(...rows.map((row) => row[index]?.length ?? 0));
  const widths = (rows[0] ?? []).map((_, index) => width(index));
  return rows
    .map((row) =>
      row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join('  '),
    )
    .join('\n');
}
