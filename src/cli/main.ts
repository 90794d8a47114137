import { explainFailure } from './failure.ts';
import { program } from './program.ts';

// "nightdesk items | head": whoever reads has seen enough, and that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = explainFailure(error);
}
