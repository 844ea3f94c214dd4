import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** A plugin that adds to what was built: `add` is called with the folder when all else is there. */
export function afterBuild(name: string, add: (outDir: string) => Promise<void>): Plugin {
  let outDir = '';
  return {
    name,
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: { sequential: true, handler: () => add(outDir) },
  };
}
