import { describe, expect, it } from 'vitest';
import { json } from '../../../support/bodies.js';
import { call, gone, logouts, use } from '../../../support/box-logouts.js';

// Servers that answer whoever logs out as they answer whoever is not known.

describe('an answer of 401', () => {
  it.each([
    ['POST', '/api/login/logout'],
    ['POST', '/logout'],
    ['POST', '/session/signout'],
    ['GET', '/users/logout'],
    ['DELETE', '/auth/session'],
  ])('is that of a logout where it takes the session: %s %s', (method, path) => {
    const told = logouts('/home', () => [call(path, { method, status: 401, ...gone })]);
    expect(told).toEqual([`logout ${path}`]);
  });

  it('is that of a logout where it says that nobody is logged in', () => {
    const responseBody = json({ message: 'You are not logged in.' });
    const out = { method: 'DELETE', status: 401, responseBody };
    expect(logouts('/home', () => [call('/auth/session', out)])).toEqual(['logout /auth/session']);
  });

  it('is none where it leaves the session', () => {
    const again = () => [call('/logout', { status: 401 }), use('/home')];
    expect(logouts('/home', again).filter((one) => one.startsWith('logout'))).toEqual([]);
  });

  it('is none at an address of something else, which turns the user out', () => {
    const told = logouts('/home', () => [call('/api/orders', { status: 401, ...gone })]);
    expect(told.filter((one) => one.startsWith('logout'))).toEqual([]);
  });

  it('is none of somebody who is out already', () => {
    const twice = () => [call('/logout', gone), call('/logout', { status: 401, ...gone })];
    expect(logouts('/home', twice)).toEqual(['logout /logout']);
  });
});
