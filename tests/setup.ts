import { configureGlobal } from 'fast-check';

/** Whoever runs the suite runs the same examples; another number looks elsewhere: SEED=7 npx vitest run tests/text */
configureGlobal({ seed: Number(process.env['SEED'] ?? 20_240_823) });
