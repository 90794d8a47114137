import { ticks } from 'd3-array';
import { useEffect, useRef, useState } from 'preact/hooks';
import { shortDay } from '../time.ts';

export interface TimeLine {
  name: string;
  values: readonly number[];
}

interface Props {
  /** Days "YYYY-MM-DD", oldest first. */
  days: readonly string[];
  lines: readonly TimeLine[];
  label: string;
  /** Called with the place in `days` that was clicked. */
  onPick?: (index: number) => void;
}

const HEIGHT = 200;
const SPACE = { top: 8, right: 16, bottom: 24, left: 40 };
/** A day's name takes so many pixels. */
const NAME_WIDTH = 72;

/**
 * Lines over days, told apart by dashes beside colours; the same figures as a table for the ear. They are straight: a
 * curve would show what nobody has counted between two days.
 */
export function TimeChart({ days, lines, label, onPick }: Props) {
  const { place, width } = useWidth();
  const step = (width - SPACE.left - SPACE.right) / Math.max(1, days.length - 1);
  const most = Math.max(4, ...lines.flatMap(({ values }) => values));
  const x = (index: number): number => SPACE.left + index * step;
  const y = (value: number): number => HEIGHT - SPACE.bottom - (value / most) * (HEIGHT - SPACE.top - SPACE.bottom);
  const every = Math.max(1, Math.ceil((NAME_WIDTH * days.length) / width));
  return (
    <figure class="chart" ref={place}>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {ticks(0, most, 4).map((value) => (
          <g key={value}>
            <line class="grid" x1={SPACE.left} x2={width - SPACE.right} y1={y(value)} y2={y(value)} />
            <text x={SPACE.left - 8} y={y(value) + 4} text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        {days.map((day, index) => (
          <g key={day} class="day" onClick={() => onPick?.(index)}>
            <rect x={x(index) - step / 2} y={0} width={step} height={HEIGHT} />
            <line x1={x(index)} x2={x(index)} y1={SPACE.top} y2={HEIGHT - SPACE.bottom} />
            {(days.length - 1 - index) % every === 0 && (
              <text x={x(index)} y={HEIGHT - 6} text-anchor={index === days.length - 1 ? 'end' : 'middle'}>
                {shortDay(day)}
              </text>
            )}
            <title>
              {[shortDay(day), ...lines.map(({ name, values }) => `${name}: ${values[index] ?? 0}`)].join('\n')}
            </title>
          </g>
        ))}
        {lines.map(({ name, values }, index) => (
          <polyline
            key={name}
            class={`line-${index + 1}`}
            points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')}
          />
        ))}
      </svg>
      <ul class="legend" aria-hidden="true">
        {lines.map(({ name }, index) => (
          <li key={name}>
            <svg width="22" height="8">
              <path class={`line-${index + 1}`} d="M0 4H22" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <Figures days={days} lines={lines} label={label} />
    </figure>
  );
}

function Figures({ days, lines, label }: Pick<Props, 'days' | 'lines' | 'label'>) {
  return (
    // A table is as wide as its words, whatever its style says.
    <div class="unseen">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <td />
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, index) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {lines.map(({ name, values }) => (
                <td key={name}>{values[index] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The width of an element as the page has it. */
function useWidth() {
  const place = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.max(200, entry?.contentRect.width ?? 0)));
    if (place.current !== null) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return { place, width };
}
