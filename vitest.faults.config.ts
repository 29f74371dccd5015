import { defineConfig } from 'vitest/config';

/** npm run test:faults: what takes minutes, one file after the other. `FAULTS_SEED` repeats a run. */
export default defineConfig({
  test: {
    root: 'packages/server',
    include: ['test/faults/*.faults.ts'],
    fileParallelism: false,
    disableConsoleIntercept: true,
    hookTimeout: 120_000,
    testTimeout: 1_200_000,
  },
});
