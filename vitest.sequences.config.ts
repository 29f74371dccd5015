import { defineConfig } from 'vitest/config';

/** How many, on each database; `npm test` makes a few hundred. */
const count = process.env.PORTOUT_SEQUENCES || '20000';

/**
 * npm run test:sequences: what becomes of port-outs in so many sequences of acts, for most of an hour.
 * `PORTOUT_SEQUENCES=2000` makes fewer, `PORTOUT_SEED` those of another run again.
 */
export default defineConfig({
  test: {
    root: 'packages/server',
    include: ['src/lib/portouts/portout-sequences.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    env: { PORTOUT_SEQUENCES: count },
    hookTimeout: 120_000,
  },
});
