import { Seeded } from './seeded.js';

// Ids, made in the ways that servers make them.

export const SEEN = Date.UTC(2026, 0, 1);
export const DIGITS = '0123456789';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const random = new Seeded('id-strength');
export const hex = (bytes: number) => random.bytes(bytes).toString('hex');

export function uuid(version: number, start = ''): string {
  const all = (start + hex(16)).slice(0, 32);
  const digits = `${all.slice(0, 12)}${version}${all.slice(13, 16)}8${all.slice(17)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function ulid(at: number): string {
  const time = Array.from({ length: 10 }, (_, place) =>
    CROCKFORD.charAt(Math.floor((SEEN + at) / 32 ** (9 - place)) % 32),
  );
  return time.join('') + random.from(CROCKFORD, 16);
}

/** `20260101000107` */
export const dated = (seconds: number) =>
  new Date(SEEN + seconds * 1000).toISOString().replace(/\D/g, '').slice(0, 14);

export const objectId = (at: number) =>
  `${(SEEN / 1000 + at * 60).toString(16)}a1b2c3d4e5` +
  `${(0x00f0a1 + at).toString(16).padStart(6, '0')}`;
