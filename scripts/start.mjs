// @ts-check
// npm start [-- URL] [-- --headless]: prepares everything, then runs start.ts.
import { ensureBrowser } from './ensure-browser.mjs';
import { buildWhereStale, mainOf, prepare } from './prepare.mjs';

await mainOf(async () => {
  prepare();
  const { tsImport } = await import('tsx/esm/api');
  const { readArguments, start } = await tsImport('./start.ts', import.meta.url);
  const wanted = readArguments(process.argv.slice(2), process.env);
  const browser = await ensureBrowser();
  buildWhereStale('chrome');
  await start(wanted, browser);
});
