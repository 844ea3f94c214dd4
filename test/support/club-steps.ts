import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { momentsTold } from './moments-told.js';
import { Seeded } from './seeded.js';

// What comes before a login, belongs to one, or asks who is logged in already for the password
// again.

export const SITE = 'https://club.test';
const random = new Seeded('steps of a login');
export const id = () => random.base62(32);
const FORM = 'application/x-www-form-urlencoded';

export type Step = [
  method: string,
  path: string,
  more: Partial<ExchangeSpec> & { posted?: string },
];

/** A visit whose browser keeps the cookies that it is given. */
export function visit(...steps: Step[]): string[] {
  const jar = new Map<string, string>();
  const exchanges = steps.map(([method, path, { posted, ...more }]) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const line of [more.gets?.['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return exchange({
      url: SITE + path,
      method,
      ...(cookie !== '' && { sends: { cookie } }),
      ...(posted !== undefined && { requestBody: readBody(FORM, posted) }),
      ...more,
    });
  });
  return momentsTold(exchanges);
}

export const gives = (...lines: string[]) => ({ gets: { 'set-cookie': lines } });
export const to = (path: string) => ({ status: 302, redirectUrl: SITE + path });
export const hidden = (name: string) => `${name}=${id()}; Path=/; HttpOnly`;
export const gone = (name: string) => `${name}=; Path=/; Max-Age=0`;
export const login = (): Step[] => [
  ['GET', '/login', {}],
  ['POST', '/login', { posted: 'user=ada&password=x', ...to('/home'), ...gives(hidden('sx')) }],
  ['GET', '/home', {}],
];
