import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../messages.ts';
import { Here } from '../../people/Here.tsx';
import { age, day } from '../../time.ts';
import { Article } from './Article.tsx';
import { Notes } from './Notes.tsx';
import { OurText } from './OurText.tsx';
import { page, report, trouble } from './pages.ts';
import { Paper } from './Paper.tsx';
import { Reports } from './Reports.tsx';
import { focused, rows, standing, step } from './state.ts';
import { useSwipe } from '../../use-swipe.ts';
import { Before, Changes, History, WhyHere, WhyOne } from './Why.tsx';

/** The open story, in the order in which one decides: what, who says so, the text, why here, before, people, our text. */
export function StoryPane() {
  const pane = useRef<HTMLElement>(null);
  const story = focused.value;
  useSwipe(pane, step);
  useLayoutEffect(() => {
    if (pane.current !== null) pane.current.scrollTop = 0;
  }, [story, report.value?.item]);
  const row = story === null ? undefined : rows.value.get(story);
  return (
    <article class="story" ref={pane} tabIndex={0} aria-label={t('story.label')}>
      {row === undefined ? (
        <p class="empty">{t('story.none')}</p>
      ) : (
        <>
          <header>
            <h2 lang={report.value?.lang ?? row.lang}>{report.value?.title ?? row.title}</h2>
            <Byline />
            <Choice story={row.story} />
            <Here place={`story ${row.story}`} as="story" />
          </header>
          {page.value === null ? <p class="quiet">{trouble.value ?? t('story.loading')}</p> : <Body />}
        </>
      )}
    </article>
  );
}

function Byline() {
  const open = report.value;
  if (open === null) return null;
  return (
    <p class="byline">
      <b>{open.outlet}</b>
      {open.authors.length > 0 && page.value?.paper === null && <span>{open.authors.slice(0, 4).join(', ')}</span>}
      <time dateTime={new Date(open.published).toISOString()} title={day(open.published, true)}>
        {day(open.published)} · {age(open.published)}
      </time>
      {open.url !== null && (
        <a href={open.url} target="_blank" rel="noopener noreferrer">
          {t('key.source')} ↗
        </a>
      )}
    </p>
  );
}

function Choice({ story }: { story: number }) {
  const choice = standing.value.choices.get(story);
  if (choice === undefined) return null;
  return (
    <p class={`choice ${choice.action}`}>
      {t(`choice.${choice.action}`)} · {choice.editor}
    </p>
  );
}

function Body() {
  return (
    <>
      <Reports />
      <Paper />
      <Article />
      <div class="about">
        <WhyHere />
        <WhyOne />
        <Before />
        <Changes />
        <Notes />
        <OurText />
        <History />
      </div>
    </>
  );
}
