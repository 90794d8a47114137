import { backupTo, nightlyBackup } from './backup.ts';
import { Curation } from './curation.ts';
import { Decisions } from './decisions.ts';
import { Forgetting } from './forget.ts';
import { Issues } from './issues.ts';
import { Items } from './items.ts';
import { takeLock } from './lock.ts';
import { Memory } from './memory.ts';
import { Models } from './models.ts';
import { Nights } from './nights.ts';
import { openDatabase } from './open.ts';
import { Pages } from './pages.ts';
import { Recorder } from './record.ts';
import { prune, size, type Retention } from './retention.ts';
import { moveInStories, takeBack, type Signature, type StoryMove } from './story-moves.ts';
import { Sources } from './sources.ts';

export type Store = ReturnType<typeof openStore>;

/**
 * Opens the store: one object a kind of record, all asynchronous and coarse, so that another engine can stand behind
 * the same interface. Throws StoreError (see open.ts).
 */
export function openStore(file: string) {
  const db = openDatabase(file);
  const decisions = new Decisions(db);
  return {
    file,
    items: new Items(db),
    recorder: new Recorder(db),
    pages: new Pages(db),
    forgetting: new Forgetting(db),
    sources: new Sources(db),
    curation: new Curation(db),
    models: new Models(db),
    nights: new Nights(db),
    decisions,
    issues: new Issues(db),
    memory: new Memory(db),
    lock: (name: string, now: number) => takeLock(db, name, now),
    backup: (to: string) => backupTo(db, to),
    nightlyBackup: (night: string, keep: number) => nightlyBackup(db, file, night, keep),
    moveInStories: (move: StoryMove, signature: Signature) => moveInStories(db, move, signature),
    /** Undoes a decision, and what it did to the stories. */
    undo: async (id: number, editor: string, at: number) => {
      const decision = (await decisions.inForce()).find((row) => row.id === id);
      await decisions.undo(id, editor, at);
      if (decision !== undefined) await takeBack(db, decision);
    },
    prune: (retention: Retention, now: number, apply: boolean) => prune(db, retention, now, apply),
    size: () => size(db),
    close: () => void db.$client.close(),
  };
}
