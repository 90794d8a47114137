import { startRealWeb } from '../realweb.ts';
import { startSampleWeb } from '../sampleweb/server.ts';
import type { World } from './nights.ts';

/** Both nights of the sample web, on any free port. */
export async function withSampleWeb<T>(work: (world: World) => Promise<T>): Promise<T> {
  const web = await startSampleWeb({ port: 0 });
  try {
    return await work({
      nights: 2,
      feedsYaml: web.feedsYaml,
      async setNight(night) {
        web.setNight(night === 1 ? 1 : 2);
        return `2024-08-2${1 + night}T05:00:00+09:00`;
      },
    });
  } finally {
    await web.close();
  }
}

/** The first nights of a recorded world. Its sources are asked one after the other, so that items come in one order. */
export async function withRealWeb<T>(name: string, nights: number, work: (world: World) => Promise<T>): Promise<T> {
  const web = await startRealWeb(name);
  try {
    const feedsYaml = (await web.feedsYaml()).replace(/concurrency: \d+/, 'concurrency: 1');
    return await work({ nights, feedsYaml, setNight: async (night) => (await web.setNight(night)).now });
  } finally {
    await web.close();
  }
}
