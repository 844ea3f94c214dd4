import { build, type InlineConfig, type Plugin } from 'vite';
import { afterBuild } from './after-build.js';

/**
 * Builds what the background puts into pages, each under the name by which it asks the browser to do
 * so: files that import nothing, named by no manifest.
 */
export function pageScripts(entries: Readonly<Record<string, string>>): Plugin {
  return afterBuild('page-scripts', async (outDir) => {
    for (const [file, input] of Object.entries(entries)) await build(configOf(input, file, outDir));
  });
}

/** Gives such a file as a text, for what puts it into pages by other means: `import text from NAME`. */
export function pageScriptText(name: string, input: string): Plugin {
  return {
    name: 'page-script-text',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const built = await build(configOf(input, name, undefined));
      const [bundle] = [built].flat();
      if (!bundle || !('output' in bundle)) throw new Error(`${input} was not built`);
      return `export default ${JSON.stringify(bundle.output[0].code)}`;
    },
  };
}

/** Without `outDir` nothing is written. */
function configOf(input: string, file: string, outDir: string | undefined): InlineConfig {
  const output = { format: 'iife' as const, entryFileNames: file };
  return {
    configFile: false,
    logLevel: 'error',
    build: {
      ...(outDir === undefined ? { write: false } : { outDir }),
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { input, output },
    },
  };
}
