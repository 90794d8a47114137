import { describe, expect, it } from 'vitest';
import { explainChallenge, meansSlowDown, recogniseChallenge } from '../../src/net/challenge.ts';
import type { Headers } from '../../src/net/response.ts';

describe('a wall is recognised', () => {
  it.each<[string, number, Headers, string]>([
    ['Cloudflare', 403, { 'cf-mitigated': 'challenge' }, ''],
    ['Cloudflare', 503, {}, '<html><head><title>Just a moment...</title>'],
    ['Cloudflare', 200, {}, '<!DOCTYPE html><title>Just a moment...</title>'],
    ['Cloudflare', 403, {}, '<title>Attention Required! | Cloudflare</title>'],
    ['Cloudflare', 403, {}, 'error code: 1020'],
    [
      'Akamai',
      403,
      {},
      '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY>You do not have permission. Reference&#32;&#35;18.1 https://errors.edgesuite.net/18.1',
    ],
    ['DataDome', 403, { 'x-datadome': 'protected' }, ''],
    ['DataDome', 403, {}, '<script src="https://ct.captcha-delivery.com/c.js"></script>'],
    ['HUMAN', 403, {}, '<div id="px-captcha"></div>'],
    ['Imperva', 403, {}, '<iframe src="/_Incapsula_Resource?CWUDNSAI=9"></iframe>'],
    ['AWS WAF', 202, { 'x-amzn-waf-action': 'challenge' }, ''],
    ['Sucuri', 403, {}, '<title>Sucuri WebSite Firewall - Access Denied</title>'],
    ['Vercel', 429, { 'x-vercel-mitigated': 'challenge' }, ''],
    ['Anubis', 200, {}, '<title>Making sure you&#39;re not a bot!</title>'],
    ['DDoS-Guard', 403, {}, '<title>DDoS-Guard</title>'],
  ])('%s (%i)', (name, status, headers, page) => {
    expect(recogniseChallenge(status, headers, page)).toBe(name);
  });
});

describe('a document is not', () => {
  it.each<[number, string]>([
    [200, '<title>Why "Just a moment..." is everywhere</title>'],
    [200, '<title>How px-captcha works</title><p>px-captcha, cf-chl-opt, captcha-delivery.com</p>'],
    [200, '<p>an ordinary page</p><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'],
    [404, '<title>Not found</title>'],
    [403, '<title>403 Forbidden</title><h1>nginx</h1>'],
  ])('%i %s', (status, page) => {
    expect(recogniseChallenge(status, {}, page)).toBeNull();
  });
});

it('a 403 that means 429', () => {
  expect(meansSlowDown({ 'retry-after': '60' }, '')).toBe(true);
  expect(meansSlowDown({ 'x-ratelimit-remaining': '0.0' }, '')).toBe(true);
  expect(
    meansSlowDown(
      {},
      '<title>Access denied | example.com used Cloudflare</title> Error 1015 You are being rate limited',
    ),
  ).toBe(true);
  expect(meansSlowDown({ 'x-ratelimit-remaining': '12' }, '')).toBe(false);
  expect(meansSlowDown({}, 'error code: 1020')).toBe(false);
});

it('the explanation says what to write, and to whom', () => {
  const words = explainChallenge('Cloudflare', 403, 'news.example', '/rss', 'Nightdesk/1.0 (+mailto:desk@example.org)');
  for (const part of [
    'Cloudflare',
    '403',
    'news.example',
    '/rss',
    'Nightdesk/1.0 (+mailto:desk@example.org)',
    'Write to the site',
  ]) {
    expect(words).toContain(part);
  }
});
