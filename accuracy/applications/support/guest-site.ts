import { createHmac, randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Role } from '../../../src/engine/model.js';
import { clickThrough } from '../../support/drive.js';
import type { Label, Visit } from '../../support/stack.js';
import { read, settle } from './visitor.js';

export const hex = (bytes: number) => randomBytes(bytes).toString('hex');
export const b64 = (bytes: number) => randomBytes(bytes).toString('base64');
export const url64 = (bytes: number) => randomBytes(bytes).toString('base64url');
export const now = () => Math.floor(Date.now() / 1000);

export const TRACKED: readonly Role[] = ['tracking', 'device', 'other'];
export const GUARD: readonly Role[] = ['device', 'other', 'tracking'];
export const CHOSEN: readonly Role[] = ['preference', 'other'];
/**
 * The server remembers something of a guest under it; whether that is called a session is taste.
 */
export const GUESTS: readonly Role[] = ['session', 'device', 'other'];

/** A cookie as its maker documents it. */
export interface GuestCookie {
  role: Role | readonly Role[];
  make(): string;
  /** Attributes as the maker's server writes them; a script's own where there are none. */
  line?: string;
  /** A new value with every answer. */
  always?: true;
}
export type GuestCookies = Readonly<Record<string, GuestCookie>>;

export function cookieLabels(cookies: GuestCookies): Label[] {
  return Object.entries(cookies).map(([name, { role }]) => ({ carrier: 'cookie', name, role }));
}

/** Whatever else the pages hold and send is none of what somebody is known by. */
export function restIs(role: readonly Role[] = TRACKED): Label[] {
  return (['url', 'body', 'header', 'localStorage', 'sessionStorage', 'indexedDB'] as const).map(
    (carrier) => ({ carrier, name: /./, role: [...role, 'preference', 'consent'] }),
  );
}

/** Sets what a server sets, where the browser does not have it yet. */
export function gives(cookies: GuestCookies): RequestHandler {
  return (request, response, next) => {
    const held = `; ${request.get('cookie') ?? ''}`;
    for (const [name, { make, line, always }] of Object.entries(cookies))
      if (line !== undefined && (always || !held.includes(`; ${name}=`)))
        response.append('Set-Cookie', `${name}=${make()}; Path=/${line}`);
    next();
  };
}

/** The same for what scripts set, as a script. */
export function writes(cookies: GuestCookies): string {
  const made = Object.entries(cookies)
    .filter(([, { line }]) => line === undefined)
    .map(([name, { make }]) => [name, make()]);
  return `<script>for (const [name, value] of ${JSON.stringify(made)})
  if (!('; ' + document.cookie).includes('; ' + name + '=')) document.cookie = name + '=' + value + '; path=/; max-age=31536000; secure';</script>`;
}

/** A token of HS256 that nobody can guess the secret of. */
export function signedToken(claims: object, seconds = 3600, header: object = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const times = { iat: now(), exp: now() + seconds };
  const text = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part({ ...times, ...claims })}`;
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
}
const SECRET = randomBytes(32);

/** What a guest does on a page: fills in, presses; `leads` where another page follows. */
export interface Act {
  on: string;
  type?: Readonly<Record<string, string>>;
  press: string;
  leads?: true;
}

/** Reads, does something here and there, comes back, and reads again. */
export function strolls(paths: readonly string[], acts: readonly Act[]) {
  return async (visit: Visit): Promise<void> => {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, paths.slice(0, 2));
    await step('use');
    for (const { on, type = {}, press, leads } of acts) {
      await read(visit, [on]);
      for (const [field, text] of Object.entries(type)) await page.type(field, text);
      await (leads ? clickThrough(page, press) : page.click(press));
      await settle(visit);
      await page.reload();
      await settle(visit);
    }
    await page.goto('about:blank');
    await read(visit, paths);
  };
}
