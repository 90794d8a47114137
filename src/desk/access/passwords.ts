import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP asks for it: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 500;

/** Why a password will not do; null when it will. */
export function passwordTrouble(password: string): string | null {
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD)
    return `A password has at least ${SHORTEST_PASSWORD} characters; three or four words will do.`;
  return length > LONGEST_PASSWORD ? `A password has at most ${LONGEST_PASSWORD} characters.` : null;
}

export async function hashPassword(password: string): Promise<string> {
  return hash(typed(password), COST);
}

let stranger: Promise<string> | undefined;
let checking: Promise<unknown> = Promise.resolve();

/**
 * Whether a password belongs to a hash; for null (nobody of that name) it takes just as long and is false. One at a
 * time: each takes memory and a core, and nobody is to fill the machine with them.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  stranger ??= hash('nobody has this password', COST);
  const against = passwordHash ?? (await stranger);
  const check = checking.then(() => verify(against, typed(password)));
  checking = check.catch(() => false);
  return (await check) && passwordHash !== null;
}

/** Keyboards of one person differ in how they put a syllable together. */
function typed(password: string): string {
  return password.normalize('NFC');
}
