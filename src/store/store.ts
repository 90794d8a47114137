import { backupTo, nightlyBackup } from './backup.ts';
import { Changes } from './changes.ts';
import { Curation } from './curation.ts';
import { Decisions } from './decisions.ts';
import { Editions } from './editions.ts';
import { FigureFiles, figureFolder } from './figures.ts';
import { Editors } from './editors.ts';
import { Forgetting } from './forget.ts';
import { History } from './history.ts';
import { Insights } from './insights.ts';
import { Issues } from './issues.ts';
import { Items } from './items.ts';
import { LinkChecks } from './link-checks.ts';
import { isLocked, takeLock } from './lock.ts';
import { readMarks, watchWrites } from './marks.ts';
import { Memory } from './memory.ts';
import { LoginFailures } from './login-failures.ts';
import { Models } from './models.ts';
import { Overview } from './overview.ts';
import { Nights } from './nights.ts';
import { Notes } from './notes.ts';
import { openDatabase } from './open.ts';
import { Outcomes } from './outcomes.ts';
import { Pages } from './pages.ts';
import { Pieces } from './pieces.ts';
import { printedBefore } from './printed.ts';
import { Presences } from './presences.ts';
import { Recorder } from './record.ts';
import { prune, savedBy, size, type Pruned, type Retention } from './retention.ts';
import { Search } from './search.ts';
import { Sessions } from './sessions.ts';
import { Settings } from './settings.ts';
import { moveInStories, takeBack, type Signature, type StoryMove } from './story-moves.ts';
import { signedOff } from './sign-off.ts';
import { stampOf } from './stamp.ts';
import { Stages } from './stages.ts';
import { Slots } from './slots.ts';
import { Sources } from './sources.ts';
import { trailOf, type EditorAct } from './trail.ts';
import { lastChange, undoChange } from './undo.ts';
import { Wordings } from './wordings.ts';
import { Worth } from './worth.ts';
import { WriterCalls } from './writer-calls.ts';
import { Votes } from './votes.ts';

export type Store = ReturnType<typeof openStore>;

/**
 * Opens the store: one object a kind of record, all asynchronous and coarse, so that another engine can stand behind
 * the same interface. Throws StoreError (see open.ts).
 */
export function openStore(file: string) {
  const db = openDatabase(file);
  const decisions = new Decisions(db);
  const issues = new Issues(db);
  const slots = new Slots(db, issues);
  const pieces = new Pieces(db);
  const figures = new FigureFiles(figureFolder(file));
  const items = new Items(db);
  return {
    file,
    items,
    search: new Search(db, items),
    recorder: new Recorder(db),
    pages: new Pages(db),
    forgetting: new Forgetting(db),
    sources: new Sources(db),
    curation: new Curation(db),
    models: new Models(db),
    overview: new Overview(db),
    nights: new Nights(db),
    decisions,
    outcomes: new Outcomes(db, decisions),
    issues,
    memory: new Memory(db),
    changes: new Changes(db),
    wordings: new Wordings(db),
    slots,
    pieces,
    editions: new Editions(db),
    figures,
    linkChecks: new LinkChecks(db),
    writerCalls: new WriterCalls(db),
    /** Who did what to an issue (or to one slot, piece or edition of it), oldest first. */
    trail: async (issue: number, owner?: string) => trailOf(db, issue, owner),
    /** Takes back one change of slots or pieces, by its row of the trail. */
    undoChange: (trail: number, act: EditorAct) => undoChange(db, { slots, pieces }, trail, act),
    /** What an editor's next undo takes back; null when there is nothing. */
    lastChange: async (issue: number, editor: string) => lastChange(db, issue, editor),
    /** The second pairs of eyes on sensitive slots and features, as far as they hold. */
    signedOff: async (issue: number) => signedOff(db, issue),
    /** What issues other than one have printed. */
    printedBefore: async (issue: number) => printedBefore(db, issue),
    notes: new Notes(db),
    votes: new Votes(db),
    presences: new Presences(db),
    settings: new Settings(db),
    history: new History(db),
    insights: new Insights(db),
    stages: new Stages(db),
    worth: new Worth(db),
    editors: new Editors(db),
    sessions: new Sessions(db),
    loginFailures: new LoginFailures(db),
    lock: (name: string, now: number) => takeLock(db, name, now),
    /** Whether a living process holds a lock. */
    isLocked: async (name: string) => isLocked(db, name),
    stamp: () => stampOf(db),
    backup: (to: string) => backupTo(db, to, figures),
    nightlyBackup: (night: string, keep: number) => nightlyBackup(db, file, night, keep),
    moveInStories: (move: StoryMove, signature: Signature) => moveInStories(db, move, signature),
    /** Undoes a decision, with what it did to the stories and to the lineup. */
    undo: async (id: number, editor: string, at: number, deed: string | null = null) => {
      const decision = await decisions.ifInForce(id);
      // In this order: a process that dies in between can do all of it again.
      if (decision !== null) {
        await takeBack(db, decision);
        if (decision.trail !== null) await undoChange(db, { slots, pieces }, decision.trail, { editor, at });
      }
      await decisions.undo(id, editor, at, deed);
    },
    prune: (retention: Retention, now: number, apply: boolean) => prune(db, retention, now, apply),
    savedBy: (pruned: Pruned) => savedBy(db, pruned),
    size: () => size(db),
    marks: async () => readMarks(db),
    watchWrites: () => watchWrites(file),
    close: () => void db.$client.close(),
  };
}
