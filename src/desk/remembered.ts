/** One answer under way or made. */
interface Making<Answer> {
  /** What it is made of, as that stood when its making began; null while it waits for the one before. */
  of: readonly unknown[] | null;
  answer: Promise<Answer>;
}

/**
 * An answer that many ask for at once, as every open window does after a night. It is made anew whenever anything that it
 * is made of is no longer what it was when its making began, so nobody gets one that is older than their question. One is
 * made at a time: who asks meanwhile for a newer one shares the next.
 */
export class Remembered<Answer> {
  #last: Making<Answer> | null = null;
  readonly #inputs: () => Promise<readonly unknown[]>;
  readonly #make: () => Promise<Answer>;

  /**
   * @param inputs everything the answer is made of, compared by identity: the database by its counter of writes
   * @param make reads no input earlier than it is called
   */
  constructor(inputs: () => Promise<readonly unknown[]>, make: () => Promise<Answer>) {
    this.#inputs = inputs;
    this.#make = make;
  }

  /** The answer as everything stands now. Rejects as `make` does; the next one who asks lets it be tried again. */
  async get(): Promise<Answer> {
    const now = await this.#inputs();
    const last = this.#last;
    if (last !== null && (last.of === null || isSame(last.of, now))) return last.answer;
    const next: Making<Answer> = { of: null, answer: this.#makeAfter(last?.answer, (of) => (next.of = of)) };
    this.#last = next;
    next.answer.catch(() => {
      if (this.#last === next) this.#last = null;
    });
    return next.answer;
  }

  async #makeAfter(before: Promise<Answer> | undefined, begins: (of: readonly unknown[]) => void): Promise<Answer> {
    await before?.catch(() => {});
    begins(await this.#inputs());
    return this.#make();
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((value, index) => value === other[index]);
}
