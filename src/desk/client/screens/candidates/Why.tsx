import type { ComponentChildren } from 'preact';
import { tell, t } from '../../messages.ts';
import { day } from '../../time.ts';
import { ChangeList } from '../ChangeList.tsx';
import { page } from './pages.ts';

/** A part of what is known about the story, under its heading. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  );
}

/** A share that rounds to nothing explains nothing; a reason without a share may still be one. */
const LEAST_TOLD = 0.05;

/** The reasons of its score, largest first, with what each adds. */
export function WhyHere() {
  const { reasons = [], below = null, score = null } = page.value ?? {};
  if (score === null) return null;
  const told = reasons.filter(({ weight }) => weight === 0 || Math.abs(weight) >= LEAST_TOLD);
  const byWeight = told.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <Part title={`${t('story.why')} · ${score.toFixed(1)}`}>
      <ul class="reasons">
        {byWeight.map(({ name, value, weight }, index) => (
          <li key={`${name} ${index}`}>
            <span class="weight">{weight === 0 ? '' : signed(weight)}</span> {tell(value)}
          </li>
        ))}
      </ul>
      {below !== null && <p class="quiet">{t('story.below', { why: tell(below) })}</p>}
    </Part>
  );
}

/** Why its reports were put together. */
export function WhyOne() {
  const joined = (page.value?.others ?? []).concat(page.value?.lead ?? []).filter((each) => each.joined.length > 0);
  if (joined.length === 0) return null;
  return (
    <Part title={t('story.whyOne')}>
      <ul>
        {joined.map(({ item, outlet, joined: why }) => (
          <li key={item}>
            <b>{outlet}</b> {why.map(tell).join('; ')}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Where it stood in past issues. */
export function Before() {
  const before = page.value?.before ?? [];
  if (before.length === 0) return null;
  return (
    <Part title={t('story.before')}>
      <ul>
        {before.map(({ issue, title, url, why }) => (
          <li key={issue}>
            {url === null ? (
              t('story.beforeIn', { issue: String(issue), title })
            ) : (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {t('story.beforeIn', { issue: String(issue), title })}
              </a>
            )}{' '}
            <span class="quiet">{tell(why)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What changed in its reports since they were first seen. */
export function Changes() {
  const changes = page.value?.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <Part title={t('story.changes')}>
      <ChangeList changes={changes} />
    </Part>
  );
}

/** Who decided what, oldest first. */
export function History() {
  const history = page.value?.history ?? [];
  if (history.length === 0) return null;
  return (
    <Part title={t('story.history')}>
      <ul>
        {history.map(({ id, action, editor, at, why }) => (
          <li key={id}>
            {action === 'undo' ? t('key.undo') : t(`did.undo.${action}`)} · {editor}{' '}
            <span class="quiet">{day(at, true)}</span> {why}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}
