import { tell, t } from '../../messages.ts';
import { page, report } from './pages.ts';

/** The report as extracted: plain paragraphs. Pictures are links, because the desk loads nothing from elsewhere. */
export function Article() {
  const open = report.value;
  if (open === null) return null;
  const isAbstract = page.value?.paper !== null && open.paragraphs.join('\n') === page.value?.paper.abstract;
  const paragraphs = isAbstract ? [] : open.paragraphs;
  return (
    <div class="text" lang={open.lang}>
      {open.paywalled && <p class="aside">{t('story.paywall')}</p>}
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {open.paragraphs.length === 0 && page.value?.paper === null && (
        <>
          <p class="aside">
            {t('story.noText')} {open.missing && tell(open.missing)}
          </p>
          {open.summary !== '' && <p>{open.summary}</p>}
        </>
      )}
      <p class="aside links">
        {open.image !== null && (
          <a href={open.image} target="_blank" rel="noopener noreferrer">
            {t('story.picture', { host: hostOf(open.image) })} ↗
          </a>
        )}
        {open.discussions.map(({ url, points }) => (
          <a key={url} href={url} target="_blank" rel="noopener noreferrer">
            {t('story.discussed', { host: hostOf(url) })}
            {points !== null && ` · ${t('badge.points', { n: points })}`} ↗
          </a>
        ))}
      </p>
    </div>
  );
}

function hostOf(url: string): string {
  return new URL(url).host;
}
