import type { Credential } from '../model.js';
import { unwrapPlain } from '../values/unwrap.js';

/** Less than that in all fits in one cookie. */
const LONG_VALUE = 200;

/** Values that are kept in cookies with numbers behind one name, in their order. */
export function inParts(credentials: readonly Credential[]): string[][] {
  const found = new Map<string, string[]>();
  for (const { kind, name, host, value } of credentials) {
    const [, stem, number] = /^(.+)[.-](\d{1,2})$/.exec(name) ?? [];
    if (kind !== 'cookie' || stem === undefined) continue;
    const parts = found.get(`${host} ${stem}`) ?? [];
    parts[Number(number)] = unwrapPlain(value);
    found.set(`${host} ${stem}`, parts);
  }
  return [...found.values()]
    .map((parts) => parts.filter((part) => part !== undefined))
    .filter((parts) => parts.length > 1 && parts.join('').length > LONG_VALUE);
}
