import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { render } from '../../../src/engine/render.js';
import { signedAs } from '../../../src/engine/values/signatures/signed-request.js';
import { mechanismOf } from '../../../src/engine/verdict/mechanism.js';
import { cookie, credential, inHeader, jwt } from '../../support/credential.js';

const basic = credential({ id: 'c9', role: 'basic', format: 'basic', ...inHeader });

const signing = credential({
  role: 'api-key',
  scheme: 'hawk',
  value: signedAs({ scheme: 'hawk', keyId: 'k1' }),
  ...inHeader,
});

describe('how a site recognises its users', () => {
  it.each<[string, Credential[], string, string]>([
    [
      'a password in a header of its own',
      [credential({ role: 'api-key', name: 'password', scheme: 'password', ...inHeader })],
      'api-key',
      'A password itself goes with requests, as password (header)',
    ],
    [
      'a key that signs requests and is not sent',
      [signing],
      'api-key',
      'signed with a key that is not sent (hawk)',
    ],
    [
      'a session beside requests that are signed',
      [signing, cookie({ id: 'c2' })],
      'session-cookie',
      'sid',
    ],
    [
      'what a header does not call a password in full',
      [credential({ role: 'api-key', name: 'x-pass', scheme: 'password', ...inHeader })],
      'api-key',
      'an API key (x-pass)',
    ],
    [
      'Basic beside a token',
      [jwt({}, inHeader), basic],
      'basic',
      'with nearly every request (HTTP Basic)',
    ],
    [
      'Basic beside a cookie that came with it',
      [cookie({ role: 'session', name: 'sid' }), basic],
      'basic',
      'with nearly every request',
    ],
    [
      'Basic as the gate of an application with a form',
      [
        cookie({
          role: 'session',
          name: 'sid',
          behaviour: { issuedAtLogin: { id: 'form', method: 'POST', url: '/login', status: 302 } },
        }),
        basic,
      ],
      'session-cookie',
      'cookie sid',
    ],
    ['Digest', [{ ...basic, scheme: 'digest' }], 'basic', '(HTTP Digest)'],
    [
      'an API key that was never sent',
      [credential({ role: 'api-key', name: 'k' })],
      'api-key',
      'An API key (k) was seen, and no request with it',
    ],
  ])('%s', (_what, credentials, mechanism, words) => {
    const told = mechanismOf(credentials);
    expect(told.mechanism).toBe(mechanism);
    expect(render(told.sentence)).toContain(words);
  });

  it('lets a password that went with some requests alone stand back', () => {
    const visit = { isEverywhere: () => false };
    expect(mechanismOf([jwt({}, inHeader), basic], visit).mechanism).toBe('bearer-token');
    const told = mechanismOf([basic], visit);
    expect(told.mechanism).toBe('basic');
    expect(render(told.sentence)).toContain('with some requests');
  });
});
