import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** The one account that both shops know. */
export const DEMO_USER = {
  name: 'ada',
  password: 'correct horse',
  fullName: 'Ada Lovelace',
} as const;

const salt = randomBytes(16);
const stored = hash(DEMO_USER.password);

/** True for the demo account's name and password; takes the same time for a wrong name. */
export function passwordMatches(name: unknown, password: unknown): boolean {
  const given = hash(typeof password === 'string' ? password : '');
  return timingSafeEqual(given, stored) && name === DEMO_USER.name;
}

function hash(password: string): Buffer {
  return scryptSync(password, salt, 32);
}
