import { useEffect, useState } from 'preact/hooks';
import type { FindingView, IssueView } from '../../../wire/issue.ts';
import { get } from '../../api.ts';
import { tell, t } from '../../messages.ts';
import { adjust, route } from '../../route.ts';
import { lang } from '../../settings.ts';
import { rowsOf, titleOfRow } from './rows.ts';

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

/** The findings in the issue's reading order, under the name of the row where each is mended. */
function Findings({ view, findings }: { view: IssueView; findings: readonly FindingView[] }) {
  if (findings.length === 0) return <p class="empty">{t('checks.none')}</p>;
  const rows = rowsOf(view);
  const owners = new Set(rows.map(({ owner }) => owner));
  /** A part or take is shown by the feature it belongs to. */
  const rowOf = (owner: string): string => {
    if (owners.has(owner)) return owner;
    const parent = view.pieces.find((piece) => piece.owner === owner)?.parent;
    return parent === null || parent === undefined ? 'issue' : rowOf(`piece:${parent}`);
  };
  const langs = lang.value === 'ko' ? (['ko', 'en'] as const) : (['en', 'ko'] as const);
  return (
    <>
      <p class="quiet">{t('checks.count', { n: findings.length })}</p>
      {rows.map((row) => {
        const own = findings.filter(({ owner }) => rowOf(owner) === row.owner);
        return own.length === 0 ? null : (
          <section key={row.owner} class="findings">
            <h3>{titleOfRow(view, row, langs) || t(`issue.untitled.${row.kind}`)}</h3>
            <ul>
              {own.map((finding) => (
                <li key={`${finding.owner} ${finding.field} ${finding.rule} ${finding.message.en}`}>
                  <Line finding={finding} onPick={() => adjust({ at: row.owner, pane: 'edit' })} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** What it is in a word, then the sentence of the check. */
function Line({ finding, onPick }: { finding: FindingView; onPick: () => void }) {
  const { name, isRefused, message } = finding;
  return (
    <button type="button" class={isRefused ? 'finding lost' : 'finding'} onClick={onPick}>
      <span class="badge">{tell(name)}</span> {tell(message)}
    </button>
  );
}
