import { useEffect, useRef, useState } from 'preact/hooks';

/** The width of an element as the page has it, in pixels. */
export function useWidth<Place extends Element>() {
  const place = useRef<Place>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.max(200, entry?.contentRect.width ?? 0)));
    if (place.current !== null) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return { place, width };
}
