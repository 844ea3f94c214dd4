// npm run stores: docs/stores.md and the pictures that the stores show, of the running product.
import { mkdir, writeFile } from 'node:fs/promises';
import { startDemo } from '../demo/start.js';
import { PICTURES, STORES_PAGE, storesPage } from './store-texts.js';
import { takeTour } from './tour.js';

await writeFile(STORES_PAGE, storesPage());
if (!process.argv.includes('--texts')) {
  const folder = 'docs/pictures';
  await mkdir(folder, { recursive: true });
  const demo = await startDemo();
  try {
    await takeTour(demo, folder, {
      prefix: 'store',
      // What both stores ask for.
      width: 1280,
      height: 800,
      scale: 1,
      takes: (name) => PICTURES.some((picture) => picture.name === name),
    });
  } finally {
    await demo.stop();
  }
}
