import type { IssueView } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { FeatureEditor } from './FeatureEditor.tsx';
import { Figures } from './Figures.tsx';
import { Fact, TakeOut } from './Fact.tsx';
import type { Row } from './rows.ts';
import { changePiece } from './deeds.ts';
import { SlotEditor } from './SlotEditor.tsx';
import { wordsOf } from './state.ts';
import { TextFields } from './TextField.tsx';

/** What is written of the row in focus. */
export function Editor({ view, row }: { view: IssueView; row: Row }) {
  switch (row.kind) {
    case 'issue':
      return (
        <>
          <TextFields owner="issue" field="title" label={t('field.title')} fixed={view.printedTitle} />
          {wordsOf(view, 'issue', 'title', view.languages) === '' && <p class="quiet">{t('issue.titleProposed')}</p>}
          <TextFields owner="issue" field="subtitle" label={t('field.subtitle')} />
          <h3>{t('field.cover')}</h3>
          <Figures view={view} where={{ section: '' }} max={1} />
        </>
      );
    case 'text':
      return (
        <>
          <TextFields owner={row.owner} field="text" label={t('field.text')} isLong fixed={row.section?.fixed ?? {}} />
          <p class="quiet">{t('issue.fixedText')}</p>
        </>
      );
    case 'slot':
      return <SlotEditor view={view} slot={row.slot} section={row.section} />;
    case 'feature':
      return <FeatureEditor view={view} piece={row.piece} section={row.section} />;
    case 'prompt':
      return (
        <>
          <Fact
            label={t('field.model')}
            value={row.piece.facts['model']}
            onChange={(model) => changePiece(row.piece, { facts: { model } })}
          />
          <TextFields owner={row.owner} field="prompt" label={t('field.prompt')} isLong />
          <Figures view={view} where={{ parent: row.piece.id }} max={1} />
          <TakeOut view={view} owner={row.owner} />
        </>
      );
    case 'letter':
      return (
        <>
          <Fact
            label={t('field.from')}
            value={row.piece.facts['from']}
            onChange={(from) => changePiece(row.piece, { facts: { from } })}
          />
          <TextFields owner={row.owner} field="text" label={t('field.text')} isLong />
          <TakeOut view={view} owner={row.owner} />
        </>
      );
  }
}
