/** Rows of (column, value) in compressed form: row r holds the entries start[r] .. start[r + 1] - 1. */
export interface SparseRows {
  start: Int32Array;
  column: Int32Array;
  value: Float32Array;
  columns: number;
}

/** One row as a map from feature name to value. */
export type Features = ReadonlyMap<string, number>;

/** Numbers the features by `index`; features it does not know are left out. */
export function toSparse(rows: readonly Features[], index: ReadonlyMap<string, number>): SparseRows {
  const known = rows.map((row) => [...row].flatMap(([name, value]) => entry(index.get(name), value)));
  const size = known.reduce((sum, row) => sum + row.length, 0);
  const start = new Int32Array(rows.length + 1);
  const column = new Int32Array(size);
  const value = new Float32Array(size);
  let at = 0;
  for (const [r, row] of known.entries()) {
    for (const { col, val } of row) {
      column[at] = col;
      value[at++] = val;
    }
    start[r + 1] = at;
  }
  return { start, column, value, columns: index.size };
}

function entry(col: number | undefined, val: number): { col: number; val: number }[] {
  return col === undefined || !Number.isFinite(val) ? [] : [{ col, val }];
}
