import fc from 'fast-check';
import { MemoryJar } from '../test/support/memory-jar.js';
import { BrowserJar, type BrowserAnswer } from './browser-jar.js';
import { anyCase, type Case } from './any-line.js';
import { type Outcome, unlessEqual } from './data-set.js';

const RUNS = 600;
/** Chosen once: a run can be repeated. `--seed` asks for another. */
export const SEED = 6265;

/** Predicts what the browser on this machine does with hundreds of made-up lines, and asks it. */
export async function browserCookies(seed: number): Promise<Outcome> {
  const browser = await BrowserJar.open();
  if (!browser)
    return {
      total: 0,
      misses: [],
      figures: ['no Chrome, Chromium, Edge or Brave on this machine'],
    };
  try {
    const cases = fc
      .sample(anyCase, { numRuns: RUNS, seed })
      .sort((a, b) => a.topUrl.localeCompare(b.topUrl));
    const misses: string[] = [];
    let shown = '';
    for (const one of cases) {
      if (one.topUrl !== shown) await browser.visit(one.topUrl);
      shown = one.topUrl;
      const now = Date.now();
      const miss = unlessEqual(
        abridged(one),
        heard(await browser.set(one.line, one.url), now),
        predicted(one, now),
      );
      if (miss !== undefined) misses.push(miss);
    }
    return {
      total: cases.length,
      misses,
      figures: [`asked ${await browser.version()}, seed ${seed}`],
    };
  } finally {
    await browser.close();
  }
}

/** A case that can be read: long runs of one letter are counted. */
function abridged(one: Case): string {
  return JSON.stringify(one).replace(
    /(.)\1{50,}/g,
    (run, letter: string) => `${letter}{${run.length}}`,
  );
}

function predicted({ line, url, topUrl }: Case, now: number): unknown {
  const jar = new MemoryJar();
  const { chrome } = jar.set(line, { url, topUrl }, now);
  return {
    blocked: chrome.map(plain),
    jar: jar.all(now).map((cookie) => ({
      name: cookie.name,
      value: cookie.value,
      domain: `${cookie.hostOnly ? '' : '.'}${cookie.domain}`,
      path: cookie.path,
      secure: cookie.secure,
      httpOnly: cookie.httpOnly,
      sameSite: cookie.sameSite,
      partitioned: cookie.partitioned,
      minutes: minutes(cookie.expiresAt, now),
    })),
  };
}

function heard({ blocked, jar }: BrowserAnswer, now: number): unknown {
  return {
    blocked: blocked.map(plain),
    jar: jar.map((cookie) => ({
      name: cookie.name,
      value: cookie.value,
      domain: cookie.domain,
      path: cookie.path,
      secure: cookie.secure,
      httpOnly: cookie.httpOnly,
      sameSite: (cookie.sameSite ?? 'unset').toLowerCase(),
      partitioned: cookie.partitionKey !== undefined,
      minutes: minutes(cookie.session ? undefined : cookie.expires * 1000, now),
    })),
  };
}

/**
 * Newest Chromium says "Schemeful" of every cross-site reason, older ones of http against https
 * alone.
 */
function plain(reason: string): string {
  return reason.replace(/^Schemeful/, '');
}

function minutes(at: number | undefined, now: number): number | string {
  return at === undefined ? 'session' : Math.round((at - now) / 60_000);
}
