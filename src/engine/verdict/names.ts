import type { Credential } from '../model.js';
import type { Told } from '../text.js';
import { tellList, tellName } from '../values/redact.js';

const MOST_NAMES = 3;

/** Names of credentials, each once. */
export function namesOf(credentials: readonly Pick<Credential, 'name'>[]): Told {
  const names = [...new Set(credentials.map(({ name }) => name))];
  return tellList(
    names.map((name) => tellName(name)),
    MOST_NAMES,
  );
}
