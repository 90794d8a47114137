// Parts of undici by their files: its index also loads fetch, WebSocket and caches, 60 to 90 ms of every start.

declare module 'undici/lib/dispatcher/agent.js' {
  import { Agent } from 'undici';
  export = Agent;
}

declare module 'undici/lib/core/connect.js' {
  import { buildConnector } from 'undici';
  export = buildConnector;
}

// The package's own types describe an ES module with a default export; it is a CommonJS function.
declare module 'robots-parser' {
  interface Robot {
    /** undefined when the address is of another origin. */
    isAllowed(url: string, userAgent?: string): boolean | undefined;
    /** Seconds. */
    getCrawlDelay(userAgent?: string): number | undefined;
  }
  function robotsParser(url: string, text: string): Robot;
  export = robotsParser;
}
