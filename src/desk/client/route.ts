import { signal } from '@preact/signals';
import { SCREENS, type Screen } from '../wire.ts';

/** Where the editor is: all of it stands in the address bar, so that a link sent to a colleague opens the same. */
export interface Route {
  screen: Screen;
  params: Readonly<Record<string, string>>;
}

export const route = signal<Route>(read(location));

/** The address of a place. Empty parameters are left out. */
export function hrefOf(screen: Screen, params: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
  return `/${screen}${search === '' ? '' : `?${search}`}`;
}

/** Goes to a place. With `replace`, Back leads past where one was. */
export function go(screen: Screen, params: Readonly<Record<string, string>> = {}, replace = false): void {
  writeAddress();
  const href = hrefOf(screen, params);
  if (href === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  route.value = read(location);
}

/** Browsers refuse more than some hundred changes of the address in half a minute, which held arrow keys reach. */
const ADDRESS_AFTER_MS = 150;
let later: ReturnType<typeof setTimeout> | undefined;

/** Changes parameters of the place one is at, at once; the address bar follows. An empty value takes one away. */
export function adjust(params: Readonly<Record<string, string>>): void {
  const { screen, params: before } = route.value;
  const after = Object.entries({ ...before, ...params }).filter(([, value]) => value !== '');
  route.value = { screen, params: Object.fromEntries(after) };
  clearTimeout(later);
  later = setTimeout(writeAddress, ADDRESS_AFTER_MS);
}

/** Brings the address bar to where the editor is. */
function writeAddress(): void {
  if (later === undefined) return;
  clearTimeout(later);
  later = undefined;
  history.replaceState(null, '', hrefOf(route.value.screen, route.value.params));
}

addEventListener('pagehide', writeAddress);
addEventListener('popstate', () => {
  route.value = read(location);
});

/** Links within the desk change the place without loading the page again. */
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.origin !== location.origin || link.target !== '' || link.hasAttribute('download')) return;
  const { screen, params } = read(link);
  if (!link.pathname.startsWith(`/${screen}`)) return;
  event.preventDefault();
  go(screen, params);
});

function read({ pathname, search }: { pathname: string; search: string }): Route {
  const [, first = ''] = pathname.split('/');
  const screen = SCREENS.find((each) => each === first) ?? 'candidates';
  return { screen, params: Object.fromEntries(new URLSearchParams(search)) };
}
