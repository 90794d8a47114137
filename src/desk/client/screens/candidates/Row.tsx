import type { StoryRow } from '../../../wire/candidates.ts';
import { t } from '../../messages.ts';
import { HereMarks } from '../../people/Here.tsx';
import { adjust } from '../../route.ts';
import { age } from '../../time.ts';
import { badgeWord } from './badges.ts';
import type { Choice } from './standing.ts';
import { best } from './state.ts';
import { isOffTopic } from './tabs.ts';

/** Every row has this height, so that a place in the list is a multiplication. */
export const ROW_HEIGHT = 48;

/**
 * One story in two lines: the title; who tells it, since when, and what is special about it. It is drawn again only when
 * one of its properties is another, so that a key draws two rows and not all.
 */
export function Row({
  row,
  index,
  of,
  isFocused,
  isSelected,
  choice,
}: {
  row: StoryRow;
  index: number;
  of: number;
  isFocused: boolean;
  isSelected: boolean;
  choice: Choice['action'] | undefined;
}) {
  const states = [isFocused && 'focus', isSelected && 'selected', choice && 'decided', isOffTopic(row) && 'below'];
  return (
    <div
      id={`story-${row.story}`}
      class={['row', ...states].filter((each) => typeof each === 'string').join(' ')}
      role="option"
      aria-selected={isFocused || isSelected}
      aria-setsize={of}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
      onClick={() => adjust({ story: String(row.story), view: 'story' })}
    >
      <span class="bar" aria-hidden="true" style={{ height: `${shareOfBest(row)}%` }} />
      <span class="title" lang={row.lang}>
        {row.title}
      </span>
      <span class="facts">
        <HereMarks place={`story ${row.story}`} />
        {choice !== undefined && <b class={`choice ${choice}`}>{t(`choice.${choice}`)}</b>}
        <span class="outlets">
          {row.outlets.length > 1 && <span class="many">{row.outlets.length}</span>} {row.outlets.join(', ')}
        </span>
        {row.badges.map((badge) => (
          <span key={badge.is} class="badge">
            {badgeWord(badge)}
          </span>
        ))}
        {row.flags.map(
          (flag) =>
            // An old date has its badge.
            flag !== 'date' && (
              <span key={flag} class="badge flag">
                {t(`flag.${flag}`)}
              </span>
            ),
        )}
        {row.slot !== null && choice === undefined && <span class="badge">{t('badge.slot')}</span>}
        {row.lang !== '' && row.lang !== 'en' && <span class="badge">{row.lang}</span>}
        {row.votes > 0 && <span class="badge">{t('badge.votes', { n: row.votes })}</span>}
        {row.notes > 0 && <span class="badge">{t('badge.notes', { n: row.notes })}</span>}
        <span class="age">{age(row.published)}</span>
        <span class="score">
          {row.score !== null && (
            <>
              <span class="unseen">{t('row.score')}</span> {row.score.toFixed(1)}
            </>
          )}
        </span>
      </span>
    </div>
  );
}

/** The score as a length: percent of the best one in its section. */
function shareOfBest({ score, section }: StoryRow): number {
  const most = best.value[section] ?? 0;
  if (score === null || most <= 0) return 0;
  return Math.max(4, Math.min(100, Math.round((score / most) * 100)));
}
