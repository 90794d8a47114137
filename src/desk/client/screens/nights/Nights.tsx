import type { NightRow } from '../../../wire/nights.ts';
import { get } from '../../api.ts';
import { TimeChart, type TimeLine } from '../../charts/TimeChart.tsx';
import { marks } from '../../live.ts';
import { useLoaded } from '../../load.ts';
import { tell, t } from '../../messages.ts';
import { RunNight } from '../../nights/RunNight.tsx';
import { adjust, hrefOf, route } from '../../route.ts';
import { useKeys } from '../../use-keys.ts';
import { nextHour, nightName } from '../../time.ts';
import { Answers } from './Answers.tsx';

/** The ledger as a page: the nights, newest first, and the one that is open with every source's answer. */
export function Nights() {
  const { data, trouble } = useLoaded(
    () => get('/nights'),
    [marks.value?.fetch, marks.value?.run, marks.value?.running === null],
  );
  const nights = data?.nights ?? [];
  const open = nights.find(({ night }) => night === route.value.params['night']) ?? nights[0];
  const step = (by: 1 | -1): void => {
    const at = nights.findIndex(({ night }) => night === open?.night);
    adjust({ night: nights[Math.min(nights.length - 1, Math.max(0, at + by))]?.night ?? '' });
  };
  useKeys({ next: () => step(1), previous: () => step(-1) });
  if (data === null) return <p class="empty">{trouble || t('load.wait')}</p>;
  if (open === undefined)
    return (
      <p class="empty">
        {t('nights.none', { time: nextHour() })} <RunNight />
      </p>
    );
  const days = nights.toReversed();
  return (
    <div class="nights">
      <nav class="night-list" aria-label={t('screen.nights')}>
        <ol>
          {nights.map((night) => (
            <li key={night.night}>
              <NightLine night={night} isOpen={night === open} />
            </li>
          ))}
        </ol>
      </nav>
      <div class="night-page">
        <header>
          <h2>{nightName(open.night)}</h2>
          {open === nights[0] && <RunNight />}
        </header>
        <p class="verdict">{open.running ? t('frame.running') : tell(open.verdict) || t('frame.cut')}</p>
        <Funnel night={open} />
        {days.length > 1 && (
          <TimeChart
            days={days.map(({ night }) => night)}
            lines={linesOf(days)}
            label={t('nights.chart')}
            at={days.indexOf(open)}
            onPick={(index) => adjust({ night: days[index]?.night ?? '' })}
          />
        )}
        <Answers key={open.night} night={open} />
      </div>
    </div>
  );
}

function NightLine({ night, isOpen }: { night: NightRow; isOpen: boolean }) {
  const trouble = night.asked - night.fine;
  return (
    <a
      href={hrefOf('nights', { night: night.night })}
      class={isOpen ? 'open' : undefined}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span class="name">
        <span class={night.running ? 'dot running' : trouble > 0 ? 'dot odd' : 'dot'} aria-hidden="true" />{' '}
        {nightName(night.night)}
      </span>
      <span class="dim">
        {night.running
          ? t('frame.running')
          : t(trouble > 0 ? 'nights.line' : 'nights.fine', { n: night.fresh, trouble })}
      </span>
    </a>
  );
}

/** How many of what was read came how far. */
function Funnel({ night }: { night: NightRow }) {
  const steps = [
    ['read', night.read],
    ['fresh', night.fresh],
    ['ranked', night.ranked],
    ['shortlisted', night.shortlisted],
  ] as const;
  const most = Math.max(1, ...steps.map(([, n]) => n));
  return (
    <ol class="funnel" aria-label={t('nights.funnel')}>
      {steps.map(([step, n]) => (
        <li key={step}>
          <strong>{n.toLocaleString()}</strong> <span class="dim">{t(`nights.step.${step}`, { n })}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(100 * n) / most} height="4" />
          </svg>
        </li>
      ))}
    </ol>
  );
}

function linesOf(days: readonly NightRow[]): TimeLine[] {
  return (['fresh', 'ranked', 'shortlisted'] as const).map((step) => ({
    name: t(`nights.step.${step}`, { n: 2 }),
    values: days.map((night) => night[step]),
  }));
}
