import { effect, signal } from '@preact/signals';
import type { IssueLang } from '../../model.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const LANG_KEY = 'nightdesk.lang';
const THEME_KEY = 'nightdesk.theme';

/** The interface's language: as chosen, else the browser's. */
export const lang = signal<IssueLang>(startingLang());
export const theme = signal<Theme>(THEMES.find((each) => each === localStorage.getItem(THEME_KEY)) ?? 'auto');

export function toggleLang(): void {
  lang.value = lang.value === 'en' ? 'ko' : 'en';
  localStorage.setItem(LANG_KEY, lang.value);
}

/** From what the system says to its opposite, and back. */
export function toggleTheme(): void {
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const opposite = systemIsDark ? 'light' : 'dark';
  theme.value = theme.value === 'auto' ? opposite : 'auto';
  localStorage.setItem(THEME_KEY, theme.value);
}

effect(() => {
  document.documentElement.lang = lang.value;
  document.documentElement.dataset['theme'] = theme.value;
});

function startingLang(): IssueLang {
  const stored = localStorage.getItem(LANG_KEY);
  if (stored === 'en' || stored === 'ko') return stored;
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
}
