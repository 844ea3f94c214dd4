// Records one stack or application: a process of its own, since server software likes to own its
// process.
import { applicationNames, loadApplication } from '../applications/support/load.js';
import type { Stack } from '../support/stack.js';
import { record } from './record.js';

const name = process.argv[2] ?? '';
if (applicationNames().includes(name)) await record(await loadApplication(name));
else await record(((await import(`../stacks/${name}.ts`)) as { stack: Stack }).stack);
process.exit(0);
