import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBench, type Bench } from '../fakes/bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = startBench();
  bench.configure('sources: []\n');
});
afterEach(() => bench.remove());

describe('the desk', () => {
  it.each(['0.0.0.0', '192.0.2.1'])('refuses to listen at %s without editors', async (host) => {
    const { code, log } = await bench.nightdesk('desk', '--host', host, '--port', '0');
    expect(code).toBe(2);
    expect(log).toBe(
      `desk.host is ${host}, which other machines reach, and the desk has no editors. ` +
        'Add one with "nightdesk editors add NAME", or set desk.host to 127.0.0.1.\n',
    );
  });

  it.each(['desk', 'start'])('refuses to be public without editors: %s', async (command) => {
    bench.configure('desk: { port: 0, publicUrl: "https://desk.example.org" }\nsources: []\n');
    const { code, log } = await bench.nightdesk(command);
    expect([code, log]).toEqual([2, expect.stringContaining('or remove desk.publicUrl')]);
  });
});
