import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Git-ignored: recordings hold the secrets of servers that live for seconds. */
export const OUT = join(dirname(fileURLToPath(import.meta.url)), '../../out/accuracy');
