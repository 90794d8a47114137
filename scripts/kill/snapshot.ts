import Database from 'better-sqlite3';

/** The tables a night makes, without what tells of runs and requests themselves: those are as many as there were runs. */
const TABLES = [
  'item',
  'item_key',
  'sighting',
  'change',
  'article',
  'candidate',
  'model',
  'issue',
  'edition',
  'slot',
  'wording',
  'decision',
  'printed',
] as const;

/** How often a source failed counts every request, so a run that is taken up again may count one more. */
const SOURCE = 'select * from source order by id';
const LEDGER = `select night, source_id, outcome, status, got, new, updated from fetch
  where id in (select max(id) from fetch group by night, source_id) order by night, source_id`;

/**
 * Why an item joined its story goes by the time between reports, and one without a date was told when it was first seen,
 * which a kill puts off by seconds: those figures may differ by this share, and no others.
 */
const TOLERANCE: Readonly<Record<string, number>> = { item: 1e-3 };
/** Figures are shown with so many digits. */
const DIGITS = 6;
const HOUR = 3_600_000;
/** What was cut away around a page's text: the sample web's pages point at what is new when they are asked for. */
const CUT = /"cut":\[[^\]]*\],?/g;

/** What a database holds, by table, as lines that can be compared. */
export type Snapshot = ReadonlyMap<string, readonly string[]>;

/**
 * Reads all that nights made in a database. Moments are compared to the hour: the nights begin at a full hour, and the
 * clock ticks on in every run, so what it made lies in that hour whatever happened.
 */
export function snapshot(file: string): Snapshot {
  const client = new Database(file, { readonly: true });
  const lines = (query: string): string[] =>
    client
      .prepare(query)
      .all()
      .map((row) => JSON.stringify(row, comparable));
  try {
    return new Map([
      ...TABLES.map((table) => [table, lines(`select * from ${table} order by rowid`)] as const),
      ['source', lines(SOURCE)],
      ['fetch (newest a source)', lines(LEDGER)],
    ]);
  } finally {
    client.close();
  }
}

function comparable(key: string, value: unknown): unknown {
  if (key === 'failures') return undefined;
  if (typeof value === 'number')
    return value > 1e12 ? Math.floor(value / HOUR) * HOUR : Number(value.toPrecision(DIGITS));
  if (typeof value !== 'string') return value;
  return value
    .replace(CUT, '')
    .replace(/(\d{4}-\d\d-\d\dT\d\d):\d\d:\d\d\.\d{3}Z/g, '$1')
    .replace(/\b\d{13}\b/g, (moment) => String(Math.floor(Number(moment) / HOUR) * HOUR))
    .replace(/-?\d+\.\d{6,}(?:e-?\d+)?/g, (figure) => String(Number(Number(figure).toPrecision(DIGITS))));
}

/** Every line in which two databases differ, each with its table; none when they hold the same. */
export function differences(expected: Snapshot, actual: Snapshot): string[] {
  return [...expected].flatMap(([table, lines]) => {
    const others = actual.get(table) ?? [];
    const rows = Math.max(lines.length, others.length);
    return Array.from({ length: rows }, (_, row) => [lines[row], others[row]] as const)
      .filter(([one, other]) => !areAlike(one, other, TOLERANCE[table] ?? 0))
      .map(([one = '(no row)', other = '(no row)']) => `${table}\n  undisturbed ${one}\n  killed      ${other}`);
  });
}

const FIGURE = /-?\d+\.\d+(?:e-?\d+)?/g;

/** Whether two lines say the same, with figures that are the same within a tolerance. */
function areAlike(one: string | undefined, other: string | undefined, tolerance: number): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || tolerance === 0) return false;
  const [skeleton, peer] = [one, other].map((line) => line.replace(FIGURE, '#'));
  if (skeleton !== peer) return false;
  const figures = (line: string): number[] => (line.match(FIGURE) ?? []).map(Number);
  const others = figures(other);
  return figures(one).every((figure, index) => {
    const difference = Math.abs(figure - (others[index] ?? Infinity));
    return difference <= tolerance * Math.max(1, Math.abs(figure));
  });
}
