import OpenAI from 'openai';

/** What a model answered, and what it cost in tokens. */
export interface Answer {
  text: string;
  inputTokens: number;
  outputTokens: number;
}

/** Whoever writes drafts. Throws when there is no answer; what comes back is not to be trusted. */
export interface Writer {
  complete(request: { instructions: string; material: string; maxTokens: number }): Promise<Answer>;
}

export interface WriterOptions {
  /** Base address of any endpoint that speaks OpenAI's chat completions: ".../v1". */
  baseUrl: string;
  model: string;
  key: string;
  timeoutMs: number;
}

/** The writer that the environment names, null when it names none: then every text is made without one. */
export function writerOptions(env: Readonly<Record<string, string | undefined>>): WriterOptions | null {
  const { NIGHTDESK_WRITER_URL: baseUrl, NIGHTDESK_WRITER_MODEL: model, NIGHTDESK_WRITER_KEY: key = '' } = env;
  return baseUrl === undefined || model === undefined ? null : { baseUrl, model, key, timeoutMs: 30_000 };
}

/** A writer behind an OpenAI-compatible endpoint. The client tries once more on a time-out, 429 or 5xx, with jitter. */
export function openAiWriter({ baseUrl, model, key, timeoutMs }: WriterOptions): Writer {
  // Local endpoints ask for no key, but the client will not start without one.
  const client = new OpenAI({ baseURL: baseUrl, apiKey: key || 'none', timeout: timeoutMs, maxRetries: 1 });
  return {
    complete: async ({ instructions, material, maxTokens }) => {
      const completion = await client.chat.completions.create({
        model,
        max_tokens: maxTokens,
        temperature: 0.2,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: material },
        ],
      });
      return {
        text: completion.choices[0]?.message.content ?? '',
        inputTokens: completion.usage?.prompt_tokens ?? 0,
        outputTokens: completion.usage?.completion_tokens ?? 0,
      };
    },
  };
}
