import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const WORKER = 'background.js';

/**
 * Builds the background on its own, as one file that imports nothing. Built together with the
 * pages it would share chunks with them, and every chunk lengthens a worker's cold start.
 */
export function oneFileWorker(entry: string, target: 'chrome' | 'firefox'): Plugin {
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
        await buildWorker(entry, outDir);
        await nameWorker(join(outDir, 'manifest.json'), target);
      },
    },
  };
}

async function buildWorker(entry: string, outDir: string): Promise<void> {
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
        output: { format: 'es', codeSplitting: false, entryFileNames: WORKER },
      },
    },
  });
}

/** Chromium runs a service worker, Firefox an event page; each ignores or refuses the other's key. */
async function nameWorker(manifestFile: string, target: 'chrome' | 'firefox'): Promise<void> {
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
  const where = target === 'firefox' ? { scripts: [WORKER] } : { service_worker: WORKER };
  const background = { ...where, type: 'module' };
  await writeFile(manifestFile, `${JSON.stringify({ ...manifest, background }, null, 2)}\n`);
}
