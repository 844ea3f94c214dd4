import { build, type Plugin } from 'vite';
import { afterBuild } from './after-build.js';

/** Under this name the background asks the browser to put it into pages. */
const FILE = 'page.js';

/** Builds the script that looks at pages: one file that imports nothing, named by no manifest. */
export function pageScript(entry: string): Plugin {
  return afterBuild('page-script', async (outDir) => {
    const output = { format: 'iife', entryFileNames: FILE } as const;
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        rollupOptions: { input: entry, output },
      },
    });
  });
}
