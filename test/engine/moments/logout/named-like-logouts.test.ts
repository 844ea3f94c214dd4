import { describe, expect, it } from 'vitest';
import { html, json } from '../../../support/bodies.js';
import { call, cut, gone, hex, leadsTo, logouts, post, use } from '../../../support/box-logouts.js';
import type { exchange } from '../../../support/exchange.js';

const ASKS = html('<h1>Log out?</h1><form method=post action=/logout><button>Yes</button></form>');

describe('no logout is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[]]>([
    ['a page that asks whether to', () => [use('/logout-confirm'), use('/index.php?page=home')]],
    ['a page that asks elsewhere', () => [use('/logout/confirm')]],
    ['a page that asks by a form', () => [use('/logout', { responseBody: ASKS })]],
    ['where one comes from', () => [use('/home?from=logout'), use('/home?ref=logout')]],
    ['a search for it', () => [use('/?q=logout'), use('/search?s=sign-out')]],
    ['a page about it', () => [use('/docs/logout'), use('/wiki/sign-out')]],
    ['a title of a search', () => [use('/search?title=logout')]],
    ['its script', () => [use('/static/logout.js', { type: 'other' })]],
    [
      'what an analytics service calls it',
      () => [call('/collect', { requestBody: json({ event: 'logout' }) })],
    ],
    ['a refused request that clears', () => [call('/api/cart', { status: 401, ...gone })]],
    ['a failed renewal', () => [call('/auth/refresh', { status: 401, ...gone })]],
    [
      'another device’s session',
      () => [call(`/api/sessions/${hex()}`, { method: 'DELETE', status: 204 })],
    ],
    [
      'another device’s session by its digest',
      () => [call(`/api/sessions/${hex(64)}`, { method: 'DELETE', status: 204 })],
    ],
    ['a list of logouts', () => [use('/api/logout-history', { type: 'fetch' })]],
  ])('%s', (_, steps) => {
    expect(
      logouts('/index.php?page=home', steps).filter((one) => one.startsWith('logout')),
    ).toEqual([]);
  });
});

it.each<[string, () => ReturnType<typeof exchange>[]]>([
  [
    'a session that stays for an hour more',
    () => [use('/leave', { gets: cut('Max-Age=3600'), ...leadsTo('/') })],
  ],
  [
    'a message that is shown once',
    () => [post('/account', { gets: { 'set-cookie': 'notice=saved; Max-Age=2' } })],
  ],
])('no logout is %s', (_, steps) => {
  expect(logouts('/home', steps)).toEqual([]);
});

it.each<[string, () => ReturnType<typeof exchange>[], string]>([
  [
    'what the form of that page asks for',
    () => [use('/logout', { responseBody: ASKS }), post('/logout', leadsTo('/'))],
    'logout /logout',
  ],
  [
    'a page with such a form that takes the session',
    () => [use('/logout', { responseBody: ASKS, ...gone })],
    'logout /logout',
  ],
  [
    'a page that says that it is done',
    () => [use('/bye', { responseBody: ASKS }), use('/logout', { responseBody: html('<h1>Bye') })],
    'logout /logout',
  ],
])('a logout is %s', (_, steps, told) => {
  expect(logouts('/home', steps)).toEqual([told]);
});
