import type { IssueLang } from '../../model.ts';
import type { Frame } from '../wire.ts';
import type { AddReply } from './add.ts';
import type { Me } from './access.ts';
import type { DeedList, UndoneDeed } from './history.ts';
import type { CandidateList, DecisionNews, StoryPage } from './candidates.ts';
import type {
  BoardView,
  CopyView,
  DossierView,
  FindingView,
  GroundsView,
  IssueLine,
  IssueView,
  TrailView,
  VersionView,
} from './issue.ts';

/** A change of slots or pieces that was done; `trail` is what undo is asked for with. */
export interface Done {
  id: number;
  trail: number;
}
import type { InsightPage } from './insight.ts';
import type { NightList, NightPage, NightStart } from './nights.ts';
import type { HitList } from './search.ts';
import type { NewSource, SourceChange, SourceList, SourceProbe } from './sources.ts';

/**
 * Every address of the API with what it answers, without its "/api": the client can ask for nothing else, and knows what
 * it gets. The server's routes answer in the same types. A query is handed to the client's `get` apart.
 */
export interface Gets {
  '/frame': Frame;
  '/me': Me;
  '/history': DeedList;
  '/candidates': CandidateList;
  '/decisions': DecisionNews;
  [story: `/stories/${number}`]: StoryPage;
  '/issues': readonly IssueLine[];
  '/issue': IssueView | null;
  '/issue/grounds': GroundsView;
  '/issue/versions': readonly VersionView[];
  '/issue/history': readonly TrailView[];
  '/issue/preflight': readonly FindingView[];
  '/issue/copy': CopyView;
  '/features': BoardView;
  '/features/dossier': DossierView;
  '/search': HitList;
  '/sources': SourceList;
  '/nights': NightList;
  [night: `/nights/${string}`]: NightPage;
  '/insight': InsightPage;
}

/** What may be sent at once; decisions and edits go through the client's queue. */
export interface Posts {
  '/login': { body: { name: string; password: string }; reply: Me };
  '/logout': { body: object; reply: { ok: true } };
  '/presence': { body: { desk: string; place: string }; reply: { ok: true } };
  '/sources/probe': { body: { url: string }; reply: SourceProbe };
  '/sources/test': { body: { source: string }; reply: SourceProbe };
  '/sources/change': { body: SourceChange; reply: { ok: true } };
  '/sources/add': { body: NewSource; reply: { ok: true } };
  '/history/undo': { body: UndoneDeed; reply: { ok: true } };
  '/issue/piece': { body: Readonly<Record<string, unknown>>; reply: Done };
  '/issue/undo': { body: { trail: number }; reply: Done };
  '/issue/sign': { body: { owner: string; lang: IssueLang }; reply: Done };
  '/issue/edition': {
    body: { issue: number; lang: IssueLang; action: 'review' | 'return' | 'sign' | 'send' };
    reply: unknown;
  };
  '/features': { body: { story: number | null; about: 'news' | 'research' }; reply: Done };
  '/nights/run': { body: object; reply: NightStart };
  '/add': { body: { url: string }; reply: AddReply };
}
