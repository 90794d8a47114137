import type { ChangeView, IssueView, SectionView, SlotView } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { Outward } from '../../Outward.tsx';
import { hrefOf } from '../../route.ts';
import { TakeOut } from './Fact.tsx';
import { ChangeList } from '../ChangeList.tsx';
import { Offers } from './Offers.tsx';
import { Sensitive } from './Sensitive.tsx';
import { TextFields } from './TextField.tsx';
import { flagSlot } from './deeds.ts';

/** A slot of a list: what it prints, what it rests on, and what has come since. */
export function SlotEditor({ view, slot, section }: { view: IssueView; slot: SlotView; section: SectionView | null }) {
  const others = slot.outlets.filter((outlet) => outlet !== slot.outlet);
  return (
    <>
      <p class="slot-source">
        <Outward url={slot.url}>{slot.outlet}</Outward>
        {others.length > 0 && ` · ${t('issue.also', { outlets: others.join(', ') })}`}
        {slot.story !== null && (
          <>
            {' · '}
            <a href={hrefOf('candidates', { story: String(slot.story), list: 'issue' })}>{t('issue.showStory')}</a>
          </>
        )}
      </p>
      <Changes changes={slot.changes} />
      {section?.kind === 'own' && <TextFields owner={slot.owner} field="guest" label={t('field.guest')} />}
      <TextFields owner={slot.owner} field="title" label={t('field.title')} />
      {section?.hasBlurb === true && (
        <TextFields owner={slot.owner} field="blurb" label={t('field.blurb')} isLong limits={section.limits} />
      )}
      <Offers owner={slot.owner} />
      <Sensitive
        owner={slot.owner}
        languages={view.languages}
        why={slot.sensitive}
        signedOffBy={slot.signedOffBy}
        onFlag={(why) => flagSlot(slot.id, why)}
      />
      <TakeOut view={view} owner={slot.owner} />
    </>
  );
}

function Changes({ changes }: { changes: readonly ChangeView[] }) {
  if (changes.length === 0) return null;
  return (
    <section class="changes">
      <h3>{t('issue.since')}</h3>
      <ChangeList changes={changes} />
    </section>
  );
}
