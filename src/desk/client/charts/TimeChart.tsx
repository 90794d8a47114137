import { nice, ticks } from 'd3-array';
import { area } from 'd3-shape';
import { useState } from 'preact/hooks';
import { shortDay } from '../time.ts';
import { Figures } from './Figures.tsx';
import { useWidth } from './use-width.ts';

export interface TimeLine {
  name: string;
  values: readonly number[];
}

interface Props {
  /** Days "YYYY-MM-DD", oldest first. */
  days: readonly string[];
  lines: readonly TimeLine[];
  label: string;
  /** The day that is marked, and whose figures are told, as a place in `days`. */
  at: number;
  /** Called with the place in `days` that was picked. */
  onPick?: (place: number) => void;
  /** In pixels. */
  height?: number;
  /** The highest figure of all charts that share an axis. */
  most?: number;
}

const SPACE = { top: 8, right: 28, bottom: 24, left: 40 };
/** What a day's name and a mark of the axis need, in pixels. */
const [NAME_WIDTH, MARK_HEIGHT] = [76, 40];

/**
 * Lines over days, told apart by dashes beside colours. They are straight: a curve would show what nobody has counted
 * between two days. Above them stand the figures of one day: of the one under the mouse, the one that the arrow keys went
 * to, or else of `at`; all figures stand in a table for the ear.
 */
export function TimeChart({ days, lines, label, at, onPick, height = 200, most = highest(lines) }: Props) {
  const { place, width } = useWidth<HTMLElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = pointed ?? at;
  const bottom = height - SPACE.bottom;
  const marks = Math.floor(bottom / MARK_HEIGHT);
  const [, top] = nice(0, Math.max(marks, most), marks);
  const step = (width - SPACE.left - SPACE.right) / Math.max(1, days.length - 1);
  const x = (day: number): number => SPACE.left + day * step;
  const y = (value: number): number => bottom - (value / top) * (bottom - SPACE.top);
  const every = Math.ceil(NAME_WIDTH / step);
  const ground = area<number>((_, day) => x(day), bottom, y);
  const path = ground.lineY1();
  const pointAt = (day: number): void => setPointed(Math.min(Math.max(0, day), days.length - 1));
  return (
    <figure
      class="chart"
      ref={place}
      aria-label={label}
      tabIndex={0}
      onBlur={() => setPointed(null)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') pointAt(shown - 1);
        if (event.key === 'ArrowRight') pointAt(shown + 1);
        if (event.key === 'Enter') onPick?.(shown);
      }}
    >
      <p class="legend" aria-hidden="true">
        {lines.map(({ name, values }, index) => (
          <span key={name}>
            <svg width="22" height="8">
              <path class={`line-${index + 1}`} d="M0 4H22" />
            </svg>
            {name} <b>{values[shown]?.toLocaleString()}</b>
          </span>
        ))}
        <span class="dim">{shortDay(days[shown] ?? '')}</span>
      </p>
      <svg
        width={width}
        height={height}
        aria-hidden="true"
        onMouseMove={({ offsetX }) => pointAt(Math.round((offsetX - SPACE.left) / step))}
        onMouseLeave={() => setPointed(null)}
        onClick={() => onPick?.(shown)}
      >
        {ticks(0, top, marks).map((value) => (
          <g key={value}>
            <path class="grid" d={`M${SPACE.left} ${y(value)}H${width - SPACE.right}`} />
            <text x={SPACE.left - 8} y={y(value) + 4} text-anchor="end">
              {value.toLocaleString()}
            </text>
          </g>
        ))}
        {days.map(
          (day, index) =>
            (days.length - 1 - index) % every === 0 && (
              <text key={day} x={x(index)} y={height - 6} text-anchor="middle">
                {shortDay(day)}
              </text>
            ),
        )}
        <path class="at" d={`M${x(shown)} ${SPACE.top}V${bottom}`} />
        {lines.map(({ name, values }, index) => (
          <g key={name} class={`line-${index + 1}`}>
            {lines.length === 1 && <path class="ground" d={ground(values) ?? ''} />}
            <path d={path(values) ?? ''} />
            <circle cx={x(shown)} cy={y(values[shown] ?? 0)} r="3.5" />
          </g>
        ))}
      </svg>
      <Figures days={days} lines={lines} label={label} />
    </figure>
  );
}

/** The highest figure of all lines. */
export function highest(lines: readonly TimeLine[]): number {
  return Math.max(...lines.flatMap(({ values }) => values));
}
