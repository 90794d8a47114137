import type { TimeLine } from './TimeChart.tsx';

/** The figures of lines over days as a table, for the ear. */
export function Figures({
  days,
  lines,
  label,
}: {
  days: readonly string[];
  lines: readonly TimeLine[];
  label: string;
}) {
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
