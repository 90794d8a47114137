import type { SourceProbe } from '../../../wire/sources.ts';
import { t, tell } from '../../messages.ts';
import { day } from '../../time.ts';

/** What stands at an address at this moment. */
export function Probe({ probe }: { probe: SourceProbe }) {
  if (probe.is === 'nothing')
    return (
      <p class="trouble" role="alert">
        {tell(probe.why)}
      </p>
    );
  const { title, format, language, entries, newest, why, url } = probe;
  return (
    <div class="probe" role="status">
      <p>
        <strong>{title || url}</strong>
        <span class="dim">
          {[format, t('probe.entries', { n: entries }), language].filter((fact) => fact !== '').join(' · ')}
        </span>
      </p>
      {why !== null && <p class="dim">{tell(why)}</p>}
      <ol>
        {newest.map(({ title: line, published }, index) => (
          <li key={index}>
            <span class="dim">{published === null ? t('probe.noDate') : day(published)}</span> {line}
          </li>
        ))}
      </ol>
    </div>
  );
}
