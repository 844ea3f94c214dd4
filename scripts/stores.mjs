// @ts-check
// npm run stores [-- --texts]: prepares everything, then runs stores.ts; --texts takes no pictures.
import { ensureBrowser } from './ensure-browser.mjs';
import { build, mainOf, prepare } from './prepare.mjs';

await mainOf(async () => {
  prepare();
  if (!process.argv.includes('--texts')) {
    await ensureBrowser();
    build('chrome');
  }
  const { tsImport } = await import('tsx/esm/api');
  await tsImport('./stores.ts', import.meta.url);
});
