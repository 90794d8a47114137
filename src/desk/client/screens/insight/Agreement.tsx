import type { InsightPage } from '../../../wire/insight.ts';
import { t } from '../../messages.ts';
import { hrefOf } from '../../route.ts';

const TOP = 50;
const [WIDTH, HEIGHT] = [600, 64];

/** Every pick as a dot on the line of ranks: the further left, the better the ranking knew it. */
export function Agreement({ picks, picksAre }: Pick<InsightPage, 'picks' | 'picksAre'>) {
  if (picks.length === 0) return <p class="dim">{t('insight.noPicks')}</p>;
  const n = picks.filter(({ rank }) => rank !== null && rank <= TOP).length;
  const kind = picksAre === 'printed' ? 'insight.agreementOfPrinted' : 'insight.agreementOfKept';
  const sentence = t(kind, { n, all: picks.length });
  return (
    <>
      <p class="headline">{sentence}</p>
      <svg class="ranks" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence}>
        <rect class="top" x="0" y="8" width={at(TOP)} height={HEIGHT - 30} rx="3" />
        <line x1="0" x2={WIDTH} y1={HEIGHT - 22} y2={HEIGHT - 22} />
        {[1, 10, TOP, 200].map((rank) => (
          <text key={rank} x={at(rank)} y={HEIGHT - 6} text-anchor={rank === 1 ? 'start' : 'middle'}>
            {rank}
          </text>
        ))}
        {picks.map(({ story, rank }, index) => (
          <circle
            key={story}
            cx={at(rank ?? 300)}
            cy={HEIGHT - 30 - (index % 4) * 7}
            r="4"
            class={rank === null ? 'none' : undefined}
          />
        ))}
      </svg>
      <ol class="picks">
        {picks.slice(0, 8).map(({ story, title, rank }) => (
          <li key={story}>
            <span class="rank">{rank ?? '–'}</span>
            <a href={hrefOf('candidates', { story: String(story) })}>{title}</a>
          </li>
        ))}
      </ol>
    </>
  );
}

/** By the logarithm: the difference between 1 and 10 counts as much as that between 10 and 100. */
function at(rank: number): number {
  return Math.min(WIDTH - 6, 6 + (Math.log10(rank) / Math.log10(320)) * (WIDTH - 12));
}
