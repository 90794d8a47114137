import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AddReply } from '../../wire/add.ts';
import { post } from '../api.ts';
import { tell, t } from '../messages.ts';
import { hrefOf, route } from '../route.ts';

/** Takes the address of what the feeds missed. A bookmarklet fills it in; it is read only when the editor says so. */
export function Add() {
  const reply = useSignal<AddReply | null>(null);
  const isReading = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const add = async (): Promise<void> => {
    isReading.value = true;
    reply.value = null;
    try {
      reply.value = await post('/add', { url: field.current?.value.trim() ?? '' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      reply.value = { is: 'refused', why: { en: why, ko: why } };
    }
    isReading.value = false;
  };
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <p>{t('add.intro')}</p>
      <label>
        {t('add.address')}
        <input ref={field} type="url" required inputMode="url" defaultValue={route.value.params['url'] ?? ''} />
      </label>
      <button type="submit" class="primary" disabled={isReading.value}>
        {t('add.do')}
      </button>
      <div role="status">
        {isReading.value && <p>{t('add.reading')}</p>}
        {reply.value !== null && <Reply reply={reply.value} />}
      </div>
      <p class="quiet">
        <a class="bookmarklet" href={BOOKMARKLET} onClick={(event) => event.preventDefault()}>
          {t('add.bookmarklet')}
        </a>{' '}
        {t('add.bookmarkletHow')}
      </p>
    </form>
  );
}

const BOOKMARKLET = `javascript:location.href='${location.origin}/add?url='+encodeURIComponent(location.href)`;

function Reply({ reply }: { reply: AddReply }) {
  if (reply.is === 'refused') return <p class="lost">{t('add.refused', { why: tell(reply.why) })}</p>;
  const { is, title, issue, section, place, others, story } = reply;
  return (
    <p>
      {t(`add.is.${is}`, { title, issue: String(issue), section, place })}{' '}
      {others > 0 && t('add.others', { n: others })}{' '}
      <a href={hrefOf('candidates', { tab: 'issue', story: String(story) })}>{t('key.open')}</a>
    </p>
  );
}
