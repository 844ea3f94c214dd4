import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { exchange } from './exchange.js';
import { Seeded } from './seeded.js';

// A login gives several cookies, of which mostly one stands for the user.

export const SITE = 'https://desk.test';
export const FORM = 'application/x-www-form-urlencoded';
const random = new Seeded('given together');
export const hex = (bytes = 16) => random.bytes(bytes).toString('hex');
export const HIDDEN = '; Path=/; HttpOnly; Secure';
export const MONTH = '; Max-Age=2592000';

/**
 * Roles after a visit to the login's page, whose answer sets these, the login and two pages more.
 */
export function rolesOf(
  given: readonly string[],
  before: readonly string[] = [],
): Record<string, string> {
  const pairs = (lines: readonly string[]) => lines.map((line) => line.split(';', 1)[0]!);
  const jar = new Map(
    [...pairs(before), ...pairs(given)].map((pair) => [pair.split('=')[0], pair]),
  );
  const cookie = [...jar.values()].join('; ');
  const sends = (line: string) => (line === '' ? {} : { sends: { cookie: line } });
  const exchanges = [
    exchange({ url: `${SITE}/login`, gets: { 'set-cookie': [...before] } }),
    exchange({
      url: `${SITE}/login`,
      method: 'POST',
      status: 302,
      ...sends(pairs(before).join('; ')),
      requestBody: readBody(FORM, 'user=ada&password=x'),
      redirectUrl: `${SITE}/home`,
      gets: { 'set-cookie': [...given] },
    }),
    ...['/home', '/orders'].map((path) => exchange({ url: SITE + path, ...sends(cookie) })),
  ];
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return Object.fromEntries(analysis.credentials().map(({ name, role }) => [name, role]));
}
