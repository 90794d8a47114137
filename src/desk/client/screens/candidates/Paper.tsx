import { t, tell } from '../../messages.ts';
import { page } from './pages.ts';

/** What arXiv says of the paper. */
export function Paper() {
  const paper = page.value?.paper ?? null;
  if (paper === null) return null;
  const { id, version, announce, categories, authors, abstract, comment, license, links } = paper;
  return (
    <section class="paper">
      <p class="links">
        <span>arXiv:{id}</span>
        {version !== null && <span>{t('story.version', { n: version })}</span>}
        {announce !== null && <span>{tell(announce)}</span>}
        {links.map(({ to, url }) => (
          <a key={to} href={url} target="_blank" rel="noopener noreferrer">
            {t(`story.link.${to}`)} ↗
          </a>
        ))}
      </p>
      <dl>
        <dt>{t('story.authors')}</dt>
        <dd>{authors.join(', ')}</dd>
        <dt>{t('story.categories')}</dt>
        <dd>{categories.join(' ')}</dd>
        {comment !== null && (
          <>
            <dt>{t('story.comment')}</dt>
            <dd>{comment}</dd>
          </>
        )}
        {license !== null && (
          <>
            <dt>{t('field.license')}</dt>
            <dd>
              <a href={license} target="_blank" rel="noopener noreferrer">
                {nameOf(license)}
              </a>
            </dd>
          </>
        )}
      </dl>
      <p class="abstract">{abstract}</p>
    </section>
  );
}

/** "CC BY 4.0" for the address of a Creative Commons licence; any other address as it is. */
function nameOf(license: string): string {
  const [, kind, version] = /creativecommons\.org\/(?:licenses|publicdomain)\/([\w-]+)\/([\d.]+)/.exec(license) ?? [];
  return kind === undefined || version === undefined ? license : `CC ${kind.toUpperCase()} ${version}`;
}
