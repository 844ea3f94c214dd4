// Records one stack: a process of its own, since server software likes to own its process.
import type { Stack } from '../support/stack.js';
import { record } from './record.js';

const name = process.argv[2] ?? '';
const { stack } = (await import(`../stacks/${name}.ts`)) as { stack: Stack };
await record(stack);
process.exit(0);
