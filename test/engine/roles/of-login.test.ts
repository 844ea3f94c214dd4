import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { givenAtLogin } from '../../../src/engine/roles/of-login.js';
import { render } from '../../../src/engine/render.js';
import { cookie, credential, exchange, sighting, T0 } from '../../support/credential.js';

const login = exchange({ id: 'login', method: 'POST', url: 'https://shop.example/login' });
const next = exchange({ id: 'next', url: 'https://shop.example/callback' });
const received = (by: typeof login, last = by) =>
  credential({
    sightings: [sighting({ direction: 'received', firstExchange: by, lastExchange: last })],
  });
const rotated = (by: typeof login) =>
  cookie({
    cookie: { setBy: next, diagnoses: [] },
    life: [{ type: 'rotated', at: T0, lastAt: T0, count: 1, exchange: by }],
  });

describe('what a login gave', () => {
  const SET: [string, Credential][] = [
    ['the cookie that its answer set', cookie({ cookie: { setBy: login, diagnoses: [] } })],
    ['the cookie that answers wrote anew since', rotated(login)],
    ['the token in its body', received(login)],
    ['the token that it gave again', received(next, login)],
  ];
  it.each(SET)('is %s', (_, one) => {
    expect(render(givenAtLogin(one, login))).toBe('set by the response to the login POST /login');
  });

  const CAME: [string, Credential][] = [
    ['a redirect after it set', rotated(next)],
    ['another answer had in its body', received(next)],
    ['no answer that was seen had', credential()],
    ['it was only sent with', credential({ sightings: [sighting({ firstExchange: login })] })],
  ];
  it.each(CAME)('came with it where %s', (_, one) => {
    expect(render(givenAtLogin(one, login))).toBe('came with the login POST /login');
  });
});
