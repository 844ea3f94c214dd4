import { describe, expect, it } from 'vitest';
import type { AfterLogout, Exchange } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import {
  api,
  go,
  json,
  login,
  logout,
  old,
  page,
  sends,
  SITE,
  startAgain,
  toLogin,
  words,
} from '../../../support/shown-again.js';

const FORM = readBody('text/html', '<form><input name=n><input type=password name=p></form>');
const ask = (operationName: string, responseBody: Exchange['response'], more = {}) =>
  go('/graphql', {
    method: 'POST',
    type: 'fetch',
    requestBody: json({ operationName, query: `query ${operationName} { x { y } }` }),
    ...(responseBody?.body && { responseBody: responseBody.body }),
    ...more,
  });
const body = (value: object) => ({ status: 200, headers: [], body: json(value) });
const me = body({ data: { me: { name: 'Ada', orders: [1, 2, 3] } } });
const denied = body({ data: null, errors: [{ message: 'Not authenticated' }] });

describe('who is turned away', () => {
  it.each<[string, () => Exchange[], (keyof AfterLogout)[]]>([
    [
      'by a form for a password where there was none',
      () => [
        login(),
        page('/home', { sends }),
        logout(),
        go('/home', { sends, responseBody: FORM }),
      ],
      ['refused'],
    ],
    [
      'not by a form that was there before',
      () => {
        const asks = { sends, responseBody: FORM };
        return [login(), go('/settings', asks), logout(), go('/settings', asks)];
      },
      [],
    ],
    [
      'where a script asks for the session',
      () => [
        api('/api/session', { status: 401 }),
        login(),
        api('/api/session', { sends }),
        logout(),
        api('/api/session', { sends }),
      ],
      ['accepted'],
    ],
    [
      'not by a wrong password for a session',
      () => [
        api('/api/session', { method: 'POST', status: 401 }),
        login(),
        api('/api/session', { sends }),
        logout(),
        api('/api/session', { sends }),
      ],
      ['answered', 'shownAgain'],
    ],
    [
      'by GraphQL, whatever the status is',
      () => [login(), ask('Me', me, { sends }), logout(), ask('Me', denied, { sends })],
      ['refused'],
    ],
    [
      'not by GraphQL that answers as it did before',
      () => [
        ask('Me', denied),
        login(),
        ask('Me', me, { sends }),
        logout(),
        ask('Me', me, { sends }),
      ],
      ['accepted'],
    ],
    [
      'in another operation at the same address',
      () => [
        ask('Me', denied),
        login(),
        ask('Me', me, { sends }),
        ask('Goods', body({ data: { goods: [1] } })),
        logout(),
        ask('Goods', body({ data: { goods: [1] } }), { sends }),
      ],
      ['answered'],
    ],
  ])('%s', (_what, steps, said) => {
    startAgain();
    expect(words(steps())).toEqual(said);
  });

  it('is the page of an address that has the session in its path', () => {
    startAgain();
    const url = (path: string) => `${path};jsessionid=${old.toUpperCase()}`;
    const given = login();
    const steps = [
      { ...given, redirectUrl: SITE + url('/home'), response: { status: 302, headers: [] } },
      page(url('/home')),
      page(url('/orders')),
      go(url('/logout'), { status: 302, redirectUrl: `${SITE}/bye` }),
      go('/home', toLogin),
      page(url('/home')),
    ];
    expect(words(steps, 'jsessionid')).toEqual(['accepted']);
  });
});
