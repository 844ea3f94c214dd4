import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// An identity provider that is another host of the site which relies on it: two sessions, one login.

const [APP, ID] = ['https://app.firm.test', 'https://id.firm.test'];
const random = new Seeded('provider of own site');
const secret = () => random.bytes(24).toString('base64url');
const FORM = 'application/x-www-form-urlencoded';
const HIDDEN = '; Path=/; HttpOnly; Secure';
const go = (url: string, more: Partial<ExchangeSpec> = {}) => exchange({ url, ...more });
const post = (url: string, body: string, more: Partial<ExchangeSpec> = {}) =>
  go(url, { method: 'POST', requestBody: readBody(FORM, body), ...more });

function told(visit: readonly Exchange[]) {
  const analysis = new Analysis();
  for (const one of visit) analysis.addExchange(one);
  const { events } = analysis.report({
    source: { kind: 'har', url: APP, dropped: 0 },
    version: '0',
  });
  const logins = events.filter(({ type }) => type === 'login');
  const cookies = analysis.credentials().filter(({ kind }) => kind === 'cookie');
  return {
    logins: logins.map(({ exchange: by }) => new URL(by!.url).pathname),
    roles: Object.fromEntries(cookies.map(({ name, role }) => [name, role])) as object,
  };
}

const PASSWORD = 'user=ada&password=x';

interface Code {
  /** What was filled in at the provider's page, and what that gave. */
  filled?: string;
  gives?: string;
  id?: string;
  method?: string;
}

/** OpenID Connect with a code. */
function byCode({ filled = 'who=ada&p=x', gives, id = ID, method = 'POST' }: Code): Exchange[] {
  const back = encodeURIComponent(`${APP}/back`);
  const asks = `${id}/authorize?client_id=app&response_type=code&redirect_uri=${back}&state=q1w2e3`;
  const returns = `${APP}/back?code=${secret()}&state=q1w2e3`;
  const answer = {
    status: 302,
    redirectUrl: returns,
    ...(gives === undefined ? {} : { gets: { 'set-cookie': gives } }),
  };
  return [
    go(`${APP}/start`, { status: 302, redirectUrl: asks }),
    go(asks),
    method === 'POST' ? post(`${id}/check`, filled, answer) : go(`${id}/check`, answer),
    go(returns, {
      status: 302,
      redirectUrl: `${APP}/`,
      gets: { 'set-cookie': `desk=${secret()}${HIDDEN}` },
    }),
    go(`${APP}/`),
  ];
}

describe('a code from another host of the site', () => {
  it('comes with the session of that host', () => {
    expect(told(byCode({ gives: `gate=${secret()}${HIDDEN}` }))).toEqual({
      logins: ['/back'],
      roles: { desk: 'session', gate: 'session' },
    });
    expect(told(byCode({ gives: `gate=${secret()}; Path=/` })).roles).toMatchObject({
      gate: 'session',
    });
  });

  it.each<[string, Code]>([
    ['it is a setting', { gives: 'gate=de; Path=/' }],
    ['nobody filled in anything', { gives: `gate=${secret()}; Path=/`, method: 'GET' }],
    ['that is another site', { gives: `gate=${secret()}; Path=/`, id: 'https://id.other.test' }],
  ])('comes with none where %s', (_, how) => {
    expect(told(byCode(how)).roles).not.toMatchObject({ gate: 'session' });
  });
});

const RESPONSE = Buffer.from(
  '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><Assertion/></samlp:Response>',
).toString('base64');

/** SAML, after a password that the provider was given. */
function bySaml(id: string, { had = secret(), next = secret(), more = [] as Exchange[] } = {}) {
  const desk = (value: string) => `desk=${value}${HIDDEN}`;
  const gives = { gets: { 'set-cookie': `gate=${secret()}${HIDDEN}` } };
  return [
    go(`${APP}/`, { status: 302, redirectUrl: `${id}/sso`, gets: { 'set-cookie': desk(had) } }),
    go(`${id}/sso`),
    post(`${id}/sso`, PASSWORD, { ...gives, responseBody: readBody('text/html', '<form></form>') }),
    ...more,
    post(`${APP}/acs`, `SAMLResponse=${encodeURIComponent(RESPONSE)}`, {
      status: 302,
      redirectUrl: `${APP}/home`,
      sends: { cookie: `desk=${had}` },
      gets: { 'set-cookie': desk(next) },
    }),
    go(`${APP}/home`, { sends: { cookie: `desk=${next}` } }),
  ];
}

describe('an assertion from another host of the site', () => {
  it('gives the host that relies on it a session, whose login was told already', () => {
    expect(told(bySaml(ID))).toEqual({
      logins: ['/sso'],
      roles: { desk: 'session', gate: 'session' },
    });
  });

  it('gives nothing where its answer left all as it was', () => {
    const had = secret();
    expect(told(bySaml(ID, { had, next: had })).roles).toMatchObject({ desk: 'other' });
  });

  it('is a login of its own where it comes from another site', () => {
    const { logins, roles } = told(bySaml('https://id.other.test'));
    expect([logins, roles]).toEqual([['/sso', '/acs'], { desk: 'session', gate: 'session' }]);
  });

  it('gives what it changes no session beside the one that its host has', () => {
    const own = secret();
    const more = [
      post(`${APP}/login`, PASSWORD, { gets: { 'set-cookie': `own=${own}${HIDDEN}` } }),
    ];
    const visit = [...more, ...bySaml(ID)];
    expect(told(visit).roles).toMatchObject({ own: 'session', desk: 'other' });
  });
});
