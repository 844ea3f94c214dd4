// @ts-check
// npm run pictures: prepares everything, then runs pictures.ts.
import { ensureBrowser } from './ensure-browser.mjs';
import { build, mainOf, prepare } from './prepare.mjs';

await mainOf(async () => {
  prepare();
  await ensureBrowser();
  build('chrome');
  const { tsImport } = await import('tsx/esm/api');
  await tsImport('./pictures.ts', import.meta.url);
});
