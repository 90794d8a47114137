import type { FunctionComponent } from 'preact';
import type { Screen } from '../../wire.ts';
import { Soon } from './Soon.tsx';

/** The component of each screen. */
export const SCREEN_COMPONENTS: Readonly<Record<Screen, FunctionComponent>> = {
  candidates: Soon,
  issue: Soon,
  features: Soon,
  sources: Soon,
  nights: Soon,
  search: Soon,
  insight: Soon,
  add: Soon,
};
