// @ts-check
// npm run privacy, npm run hostile: the end-to-end tests of one folder, or those of its files that
// are named.
import { ensureBrowser } from './ensure-browser.mjs';
import { build, mainOf, prepare, runTool } from './prepare.mjs';

await mainOf(async () => {
  const [folder, ...names] = process.argv.slice(2);
  const files = names.length > 0 ? names : [''];
  prepare();
  await ensureBrowser();
  build('chrome');
  const tests = files.map((name) => `test/e2e/${folder}/${name}`);
  if (!runTool('vitest', 'run', '--project', 'e2e', ...tests)) process.exitCode = 1;
});
