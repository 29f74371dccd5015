import { defineConfig } from 'vitest/config';

/** One for all files of a run. */
const seed = process.env.FAULTS_SEED || String(Math.floor(Math.random() * 1_000_000));

/** npm run test:faults: what takes minutes, one file after the other. `FAULTS_SEED` makes the choices of another run again. */
export default defineConfig({
  test: {
    root: 'packages/server',
    include: ['test/faults/*.faults.ts'],
    globalSetup: ['test/global-setup.ts', 'test/command-line-setup.ts'],
    env: { FAULTS_SEED: seed },
    fileParallelism: false,
    disableConsoleIntercept: true,
    hookTimeout: 120_000,
    testTimeout: 1_200_000,
  },
});
