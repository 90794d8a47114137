import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { IssueLang } from '../../../../model.ts';
import type { LimitView } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { useFieldValue } from '../../use-field-value.ts';
import { Conflict } from './Conflict.tsx';
import { confirm, conflicts, drafts, nameOf, save, write, type TextKey } from './drafts.ts';
import { Marked } from './Marked.tsx';
import { sizeOf } from './sizes.ts';
import { isSent, issue, textOf } from './state.ts';
import { StateDot } from './StateDot.tsx';

export interface FieldProps {
  owner: string;
  field: string;
  /** What it is called. */
  label: string;
  isLong?: boolean;
  limits?: Partial<Record<IssueLang, LimitView>> | null;
  /** What is printed while nothing is written. */
  fixed?: Partial<Record<IssueLang, string>>;
}

/** One text in all languages of the issue, side by side. */
export function TextFields(props: FieldProps) {
  const view = issue.value;
  if (view === null) return null;
  return (
    <div class="texts">
      {view.languages.map((lang) => (
        <TextField key={`${props.owner}/${props.field}/${lang}`} {...props} lang={lang} />
      ))}
    </div>
  );
}

/** Milliseconds without a letter after which what was typed is sent. */
const PAUSE_MS = 1500;

/**
 * One text in one language. What is typed is kept in this browser with every letter, and sent when the editor pauses,
 * leaves the field or saves. The field is the browser's own while it has focus: nothing that arrives moves its cursor.
 */
function TextField({ owner, field, label, isLong = false, limits, fixed, lang }: FieldProps & { lang: IssueLang }) {
  const view = issue.value;
  const area = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reason = useRef<HTMLInputElement>(null);
  const id = useId();
  const key: TextKey = { issue: view?.number ?? 0, owner, field, lang };
  const standing = view === null ? null : textOf(view, owner, field, lang);
  const draft = drafts.value.get(nameOf(key));
  const value = draft?.value ?? standing?.value ?? '';
  useFieldValue(area, value);
  useLayoutEffect(() => {
    const element = area.current;
    if (element !== null) grow(element);
  });
  if (view === null) return null;
  const what = t('issue.didEdit', { field: label, lang: t(`lang.${lang}`) });
  const sent = isSent(view, lang);
  const store = (): void => {
    clearTimeout(timer.current);
    if (!sent || (reason.current?.value ?? '').trim() !== '') save(key, what);
  };
  const conflict = conflicts.value.get(nameOf(key));
  const state = draft === undefined ? (standing?.state ?? 'missing') : 'draft';
  const placeholder = fixed?.[lang] ?? '';
  return (
    <div class="text">
      <div class="text-head">
        <label for={id}>
          {label} <span class="quiet">{t(`lang.${lang}`)}</span>
        </label>
        <StateDot state={state} lang={lang} hasWord />
        <Size text={value} lang={lang} limit={limits?.[lang] ?? null} />
      </div>
      <textarea
        ref={area}
        id={id}
        lang={lang}
        rows={isLong ? 5 : 1}
        defaultValue={value}
        placeholder={placeholder}
        spellcheck
        class={isLong ? 'long' : ''}
        onInput={(event) => {
          grow(event.currentTarget);
          write(key, event.currentTarget.value, standing, sent ? (reason.current?.value ?? '') : undefined);
          clearTimeout(timer.current);
          if (!sent) timer.current = setTimeout(() => save(key, what), PAUSE_MS);
        }}
        onBlur={store}
      />
      {sent && (
        <label class="correction">
          {t('issue.whyCorrected')}
          <input
            ref={reason}
            defaultValue={draft?.correction ?? ''}
            onInput={(event) => draft && write(key, draft.value, standing, event.currentTarget.value)}
          />
          <button type="button" disabled={draft === undefined} onClick={store}>
            {t('issue.correct')}
          </button>
        </label>
      )}
      {conflict !== undefined && <Conflict id={key} theirs={conflict} yours={value} what={what} />}
      {standing !== null && draft === undefined && (
        <Marked text={standing} canConfirm={!sent} onConfirm={() => confirm(key, standing, what)} />
      )}
    </div>
  );
}

/** How long a text is, beside what it should be. */
function Size({ text, lang, limit }: { text: string; lang: IssueLang; limit: LimitView | null }) {
  if (limit === null) return null;
  const size = sizeOf(text, limit.unit);
  const isOff = text.trim() !== '' && (size < limit.min || size > limit.max);
  const words = t(limit.unit === 'words' && lang === 'ko' ? 'size.eojeol' : `size.${limit.unit}`, {
    n: size,
    min: limit.min,
    max: limit.max,
  });
  return <span class={isOff ? 'size off' : 'size'}>{words}</span>;
}

function grow(element: HTMLTextAreaElement): void {
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight + 2}px`;
}
