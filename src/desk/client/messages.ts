import type { IssueLang } from '../../model.ts';
import type { Words } from '../wire/words.ts';
import type { MESSAGES } from './messages/table.ts';
import { lang } from './settings.ts';

export type Message = keyof typeof MESSAGES;
export type Values = Readonly<Record<string, string | number>>;

type Texts = Readonly<Record<Message, readonly [en: string, ko: string]>>;

let texts: Texts | undefined;

/** Gives the interface its texts, before anything is drawn. */
export function speak(all: Texts): void {
  texts = all;
}

/** Whether a name that was put together is that of a text. */
export function isMessage(name: string): name is Message {
  return texts !== undefined && name in texts;
}

/** A text in the language of the interface. */
export function t(message: Message, values: Values = {}): string {
  return fill(texts?.[message][lang.value === 'en' ? 0 : 1] ?? message, values, lang.value);
}

/** A text in both languages, for what is kept in the words of the desk. */
export function inBoth(message: Message): Words {
  const [en, ko] = texts?.[message] ?? [message, message];
  return { en, ko };
}

/** Made once: making one takes longer than drawing a row. */
const NUMBERS: Readonly<Record<IssueLang, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  ko: new Intl.NumberFormat('ko'),
};

/** A sentence of the desk's own, in the language of the interface. */
export function tell(words: Words): string {
  return words[lang.value];
}

/** Puts values into a text: {name}, {n|one|many}. */
export function fill(text: string, values: Values, language: IssueLang): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = values[name] ?? '';
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return typeof value === 'number' ? NUMBERS[language].format(value) : value;
  });
}
