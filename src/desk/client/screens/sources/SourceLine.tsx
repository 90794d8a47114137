import type { SourceRow } from '../../../wire/sources.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { tell, t } from '../../messages.ts';
import { hrefOf } from '../../route.ts';
import { age } from '../../time.ts';

/** One source in the table. */
export function SourceLine({ source, isOpen }: { source: SourceRow; isOpen: boolean }) {
  const { id, title, outlet, section, kind, health, diagnosis, answeredAt, offered, kept, rival } = source;
  const facts = [outlet === title ? '' : outlet, t(`data.section.${section}`), kind === 'feed' ? '' : kind];
  return (
    <tr class={isOpen ? 'open' : undefined}>
      <th scope="row">
        <a href={hrefOf('sources', { source: id })} aria-current={isOpen ? 'true' : undefined}>
          {title}
        </a>
        <span class="dim">
          {facts.filter((fact) => fact !== '').join(' · ')}
          {rival && <span class="badge">{t('sources.rival')}</span>}
        </span>
      </th>
      <td class="health">
        <Health health={health} />
        <span class="dim">{tell(source.switchedOff ?? diagnosis)}</span>
      </td>
      <td class="wide">
        <Sparkline values={source.brought} label={broughtWords(source)} />
      </td>
      <td class="wide number">{answeredAt === null ? t('sources.never') : age(answeredAt)}</td>
      <td class="number">
        {offered === 0 ? (
          <span class="dim">–</span>
        ) : (
          <span title={t('sources.worthIs', { kept, offered })}>
            {kept}
            <span class="dim"> / {offered}</span>
          </span>
        )}
      </td>
    </tr>
  );
}

/** A sign and a word: never a colour alone. */
export function Health({ health }: { health: SourceRow['health'] }) {
  return (
    <span class={`health-state ${health}`}>
      <span aria-hidden="true">{SIGNS[health]}</span> {t(`sources.state.${health}`)}
    </span>
  );
}

const SIGNS: Readonly<Record<SourceRow['health'], string>> = {
  broken: '✕',
  moved: '→',
  stale: '◌',
  late: '◔',
  unknown: '?',
  fine: '●',
  paused: '‖',
};

export function broughtWords({ brought }: SourceRow): string {
  const answered = brought.filter((count) => count !== null);
  const n = answered.reduce((sum, count) => sum + count, 0);
  return t('sources.broughtIs', { n, nights: answered.length });
}
