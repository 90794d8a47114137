import type { Repairs } from '../caps.ts';
import { withoutForbidden } from '../characters.ts';
import { decodeEntities } from '../../text/html.ts';
import { say } from '../../text/said.ts';

const MOST_ENTITIES = 100;
const LONGEST_VALUE = 500;

/**
 * The general entities that a document declares for itself in its DOCTYPE, as long as they are plain text: a value that
 * names another entity or holds markup is not taken, so nothing can be multiplied, and external ones are not fetched.
 */
export class Doctype {
  readonly #values = new Map<string, string>();
  readonly #repairs: Repairs;

  constructor(repairs: Repairs) {
    this.#repairs = repairs;
  }

  /** @param declaration the inside of a "<!...>", which for a DOCTYPE with declarations ends after the first of them */
  read(declaration: string): void {
    if (!declaration.includes('!ENTITY')) return;
    const [, name = '', double, single] = /!ENTITY\s+([\w.:-]+)\s+(?:"([^"<%]*)"|'([^'<%]*)')/.exec(declaration) ?? [];
    const value = decodeEntities(double ?? single ?? '&');
    if (value.includes('&') || value.length > LONGEST_VALUE || this.#values.size >= MOST_ENTITIES) {
      this.#repairs.add(say('repair.entities'));
    } else this.#values.set(name, value);
  }

  /** Replaces the declared entities, then HTML's. */
  decode(text: string): string {
    if (!text.includes('&')) return text;
    const replaced =
      this.#values.size === 0
        ? text
        : text.replace(/&([\w.:-]+);/g, (written, name: string) => this.#values.get(name) ?? written);
    const decoded = decodeEntities(replaced);
    return text.includes('&#') ? withoutForbidden(decoded) : decoded;
  }
}
