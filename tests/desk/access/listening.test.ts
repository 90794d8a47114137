import { expect, test } from 'vitest';
import { listeningTrouble, localAddress } from '../../../src/desk/access/listening.ts';

const settings = { host: '127.0.0.1', port: 8383, publicUrl: '', trustedProxies: [] };

test.each(['127.0.0.1', '::1', 'localhost'])('a desk at %s needs no editors', (host) => {
  expect(listeningTrouble({ ...settings, host }, false)).toBeNull();
});

test.each(['0.0.0.0', '::', '192.168.1.4', 'desk.example.org'])('a desk at %s needs editors', (host) => {
  expect(listeningTrouble({ ...settings, host }, false)).toContain(
    'has no editors. Add one with "nightdesk editors add NAME"',
  );
  expect(listeningTrouble({ ...settings, host }, true)).toBeNull();
});

test('a desk behind a proxy needs editors', () => {
  expect(listeningTrouble({ ...settings, publicUrl: 'https://desk.example.org' }, false)).toContain(
    'remove desk.publicUrl',
  );
});

test.each([
  ['0.0.0.0', 'http://127.0.0.1:8383'],
  ['::1', 'http://[::1]:8383'],
  ['localhost', 'http://localhost:8383'],
])('a desk at %s is found at %s', (host, address) => {
  expect(localAddress(host, 8383)).toBe(address);
});
