import { useEffect, useRef } from 'preact/hooks';
import { isKeysOpen, KeysDialog } from './frame/KeysDialog.tsx';
import { QueueLine } from './frame/QueueLine.tsx';
import { SideNav } from './frame/SideNav.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { LoginDialog } from './people/LoginDialog.tsx';
import { t } from './messages.ts';
import { go, route } from './route.ts';
import { SCREEN_COMPONENTS } from './screens/screens.ts';
import { useKeys } from './use-keys.ts';

/** The frame around every screen. */
export function App() {
  const { screen } = route.value;
  const Screen = SCREEN_COMPONENTS[screen];
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${t(`screen.${screen}`)} · ${t('frame.desk')}`;
  });
  useKeys({
    help: () => (isKeysOpen.value = true),
    search: () => go('search'),
    add: () => go('add'),
    goCandidates: () => go('candidates'),
    goIssue: () => go('issue'),
    goFeatures: () => go('features'),
    goSources: () => go('sources'),
    goNights: () => go('nights'),
    goRivals: () => go('insight', { part: 'rivals' }),
  });
  return (
    <>
      <a class="skip" href="#main" onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </a>
      <TopBar />
      <SideNav />
      <main id="main" ref={main} tabIndex={-1}>
        <h1 class="unseen">{t(`screen.${screen}`)}</h1>
        <Screen key={screen} />
      </main>
      <QueueLine />
      <KeysDialog />
      <LoginDialog />
    </>
  );
}
