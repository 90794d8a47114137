/** A function of many variables: returns its value at `x` and writes its gradient into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const SUFFICIENT_DECREASE = 1e-4;

/**
 * Minimises a smooth convex function by limited-memory BFGS with backtracking (Nocedal and Wright, Numerical
 * Optimization, algorithms 7.4 and 3.1). No randomness: the same input gives the same bits.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  iterations: number,
  tolerance = 1e-5,
): Float64Array {
  let x = start.slice();
  let gradient = new Float64Array(x.length);
  let value = objective(x, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let i = 0; i < iterations; i++) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    const next = new Float64Array(x.length);
    const nextGradient = new Float64Array(x.length);
    let step = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let nextValue = Infinity;
    for (let tries = 0; tries < 30; tries++, step /= 2) {
      for (let j = 0; j < x.length; j++) next[j] = at(x, j) + step * at(direction, j);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT_DECREASE * step * slope) break;
    }
    if (!(nextValue < value)) break;
    remember(steps, difference(next, x), difference(nextGradient, gradient));
    const gain = (value - nextValue) / Math.max(1, Math.abs(value));
    [x, gradient, value] = [next, nextGradient, nextValue];
    if (gain < tolerance) break;
  }
  return x;
}

/** The two-loop recursion: the gradient times an estimate of the inverse Hessian, pointing down. */
function descent(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = gradient.map((g) => -g);
  const alphas: number[] = [];
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    add(q, y, -alpha);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let j = 0; j < q.length; j++) q[j] = at(q, j) * scale;
  }
  for (const { s, y, rho } of steps) add(q, s, (alphas.pop() ?? 0) - rho * dot(y, q));
  return q;
}

function remember(steps: { s: Float64Array; y: Float64Array; rho: number }[], s: Float64Array, y: Float64Array): void {
  const curvature = dot(s, y);
  if (curvature <= 1e-12) return;
  steps.push({ s, y, rho: 1 / curvature });
  if (steps.length > MEMORY) steps.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += at(a, j) * at(b, j);
  return sum;
}

function add(into: Float64Array, from: Float64Array, factor: number): void {
  for (let j = 0; j < into.length; j++) into[j] = at(into, j) + factor * at(from, j);
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, j) => value - at(b, j));
}

function at(array: Float64Array, j: number): number {
  return array[j] ?? 0;
}
