import { signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoryRow } from '../../../wire/candidates.ts';
import { Dialog } from '../../frame/Dialog.tsx';
import { t } from '../../messages.ts';
import { merge } from './actions.ts';
import { rows, standing, targets } from './state.ts';

export const isMerging = signal(false);

const SHOWN = 12;

/** Asks for the story that the one in focus goes into. */
export function MergeDialog() {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const [from] = targets();
  const close = (): void => void (isMerging.value = false);
  if (from === undefined) return null;
  const found = candidatesFor(from, words);
  const into = (story: number): void => {
    close();
    merge(story);
  };
  return (
    <Dialog title={t('merge.title')} onClose={close}>
      <form
        class="merge"
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0] !== undefined) into(found[0].story);
        }}
      >
        <p lang={from.lang}>{t('merge.into', { title: from.title })}</p>
        <label>
          {t('merge.find')}
          <input ref={field} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        {found.length === 0 ? (
          <p>{t('merge.none')}</p>
        ) : (
          <ul>
            {found.map(({ story, title, lang, outlets }) => (
              <li key={story}>
                <button type="button" lang={lang} onClick={() => into(story)}>
                  {title} <span class="quiet">{outlets[0]}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </form>
    </Dialog>
  );
}

/** Stories of the same section whose title or outlet has all the words; without words, those that share most with it. */
function candidatesFor(from: StoryRow, typed: string): StoryRow[] {
  const words = wordsOf(typed);
  const own = new Set(wordsOf(from.title));
  const others = [...rows.value.values()].filter(
    ({ story }) => story !== from.story && !standing.value.merged.has(story),
  );
  const scored = others.map((row) => {
    const text = `${row.title} ${row.outlets.join(' ')}`.toLowerCase();
    const shared = wordsOf(row.title).filter((word) => own.has(word)).length;
    return {
      row,
      has: words.every((word) => text.includes(word)),
      shared: shared + (row.section === from.section ? 0.5 : 0),
    };
  });
  return scored
    .filter(({ has }) => has)
    .sort((a, b) => b.shared - a.shared || (a.row.rank ?? 1e9) - (b.row.rank ?? 1e9))
    .slice(0, SHOWN)
    .map(({ row }) => row);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
