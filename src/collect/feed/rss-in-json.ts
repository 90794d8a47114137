import { wellFormed } from '../characters.ts';
import type { FeedCaps, Repairs } from '../caps.ts';
import type { XmlTree } from '../xml/builder.ts';
import type { Inherited, XmlElement } from '../xml/element.ts';
import { append, newAttributes, newElement } from '../xml/element.ts';
import { NameScope } from '../xml/names.ts';
import { say } from '../../text/said.ts';

/**
 * RSS written as JSON (http://scripting.com/2012/09/10/rssInJson.html), for feeds that kept the XML's names: the tree
 * that the same feed in XML would give. null when the value is no such thing.
 */
export function jsonTree(
  json: unknown,
  inherited: Inherited,
  caps: FeedCaps,
  repairs: Repairs,
): (XmlTree & { root: XmlElement }) | null {
  if (!isRecord(json) || !isRecord(json['rss'])) return null;
  const names = new Set<string>();
  const root = elementOf(
    json['rss'],
    { inherited, caps, repairs, scope: new NameScope(new Map(), false, names), entries: 0 },
    1,
  );
  return { name: 'rss', root, names, cut: false, firstElement: 'rss' };
}

interface State {
  inherited: Inherited;
  caps: FeedCaps;
  repairs: Repairs;
  scope: NameScope;
  entries: number;
}

function elementOf(value: unknown, state: State, depth: number): XmlElement {
  const element = newElement(newAttributes(), state.inherited.base, state.inherited.lang);
  if (!isRecord(value)) {
    element.$text = typeof value === 'string' || typeof value === 'number' ? wellFormed(String(value)) : '';
    return element;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === '#value' || key === '#text') element.$text = typeof inner === 'string' ? wellFormed(inner) : '';
    else addChildren(element, key, inner, state, depth);
  }
  return element;
}

/** An attribute and an element look alike in JSON: a plain value becomes both. */
function addChildren(parent: XmlElement, key: string, value: unknown, state: State, depth: number): void {
  if (depth >= state.caps.depth || key.startsWith('$')) return;
  const name = state.scope.canonical(key);
  for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (name === 'item' && ++state.entries > state.caps.entries) {
      state.repairs.add(say('repair.entries', { n: state.caps.entries }));
      return;
    }
    if (typeof one === 'string' || typeof one === 'number') parent.$[name] = wellFormed(String(one));
    append(parent, name, elementOf(one, state, depth + 1));
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
