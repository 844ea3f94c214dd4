import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/** Under this name the background asks the browser to put it into pages. */
const FILE = 'page.js';

/** Builds the script that looks at pages: one file that imports nothing, named by no manifest. */
export function pageScript(entry: string): Plugin {
  let outDir = '';
  return {
    name: 'page-script',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          logLevel: 'error',
          build: {
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: FILE } },
          },
        });
      },
    },
  };
}
