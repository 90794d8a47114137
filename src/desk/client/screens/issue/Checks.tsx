import { useEffect, useState } from 'preact/hooks';
import type { FindingView, IssueView } from '../../../wire/issue.ts';
import { get } from '../../api.ts';
import { t } from '../../messages.ts';
import { adjust, route } from '../../route.ts';
import { lang } from '../../settings.ts';
import { rowsOf } from './rows.ts';

/** What to look at before the issue goes out; each finding jumps to its place. */
export function Checks({ view }: { view: IssueView }) {
  const of = view.languages.find((each) => each === route.value.params['lang']) ?? lang.value;
  const [findings, setFindings] = useState<readonly FindingView[] | null>(null);
  const [isAsking, setAsking] = useState(false);
  const version = view.texts.reduce((most, { version: each }) => Math.max(most, each), 0);
  const ask = async (links: boolean): Promise<void> => {
    const query = { number: String(view.number), lang: of, ...(links ? { links: 'yes' } : {}) };
    setAsking(links);
    setFindings(await get('/issue/preflight', query).catch(() => null));
    setAsking(false);
  };
  useEffect(() => void ask(false), [view.number, of, version, view.slots.length, view.pieces.length]);
  return (
    <>
      <p class="choices">
        {view.languages.map((each) => (
          <button key={each} type="button" aria-pressed={each === of} onClick={() => adjust({ lang: each })}>
            {t(`lang.${each}`)}
          </button>
        ))}
        <button type="button" disabled={isAsking} onClick={() => void ask(true)}>
          {t(isAsking ? 'checks.asking' : 'checks.links')}
        </button>
      </p>
      {findings !== null && <Findings view={view} findings={findings} />}
    </>
  );
}

function Findings({ view, findings }: { view: IssueView; findings: readonly FindingView[] }) {
  if (findings.length === 0) return <p class="empty">{t('checks.none')}</p>;
  const owners = new Set(rowsOf(view).map(({ owner }) => owner));
  /** A part or take is shown by the feature it belongs to. */
  const rowOf = (owner: string): string => {
    if (owners.has(owner)) return owner;
    const parent = view.pieces.find((piece) => piece.owner === owner)?.parent;
    return parent === null || parent === undefined ? 'issue' : rowOf(`piece:${parent}`);
  };
  return (
    <>
      <p class="quiet">{t('checks.count', { n: findings.length })}</p>
      <ul class="findings">
        {findings.map((finding) => (
          <li key={`${finding.owner} ${finding.field} ${finding.rule} ${finding.message}`}>
            <button
              type="button"
              class={finding.isRefused ? 'finding lost' : 'finding'}
              onClick={() => adjust({ at: rowOf(finding.owner), pane: 'edit' })}
            >
              <span class="badge">{finding.rule}</span> {finding.message}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
