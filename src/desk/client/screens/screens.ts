import type { FunctionComponent } from 'preact';
import type { Screen } from '../../wire.ts';
import { Add } from './Add.tsx';
import { Candidates } from './candidates/Candidates.tsx';
import { Features } from './features/Features.tsx';
import { Insight } from './insight/Insight.tsx';
import { Issue } from './issue/Issue.tsx';
import { Nights } from './nights/Nights.tsx';
import { Search } from './search/Search.tsx';
import { Sources } from './sources/Sources.tsx';

/** The component of each screen. All come with the page: one file packs smaller than many, and needs no desk later. */
export const SCREEN_COMPONENTS: Readonly<Record<Screen, FunctionComponent>> = {
  candidates: Candidates,
  issue: Issue,
  features: Features,
  sources: Sources,
  nights: Nights,
  search: Search,
  insight: Insight,
  add: Add,
};
