import { defineConfig } from 'vitest/config';
import { pageScriptTexts } from './scripts/page-script-texts.js';
import { FirefoxFirst } from './test/support/firefox-first.js';

// What a test waits for may take long on a busy machine; the default is a second.
const PATIENT = { poll: { timeout: 30_000 } };

// Three projects: `vitest run --project unit` needs no browser and nothing built.
export default defineConfig({
  test: {
    sequence: { sequencer: FirefoxFirst },
    tags: [{ name: 'thorough', description: 'Not in `npm test`: see test/support/thorough.ts.' }],
    projects: [
      {
        // The command that some of them run carries scripts for pages.
        plugins: [pageScriptTexts()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/firefox/**'],
          globalSetup: ['test/support/fresh-cli.ts'],
          // A module is read once for all files of a worker: that is two thirds of the time. What a
          // test puts in place of a global goes with the test.
          isolate: false,
          // As many as there are: with one less, which is the default, one of two cores would rest.
          maxWorkers: '100%',
          unstubGlobals: true,
          unstubEnvs: true,
          restoreMocks: true,
          // A test that hangs is to end; one on a busy machine is not to fail.
          expect: PATIENT,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/before-screens.ts', 'test/support/shared-profiles.ts'],
          // As above; and no process need be started for each of a hundred files.
          isolate: false,
          // Two browsers at a time: three slow each other down and gain nothing.
          maxWorkers: 2,
          expect: PATIENT,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['test/firefox/**/*.test.ts'],
          // One of the two browsers at a time: alone it would leave a core to rest.
          maxWorkers: 2,
          expect: PATIENT,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
