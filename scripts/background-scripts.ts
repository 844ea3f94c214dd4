import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { READING_FILES } from '../src/background/start/reading-files.js';
import { afterBuild } from './after-build.js';
import { inAscii, OPTIMIZATION } from './bundling.js';

/** What is evaluated when the background starts. */
const WORKER = 'background.js';
/** Where the files are that it evaluates later (`load-part.ts`). */
const READING = 'reading';

const RUNTIME: (typeof READING_FILES)[number] = 'rolldown-runtime';

/**
 * Which modules are in which of them, by the floors of the engine: each takes from those before it.
 */
const GROUPS: [name: (typeof READING_FILES)[number], test: RegExp][] = [
  ['sites', /tldts|@noble|native-browser/],
  ['values', /src\/engine\/([\w-]+\.ts|normalize|values|cookies|places)/],
  ['credentials', /src\/engine\/(roles|flows|credentials|moments|trail)/],
  ['rules', /src\/engine\/(known\.ts|rules|remedies)/],
];

/**
 * Builds the background on its own, as classic scripts that import nothing: a worker that is a
 * module could evaluate nothing later. Built together with the pages it would share chunks with
 * them, and every chunk lengthens a worker's cold start.
 */
export function backgroundScripts(
  entries: { worker: string; reading: string },
  target: 'chrome' | 'firefox',
): Plugin {
  return afterBuild('background-scripts', async (outDir) => {
    await buildWorker(entries.worker, outDir);
    await buildReading(entries.reading, join(outDir, READING));
    await nameWorker(join(outDir, 'manifest.json'), target);
  });
}

type Output = Rolldown.OutputOptions;

/** The browsers' own functions answer with promises. */
const NATIVE = {
  'webextension-polyfill': fileURLToPath(new URL('native-browser.ts', import.meta.url)),
};

function configOf(input: string, output: Output, build_: InlineConfig['build']): InlineConfig {
  return {
    configFile: false,
    logLevel: 'error',
    resolve: { alias: NATIVE },
    build: {
      ...build_,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      rollupOptions: {
        input,
        // The list of public suffixes is left out where nothing asks for it.
        treeshake: { moduleSideEffects: (id) => !id.includes('/tldts') },
        optimization: OPTIMIZATION,
        output,
      },
    },
  };
}

async function buildWorker(entry: string, outDir: string): Promise<void> {
  const output: Output = { format: 'iife', codeSplitting: false, entryFileNames: WORKER };
  await build(configOf(entry, output, { outDir }));
  const file = join(outDir, WORKER);
  await writeFile(file, inAscii(await readFile(file, 'utf8')));
}

async function buildReading(entry: string, outDir: string): Promise<void> {
  const groups = GROUPS.map(([name, test], at) => ({ name, test, priority: GROUPS.length - at }));
  const output: Output = {
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups },
  };
  const built = (await build(
    configOf(entry, output, { write: false }),
  )) as Rolldown.RolldownOutput[];
  const chunks = [built].flat().flatMap((one) => one.output);
  const codes = new Map(chunks.map((one) => [one.name, 'code' in one ? one.code : '']));
  // Only modules that are no ES modules need it, and there may be none.
  if (!codes.has(RUNTIME)) codes.set(RUNTIME, '');
  if ([...codes.keys()].toSorted().join() !== [...READING_FILES].toSorted().join())
    throw new Error(`The part that reads became ${[...codes.keys()].join()}`);
  await mkdir(outDir, { recursive: true });
  for (const [name, code] of codes)
    await writeFile(
      join(outDir, `${name}.js`),
      `(globalThis.credtrailFiles??={})['${name}']=(function(require,exports){${inAscii(code)}\n});\n`,
    );
}

/**
 * Chromium runs a service worker, Firefox an event page; each ignores or refuses the other's key.
 */
async function nameWorker(manifestFile: string, target: 'chrome' | 'firefox'): Promise<void> {
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
  const where = target === 'firefox' ? { scripts: [WORKER] } : { service_worker: WORKER };
  const next = { ...manifest, background: where };
  await writeFile(manifestFile, `${JSON.stringify(next, null, 2)}\n`);
}
