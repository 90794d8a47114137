import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { IssueLang } from '../../../../model.ts';
import { PIECE_STATES, type BoardView, type FeatureView } from '../../../wire/issue.ts';
import { get, post, Refused } from '../../api.ts';
import { frame, marks } from '../../live.ts';
import { t } from '../../messages.ts';
import { go, hrefOf } from '../../route.ts';
import { lang } from '../../settings.ts';

const board = signal<BoardView | null>(null);
const trouble = signal('');

/** Who writes which feature by when, and how far each is: a column a state. */
export function Features() {
  useEffect(
    () =>
      effect(() => {
        if (marks.value !== null) void load();
      }),
    [],
  );
  if (board.value === null) return null;
  const { features, sections } = board.value;
  return (
    <div class="board-screen">
      {trouble.value !== '' && <p class="line lost">{trouble.value}</p>}
      {sections.length > 0 && (
        <p class="choices">
          {sections.map((section) => (
            <button key={section.key} type="button" onClick={() => void plan(section.about)}>
              {t('board.plan')}: {section.heading[lang.value] ?? section.key}
            </button>
          ))}
        </p>
      )}
      {features.length === 0 ? (
        <p class="empty">{t(board.value.issue === null ? 'issue.none' : 'board.none')}</p>
      ) : (
        <div class="board">
          {PIECE_STATES.map((state) => (
            <section key={state}>
              <h2>
                {t(`piece.${state}`)}{' '}
                <span class="quiet">{features.filter((feature) => feature.state === state).length}</span>
              </h2>
              <ul>
                {features
                  .filter((feature) => feature.state === state)
                  .sort(byDue)
                  .map((feature) => (
                    <li key={feature.id}>
                      <Feature feature={feature} />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

function Feature({ feature }: { feature: FeatureView }) {
  const { id, title, report, assignee, due, state, progress, section } = feature;
  const words = title[lang.value] || title.en || title.ko || report || t('issue.untitled.feature');
  const isLate = due !== null && state !== 'ready' && due < today();
  const heading = board.value?.sections.find(({ key }) => key === section)?.heading[lang.value] ?? '';
  return (
    <a class="feature-card" href={hrefOf('issue', { at: `piece:${id}` })}>
      <span class="quiet">{heading}</span>
      <strong>{words}</strong>
      <span>
        {assignee ?? t('board.nobody')} ·{' '}
        <span class={isLate ? 'lost' : 'quiet'}>
          {due === null ? t('board.noDate') : t(isLate ? 'board.late' : 'board.by', { date: due })}
        </span>
      </span>
      <span class="quiet">
        {(Object.entries(progress) as [IssueLang, { all: number; written: number }][])
          .map(([each, { all, written }]) => t('board.progress', { lang: t(`lang.${each}`), all, written }))
          .join(' · ')}
      </span>
    </a>
  );
}

async function load(): Promise<void> {
  try {
    board.value = await get('/features');
  } catch {
    // The stream of events tells whether the desk is there; the next marks ask again.
  }
}

async function plan(about: 'news' | 'research'): Promise<void> {
  try {
    const { id } = await post('/features', { story: null, about });
    go('issue', { at: `piece:${id}` });
  } catch (error) {
    trouble.value = error instanceof Refused ? error.message : t('issue.unreachable');
  }
}

function byDue(a: FeatureView, b: FeatureView): number {
  return (a.due ?? '9').localeCompare(b.due ?? '9') || a.id - b.id;
}

/** The local date in the team's zone. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: frame.value?.timezone ?? 'UTC' }).format(Date.now());
}
