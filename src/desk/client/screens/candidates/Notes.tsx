import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../messages.ts';
import { enqueue } from '../../queue.ts';
import { day } from '../../time.ts';
import { useKeys } from '../../use-keys.ts';
import { page } from './pages.ts';
import { focused, lastDeed, rows } from './state.ts';
import { KeyButton } from './KeyButton.tsx';
import { Part } from './Why.tsx';

export const isNoting = signal(false);

/** What editors say of the story to each other, and who is for it. */
export function Notes() {
  const { notes = [], voters = [] } = page.value ?? {};
  return (
    <Part title={t('story.people')}>
      {voters.length > 0 && <p>{t('story.voters', { names: voters.join(', ') })}</p>}
      <ul>
        {notes.map(({ id, editor, at, text }) => (
          <li key={id}>
            <b>{editor}</b> {text} <span class="quiet">{day(at, true)}</span>
          </li>
        ))}
      </ul>
      {isNoting.value ? (
        <NoteForm key={focused.value} />
      ) : (
        <p class="acts">
          <KeyButton does="note" />
          <KeyButton does="vote" />
          <KeyButton does="merge" />
          <KeyButton does="feature" />
        </p>
      )}
    </Part>
  );
}

/** A note that is not sent yet stays in this browser, also when its form is left. */
function NoteForm() {
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the next key, which is the note's first letter.
  useLayoutEffect(() => field.current?.focus(), []);
  const story = focused.value;
  const begun = `nightdesk.note.${story}`;
  const close = (): void => void (isNoting.value = false);
  const drop = (): void => {
    localStorage.removeItem(begun);
    close();
  };
  const save = (): void => {
    const text = field.current?.value.trim() ?? '';
    drop();
    if (story === null || text === '') return;
    lastDeed.value = t('did.note', { title: rows.value.get(story)?.title ?? '' });
    enqueue('/notes', { story, text }, lastDeed.value);
  };
  useKeys({ back: close, saveAndNext: save });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={field}
        rows={3}
        aria-label={t('key.note')}
        defaultValue={localStorage.getItem(begun) ?? ''}
        onInput={(event) => localStorage.setItem(begun, event.currentTarget.value)}
      />
      <p class="form-actions">
        <button type="submit" class="primary">
          {t('story.saveNote')}
        </button>
        <button type="button" class="quiet" onClick={drop}>
          {t('story.dropNote')}
        </button>
      </p>
    </form>
  );
}
