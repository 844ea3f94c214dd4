// Watches one application live: a process of its own, since server software likes to own its
// process.
import { loadApplication } from '../applications/support/load.js';
import { type PanelIs, watch } from './watch.js';

const [name = '', panel = 'closed'] = process.argv.slice(2);
await watch(await loadApplication(name), panel as PanelIs);
process.exit(0);
