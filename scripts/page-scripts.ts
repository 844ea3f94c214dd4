import { build, type Plugin } from 'vite';
import { afterBuild } from './after-build.js';

/**
 * Builds what the background puts into pages, each under the name by which it asks the browser to do
 * so: files that import nothing, named by no manifest.
 */
export function pageScripts(entries: Readonly<Record<string, string>>): Plugin {
  return afterBuild('page-scripts', async (outDir) => {
    for (const [file, input] of Object.entries(entries))
      await build({
        configFile: false,
        logLevel: 'error',
        build: {
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          rollupOptions: { input, output: { format: 'iife', entryFileNames: file } },
        },
      });
  });
}
