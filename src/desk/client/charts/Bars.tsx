/** One name with two lengths: the whole, and the part of it that counts. */
export interface Bar {
  name: string;
  whole: number;
  part: number;
}

/** Lying bars, the longest as long as the room allows. The figures stand beside them, so that no eye has to measure. */
export function Bars({ bars, label, words }: { bars: readonly Bar[]; label: string; words: (bar: Bar) => string }) {
  const most = Math.max(1, ...bars.map(({ whole }) => whole));
  return (
    <ul class="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.name}>
          <span class="name">{bar.name}</span>
          <svg class="bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
            <rect class="whole" width={(100 * bar.whole) / most} height="10" />
            <rect class="part" width={(100 * bar.part) / most} height="10" />
          </svg>
          <span class="figures">{words(bar)}</span>
        </li>
      ))}
    </ul>
  );
}
