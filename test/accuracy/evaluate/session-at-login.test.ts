import { describe, expect, it } from 'vitest';
import type { HarEntry } from '../../../accuracy/evaluate/inventory.js';
import { sessionsAtLogins } from '../../../accuracy/evaluate/session-at-login.js';
import { USER } from '../../../accuracy/support/site.js';
import type { Label } from '../../../accuracy/support/stack.js';
import { entries, type Request } from '../../support/accuracy-entry.js';

const SESSION: Label = { carrier: 'cookie', name: 'sid', role: 'session' };
const SIGNATURE: Label = { carrier: 'cookie', name: 'sid.sig', role: ['session', 'other'] };
const LOGIN: Request = {
  step: 'login',
  url: 'http://shop.test/login',
  body: `name=ada&password=${encodeURIComponent(USER.password)}`,
};
const USE: Request = { step: 'use', url: 'http://shop.test/account' };

const seen = (recording: HarEntry[], ...labels: Label[]) =>
  sessionsAtLogins(recording, [SESSION, ...labels]).map(({ name, rotation, step, chain }) => ({
    name,
    rotation,
    step,
    chain,
  }));

describe('sessionsAtLogins', () => {
  it('compares what the jar held when the login left with what it held for the next request', () => {
    const at = (before: string | undefined, after: string) =>
      seen(
        entries(
          { ...LOGIN, held: before === undefined ? {} : { sid: before } },
          { ...USE, held: { sid: after } },
        ),
      ).map(({ rotation }) => rotation);
    expect(at('a', 'b')).toEqual(['rotated']);
    expect(at('a', 'a')).toEqual(['not rotated']);
    expect(at(undefined, 'a')).toEqual(['no session before']);
    expect(at('', 'a')).toEqual(['no session before']);
  });

  it('takes the redirects after a login for its answer, and a request between them for none', () => {
    const recording = entries(
      { ...LOGIN, held: { sid: 'a' }, redirectURL: '/done' },
      { step: 'login', url: 'http://shop.test/beacon', held: { sid: 'a' } },
      { step: 'login', url: 'http://shop.test/done', held: { sid: 'a' } },
      { ...USE, held: { sid: 'b' } },
    );
    expect(seen(recording)).toEqual([
      { name: 'sid', rotation: 'rotated', step: 'login', chain: [0, 2] },
    ]);
  });

  it('passes over a request that left before the login was answered', () => {
    const recording = entries(
      { ...LOGIN, held: { sid: 'a' }, time: 1_500 },
      { ...USE, held: { sid: 'a' } },
      { ...USE, held: { sid: 'b' } },
    );
    expect(seen(recording)).toMatchObject([{ rotation: 'rotated' }]);
  });

  it('takes the answer of a provider for the login of a site that asks for no password itself', () => {
    const recording = entries(
      { ...LOGIN, url: 'http://idp.test/login', held: {} },
      { step: 'login', url: 'http://shop.test/callback?code=1&state=2', held: { sid: 'a' } },
      { ...USE, held: { sid: 'b' } },
      {
        step: 'login-2',
        url: 'http://shop.test/callback',
        body: 'id_token=1&state=2',
        held: { sid: 'b' },
      },
      { ...USE, step: 'login-2', held: { sid: 'b' } },
    );
    expect(seen(recording)).toMatchObject([
      { step: 'login', rotation: 'rotated', chain: [1] },
      { step: 'login-2', rotation: 'not rotated', chain: [3] },
    ]);
  });

  it('asks nothing of what may be no session, of what is gone after the login, and outside of logins', () => {
    const recording = entries(
      { ...LOGIN, step: 'use', held: { sid: 'a' } },
      { ...LOGIN, held: { sid: 'a', 'sid.sig': 'a', lang: 'en' } },
      { ...USE, held: { 'sid.sig': 'b', lang: 'de' } },
    );
    expect(seen(recording, SIGNATURE)).toEqual([]);
  });

  it('refuses a recording that does not say what the jar held', () => {
    expect(() => seen(entries(LOGIN))).toThrow('--fresh');
  });
});
