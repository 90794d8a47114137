import type { InsightPage } from '../../../wire/insight.ts';
import { useWidth } from '../../charts/use-width.ts';
import { t } from '../../messages.ts';
import { hrefOf } from '../../route.ts';

const TOP = 50;
const HEIGHT = 64;
/** Dots keep so many pixels from the edges. */
const EDGE = 6;

/** Every pick as a dot on the line of ranks: the further left, the better the ranking knew it. */
export function Agreement({ picks, picksAre }: Pick<InsightPage, 'picks' | 'picksAre'>) {
  if (picks.length === 0) return <p class="dim">{t('insight.noPicks')}</p>;
  const n = picks.filter(({ rank }) => rank !== null && rank <= TOP).length;
  const kind = picksAre === 'printed' ? 'insight.agreementOfPrinted' : 'insight.agreementOfKept';
  const sentence = t(kind, { n, all: picks.length });
  return (
    <>
      <p class="headline">{sentence}</p>
      <Ranks picks={picks} label={sentence} />
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

function Ranks({ picks, label }: Pick<InsightPage, 'picks'> & { label: string }) {
  const { place, width } = useWidth<SVGSVGElement>();
  /** By the logarithm: the difference between 1 and 10 counts as much as that between 10 and 100. */
  const at = (rank: number): number => EDGE + Math.min(1, Math.log10(rank) / Math.log10(320)) * (width - 2 * EDGE);
  return (
    <svg class="ranks" ref={place} height={HEIGHT} role="img" aria-label={label}>
      <rect class="top" y="8" width={at(TOP)} height={HEIGHT - 30} rx="3" />
      <path d={`M0 ${HEIGHT - 22}H${width}`} />
      {[1, 10, TOP].map((rank) => (
        <text key={rank} x={at(rank)} y={HEIGHT - 6} text-anchor={rank === 1 ? 'start' : 'middle'}>
          {rank}
        </text>
      ))}
      <text x={width} y={HEIGHT - 6} text-anchor="end">
        {t('rivals.ours.unseen')}
      </text>
      {picks.map(({ story, title, rank }, index) => (
        <circle
          key={story}
          cx={at(rank ?? 320)}
          cy={HEIGHT - 30 - (index % 4) * 7}
          r="4"
          class={rank === null ? 'none' : undefined}
        >
          <title>{title}</title>
        </circle>
      ))}
    </svg>
  );
}
