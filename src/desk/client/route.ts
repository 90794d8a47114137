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
  const href = hrefOf(screen, params);
  if (href === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  route.value = read(location);
}

/** Changes parameters of the place one is at; an empty value takes one away. */
export function adjust(params: Readonly<Record<string, string>>, replace = true): void {
  const { screen, params: before } = route.value;
  go(screen, { ...before, ...params }, replace);
}

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
