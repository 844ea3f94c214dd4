// @ts-check
// npm run package [-- --release] [-- --lint]: builds both extensions and makes the zips for the
// stores. --release refuses a version without a date in the changelog, --lint asks web-ext.
import { build, mainOf, prepare } from './prepare.mjs';

await mainOf(async () => {
  const unknown = process.argv.slice(2).find((word) => word !== '--release' && word !== '--lint');
  if (unknown) throw new Error(`unknown option ${unknown}; there are --release and --lint.`);
  prepare();
  build('chrome');
  build('firefox');
  const { tsImport } = await import('tsx/esm/api');
  const { lintFirefox, makePackages } = await tsImport('./package.ts', import.meta.url);
  if (process.argv.includes('--lint')) lintFirefox();
  makePackages(process.argv.includes('--release'));
});
