import type { Plugin } from 'vite';
import { buildPageScript } from './page-scripts.js';

/**
 * What the command brings into pages as the extension does, by the name under which it is imported.
 */
const SCRIPTS: Readonly<Record<string, readonly [input: string, output: string]>> = {
  'virtual:database-script': ['src/capture/databases.iife.ts', 'databases.js'],
  'virtual:fetch-script': ['src/capture/fetch.iife.ts', 'fetch.js'],
};

/** Hands over, as text, what comes into frames. */
export function pageScriptTexts(): Plugin {
  return {
    name: 'page-script-texts',
    resolveId: (id) => (id in SCRIPTS ? `\0${id}` : undefined),
    load: async (id) => {
      const script = SCRIPTS[id.replace(/^\0/, '')];
      return script && `export default ${JSON.stringify(await source(...script))}`;
    },
  };
}

async function source(input: string, output: string): Promise<string> {
  const built = await buildPageScript(input, output, { write: false });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${input} was not built`);
  return chunk.code;
}
