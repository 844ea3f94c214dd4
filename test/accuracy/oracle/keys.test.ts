import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Label } from '../../../accuracy/support/stack.js';
import { expectedFindings } from '../../../accuracy/oracle/index.js';
import { seenOf } from '../../../accuracy/oracle/seen.js';
import { entries, type Request } from '../../support/accuracy-entry.js';
import { SITE, answer, ID } from './asked-rule.js';

describe('keys', () => {
  const KEY = `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`;
  const label: Label = { carrier: 'header', name: 'authorization', role: 'api-key' };
  const call = (url: string, key: string): Request => ({
    step: 'use',
    url,
    sends: { Authorization: `Bearer ${key}` },
  });
  it.each<[string, Request, string]>([
    ['a secret key for a service', call('https://api.pay.test/', KEY), 'asked'],
    [
      'a key that is made for pages',
      call('https://api.pay.test/', KEY.replace('sk', 'pk')),
      'forbidden',
    ],
  ])('api-key-exposed of %s', (_what, request, expected) => {
    const own: Request[] = [{ step: 'anonymous', url: SITE }, request].map((one, at) => ({
      ...one,
      type: at === 0 ? 'document' : 'xhr',
    }));
    expect(answer('api-key-exposed', own, [label])).toBe(expected);
  });

  const macOf = (secret: string) => createHmac('sha256', secret).update(ID).digest('base64');
  const signed = (secret: string) =>
    `s%3A${ID}.${encodeURIComponent(macOf(secret).replace(/=+$/, ''))}`;
  it.each<[string, string, string]>([
    ['a secret that everybody knows', signed('secret'), 'asked'],
    ['one that nobody knows', signed(ID), 'open'],
    ['an id alone', ID, 'forbidden'],
  ])('session-weak-secret of %s', (_what, value, expected) => {
    const request: Request = { step: 'login', url: SITE, sets: [`sid=${value}; Path=/`] };
    expect(answer('session-weak-secret', [request])).toBe(expected);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['two days', { expires_in: 172_800 }, 'asked'],
    ['an hour', { expires_in: 3_600 }, 'forbidden'],
    ['a word of its own', { expiry: 172_800 }, 'open'],
    ['nothing', {}, 'forbidden'],
  ])('token-lifetime-too-long of %s', (_what, beside, expected) => {
    const request: Request = {
      step: 'login',
      url: `${SITE}/token`,
      mimeType: 'application/json',
      text: JSON.stringify({ data: { access_token: ID, ...beside } }),
    };
    const token: Label = { carrier: 'body', name: '/data/access_token', role: 'access-token' };
    expect(answer('token-lifetime-too-long', [request], [token])).toBe(expected);
  });

  it.each<[string, object, string]>([
    ['a word of its own in a message', { tokenExpires: 172_800 }, 'open'],
    ['a message without one', {}, 'forbidden'],
  ])('token-lifetime-too-long of %s', (_what, beside, expected) => {
    const data = JSON.stringify({ result: { token: ID, ...beside } });
    const [socket] = entries({ step: 'login', url: `${SITE}/socket` });
    const localStorage = [{ name: 'token', value: ID }];
    const state = { origin: SITE, localStorage, sessionStorage: [], indexedDB: [] };
    const token: Label = { carrier: 'localStorage', name: 'token', role: 'access-token' };
    const seen = seenOf([token], {
      entries: [{ ...socket!, _webSocketMessages: [{ type: 'receive', data }] }],
      states: { 'after-login-2': { cookies: [], origins: [state] } },
    });
    const found = expectedFindings(seen).find(({ ruleId }) => ruleId === 'token-lifetime-too-long');
    expect(found?.answer ?? 'forbidden').toBe(expected);
  });
});
