import type { Framework } from './framework.js';
import { JAVA } from './java.js';
import { NODE } from './node.js';
import { OTHERS } from './others.js';
import { PHP } from './php.js';
import { PYTHON } from './python.js';

/** Every framework whose settings are known. Adding one: its row in the file of its language. */
export const FRAMEWORKS: readonly Framework[] = [...NODE, ...JAVA, ...PHP, ...PYTHON, ...OTHERS];
