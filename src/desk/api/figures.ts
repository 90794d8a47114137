import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { ImageError, inspectImage, MAX_IMAGE_BYTES } from '../../export/image.ts';
import { typeOfFigure } from '../../store/figures.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { answer } from '../issue/refusal.ts';
import { readQuery } from '../parse.ts';
import { refusal } from '../refusal.ts';
import { say } from '../../text/said.ts';

const placeQuery = z.object({
  issue: z.coerce.number().int(),
  section: z.string().default(''),
  parent: z.coerce.number().int().optional(),
});

const tooLarge = refusal(413, say('figure.tooLarge', { n: MAX_IMAGE_BYTES / 1e6 }));

/** Pictures of an issue: taken in as bytes and checked, handed out by the name of what is in them. */
export function figureRoutes({ store, now }: DeskContext): DeskApp {
  const limit = bodyLimit({
    maxSize: MAX_IMAGE_BYTES,
    onError: () => {
      throw tooLarge;
    },
  });
  return new Hono<DeskEnv>()
    .post('/figures', limit, async (c) => {
      const { issue, section, parent } = readQuery(c, placeQuery);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const { type, width, height } = inspected(bytes);
      const file = store.figures.keep(bytes, type);
      const facts = { file, width, height, credit: '', license: '', source: null, url: null };
      const piece = { kind: 'figure', issue, section, facts } as const;
      const act = { editor: c.get('editor'), at: now() };
      return answer(c, await store.pieces.add(parent === undefined ? piece : { ...piece, parent }, act));
    })
    .get('/figures/:file', (c) => {
      const file = c.req.param('file');
      const bytes = store.figures.read(file);
      if (bytes === null) throw refusal(404, say('figure.none', { file }));
      c.header('content-type', typeOfFigure(file));
      c.header('cache-control', 'private, max-age=31536000, immutable');
      return c.body(new Uint8Array(bytes));
    });
}

function inspected(bytes: Uint8Array): ReturnType<typeof inspectImage> {
  try {
    return inspectImage(bytes);
  } catch (error) {
    if (error instanceof ImageError) throw refusal(400, error.why);
    throw error;
  }
}
