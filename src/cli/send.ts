import { setTimeout as sleep } from 'node:timers/promises';

/** A message is tried so often, with growing pauses. */
const TRIES = 3;
const PAUSE = 1000;

/** Milliseconds until a try is given up. */
const PATIENCE = 10_000;

export interface Mail {
  from: string;
  to: readonly string[];
  subject: string;
  text: string;
}

/**
 * Posts a text as Slack and what follows its example take it. Throws with a sentence when it cannot be delivered; the
 * address is a secret and stands in no sentence.
 *
 * @param variable the environment variable that holds the address
 */
export async function sendWebhook(variable: string, text: string, patience = PATIENCE): Promise<void> {
  const address = secret(variable);
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new Error(`the environment variable ${variable} holds no http address.`);
  await withTries(async () => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch(() => null);
    await response?.body?.cancel();
    if (response === null) throw new Error(`the webhook of ${variable} did not answer.`);
    if (response.ok) return;
    const again = response.status === 429 || response.status >= 500;
    const error = new Error(`the webhook of ${variable} answered ${response.status}. Check its address.`);
    throw again ? error : new Refused(error.message);
  });
}

/**
 * Sends a mail. Throws with a sentence when it cannot be delivered.
 *
 * @param variable the environment variable that holds smtp(s)://user:password@host:port
 */
export async function sendMail(variable: string, mail: Mail, patience = PATIENCE): Promise<void> {
  const address = secret(variable);
  if (!/^smtps?:\/\//.test(address) || !URL.canParse(address))
    throw new Error(`the environment variable ${variable} holds no smtp address.`);
  if (mail.to.length === 0) throw new Error('"message.to" in feeds.yaml names nobody.');
  const { createTransport } = await import('nodemailer');
  const url = new URL(address);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    url.searchParams.set(name, String(patience));
  const transport = createTransport(url.href);
  try {
    await withTries(async () => {
      await transport.sendMail({ ...mail, to: [...mail.to] }).catch((error: unknown) => {
        const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
        const text = `the mail server of ${variable} ${code === 0 ? 'did not answer' : `answered ${code}`}.`;
        throw code >= 500 ? new Refused(text) : new Error(text);
      });
    });
  } finally {
    transport.close();
  }
}

/**
 * Hands a message to a command: the text on its standard input, the subject in NIGHTDESK_SUBJECT. Throws with a sentence
 * when the command cannot be started, fails, or takes too long.
 */
export async function sendToCommand(
  [program = '', ...words]: readonly string[],
  { subject, text }: Pick<Mail, 'subject' | 'text'>,
  patience = PATIENCE,
): Promise<void> {
  const { spawn } = await import('node:child_process');
  await new Promise<void>((resolve, reject) => {
    const fail = (what: string): void => reject(new Error(`the command ${program} ${what}.`));
    const child = spawn(program, words, {
      env: { ...process.env, NIGHTDESK_SUBJECT: subject },
      stdio: ['pipe', 'ignore', 'inherit'],
      timeout: patience,
    });
    child.once('error', () => fail('could not be started'));
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else fail(signal === null ? `ended with exit code ${String(code)}` : `took longer than ${patience / 1000} s`);
    });
    // A command that does not read its input is no reason to die.
    child.stdin.on('error', () => {}).end(text);
  });
}

/** An answer that another try would not change. */
class Refused extends Error {}

async function withTries(send: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (error instanceof Refused || tries === TRIES) throw error;
      await sleep(PAUSE * tries);
    }
  }
}

function secret(variable: string): string {
  const value = process.env[variable] ?? '';
  if (value === '') throw new Error(`the environment variable ${variable} is not set.`);
  return value;
}
