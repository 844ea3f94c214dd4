import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { form } from '../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const random = new Seeded('visit titles');
const SITE = 'http://shop.test';
const given = (value: string) => ({ 'set-cookie': `session=${value}; Path=/` });

function titlesOf(...steps: ExchangeSpec[]): string[] {
  const analysis = new Analysis();
  for (const step of steps) analysis.addExchange(exchange(step));
  const { findings } = analysis.report(options);
  const wanted = findings.filter(({ ruleId }) =>
    /^cookie-missing-(?:httponly|samesite)/.test(ruleId),
  );
  return wanted.map(({ title }) => title.replace(/ (?:can|leaves) .*/, ''));
}

const VISIT = 'A cookie that recognises this browser';
const LOGIN = 'A cookie that logs the user in';

describe('a session', () => {
  const id = random.base62(32);
  const sends = { cookie: `session=${id}` };
  const news = { url: `${SITE}/news`, sends };
  const login = {
    url: `${SITE}/login`,
    method: 'POST',
    sends,
    requestBody: form('user=ada&password=xyzzy'),
    status: 302,
    redirectUrl: `${SITE}/`,
  };

  it('that whoever comes is given recognises a browser', () => {
    const titles = titlesOf({ url: `${SITE}/`, gets: given(id) }, news, news);
    expect(new Set(titles)).toEqual(new Set([VISIT]));
  });

  it('logs in whoever said a password', () => {
    const other = { ...login, gets: given(random.base62(32)) };
    for (const one of [login, other]) {
      const titles = titlesOf({ url: `${SITE}/`, gets: given(id) }, news, one, news);
      expect(new Set(titles)).toEqual(new Set([LOGIN]));
    }
  });

  it('may log in whoever came along with it', () => {
    const titles = titlesOf(news, { ...news, gets: given(id) }, news);
    expect(titles).not.toContain(VISIT);
    expect(titles).toContain(LOGIN);
  });
});
