import { COOKIES } from './cookies.js';
import { CREDENTIALS } from './credentials.js';
import { JUDGING } from './judging.js';
import { MOMENTS } from './moments.js';
import { mutantsOf } from './mutant.js';
import { ORDER } from './order.js';
import { READING } from './reading.js';
import { ROLES } from './roles.js';
import { TELLING } from './telling.js';
import { UNNAMED } from './unnamed.js';

/** Every fault that the engine's tests are to notice. */
export const MUTANTS = mutantsOf(
  COOKIES,
  READING,
  ROLES,
  CREDENTIALS,
  UNNAMED,
  MOMENTS,
  ORDER,
  JUDGING,
  TELLING,
);
