import type { FunctionComponent } from 'preact';
import type { Screen } from '../../wire.ts';
import { Add } from './Add.tsx';
import { Candidates } from './candidates/Candidates.tsx';
import { Features } from './features/Features.tsx';
import { Issue } from './issue/Issue.tsx';
import { Soon } from './Soon.tsx';

/** The component of each screen. */
export const SCREEN_COMPONENTS: Readonly<Record<Screen, FunctionComponent>> = {
  candidates: Candidates,
  issue: Issue,
  features: Features,
  sources: Soon,
  nights: Soon,
  search: Soon,
  insight: Soon,
  add: Add,
};
