import { b64u } from './base64.js';
import type { Seeded } from './seeded.js';

const PASETO_MIN: Readonly<Record<string, number>> = {
  'v1.local': 80,
  'v1.public': 256,
  'v2.local': 40,
  'v2.public': 64,
  'v3.local': 80,
  'v3.public': 96,
  'v4.local': 64,
  'v4.public': 64,
};
export const PASETO_KINDS = Object.keys(PASETO_MIN);

export function anyPaseto(
  random: Seeded,
  kind = random.pick(PASETO_KINDS),
  extra = random.below(200),
): string {
  const footer = random.below(2) ? `.${b64u(JSON.stringify({ kid: random.base62(6) }))}` : '';
  return `${kind}.${b64u(random.bytes(PASETO_MIN[kind]! + extra))}${footer}`;
}
