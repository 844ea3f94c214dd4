import type { Page } from 'puppeteer-core';
import type { Fix } from './fix.js';
import type { Site } from './site.js';

export interface FixCase {
  /** What is wrong. */
  what: string;
  /** Rules that say so; the fix is that of the first one. */
  rules: readonly [string, ...string[]];
  site: Site;
  /** The same site as the report wants it. */
  mended: (fix: Fix) => Partial<Site>;
  /** How the site is served: https without this. */
  scheme?: 'http';
  /** Served over https afterwards, for that is what has to change. */
  movesToHttps?: true;
  /** What is found of it still, though no more than for information. */
  stays?: readonly string[];
  /** Where it is opened, above its domain. */
  below?: `${string}.`;
  logsOut?: true;
  /** DevTools is open: only it tells what stands in bodies. */
  reads?: 'bodies';
  /** At the account, logged in; `elsewhere`: origins of other sites; `https`: its own. */
  stay?: (page: Page, elsewhere: readonly string[], https: string) => Promise<unknown>;
}

export const SOUND = '__Host-sid=<value>; Path=/; Secure; HttpOnly; SameSite=Lax';
export const SOUND_IN_CLEAR = 'sid=<value>; Path=/; HttpOnly; SameSite=Lax';
