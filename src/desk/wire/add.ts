import type { Words } from './words.ts';

/** What became of an address that an editor brought. */
export type AddReply =
  | {
      is: 'offered' | 'stood';
      story: number;
      title: string;
      issue: number;
      section: string;
      /** Counted from 1. */
      place: number;
      /** How many other reports its story has. */
      others: number;
    }
  | { is: 'refused'; why: Words };
