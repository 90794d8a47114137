import type { ComponentChildren } from 'preact';

/** Whether an address leads to the web; whatever else a source or a page has given stays words. */
export function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** A link out of the desk, in a window of its own that knows nothing of it. */
export function Outward(props: { url: string; class?: string; lang?: string; children: ComponentChildren }) {
  const { url, children, ...rest } = props;
  if (!isWeb(url)) return <span {...rest}>{children}</span>;
  return (
    <a {...rest} href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
