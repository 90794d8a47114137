import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { IssueLang } from '../../../../model.ts';
import type { StoryText } from '../../../wire/candidates.ts';
import { frame } from '../../live.ts';
import { t } from '../../messages.ts';
import { enqueue } from '../../queue.ts';
import { useKeys } from '../../use-keys.ts';
import { page } from './pages.ts';
import { focused, lastDeed, rows } from './state.ts';
import { Part } from './Why.tsx';

export const isEditing = signal(false);

const FIELDS = ['title', 'blurb'] as const;

/** What the issue prints of the story: title and blurb in its languages. */
export function OurText() {
  const { slot = null, texts = [] } = page.value ?? {};
  if (slot === null)
    return (
      <Part title={t('story.ourText')}>
        <p class="quiet">{t('story.noOurText')}</p>
      </Part>
    );
  if (isEditing.value) return <TextForm key={focused.value} />;
  return (
    <Part title={t('story.ourText')}>
      {(frame.value?.languages ?? []).map((lang) => (
        <div key={lang} class="our-text">
          {FIELDS.map((field) => {
            const text = textOf(texts, field, lang);
            return (
              <p key={field} lang={text === undefined ? undefined : lang} class={field}>
                {text?.value ?? <span class="quiet">{`${t(`lang.${lang}`)}: ${t(`field.${field}`)}`}</span>}{' '}
                <span class="badge">{t(`state.${text?.state ?? 'missing'}`)}</span>
              </p>
            );
          })}
        </div>
      ))}
      <button type="button" class="quiet inline" onClick={() => (isEditing.value = true)}>
        {t('pane.edit')} <kbd aria-hidden="true">e</kbd>
      </button>
    </Part>
  );
}

/**
 * Edits titles and blurbs side by side; each text that changed goes out as a deed of its own. Whatever way it is left,
 * what was typed is kept, unless the editor wants it as it was.
 */
function TextForm() {
  const form = useRef<HTMLFormElement>(null);
  const started = useRef(page.value);
  const close = (): void => void (isEditing.value = false);
  const send = (): void => {
    const { slot, texts, story } = started.current ?? {};
    started.current = null;
    if (form.current === null || !slot || texts === undefined) return;
    const what = t('did.text', { title: rows.value.get(story ?? 0)?.title ?? '' });
    for (const field of form.current.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
      const [name = '', lang = 'en'] = field.name.split('.');
      const before = textOf(texts, name, lang as IssueLang);
      const value = field.value.trim();
      if (value === (before?.value ?? '')) continue;
      const key = { issue: slot.issue, owner: `slot:${slot.id}`, field: name, lang };
      enqueue('/issue/text', { ...key, value, madeOn: before?.version ?? null }, what);
      lastDeed.value = what;
    }
  };
  const save = (): void => {
    send();
    close();
  };
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus();
    addEventListener('pagehide', send);
    return () => {
      removeEventListener('pagehide', send);
      send();
    };
  }, []);
  useKeys({ back: save, saveAndNext: save });
  return (
    <Part title={t('story.ourText')}>
      <form
        ref={form}
        class="text-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {(frame.value?.languages ?? []).map((lang) => (
          <fieldset key={lang} lang={lang}>
            <legend>{t(`lang.${lang}`)}</legend>
            <label>
              {t('field.title')}
              <input name={`title.${lang}`} defaultValue={valueOf('title', lang)} />
            </label>
            <label>
              {t('field.blurb')}
              <textarea name={`blurb.${lang}`} rows={5} defaultValue={valueOf('blurb', lang)} />
            </label>
          </fieldset>
        ))}
        <p class="form-actions">
          <button type="submit" class="primary">
            {t('story.save')} <kbd aria-hidden="true">Ctrl ↵</kbd>
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              started.current = null;
              close();
            }}
          >
            {t('story.cancel')}
          </button>
        </p>
      </form>
    </Part>
  );
}

function valueOf(field: string, lang: IssueLang): string {
  return textOf(page.peek()?.texts ?? [], field, lang)?.value ?? '';
}

function textOf(texts: readonly StoryText[], field: string, lang: IssueLang): StoryText | undefined {
  return texts.find((text) => text.field === field && text.lang === lang);
}
