import { signal } from '@preact/signals';
import type { Message } from './messages.ts';

/**
 * The table of keys, the same in every language; "?" shows it. A space stands between the keys of a sequence.
 * `inFields`: also while a field has focus.
 */
export const KEYS = [
  { does: 'next', keys: ['j', 'ArrowDown'], group: 'move' },
  { does: 'previous', keys: ['k', 'ArrowUp'], group: 'move' },
  { does: 'extendNext', keys: ['Shift+J', 'Shift+ArrowDown'], group: 'move' },
  { does: 'extendPrevious', keys: ['Shift+K', 'Shift+ArrowUp'], group: 'move' },
  { does: 'nextSection', keys: [']'], group: 'move' },
  { does: 'previousSection', keys: ['['], group: 'move' },
  { does: 'open', keys: ['Enter'], group: 'move' },
  { does: 'back', keys: ['Escape'], group: 'move', inFields: true },
  { does: 'keep', keys: ['p'], group: 'decide' },
  { does: 'hold', keys: ['h'], group: 'decide' },
  { does: 'spike', keys: ['x'], group: 'decide' },
  { does: 'undo', keys: ['u'], group: 'decide' },
  { does: 'vote', keys: ['v'], group: 'decide' },
  { does: 'merge', keys: ['m'], group: 'decide' },
  { does: 'split', keys: ['s'], group: 'decide' },
  { does: 'feature', keys: ['f'], group: 'decide' },
  { does: 'edit', keys: ['e'], group: 'work' },
  { does: 'note', keys: ['n'], group: 'work' },
  { does: 'source', keys: ['o'], group: 'work' },
  { does: 'fresh', keys: ['r'], group: 'work' },
  { does: 'moveUp', keys: ['Alt+ArrowUp'], group: 'work', inFields: true },
  { does: 'moveDown', keys: ['Alt+ArrowDown'], group: 'work', inFields: true },
  { does: 'saveAndNext', keys: ['Control+Enter', 'Meta+Enter'], group: 'work', inFields: true },
  { does: 'search', keys: ['/'], group: 'go' },
  { does: 'add', keys: ['a'], group: 'go' },
  { does: 'goCandidates', keys: ['g c'], group: 'go' },
  { does: 'goIssue', keys: ['g i'], group: 'go' },
  { does: 'goFeatures', keys: ['g f'], group: 'go' },
  { does: 'goSources', keys: ['g s'], group: 'go' },
  { does: 'goNights', keys: ['g n'], group: 'go' },
  { does: 'goRivals', keys: ['g r'], group: 'go' },
  { does: 'help', keys: ['?'], group: 'go' },
] as const satisfies readonly { does: string; keys: readonly string[]; group: string; inFields?: boolean }[];

export const KEY_GROUPS = ['move', 'decide', 'work', 'go'] as const;

export type Does = (typeof KEYS)[number]['does'];
export type Handlers = Partial<Record<Does, () => void>>;

/** The words for what a key does. */
export function keyMessage(does: Does): Message {
  return `key.${does}`;
}

/** How long the first key of a sequence waits for the second, in milliseconds. */
const SEQUENCE_MS = 1500;

const layers: { handlers: Handlers; isModal: boolean }[] = [];
/** The first key of a sequence, while it waits. */
const begun = signal<{ key: string; at: number } | null>(null);

/**
 * Puts handlers on top: where two know a key, the newest one has it. A modal layer hides all keys below it. Returns what
 * takes them away.
 */
export function addKeys(handlers: Handlers, isModal = false): () => void {
  const layer = { handlers, isModal };
  layers.push(layer);
  return () => void layers.splice(layers.indexOf(layer), 1);
}

/** Does what a key of the table stands for, as if it were pressed. */
export function press(does: Does): boolean {
  const handler = layers.findLast(({ handlers, isModal }) => isModal || handlers[does] !== undefined)?.handlers[does];
  handler?.();
  return handler !== undefined;
}

/** Listens to the keyboard for good. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    // While Hangul is composed every key belongs to the writing; 229 is how browsers say so for the first of them.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const name = nameOf(event);
    const first = begun.value;
    begun.value = null;
    const typed = first !== null && event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${name}` : name;
    const row = KEYS.find(({ keys }) => keys.some((key) => key === typed));
    const isTyping = isField(event.target);
    if (row === undefined) {
      if (!isTyping && KEYS.some(({ keys }) => keys.some((key) => key.startsWith(`${name} `))))
        begun.value = { key: name, at: event.timeStamp };
      return;
    }
    if (isTyping && !('inFields' in row)) return;
    // Enter on a button or a link is that control's own.
    if (row.does === 'open' && event.target instanceof Element && event.target.closest('button, a, summary')) return;
    if (press(row.does)) event.preventDefault();
  });
}

/** "j", "Shift+J", "Alt+ArrowUp". With another script on the keyboard, the letter that stands at that place. */
function nameOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const isLatin = key.length > 1 || key.charCodeAt(0) < 128;
  const typed = isLatin ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key);
  const isLetter = /^[a-z]$/i.test(typed);
  // Caps Lock does not count.
  const named = isLetter ? (shiftKey ? typed.toUpperCase() : typed.toLowerCase()) : typed;
  const withShift = shiftKey && (isLetter || named.length > 1);
  return [ctrlKey && 'Control', metaKey && 'Meta', altKey && 'Alt', withShift && 'Shift', named]
    .filter((part) => part !== false)
    .join('+');
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select') !== null)
  );
}
