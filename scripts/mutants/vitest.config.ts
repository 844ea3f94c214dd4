import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { MUTANTS } from './index.js';
import { mutate } from './mutant.js';

/** Loads one file with its fault, in place of what stands on disk: several can run at once. */
function withFault(name: string): Plugin {
  const mutant = MUTANTS.find((one) => one.name === name);
  return {
    name: 'mutant',
    enforce: 'pre',
    load(id) {
      if (relative(process.cwd(), id).replaceAll('\\', '/') !== mutant?.file) return undefined;
      return mutate(readFileSync(id, 'utf8'), mutant);
    },
  };
}

// The engine has no state of its own between tests, so that they can share one worker: much faster.
export default defineConfig({
  plugins: process.env.MUTANT ? [withFault(process.env.MUTANT)] : [],
  test: {
    include: ['test/engine/**/*.test.ts'],
    setupFiles: ['scripts/mutants/without-shrinking.ts'],
    isolate: false,
    maxWorkers: 1,
    bail: 1,
    testTimeout: 60_000,
  },
});
