/** The languages whose month names are known; the runtime's own tables spell them. */
const LANGUAGES = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'el',
  'hu',
  'ru',
  'uk',
  'pl',
  'cs',
  'sk',
  'sv',
  'da',
  'nb',
  'fi',
  'ro',
  'tr',
  'id',
  'ca',
  'bg',
  'hr',
  'sl',
  'lt',
  'lv',
  'et',
];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

let foreign: ReadonlyMap<string, number> | undefined;

/** 1-12 for a month's name or abbreviation in any of some twenty-five languages; null when it is none. */
export function monthNumber(word: string): number | null {
  const name = plain(word);
  const english = ENGLISH.indexOf(name.slice(0, 3));
  if (english >= 0 && isEnglish(name, english)) return english + 1;
  foreign ??= foreignNames();
  return foreign.get(name) ?? monthBeginning(name, foreign);
}

/** Shorter than the usual abbreviation ("ноя", "сент"): the one month whose names begin so. */
function monthBeginning(name: string, names: ReadonlyMap<string, number>): number | null {
  if (name.length < 3) return null;
  const months = new Set([...names].filter(([whole]) => whole.startsWith(name)).map(([, month]) => month));
  const [only, ...others] = months;
  return others.length > 0 ? null : (only ?? null);
}

const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
function isEnglish(name: string, month: number): boolean {
  return (FULL[month] ?? '').startsWith(name) || name === 'sept';
}

/** Names as they stand alone and beside a day, long and short. Where two languages differ, the earlier one wins. */
function foreignNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const part = format.formatToParts(Date.UTC(2024, month, 15)).find(({ type }) => type === 'month');
        const name = plain(part?.value ?? '');
        if (name !== '' && !/\d/.test(name) && !names.has(name)) names.set(name, month + 1);
      }
    }
  }
  return names;
}

/** Lower case without accents and dots. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
