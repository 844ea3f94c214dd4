import type { BodyField, Exchange } from '../../model.js';
import { roleFacts } from '../../role-table.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { fieldName } from '../../values/names/field-name.js';
import { hintOf } from '../../values/names/name-hint.js';
import { findJwts } from '../../values/tokens/jwt.js';
import { isAccountPath } from './beside-login-words.js';
import { isAccountAct, isAccountPlace } from './account-words.js';

/**
 * True for a code that somebody typed, wherever it went, and that was given something for it: what
 * is only perhaps one must be given what stands for a user. Accounts are confirmed so, and
 * passwords set anew, by who is in by neither.
 */
export function bringsCode(exchange: Exchange, gave: readonly string[]): boolean {
  const { url, request } = exchange;
  const { sentCode } = request.body ?? {};
  if (sentCode === undefined || gave.length === 0) return false;
  const isOfAccount = isAccountAct(url) || isAccountPlace(url) || isAccountPath(url);
  return !isOfAccount && (sentCode === 'named' || givesToUser(exchange, gave));
}

/** An answer that names what it gives as a user's. */
export function givesToUser({ response }: Exchange, gave: readonly string[]): boolean {
  return gave.length > 0 && response?.body?.fields.some(isForUser) === true;
}

function isForUser({ pointer, value }: BodyField): boolean {
  if (findJwts(value)[0] === value) return true;
  const name = fieldName(pointer);
  const role = hintOf(name)?.role;
  const isNamed = name.toLowerCase() === 'token' || (role !== undefined && roleFacts(role).logsIn);
  return isNamed && looksRandom(value);
}
