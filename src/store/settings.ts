import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type SettingRow = typeof schema.setting.$inferSelect;

/** What was set on the desk: for the history. feeds.yaml itself says what is in force. */
export class Settings {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async add(row: Omit<SettingRow, 'id'>): Promise<void> {
    await write(this.#db, () => this.#db.insert(schema.setting).values(row).run());
  }

  async get(id: number): Promise<SettingRow | null> {
    return this.#db.query.setting.findFirst({ where: (setting, { eq }) => eq(setting.id, id) }).sync() ?? null;
  }
}
