import type { IssueLang } from '../../model.ts';

/** A sentence that was made of facts, in the languages of the interface. */
export type Words = Readonly<Record<IssueLang, string>>;
