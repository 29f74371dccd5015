import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const setup = (name: string) => fileURLToPath(new URL(`packages/server/test/${name}.ts`, import.meta.url));
const databases = setup('global-setup');

/** One project for each place that has tests run by Node.js; a busy machine may take its time with any of them. */
const project = (name: string, root: string, more: object = {}) => ({
  test: { name, root, include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 20_000, ...more },
});

/**
 * One process runs file after file: what they import is loaded, and PGlite compiled, once for them all. So no file
 * may leave a trace in it.
 */
const oneAfterTheOther = { isolate: false };

/** These begin with databases that are ready to be copied, and take their time to make them. */
const onDatabases = { globalSetup: [databases], hookTimeout: 60_000 };

/** What takes longest, whatever the size of its file says. */
const isLong = /\/(?:pages|process|moving|command-line|kills)\.test\.ts$/;

/** The portal begins, and what is long among the files of a project: else one worker would be left with it in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // The server's come last, and together: from one project to another a worker begins anew.
    const places = ['portal', 'other', 'server'];
    const place = ({ project: { name } }: TestSpecification) =>
      places.indexOf(places.includes(name) ? name : 'other');
    const wait = (file: TestSpecification) => 2 * place(file) + Number(!isLong.test(file.moduleId));
    return (await super.sort(files)).toSorted((one, other) => wait(one) - wait(other));
  }
}

export default defineConfig({
  test: {
    // Each worker loads and compiles the same. One alone would often wait for servers and browsers, and more than three
    // would leave these none of the processors.
    maxWorkers: Math.min(3, Math.max(2, availableParallelism())),
    sequence: { sequencer: LongestFirst },
    projects: [
      project('core', 'packages/core', oneAfterTheOther),
      project('server', 'packages/server', {
        ...oneAfterTheOther,
        ...onDatabases,
        globalSetup: [databases, setup('command-line-setup')],
      }),
      project('msw', 'packages/msw', { ...oneAfterTheOther, ...onDatabases }),
      // The tests beside its sources run in browsers; these start processes of their own.
      project('elements', 'packages/elements', { include: ['test/**/*.test.ts'], testTimeout: 20_000 }),
      project('portal', 'examples/portal', {
        ...onDatabases,
        hookTimeout: 120_000,
        testTimeout: 60_000,
        // A busy machine may take seconds to answer for a page: a condition is waited for, not a moment.
        expect: { poll: { timeout: 15_000 } },
      }),
      project('repository', '.', { include: ['test/**/*.test.ts'] }),
    ],
  },
});
