import type { IssueLang } from '../../model.ts';

/** A sentence that was made of facts, in the languages of the interface. */
export type Words = Readonly<Record<IssueLang, string>>;

/** What the API answers with a status from 400 on: why, in English and in Korean. */
export interface RefusalBody {
  error: string;
  ko: string;
}
