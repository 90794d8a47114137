import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Hit } from '../../../wire/search.ts';
import { get } from '../../api.ts';
import { useLoaded } from '../../load.ts';
import { t } from '../../messages.ts';
import { adjust, hrefOf, route } from '../../route.ts';
import { useFieldValue } from '../../use-field-value.ts';
import { useKeys } from '../../use-keys.ts';
import { day } from '../../time.ts';
import { Filters } from './Filters.tsx';
import { Marked } from './Marked.tsx';

/** Typing is not followed by the letter: the desk is asked once the hands rest this long, in milliseconds. */
const REST_MS = 120;

/** Full text over everything ever collected. What is looked for stands in the address bar. */
export function Search() {
  const { q = '', ...filter } = route.value.params;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const { data, trouble } = useLoaded(
    async () => (q.trim() === '' ? null : get('/search', { q, ...filter })),
    [q, JSON.stringify(filter)],
  );
  useLayoutEffect(() => field.current?.focus(), []);
  useFieldValue(field, q);
  useEffect(() => () => clearTimeout(resting), []);
  const step = (by: 1 | -1): void => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.title') ?? [])];
    links[Math.max(0, links.indexOf(document.activeElement as HTMLAnchorElement) + by)]?.focus();
  };
  useKeys({ next: () => step(1), previous: () => step(-1), search: () => field.current?.select() });
  return (
    <div class="search">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          step(1);
        }}
      >
        <label class="unseen" for="search-words">
          {t('search.words')}
        </label>
        <input
          id="search-words"
          ref={field}
          type="search"
          placeholder={t('search.placeholder')}
          defaultValue={q}
          autocomplete="off"
          onInput={follow}
        />
        <Filters filter={filter} />
      </form>
      <p class="count" role="status">
        {trouble || (data !== null && countOf(data.hits.length, data.more))}
      </p>
      {data === null ? (
        <p class="empty">{t('search.how')}</p>
      ) : (
        <ol ref={list} class="hits">
          {data.hits.map((hit) => (
            <Row key={hit.item} hit={hit} words={q} />
          ))}
        </ol>
      )}
    </div>
  );
}

let resting: ReturnType<typeof setTimeout> | undefined;

function follow({ currentTarget }: { currentTarget: HTMLInputElement }): void {
  clearTimeout(resting);
  resting = setTimeout(() => adjust({ q: currentTarget.value }), REST_MS);
}

function countOf(n: number, more: boolean): string {
  if (n === 0) return t('search.none');
  return more ? t('search.more', { n }) : t('search.count', { n });
}

function Row({ hit, words }: { hit: Hit; words: string }) {
  const { story, title, url, outlet, published, lang, section, summary, decision, issue } = hit;
  return (
    <li>
      <a class="title" lang={lang || undefined} href={hrefOf('candidates', { story: String(story ?? '') })}>
        <Marked text={title} words={words} />
      </a>
      <p class="dim">
        <span>{outlet}</span>
        <time dateTime={new Date(published).toISOString()}>{day(published)}</time>
        <span>{t(`data.section.${section}`)}</span>
        {issue !== null && <span class="badge">{t('search.inIssue', { number: String(issue) })}</span>}
        {decision !== 'none' && <span class="badge">{t(`data.decision.${decision}`)}</span>}
        {url !== null && (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {t('search.source')}
          </a>
        )}
      </p>
      {summary !== '' && (
        <p class="summary" lang={lang || undefined}>
          <Marked text={summary} words={words} />
        </p>
      )}
    </li>
  );
}
