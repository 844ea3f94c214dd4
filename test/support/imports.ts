import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { BORDERS } from './borders.js';

/** The project's files under these folders whose imports count, with `/` between folders. */
export function sourceFiles(): string[] {
  return BORDERS.flatMap(({ from }) =>
    readdirSync(from, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|mjs)$/.test(name) && !/node_modules|^borders\.test/.test(name))
      .map((name) => join(from, name).replaceAll('\\', '/')),
  );
}

const IMPORT = /(?:^|[\s;}])(?:import|export)\s*(?:[\w*{][^'";]*?from\s*)?\(?\s*['"]([^'"]+)['"]/g;

/** Every module that a text imports: static, for its effect, re-exported or dynamic. */
export function importsOf(code: string): string[] {
  return [...code.matchAll(IMPORT)].flatMap(([, specifier]) => specifier ?? []);
}

/** Path that a relative import means, with the extension that it has in the source. */
export function resolve(file: string, specifier: string): string {
  const path = posix.join(posix.dirname(file), specifier);
  return path.replace(/\.js$/, '.ts');
}
