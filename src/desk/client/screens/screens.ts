import type { FunctionComponent } from 'preact';
import type { Screen } from '../../wire.ts';
import { Add } from './Add.tsx';
import { Candidates } from './candidates/Candidates.tsx';
import { later } from './Later.tsx';

/** The component of each screen. Candidates come with the page; the others follow it. */
export const SCREEN_COMPONENTS: Readonly<Record<Screen, FunctionComponent>> = {
  candidates: Candidates,
  issue: later(async () => (await import('./issue/Issue.tsx')).Issue),
  features: later(async () => (await import('./features/Features.tsx')).Features),
  sources: later(async () => (await import('./sources/Sources.tsx')).Sources),
  nights: later(async () => (await import('./nights/Nights.tsx')).Nights),
  search: later(async () => (await import('./search/Search.tsx')).Search),
  insight: later(async () => (await import('./insight/Insight.tsx')).Insight),
  add: Add,
};
