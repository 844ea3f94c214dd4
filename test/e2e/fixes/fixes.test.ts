import { afterAll, describe, expect, it } from 'vitest';
import { testCertificate } from '../../../accuracy/support/serve.js';
import { useOwnExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';
import { CASES } from './cases.js';
import { type Fix, fixOf } from './fix.js';
import type { FixCase } from './fix-case.js';
import { type Site, Sites } from './site.js';
import { FEW_PROCESSES, foundBy, newIn, visit, type Visited } from './visit.js';

/** Other sites. A browser that knows a host over https does not ask for it over http any more. */
const OTHERS = {
  https: ['elsewhere.example', 'beside.example'],
  http: ['around.example'],
} as const;
/** One for each part of a site that is changed: its cookies, headers, sessions, pages, tokens. */
const OF_EACH_KIND = new Set([
  'cookie-missing-httponly',
  'hsts-missing',
  'session-survives-logout',
  'state-changed-by-get',
  'jwt-missing-exp',
  'token-in-local-storage',
]);
const HTTPS_FIRST = 'First serve the site over https';

/**
 * Each change that a report asks for, made by the server that it complains of: people still log in.
 */
describe('what a report says is to be changed', () => {
  let sites: Sites;
  const extension = useOwnExtension(async () => {
    sites = await Sites.start();
    for (const host of [...OTHERS.https, ...OTHERS.http]) sites.open(host, { lines: [] });
    const { spki } = await testCertificate();
    return { dock: 'undocked', hostRules: 'MAP * 127.0.0.1', spki: [spki], args: FEW_PROCESSES };
  });
  afterAll(() => sites.close());

  /** A visit to a site under a name that nobody has seen before. */
  const visited = (
    one: FixCase,
    site: Site,
    at: Pick<FixCase, 'scheme'> & { name: string; finds?: readonly string[] },
  ) => {
    const domain = `${at.name}.example`;
    const lines = site.lines.map((line) =>
      line.replace(/<domain>|(?:before|after)\d+(?:-s)?\.example/, domain),
    );
    const scheme = at.scheme ?? 'https';
    const origin = sites.open(`${one.below ?? ''}${domain}`, { ...site, lines }, scheme);
    const others = OTHERS[scheme].map((host) => sites.at(host, scheme));
    const { stay, logsOut } = one;
    return visit(extension(), origin, {
      from: one.rules.some((id) => id.includes('samesite')) ? `${others[0]}/` : undefined,
      stay: stay && ((page) => stay(page, others, sites.at(domain))),
      logsOut,
      bodies: one.reads === 'bodies',
      tries: one.rules.some((id) => id.endsWith('weak-secret')),
      finds: at.finds,
    });
  };

  /** The site as it should be; over https where http was the trouble, as the report says before. */
  const visitedAfter = async (
    one: FixCase,
    site: Site,
    { fix, name }: { fix: Fix; name: string },
  ) => {
    if (one.scheme === undefined || one.movesToHttps) return visited(one, site, { name });
    const after = await visited(one, site, { name, scheme: one.scheme });
    if (after.loggedIn) return after;
    expect(fix.warnings).toContain(HTTPS_FIRST);
    return visited(one, site, { name: `${name}-s` });
  };

  const mends = async (_: string, __: string, one: FixCase, at: number) => {
    const { scheme, rules: finds } = one;
    const before = await visited(one, one.site, { name: `before${at}`, scheme, finds });
    expect(unfound(one, before)).toEqual([]);
    const fix = fixOf(before.report, one.rules[0]);
    const site = { ...one.site, ...one.mended(fix) };
    const after = await visitedAfter(one, site, { fix, name: `after${at}` });
    expect(after.loggedIn).toBe(true);
    expect(one.rules.flatMap((id) => foundBy(after.report, id))).toEqual([]);
    expect(newIn(after.report, before.report)).toEqual([]);
  };
  const named = CASES.map((one, at) => [one.rules[0], one.what, one, at] as const);
  const isAlone = ([, , one]: (typeof named)[number]) => one.reads === 'bodies';
  const isKind = ([rule, , , at]: (typeof named)[number]) =>
    OF_EACH_KIND.has(rule) && named.findIndex(([other]) => other === rule) === at;
  const others = named.filter((each) => !isKind(each));

  it.concurrent.each(named.filter(isKind))('%s: %s', (...given) => mends(...given));
  it.concurrent.each(others.filter((each) => !isAlone(each)))('%s: %s', THOROUGH, (...given) =>
    mends(...given),
  );
  // DevTools does not always open, within 30 s, in a browser that opens and closes tabs meanwhile.
  it.each(others.filter(isAlone))('%s: %s', THOROUGH, (...given) => mends(...given));
});

function unfound({ rules }: FixCase, { report }: Visited): string[] {
  return rules.filter((id) => foundBy(report, id).length === 0);
}
