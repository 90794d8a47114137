import type { InsightPage } from '../../../wire/insight.ts';
import { t } from '../../messages.ts';

/** So many outlets of an issue have a piece of its bar of their own; the rest share the last one. */
const SHOWN = 6;

/** A bar an issue, parted by outlets; each piece is as wide as its stories, and has the shade that stands by its name. */
export function Issues({ issues }: Pick<InsightPage, 'issues'>) {
  if (issues.length === 0) return <p class="dim">{t('insight.nothing')}</p>;
  return (
    <ol class="issue-bars">
      {issues.map(({ number, outlets }) => {
        const all = outlets.reduce((sum, { stories }) => sum + stories, 0);
        const rest = outlets.slice(SHOWN).reduce((sum, { stories }) => sum + stories, 0);
        const pieces = [
          ...outlets.slice(0, SHOWN),
          ...(rest > 0 ? [{ name: t('insight.others', { n: outlets.length - SHOWN }), stories: rest }] : []),
        ];
        return (
          <li key={number}>
            <h3>
              {t('frame.issue', { number: String(number) })} <span class="dim">{t('insight.stories', { n: all })}</span>
            </h3>
            <div
              class="strip"
              aria-hidden="true"
              style={{ gridTemplateColumns: pieces.map(({ stories }) => `${stories}fr`).join(' ') }}
            >
              {pieces.map(({ name, stories }, index) => (
                <span key={name} class="shade" style={shadeOf(index)} title={`${name}: ${stories}`} />
              ))}
            </div>
            <ul>
              {pieces.map(({ name, stories }, index) => (
                <li key={name}>
                  <span class="shade" style={shadeOf(index)} /> {name} <span class="dim">{stories}</span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

/** The most is the darkest. */
function shadeOf(place: number) {
  return { opacity: 1 - 0.12 * place };
}
