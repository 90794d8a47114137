import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { listeningTrouble, localAddress } from '../desk/access/listening.ts';
import { createDesk } from '../desk/server.ts';
import { openStore } from '../store/store.ts';
import { patiently } from '../store/write.ts';
import { configReader, type Config } from '../config.ts';
import { nightProcesses } from './begin-night.ts';
import { DeskReader } from './desk-reader.ts';
import { clockFrom, ROOT, type FileOptions } from './context.ts';
import { nextDue } from './due.ts';
import { UsageError } from './failure.ts';
import { askLinks } from './edition.ts';
import { find } from './find.ts';
import { offeredLists } from './template.ts';
import { probe, testSource } from './probe.ts';

export interface DeskProcessOptions extends FileOptions {
  port?: number;
  host?: string;
  editor: string;
  now?: string;
  delay: boolean;
}

/** Opens the store and listens. Throws StoreError, YamlError, or the system's error when the port is taken. */
export async function openDesk(
  options: DeskProcessOptions,
): Promise<{ address: AddressInfo; url: string; close: () => Promise<void> }> {
  const read = configReader(options.feeds);
  const set = read().desk;
  const access = { ...set, host: options.host ?? set.host, port: options.port ?? set.port };
  const now = clockFrom(options.now);
  const store = await patiently(() => openStore(options.db));
  const trouble = listeningTrouble(access, await store.editors.any());
  if (trouble !== null) {
    store.close();
    throw new UsageError(trouble);
  }
  const config = async (): Promise<Config> => read();
  const nights = nightProcesses(store);
  const reader = new DeskReader(options.db);
  const desk = createDesk({
    store,
    config,
    now,
    log,
    access,
    read: (name, from) => reader.read(name, from),
    client: join(ROOT, 'dist', 'desk'),
    editor: options.editor,
    stamp: await store.stamp(),
    nights: {
      next: async () => nextDue(await config(), now()),
      begin: () => nights.begin(nightArguments(options, now())),
    },
    lists: (template) => offeredLists(template).lists,
    askLinks: async (addresses) => askLinks(addresses, await config(), options.db),
    sources: {
      file: options.feeds,
      probe: async (url) => probe(url, await config(), options.db),
      test: async (id) => testSource(id, await config(), options.db),
    },
    add: async (url, editor) => find(url, editor, { store, config: await config(), now, delay: options.delay }),
  });
  const { server, address } = await listen(desk.app.fetch, access);
  // An older database is indexed while the first pages are read.
  void store.search.catchUp().catch((error: unknown) => log('search not indexed', { error: String(error) }));
  return {
    address,
    url: localAddress(access.host, address.port),
    close: async () => {
      nights.stop();
      await closeServer(server);
      desk.close();
      await reader.close();
      store.close();
    },
  };
}

/** A night of the desk's own files and clock. */
function nightArguments({ db, feeds, now, delay }: DeskProcessOptions, at: number): string[] {
  const clock = now === undefined ? [] : ['--now', new Date(at).toISOString()];
  return ['--db', db, '--feeds', feeds, ...clock, ...(delay ? [] : ['--no-delay'])];
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: { port: number; host: string },
): Promise<{ server: ServerType; address: AddressInfo }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, (address) => resolve({ server, address }));
    server.once('error', (error) => reject(inWords(error, host, port)));
  });
}

function inWords(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    return new UsageError(`Port ${port} of ${host} is taken, perhaps by another desk. Give another one with --port.`);
  return code === 'EACCES' || code === 'EADDRNOTAVAIL'
    ? new UsageError(`The desk cannot listen at ${host}, port ${port}: ${error.message}`)
    : error;
}

/** Streams of events never end by themselves. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

/** One line of JSON on standard error. */
function log(what: string, fields: Record<string, unknown> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), what, ...fields })}\n`);
}
