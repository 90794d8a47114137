import { Hono } from 'hono';
import { z } from 'zod';
import { addSources, changeSource, moveSources } from '../../feeds-file.ts';
import { SECTIONS, SOURCE_KINDS } from '../../model.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { readBody, urlSchema } from '../parse.ts';
import type { SourceChange } from '../wire/sources.ts';
import { say } from '../../text/said.ts';
import { refusal } from '../refusal.ts';

const probeSchema = z.object({ url: urlSchema });
const testSchema = z.object({ source: z.string() });
const changeSchema = z.object({
  source: z.string(),
  enabled: z.boolean().optional(),
  weight: z.number().min(0).max(10).optional(),
  move: z.literal(true).optional(),
});
const addSchema = z.object({
  url: urlSchema,
  kind: z.enum(SOURCE_KINDS),
  title: z.string().max(200),
  outlet: z.string().max(200).optional(),
  section: z.enum(SECTIONS).optional(),
  rival: z.boolean().optional(),
});

/** The sources of feeds.yaml with their health, and ways to change them. The file keeps its comments and its order. */
export function sourceRoutes(context: DeskContext): DeskApp {
  const { sources, reads } = context;
  return new Hono<DeskEnv>()
    .get('/sources', (c) => reads('sources', c))
    .post('/sources/probe', async (c) => c.json(await sources.probe((await readBody(c, probeSchema)).url)))
    .post('/sources/test', async (c) => {
      const { source } = await readBody(c, testSchema);
      return c.json(await sources.test(source));
    })
    .post('/sources/change', async (c) => {
      await change(await readBody(c, changeSchema), c.get('editor'), context);
      return c.json({ ok: true });
    })
    .post('/sources/add', async (c) => {
      const { title, outlet, section, rival, ...place } = await readBody(c, addSchema);
      const named = { ...(title === '' ? {} : { title }), ...(outlet === undefined ? {} : { outlet }) };
      const put = { ...(section === undefined ? {} : { section }), ...(rival === true ? { rival } : {}) };
      const kind = place.kind === 'feed' ? {} : { kind: place.kind };
      const { added } = await inWords(() => addSources(sources.file, [{ url: place.url, ...kind, ...named, ...put }]));
      if (added === 0) throw refusal(409, say('desk.knownAddress'));
      await remember('source-added', place.url, c.get('editor'), context);
      return c.json({ ok: true });
    });
}

async function change({ source: id, move, ...set }: SourceChange, editor: string, context: DeskContext): Promise<void> {
  const { store, config, sources } = context;
  const source = (await config()).sources.find((each) => each.id === id);
  if (source === undefined) throw refusal(404, say('desk.noSource', { id }));
  if (move === true) {
    const to = (await store.sources.states()).get(id)?.movedTo;
    if (to == null) throw refusal(409, say('desk.notMoved', { id }));
    await inWords(() => moveSources(sources.file, new Map([[id, to]])));
    await remember('source-moved', id, editor, context, source.url, to);
  }
  if (set.enabled === undefined && set.weight === undefined) return;
  await inWords(() => changeSource(sources.file, id, set));
  if (set.enabled !== undefined && set.enabled !== source.enabled)
    await remember(set.enabled ? 'source-resumed' : 'source-paused', id, editor, context);
  if (set.enabled === true) await store.sources.forgive(id);
  if (set.weight !== undefined)
    await remember('source-weight', id, editor, context, String(source.weight), String(set.weight));
}

async function remember(
  action: string,
  about: string,
  editor: string,
  { store, now }: DeskContext,
  before: string | null = null,
  after: string | null = null,
): Promise<void> {
  await store.settings.add({ editor, at: now(), action, about, before, after });
}

/** What keeps feeds.yaml from being written is told in its own words. */
async function inWords<T>(edit: () => Promise<T>): Promise<T> {
  try {
    return await edit();
  } catch (error) {
    if (error instanceof Error && ['ConcurrentEdit', 'YamlError'].includes(error.name))
      throw refusal(409, say('desk.notWritten', { why: error.message }));
    throw error;
  }
}
