import { tell, t } from '../messages.ts';
import { frame } from '../live.ts';
import { hrefOf } from '../route.ts';
import { lang, toggleLang, toggleTheme } from '../settings.ts';
import { press } from '../keys.ts';
import { Who } from '../people/Who.tsx';
import { isMenuOpen } from './SideNav.tsx';

/** What stands on top of every screen: the open issue, how the last night went, search, language, theme, who. */
export function TopBar() {
  const now = frame.value;
  return (
    <header class="top">
      <button
        type="button"
        class="menu-button"
        aria-expanded={isMenuOpen.value}
        aria-controls="screens"
        onClick={() => (isMenuOpen.value = !isMenuOpen.value)}
      >
        <span aria-hidden="true">☰</span>
        <span class="unseen">{t('frame.menu')}</span>
      </button>
      <a class="brand" href={hrefOf('candidates')}>
        {t('frame.desk')}
      </a>
      {now !== null && (
        <a class="quiet" href={hrefOf('issue')}>
          {now.issue === null ? t('frame.noIssue') : t('frame.issue', { number: String(now.issue.number) })}
        </a>
      )}
      {now !== null && <LastNight {...now} />}
      <span class="spring" />
      <a class="quiet search-link" href={hrefOf('search')}>
        <kbd aria-hidden="true">/</kbd> {t('screen.search')}
      </a>
      <button type="button" class="quiet" lang={lang.value === 'en' ? 'ko' : 'en'} onClick={toggleLang}>
        {lang.value === 'en' ? t('frame.toKorean') : t('frame.toEnglish')}
      </button>
      <button type="button" class="quiet" aria-label={t('frame.theme')} title={t('frame.theme')} onClick={toggleTheme}>
        <span aria-hidden="true">◐</span>
      </button>
      <button type="button" class="quiet keys-button" title={t('keys.title')} onClick={() => press('help')}>
        <kbd aria-hidden="true">?</kbd>
        <span class="unseen">{t('keys.title')}</span>
      </button>
      {now !== null && <Who {...now} />}
    </header>
  );
}

function LastNight({ lastNight }: NonNullable<typeof frame.value>) {
  if (lastNight === null) return <span class="quiet night">{t('frame.noNight')}</span>;
  const { night, verdict, running } = lastNight;
  const text = running ? t('frame.running') : `${night}: ${verdict === null ? t('frame.cut') : tell(verdict)}`;
  return (
    <a class="quiet night" href={hrefOf('nights', { night })} title={text}>
      <span class={running ? 'dot running' : 'dot'} aria-hidden="true" /> {text}
    </a>
  );
}
