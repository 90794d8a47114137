import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../messages.ts';
import { adjust } from '../../route.ts';
import { Row, ROW_HEIGHT } from './Row.tsx';
import { focused, rows, selected, shown } from './state.ts';

/** Rows that are made beyond the window's edges, so that a quick scroll finds them there. */
const BEYOND = 8;

/** The rows in the window and a few around it; ten thousand others are a height only. */
export function StoryList() {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 900 });
  const ids = shown.value;
  const at = ids.indexOf(focused.value ?? -1);

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  // The row in focus is kept in sight, with one row around it.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || at < 0) return;
    const [first, last] = [(at - 1) * ROW_HEIGHT, (at + 2) * ROW_HEIGHT];
    if (element.scrollTop > first) element.scrollTop = first;
    else if (element.scrollTop + element.clientHeight < last) element.scrollTop = last - element.clientHeight;
    else return;
    setView({ top: element.scrollTop, height: element.clientHeight });
  }, [at]);

  const from = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - BEYOND);
  const to = Math.min(ids.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + BEYOND);
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
                onPick={() => adjust({ story: String(story), view: 'story' })}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
