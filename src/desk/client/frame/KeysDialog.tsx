import { signal } from '@preact/signals';
import { KEY_GROUPS, KEYS, keyMessage } from '../keys.ts';
import { t } from '../messages.ts';
import { Dialog } from './Dialog.tsx';

export const isKeysOpen = signal(false);

/** The table of keys. */
export function KeysDialog() {
  if (!isKeysOpen.value) return null;
  return (
    <Dialog title={t('keys.title')} onClose={() => (isKeysOpen.value = false)}>
      <div class="key-groups">
        {KEY_GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <dl>
              {KEYS.filter((row) => row.group === group).map(({ does, keys }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{shown(key)}</kbd>
                    ))}
                  </dt>
                  <dd>{t(keyMessage(does))}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Control: 'Ctrl',
  Meta: '⌘',
  Shift: '⇧',
};

function shown(key: string): string {
  return key
    .split('+')
    .map((part) => SIGNS[part] ?? part)
    .join(' ');
}
