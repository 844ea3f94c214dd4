import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/** What is evaluated when the background starts, and what it evaluates later (`load-part.ts`). */
const WORKER = 'background.js';
const READING = 'reading.js';

/**
 * Builds the background on its own, as two classic scripts that import nothing: a worker that is a
 * module could evaluate nothing later. Built together with the pages it would share chunks with them,
 * and every chunk lengthens a worker's cold start.
 */
export function oneFileWorker(
  entries: { worker: string; reading: string },
  target: 'chrome' | 'firefox',
): Plugin {
  let outDir = '';
  return {
    name: 'one-file-worker',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      async handler() {
        await buildScript(entries.worker, outDir, WORKER);
        await buildScript(entries.reading, outDir, READING);
        await nameWorker(join(outDir, 'manifest.json'), target);
      },
    },
  };
}

async function buildScript(entry: string, outDir: string, file: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      rollupOptions: {
        input: entry,
        // Its list of public suffixes is left out where nothing asks for it.
        treeshake: { moduleSideEffects: (id) => !id.includes('/tldts') },
        output: { format: 'iife', codeSplitting: false, entryFileNames: file },
      },
    },
  });
}

/** Chromium runs a service worker, Firefox an event page; each ignores or refuses the other's key. */
async function nameWorker(manifestFile: string, target: 'chrome' | 'firefox'): Promise<void> {
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
  const where = target === 'firefox' ? { scripts: [WORKER] } : { service_worker: WORKER };
  const next = { ...manifest, background: where };
  await writeFile(manifestFile, `${JSON.stringify(next, null, 2)}\n`);
}
