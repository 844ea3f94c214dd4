import type { Plugin } from 'vite';
import { buildPageScript } from './page-scripts.js';

const NAME = 'virtual:database-script';
const INPUT = 'src/capture/databases.iife.ts';

/** Hands over, as text, what the extension puts into frames to read their databases. */
export function databaseScript(): Plugin {
  return {
    name: 'database-script',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: async (id) =>
      id === `\0${NAME}` ? `export default ${JSON.stringify(await source())}` : undefined,
  };
}

async function source(): Promise<string> {
  const built = await buildPageScript(INPUT, 'databases.js', { write: false });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${INPUT} was not built`);
  return chunk.code;
}
