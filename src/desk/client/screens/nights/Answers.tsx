import type { AnswerRow, NightRow } from '../../../wire/nights.ts';
import { get } from '../../api.ts';
import { marks } from '../../live.ts';
import { useLoaded } from '../../load.ts';
import { tell, t } from '../../messages.ts';
import { Running } from '../../nights/Running.tsx';
import { hrefOf } from '../../route.ts';

/** Every source's answer on a night, what is odd first; while it runs, how far it is. */
export function Answers({ night }: { night: NightRow }) {
  const { data, trouble } = useLoaded(
    () => get(`/nights/${night.night}`),
    [night.night, night.running ? marks.value?.fetch : 0],
  );
  if (data === null) return <p class="dim">{trouble || t('load.wait')}</p>;
  return (
    <>
      {night.running && <Running />}
      <table class="ledger answers">
        <thead>
          <tr>
            <th scope="col">{t('sources.source')}</th>
            <th scope="col" colSpan={2}>
              {t('nights.outcome')}
            </th>
            <th scope="col" class="number">
              {t('nights.new')}
            </th>
            <th scope="col" class="number wide">
              {t('nights.expected')}
            </th>
            <th scope="col" class="number wide">
              {t('nights.took')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.answers.map((answer) => (
            <Answer key={answer.source} answer={answer} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Answer({ answer }: { answer: AnswerRow }) {
  const { source, title, outcome, diagnosis, fresh, expected, ms, status } = answer;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('sources', { source })}>{title}</a>
      </th>
      <td class={`outcome ${outcome}`}>{t(`outcome.${outcome}`)}</td>
      <td class="dim">{tell(diagnosis)}</td>
      <td class="number">{fresh === 0 ? <span class="dim">0</span> : fresh}</td>
      <td class="number wide dim">{expected === null ? '–' : expected.toFixed(expected < 10 ? 1 : 0)}</td>
      <td class="number wide dim" title={status === null ? undefined : `HTTP ${status}`}>
        {ms === 0 ? '–' : `${(ms / 1000).toFixed(1)} s`}
      </td>
    </tr>
  );
}
