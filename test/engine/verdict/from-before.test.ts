import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://box.test';
const random = new Seeded('from before');
const hex = () => random.bytes(16).toString('hex');

/** The verdict on a site to which a browser brings this. */
function verdictOn(cookie: string, gets: Record<string, string> = {}): [string, string] {
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: `${SITE}/`, sends: { cookie }, gets }));
  analysis.addExchange(exchange({ url: `${SITE}/list`, sends: { cookie } }));
  const [site] = analysis.report(options).sites;
  return [site!.mechanism, site!.sentence];
}

describe('a cookie that came along from before', () => {
  it.each([
    ['a random value', `photos=${hex()}`, 'photos'],
    ['a session by its name, whatever its value', 'sid=225725', 'sid'],
    ['several of them', `a=${hex()}; b=${hex()}; c=${hex()}; d=${hex()}`, 'a, b, c +1'],
  ])('may stand for somebody: %s', (_, cookie, names) => {
    const [mechanism, sentence] = verdictOn(cookie);
    expect(mechanism).toBe('none');
    expect(sentence).toContain(`No login was seen, but ${names} came along from before`);
  });

  it.each([
    ['a choice', 'theme=dark'],
    ['a name of something else', `device_id=${hex()}`],
    ['a flag', 'seen=1'],
  ])('stands for nobody where it is %s', (_, cookie) => {
    expect(verdictOn(cookie)[1]).not.toContain('came along');
  });

  it.each([
    ['told where only an answer can have given it', true],
    ['not told where a script can have made it', false],
  ])('is %s to the jar', (_, httpOnly) => {
    const value = hex();
    const kept = {
      name: 'photos',
      value,
      domain: 'box.test',
      path: '/',
      hostOnly: true,
      httpOnly,
      partitioned: false,
    };
    const expires = { persistent: true, expiresAt: START + 90 * 86_400_000 };
    const analysis = new Analysis();
    analysis.addSnapshot({
      kind: 'jar',
      at: START,
      site: SITE,
      cookies: [{ ...kept, ...expires }],
    });
    analysis.addExchange(exchange({ url: `${SITE}/`, sends: { cookie: `photos=${value}` } }));
    const [site] = analysis.report(options).sites;
    expect(site!.sentence.includes('but photos came along')).toBe(httpOnly);
  });

  it.each<[string, string, string | undefined, boolean]>([
    ['is none where a request went there without it before', '/app/list', undefined, false],
    ['may be one where that was in another directory', '/list', undefined, true],
    ['may be one where that came from another site', '/app/list', 'https://other.test/', true],
  ])('%s', (_how, path, topUrl, cameAlong) => {
    const asks = { type: 'fetch', topUrl: topUrl ?? `${SITE}/app/` } as const;
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${SITE}/rpc/go`, method: 'POST', type: 'fetch' }));
    analysis.addExchange(exchange({ url: SITE + path, ...asks }));
    const sends = { cookie: `photos=${hex()}` };
    analysis.addExchange(exchange({ url: `${SITE}/app/more`, sends }));
    const [site] = analysis.report(options).sites;
    expect(site!.sentence.includes('but photos came along')).toBe(cameAlong);
  });

  it('is none where the site was seen to give it', () => {
    const value = hex();
    const gets = { 'set-cookie': `photos=${value}; Path=/` };
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${SITE}/`, gets }));
    analysis.addExchange(exchange({ url: `${SITE}/a`, sends: { cookie: `photos=${value}` } }));
    const [site] = analysis.report(options).sites;
    expect(site!.sentence).not.toContain('came along');
  });
});
