import type { Role } from '../../src/engine/model.js';

// Not the engine's own table: what is measured must not say what is right.

/** Whoever has one of these acts as the user. */
export const LOGS_IN: ReadonlySet<Role | undefined> = new Set<Role>([
  'session',
  'access-token',
  'refresh-token',
  'id-token',
  'remember-me',
]);

/** The same, with what stands for a person's password or for a program. */
export const IDENTIFIES: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  ...LOGS_IN,
  'basic',
  'api-key',
]);
