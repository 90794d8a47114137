import { expect, it } from 'vitest';
import { failureOf } from '../../src/net/failure.ts';
import { FAILURE_CODES } from '../../src/net/result.ts';
import { verbatim } from '../../src/text/said.ts';

it('every failure has its sentence', async () => {
  const sentences = FAILURE_CODES.map((code) => {
    const at = { code, detail: verbatim('…'), waitMs: 90_000, host: 'news.example', status: 599, redirected: false };
    const { message, retryable, permanent } = failureOf(at);
    return `${code} (${permanent ? 'permanent' : retryable ? 'asked again' : 'not asked again this night'})\n  ${message}\n`;
  });
  await expect(sentences.join('\n')).toMatchFileSnapshot('../golden/net/failures.txt');
});
