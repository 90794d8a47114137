import { CommanderError } from 'commander';

/**
 * Prints what went wrong for a person and returns the exit code: 2 for wrong arguments or configuration, 1 for the
 * rest. An error that no code of ours has put into words keeps its stack, because that is a fault to be reported.
 */
export function explainFailure(error: unknown): number {
  if (!(error instanceof Error)) {
    process.stderr.write(`${String(error)}\n`);
    return 1;
  }
  // commander has printed its own message; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  switch (error.name) {
    case 'YamlError':
    case 'UsageError':
      process.stderr.write(`${error.message}\n`);
      return 2;
    case 'StoreError':
    case 'FeedError':
    case 'ConcurrentEdit':
      process.stderr.write(`${error.message}\n`);
      return 1;
    default:
      process.stderr.write(`${error.stack ?? error.message}\n`);
      return 1;
  }
}

/** The command was called with something it cannot work with; the message says how to call it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
