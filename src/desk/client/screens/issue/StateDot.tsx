import type { IssueLang, TextState } from '../../../../model.ts';
import { t } from '../../messages.ts';

/** How far a text is: a dot whose shape says it as well as its colour, with the words for those who cannot see it. */
export function StateDot({ state, lang, hasWord = false }: { state: TextState; lang: IssueLang; hasWord?: boolean }) {
  const words = `${t(`lang.${lang}`)}: ${t(`state.${state}`)}`;
  return (
    <span class={`state ${state}`} title={words}>
      <span class="state-dot" aria-hidden="true" />
      {hasWord ? <span class="state-word">{t(`state.${state}`)}</span> : <span class="unseen">{words}</span>}
    </span>
  );
}
