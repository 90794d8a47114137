import { readTemplate } from '../export/template.ts';
import type { OfferedLists } from '../night/context.ts';

/** The part of the template that a night works with: the lists it fills, their caps and lengths. */
export function offeredLists(nameOrPath: string): OfferedLists {
  const { sections } = readTemplate(nameOrPath);
  const lists = sections.flatMap((section) =>
    section.kind === 'list'
      ? [
          {
            key: section.key,
            of: section.of,
            cap: section.cap,
            order: section.order,
            blurb: section.line === 'heading' ? section.blurb : null,
          },
        ]
      : [],
  );
  const own = sections.find((section) => section.kind === 'own');
  return { lists, own: own === undefined ? null : { key: own.key, cap: own.cap } };
}
