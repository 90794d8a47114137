import { say } from '../text/said.ts';

/** `${NAME}` in a configured header: the only way a secret gets into a request. */
const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * Fills environment variables into configured headers.
 *
 * @param headers name -> value, where a value may hold `${NAME}` references: `{ Authorization: "Bearer ${FEED_TOKEN}" }`.
 *   A value `basic:${USER_AND_PASSWORD}` becomes basic authentication of "user:password" (RFC 7617).
 * @throws Error naming the variable (never a value) when one is not set.
 */
export function resolveSecrets(
  headers: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const filled = value.replace(REFERENCE, (_, variable: string) => {
        const found = env[variable];
        if (found === undefined) throw new Error(say('secret.missing', { name, variable }));
        return found;
      });
      return [name, filled.startsWith('basic:') ? basicAuth(filled.slice('basic:'.length)) : filled];
    }),
  );
}

/** The Authorization header's value for "user:password". */
export function basicAuth(userAndPassword: string): string {
  return `Basic ${Buffer.from(userAndPassword, 'utf8').toString('base64')}`;
}

/** The address without user name and password, for every place where people or logs see it. */
export function redactUrl(url: string): string {
  if (!url.includes('@')) return url;
  // What cannot be parsed may still hold a password.
  if (!URL.canParse(url)) return url.replace(/\/\/[^/?#]*@/, '//');
  const parsed = new URL(url);
  if (parsed.username === '' && parsed.password === '') return url;
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}
