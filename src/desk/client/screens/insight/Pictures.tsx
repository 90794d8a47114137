import type { ComponentChildren } from 'preact';
import type { InsightPage, Share } from '../../../wire/insight.ts';
import { get } from '../../api.ts';
import { Bars, type Bar } from '../../charts/Bars.tsx';
import { highest, TimeChart } from '../../charts/TimeChart.tsx';
import { marks } from '../../live.ts';
import { useLoaded } from '../../load.ts';
import { isMessage, t } from '../../messages.ts';
import { Agreement } from './Agreement.tsx';
import { Issues } from './Issues.tsx';

/** The pictures: where stories came from, what they were about, how well the ranking knows the team. */
export function Pictures() {
  const { data, trouble } = useLoaded(() => get('/insight'), [marks.value?.decision, marks.value?.run]);
  if (data === null) return <p class="empty">{trouble || t('load.wait')}</p>;
  return (
    <div class="pictures">
      <Picture title={t('insight.issues')} about={t('insight.issuesAbout')}>
        <Issues issues={data.issues} />
      </Picture>
      <Picture title={t('insight.agreement')} about={t('insight.agreementAbout')}>
        <Agreement picks={data.picks} picksAre={data.picksAre} />
      </Picture>
      <Topics {...data} />
      <Picture title={t('insight.outlets')} about={t('insight.sharesAbout')}>
        <Shares shares={data.outlets} label={t('insight.outlets')} />
      </Picture>
      <Picture title={t('insight.labs')} about={t('insight.sharesAbout')}>
        <Shares shares={data.labs} label={t('insight.labs')} />
      </Picture>
    </div>
  );
}

function Picture({
  title,
  about,
  children,
  wide = false,
}: {
  title: string;
  about: string;
  children: ComponentChildren;
  wide?: boolean;
}) {
  return (
    <section class={wide ? 'picture wide' : 'picture'}>
      <h2>{title}</h2>
      <p class="dim">{about}</p>
      {children}
    </section>
  );
}

function Topics({ weeks, topics }: Pick<InsightPage, 'weeks' | 'topics'>) {
  const lines = topics.map(({ name, counts }) => ({ name: topicName(name), values: counts }));
  return (
    <Picture title={t('insight.topics')} about={t('insight.topicsAbout')} wide>
      {lines.length === 0 ? (
        <p class="dim">{t('insight.nothing')}</p>
      ) : (
        <div class="small-charts">
          {lines.map((line) => (
            <TimeChart
              key={line.name}
              days={weeks}
              lines={[line]}
              label={line.name}
              at={weeks.length - 1}
              height={120}
              most={highest(lines)}
            />
          ))}
        </div>
      )}
    </Picture>
  );
}

/** A subject of the team's own has no other name than the one it was given. */
function topicName(name: string): string {
  const key = `topic.${name}`;
  return isMessage(key) ? t(key) : name;
}

function Shares({ shares, label }: { shares: readonly Share[]; label: string }) {
  if (shares.length === 0) return <p class="dim">{t('insight.nothing')}</p>;
  const bars = shares.map(({ name, offered, kept }): Bar => ({ name, whole: offered, part: kept }));
  return <Bars bars={bars} label={label} words={({ whole, part }) => t('insight.keptOf', { kept: part, n: whole })} />;
}
