import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactUrl, resolveSecrets } from '../../src/net/secrets.ts';

describe('resolveSecrets', () => {
  it('fills environment variables in', () => {
    const env = { TOKEN: 'abc', LOGIN: 'desk:päss' };
    expect(resolveSecrets({ 'X-Token': '${TOKEN}', Authorization: 'Bearer ${TOKEN}', Plain: 'as it is' }, env)).toEqual(
      { 'X-Token': 'abc', Authorization: 'Bearer abc', Plain: 'as it is' },
    );
    expect(resolveSecrets({ authorization: 'basic:${LOGIN}' }, env)).toEqual({
      authorization: `Basic ${Buffer.from('desk:päss').toString('base64')}`,
    });
  });

  it('names what is missing, and no value', () => {
    const resolve = () => resolveSecrets({ 'X-Token': '${THERE}${MISSING}' }, { THERE: 's3cret' });
    expect(resolve).toThrow('X-Token: the environment variable MISSING is not set');
    expect(resolve).not.toThrow('s3cret');
  });
});

describe('redactUrl', () => {
  it.each([
    ['https://user:secret@example.com/feed?a=b#c', 'https://example.com/feed?a=b#c'],
    ['https://token@example.com/', 'https://example.com/'],
    ['https://example.com/@user/feed', 'https://example.com/@user/feed'],
    ['http://user:secret@[broken/', 'http://[broken/'],
    ['not a url', 'not a url'],
  ])('%s', (url, redacted) => {
    expect(redactUrl(url)).toBe(redacted);
  });

  it('never lets a password through', () => {
    const password = fc.string({ minLength: 8, maxLength: 20 }).map((text) => `zz${encodeURIComponent(text)}zz`);
    fc.assert(
      fc.property(password, fc.domain(), (secret, host) => {
        expect(redactUrl(`https://user:${secret}@${host}/feed?a@b`)).not.toContain(secret);
      }),
    );
  });
});
