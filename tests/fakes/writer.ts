import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One thing that the stub does when it is asked: an answer, a status, or silence. */
export type Act = { text: string } | { status: number } | 'silence' | 'garbage';

export interface Asked {
  messages: { role: string; content: string }[];
}

/** A stub on loopback that speaks OpenAI's chat completions; each answer is reported as 90 tokens read, 10 written. */
export interface WriterStub {
  url: string;
  asked: Asked[];
  /** What it does, by what it is asked. */
  answer: (act: (asked: Asked, count: number) => Act) => void;
  close: () => Promise<void>;
}

export async function writerStub(): Promise<WriterStub> {
  const asked: Asked[] = [];
  let act: (asked: Asked, count: number) => Act = () => 'silence';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
      asked.push(body);
      const now = act(body, asked.length);
      if (now === 'silence') return;
      response.setHeader('content-type', 'application/json');
      if (now === 'garbage') return void response.end('{"choices": [');
      if ('status' in now)
        return void response.writeHead(now.status, { 'retry-after-ms': '1' }).end('{"error":{"message":"no"}}');
      const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: now.text } }];
      const usage = { prompt_tokens: 90, completion_tokens: 10 };
      response.end(JSON.stringify({ id: 'x', object: 'chat.completion', choices, usage }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer: (next) => {
      act = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
