import type { MarkView, TextView } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { grounds } from './grounds.ts';

/** Who wrote a text, what in it rests on which source, and which sentences still are a source's own. */
export function Marked({
  text,
  canConfirm,
  onConfirm,
}: {
  text: TextView;
  canConfirm: boolean;
  onConfirm: () => void;
}) {
  const { owner, field, lang, version, value } = text;
  const known = grounds.value?.owner === owner ? grounds.value.view.marks : [];
  const marks =
    known.find((each) => each.field === field && each.lang === lang && each.version === version)?.marks ?? [];
  // A name alone is no claim that anybody would look up.
  const claims = marks.filter(({ kind }) => kind !== 'name');
  const shows = text.isMachine
    ? claims.length > 0
    : claims.some(({ kind, source }) => kind === 'unedited' || source === null);
  return (
    <div class="text-foot">
      <p class="quiet">
        {text.isMachine ? t('text.byNight') : t('text.by', { name: text.author })}
        {text.translatedBy !== null && ` · ${t('text.translatedBy', { name: text.translatedBy })}`}
        {text.state === 'stale' && ` · ${t('text.isStale')}`}
        {canConfirm && value.trim() !== '' && text.state !== 'checked' && (
          <button type="button" class="link" onClick={onConfirm}>
            {t(text.state === 'stale' ? 'text.stillRight' : 'text.check')}
          </button>
        )}
      </p>
      {shows && (
        <p class="marked" lang={lang}>
          {pieces(value, marks).map(({ from, words, mark }) =>
            mark === null ? words : <Claim key={from} words={words} mark={mark} />,
          )}
        </p>
      )}
    </div>
  );
}

/** A claim with its source on hover and on focus; one that no source has says so. */
function Claim({ words, mark }: { words: string; mark: MarkView }) {
  const { kind, source } = mark;
  const said =
    kind === 'unedited'
      ? t('mark.unedited', { outlet: source?.outlet ?? '' })
      : source === null
        ? t('mark.unsourced')
        : `${source.outlet}: ${source.quote}`;
  return (
    <span class={`mark ${kind}${source === null ? ' unsourced' : ''}`} tabIndex={0}>
      {words}
      <span class="mark-source" role="note">
        {said}
      </span>
    </span>
  );
}

/** The text cut at the marks; where two overlap, the shorter one that lies inside is left out. */
function pieces(text: string, marks: readonly MarkView[]): { from: number; words: string; mark: MarkView | null }[] {
  const order = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: { from: number; words: string; mark: MarkView | null }[] = [];
  let at = 0;
  for (const mark of order) {
    if (mark.start < at) continue;
    if (mark.start > at) out.push({ from: at, words: text.slice(at, mark.start), mark: null });
    out.push({ from: mark.start, words: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) out.push({ from: at, words: text.slice(at), mark: null });
  return out;
}
