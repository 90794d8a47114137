import { useRef } from 'preact/hooks';
import type { IssueView } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { adjust, route } from '../../route.ts';
import { lang } from '../../settings.ts';
import type { Row } from './rows.ts';

const WIDTHS = { email: 640, phone: 390 } as const;

/** The issue as readers will see it: as a mail, at the width of a mail or of a phone, scrolled to the row in focus. */
export function Preview({ view, row }: { view: IssueView; row: Row | undefined }) {
  const { params } = route.value;
  const frame = useRef<HTMLIFrameElement>(null);
  const width = params['width'] === 'phone' ? 'phone' : 'email';
  const of = view.languages.find((each) => each === params['lang']) ?? lang.value;
  // A new version of any text, or another order, is another address: the frame shows it anew.
  const version = view.texts.reduce((most, { version: each }) => Math.max(most, each), 0);
  const order = view.slots.map(({ id }) => id).join('.');
  const query = new URLSearchParams({ number: String(view.number), lang: of, v: `${version}.${order}` });
  const url = row?.kind === 'slot' ? row.slot.url : '';
  return (
    <>
      <p class="choices">
        {view.languages.map((each) => (
          <button key={each} type="button" aria-pressed={each === of} onClick={() => adjust({ lang: each })}>
            {t(`lang.${each}`)}
          </button>
        ))}
        {(['email', 'phone'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={each === width} onClick={() => adjust({ width: each })}>
            {t(`preview.${each}`)}
          </button>
        ))}
        <a class="quiet" href={`/api/issue/preview?${query}`} target="_blank" rel="noopener">
          {t('preview.own')}
        </a>
      </p>
      <iframe
        ref={frame}
        class="preview"
        title={t('pane.preview')}
        style={{ width: `${WIDTHS[width]}px` }}
        src={`/api/issue/preview?${query}`}
        onLoad={() => {
          scrollTo(frame.current, url);
          // On paper all of it is shown.
          const height = frame.current?.contentWindow?.document.documentElement.scrollHeight ?? 0;
          frame.current?.style.setProperty('--whole', `${height}px`);
        }}
      />
    </>
  );
}

/** Brings what is printed of an address into view. */
function scrollTo(frame: HTMLIFrameElement | null, url: string): void {
  const page = frame?.contentWindow;
  const links = page?.document.querySelectorAll('a') ?? [];
  const link = [...links].find((each) => each.getAttribute('href') === url);
  // Not scrollIntoView: that would scroll the desk around the frame, too.
  if (link !== undefined) page?.scrollTo(0, link.getBoundingClientRect().top + page.scrollY - 40);
}
