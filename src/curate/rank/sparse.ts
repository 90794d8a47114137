/** Rows of (column, value) in compressed form: row r holds the entries start[r] .. start[r + 1] - 1. */
export interface SparseRows {
  start: Int32Array;
  column: Int32Array;
  value: Float32Array;
  columns: number;
}

/** Named values of one row; a name that is missing has the value 0. */
export type Features = ReadonlyMap<string, number>;

/** Rows together with what their columns are called. */
export interface NamedRows {
  rows: SparseRows;
  names: readonly string[];
}

/**
 * Numbers the features of rows in the order in which they first appear; values that are no numbers are left out. Rows
 * are taken one at a time, so that only one need be in memory as a map.
 */
export function toSparse(features: Iterable<Features>): NamedRows {
  const index = new Map<string, number>();
  const start = [0];
  const column = new Growing((length) => new Int32Array(length));
  const value = new Growing((length) => new Float32Array(length));
  for (const row of features) {
    for (const [name, amount] of row) {
      if (!Number.isFinite(amount)) continue;
      const known = index.get(name) ?? index.size;
      if (known === index.size) index.set(name, known);
      column.push(known);
      value.push(amount);
    }
    start.push(column.length);
  }
  const rows = { start: Int32Array.from(start), column: column.all(), value: value.all(), columns: index.size };
  return { rows, names: [...index.keys()] };
}

/** The same rows with the named columns alone, in the order given. */
export function withColumns({ rows, names }: NamedRows, kept: readonly string[]): SparseRows {
  const numbers = new Map(kept.map((name, i) => [name, i]));
  const renumbered = Int32Array.from(names, (name) => numbers.get(name) ?? -1);
  const start = new Int32Array(rows.start.length);
  const column = new Int32Array(rows.column.length);
  const value = new Float32Array(rows.value.length);
  let at = 0;
  for (let row = 0; row + 1 < start.length; row++) {
    for (let k = rows.start[row] ?? 0; k < (rows.start[row + 1] ?? 0); k++) {
      const number = renumbered[rows.column[k] ?? 0] ?? -1;
      if (number < 0) continue;
      column[at] = number;
      value[at] = rows.value[k] ?? 0;
      at += 1;
    }
    start[row + 1] = at;
  }
  return { start, column: column.slice(0, at), value: value.slice(0, at), columns: kept.length };
}

/** A typed array that grows by half when it is full. */
class Growing<T extends Int32Array | Float32Array> {
  readonly #make: (length: number) => T;
  #array: T;
  length = 0;
  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#array = make(1024);
  }

  push(number: number): void {
    if (this.length === this.#array.length) {
      const larger = this.#make(Math.ceil(this.length * 1.5));
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.length] = number;
    this.length += 1;
  }

  all(): T {
    return this.#array.slice(0, this.length) as T;
  }
}

/** Calls `visit` for every entry, row by row. */
export function eachEntry(
  { start, column, value }: SparseRows,
  visit: (row: number, column: number, value: number) => void,
): void {
  for (let row = 0; row + 1 < start.length; row++)
    for (let k = start[row] ?? 0; k < (start[row + 1] ?? 0); k++) visit(row, column[k] ?? 0, value[k] ?? 0);
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
