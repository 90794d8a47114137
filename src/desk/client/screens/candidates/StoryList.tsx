import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../messages.ts';
import { Row, ROW_HEIGHT } from './Row.tsx';
import { focused, rows, selected, shown, standing } from './state.ts';

/** The first row that is seen whole, and how many of them there are. */
interface View {
  first: number;
  count: number;
}

/** Rows that are made beyond the window's edges, so that a quick scroll finds them there. */
const BEYOND = 8;

/** The rows in the window and a few around it; ten thousand others are a height only. */
export function StoryList() {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View | null>(null);
  const newest = useRef(view);
  newest.current = view;
  const ids = shown.value;
  const at = ids.indexOf(focused.value ?? -1);

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      const now = viewOf(element);
      setView((before) => (before?.first === now.first && before.count === now.count ? before : now));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  // The row in focus is kept in sight, with one row around it. Where the list stands is remembered rather than asked for:
  // to ask makes the browser lay the page out at every key.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || at < 0) return;
    const { first, count } = newest.current ?? viewOf(element);
    if (at - 1 < first) element.scrollTop = Math.max(0, at - 1) * ROW_HEIGHT;
    else if (at + 2 > first + count) element.scrollTop = (at + 2 - count) * ROW_HEIGHT;
  }, [at]);

  const { first, count } = view ?? { first: 0, count: BEYOND };
  const from = Math.max(0, first - BEYOND);
  const to = Math.min(ids.length, first + count + BEYOND);
  return (
    <div
      ref={box}
      class="rows"
      role="listbox"
      tabIndex={0}
      aria-label={t('list.label')}
      aria-multiselectable="true"
      aria-activedescendant={at < 0 ? undefined : `story-${ids[at]}`}
    >
      <div class="sizer" role="presentation" style={{ height: `${ids.length * ROW_HEIGHT}px` }}>
        {ids.slice(from, to).map((story, index) => {
          const row = rows.value.get(story);
          return (
            row && (
              <Row
                key={story}
                row={row}
                index={from + index}
                of={ids.length}
                isFocused={from + index === at}
                isSelected={selected.value.has(story)}
                choice={standing.value.choices.get(story)?.action}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function viewOf({ scrollTop, clientHeight }: HTMLElement): View {
  return { first: Math.ceil(scrollTop / ROW_HEIGHT), count: Math.floor(clientHeight / ROW_HEIGHT) };
}
