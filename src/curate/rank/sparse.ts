/** Rows of (column, value) in compressed form: row r holds the entries start[r] .. start[r + 1] - 1. */
export interface SparseRows {
  start: Int32Array;
  column: Int32Array;
  value: Float32Array;
  columns: number;
}

/** Named values of one row; a name that is missing has the value 0. */
export type Features = ReadonlyMap<string, number>;

/** Numbers the features of each row by `index`; names it does not hold and values that are no numbers are left out. */
export function toSparse(rows: readonly Features[], index: ReadonlyMap<string, number>): SparseRows {
  const size = rows.reduce((sum, row) => sum + row.size, 0);
  const start = new Int32Array(rows.length + 1);
  const column = new Int32Array(size);
  const value = new Float32Array(size);
  let at = 0;
  for (const [r, row] of rows.entries()) {
    for (const [name, amount] of row) {
      const known = index.get(name);
      if (known === undefined || !Number.isFinite(amount)) continue;
      column[at] = known;
      value[at] = amount;
      at += 1;
    }
    start[r + 1] = at;
  }
  return { start, column, value, columns: index.size };
}

/** The product of one row with a vector of weights. */
export function rowDot({ start, column, value }: SparseRows, row: number, weights: Float64Array): number {
  let sum = 0;
  for (let k = start[row] ?? 0, end = start[row + 1] ?? 0; k < end; k++) {
    sum += (weights[column[k] ?? 0] ?? 0) * (value[k] ?? 0);
  }
  return sum;
}

/** Adds `factor` times a row to a vector. */
export function addRow({ start, column, value }: SparseRows, row: number, factor: number, into: Float64Array): void {
  for (let k = start[row] ?? 0, end = start[row + 1] ?? 0; k < end; k++) {
    const at = column[k] ?? 0;
    into[at] = (into[at] ?? 0) + factor * (value[k] ?? 0);
  }
}
