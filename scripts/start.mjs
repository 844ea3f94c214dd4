// @ts-check
// npm start [-- URL] [-- --headless]: prepares everything, then runs start.ts.
import { ensureBrowser } from './ensure-browser.mjs';
import { build, mainOf, prepare } from './prepare.mjs';

await mainOf(async () => {
  prepare();
  const browser = await ensureBrowser();
  build('chrome');
  const { tsImport } = await import('tsx/esm/api');
  const { start } = await tsImport('./start.ts', import.meta.url);
  await start(process.argv.slice(2), browser);
});
