import { randomBytes } from 'node:crypto';
import type { Role } from '../../../src/engine/model.js';

/** A cookie as its maker describes it. */
export interface PartyCookie {
  name: string;
  role: Role | readonly Role[];
  days: number;
  make(): string;
}

export const hex = (bytes: number) => randomBytes(bytes).toString('hex');
export const b64 = (bytes: number) => randomBytes(bytes).toString('base64url');
export const digits = (length: number) =>
  Array.from(randomBytes(length), (byte) => String(byte % 10))
    .join('')
    .replace(/^0/, '7');
export const seconds = () => String(Math.floor(Date.now() / 1000));

/** Cookies of one role, which stay for a year. */
export function made(
  role: PartyCookie['role'],
  makers: Record<string, () => string>,
): PartyCookie[] {
  return Object.entries(makers).map(([name, make]) => ({ name, role, days: 365, make }));
}

/** Makers of cookies that are written alike. */
export function alike(names: readonly string[], make: () => string): Record<string, () => string> {
  return Object.fromEntries(names.map((name) => [name, make]));
}
