// Records one variant: a process of its own, since server software likes to own its process.
import { record } from '../record/record.js';
import { writeJson } from '../record/out.js';
import { digestOf, variantStack } from './transform.js';
import { madeFile, recordingOf } from './variant.js';
import { VARIANTS } from './variants/index.js';

const variant = VARIANTS.find((one) => recordingOf(one) === process.argv[2]);
if (!variant) throw new Error(`no variant of that name: ${process.argv[2]}`);
await record(await variantStack(variant));
await writeJson(madeFile(recordingOf(variant)), digestOf(variant));
process.exit(0);
