import { build, type BuildOptions, type Plugin } from 'vite';
import { afterBuild } from './after-build.js';

/**
 * Builds what the background puts into pages, each under the name by which it asks the browser to
 * do so: files that import nothing, named by no manifest.
 */
export function pageScripts(entries: Readonly<Record<string, string>>): Plugin {
  return afterBuild('page-scripts', async (outDir) => {
    for (const [file, input] of Object.entries(entries))
      await buildPageScript(input, file, { outDir, emptyOutDir: false });
  });
}

/** Builds one file that imports nothing, to be evaluated in a page. */
export function buildPageScript(input: string, file: string, to: BuildOptions) {
  return build({
    configFile: false,
    logLevel: 'error',
    build: {
      ...to,
      copyPublicDir: false,
      rollupOptions: { input, output: { format: 'iife', entryFileNames: file } },
    },
  });
}
