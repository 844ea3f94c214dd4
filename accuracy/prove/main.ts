// Proves in a visit to one stack or application: a process of its own, since server software likes
// to own its process.
import { applicationNames, loadApplication } from '../applications/support/load.js';
import { provedFile, writeJson } from '../record/out.js';
import type { DrivenStack } from '../record/drive.js';
import { prove } from './prove.js';
import type { Mode } from './scene.js';

const [name = '', mode = 'both'] = process.argv.slice(2);
const stack: DrivenStack = applicationNames().includes(name)
  ? await loadApplication(name)
  : ((await import(`../stacks/${name}.ts`)) as { stack: DrivenStack }).stack;
await writeJson(provedFile(name), await prove(stack, mode as Mode));
process.exit(0);
