// Writes the committed recording of each application named: short, with invented values.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRecorded } from '../record/read.js';
import { inventedText } from './invented-text.js';
import { KEPT } from './kept.js';

await mkdir(KEPT, { recursive: true });
for (const name of process.argv.slice(2)) {
  const recorded = await readRecorded(name);
  const text = inventedText(name, recorded);
  await writeFile(join(KEPT, `${name}.json`), `${text}\n`);
  console.log(`${name}: ${Math.round(text.length / 1024)} kB`);
}
