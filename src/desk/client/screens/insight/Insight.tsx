import { t } from '../../messages.ts';
import { hrefOf, route } from '../../route.ts';
import { History } from './History.tsx';
import { Pictures } from './Pictures.tsx';
import { Rivals } from './Rivals.tsx';

const PARTS = { pictures: Pictures, rivals: Rivals, history: History } as const;
type Part = keyof typeof PARTS;

/** What became of the team's work: pictures, what other newsletters ran, and who did what. */
export function Insight() {
  const wanted = route.value.params['part'] ?? 'pictures';
  const names = Object.keys(PARTS) as Part[];
  const part = names.find((name) => name === wanted) ?? 'pictures';
  const Shown = PARTS[part];
  return (
    <div class="insight">
      <nav class="tabs" aria-label={t('screen.insight')}>
        {names.map((name) => (
          <a key={name} href={hrefOf('insight', { part: name })} aria-current={name === part ? 'page' : undefined}>
            {t(`insight.part.${name}`)}
          </a>
        ))}
      </nav>
      <Shown />
    </div>
  );
}
