import { signal } from '@preact/signals';
import { SCREENS } from '../../wire.ts';
import { t } from '../messages.ts';
import { hrefOf, route } from '../route.ts';

/** On a narrow screen the navigation is folded away behind a button. */
export const isMenuOpen = signal(false);

/** The screens, as links. */
export function SideNav() {
  return (
    <nav id="screens" class={isMenuOpen.value ? 'side open' : 'side'} aria-label={t('frame.screens')}>
      <ul>
        {SCREENS.map((screen) => (
          <li key={screen}>
            <a
              href={hrefOf(screen)}
              aria-current={route.value.screen === screen ? 'page' : undefined}
              onClick={() => (isMenuOpen.value = false)}
            >
              {t(`screen.${screen}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
