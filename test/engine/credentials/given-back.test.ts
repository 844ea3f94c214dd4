import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { form } from '../../support/flow-visit.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const random = new Seeded('given-back');
const [OLD, NEW, NEXT] = [1, 2, 3].map(() => random.bytes(16).toString('hex'));
const HOST = 'https://my.shop.test';
const FLAGS = '; Path=/; HttpOnly; Secure; SameSite=Lax';
const OF_DOMAIN = `; Domain=shop.test${FLAGS}`;

const go = (analysis: Analysis, seconds: number, cookies: readonly string[], more: object = {}) => {
  const spec: ExchangeSpec = {
    url: `${HOST}/home`,
    at: START + seconds * 1000,
    takes: 80,
    ...more,
  };
  const cookie = cookies.map((value) => `sid=${value}`).join('; ');
  analysis.addExchange(exchange({ ...spec, sends: { cookie } }));
};
const set = (value: string | undefined, flags = FLAGS) => ({
  gets: { 'set-cookie': `sid=${value}${flags}` },
});
const login = (given: object) => ({
  url: `${HOST}/signin`,
  method: 'POST',
  status: 303,
  redirectUrl: `${HOST}/home`,
  requestBody: form({ email: 'mara@example.org', password: 'Tr0ub4dor-and-3' }),
  ...given,
});

/** Somebody comes with the old one, logs in, and is sent on with these. */
const visit = (given: object, ...after: (readonly string[])[]) => {
  const analysis = new Analysis();
  go(analysis, 1, [OLD!], { url: `${HOST}/signin` });
  go(analysis, 9, [OLD!], login(given));
  after.forEach((cookies, n) => go(analysis, 10 + n, cookies));
  const { findings, sites } = analysis.report(options);
  return {
    rules: findings.map(({ ruleId }) => ruleId),
    answer: sites.flatMap(({ answers }) => answers).find(({ question }) => question === 'login'),
    cookies: analysis.credentials().filter(({ name }) => name === 'sid'),
  };
};

describe('a cookie that comes beside the one that the login seemed to give in its place', () => {
  it.each([
    ['for the host', set(NEW)],
    ['for all hosts', set(NEW, OF_DOMAIN)],
  ])('and that was given %s is no session that was kept', (_, given) => {
    const { rules, answer } = visit(given, [OLD!, NEW!], [OLD!, NEW!]);
    expect(rules).not.toContain('session-not-rotated-at-login');
    expect(rules).toContain('cookie-duplicate-name');
    expect(answer?.outcome).toBe('good');
  });

  it('is found out where only a later request has both', () => {
    const { rules } = visit(set(NEW), [NEW!], [OLD!, NEW!]);
    expect(rules).not.toContain('session-not-rotated-at-login');
    expect(rules).toContain('cookie-duplicate-name');
  });

  it('keeps what was sent before, and the other one what came after', () => {
    const { cookies } = visit(set(NEW), [OLD!, NEW!], [OLD!, NEW!]);
    const told = cookies.map(({ value, sightings, behaviour }) => ({
      value,
      sent: sightings.find(({ direction }) => direction === 'sent')?.count,
      isFromBefore: behaviour.usedAnonymously === true,
      isOfLogin: behaviour.issuedAtLogin !== undefined,
    }));
    expect(told).toContainEqual({ value: OLD, sent: 4, isFromBefore: true, isOfLogin: false });
    expect(told).toContainEqual({ value: NEW, sent: 2, isFromBefore: false, isOfLogin: true });
  });

  it('is the same after a stop', () => {
    const analysis = new Analysis();
    go(analysis, 1, [OLD!], { url: `${HOST}/signin` });
    go(analysis, 9, [OLD!], login(set(NEW)));
    const again = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    for (const one of [analysis, again]) go(one, 10, [OLD!, NEW!]);
    const told = (one: Analysis) => one.report(options).findings.map(({ ruleId }) => ruleId);
    expect(told(again)).toEqual(told(analysis));
  });
});

describe('a cookie that took the place of another', () => {
  it('is one, where the old value comes no more', () => {
    const { rules, answer, cookies } = visit(set(NEW), [NEW!], [NEW!]);
    expect(cookies).toHaveLength(1);
    expect(rules).not.toContain('cookie-duplicate-name');
    expect(answer?.outcome).toBe('good');
  });

  it('and is kept at the login is found still', () => {
    const analysis = new Analysis();
    go(analysis, 1, [OLD!], { url: `${HOST}/`, ...set(NEXT) });
    go(analysis, 9, [NEXT!], login({}));
    for (const at of [10, 11]) go(analysis, at, [NEXT!]);
    const rules = analysis.report(options).findings.map(({ ruleId }) => ruleId);
    expect(rules).toContain('session-not-rotated-at-login');
  });
});
