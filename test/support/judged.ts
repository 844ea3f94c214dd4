import type { Credential } from '../../src/engine/model.js';
import { judgeRole } from '../../src/engine/roles/role.js';
import { cookie } from './credential.js';

const NOBODY = { loginGave: false };

/** What is judged of a credential, in a context. */
export function judged(
  one: Credential,
  context: Parameters<typeof judgeRole>[1] = NOBODY,
): Credential {
  return { ...one, ...judgeRole(one, context) };
}

export const sid = (more: Partial<Credential> = {}) =>
  cookie({ identity: 'cookie:sid', name: 'sid', value: 'f3a9c1b27d5e48609a1b', ...more });
