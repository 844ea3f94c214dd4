import { describe, expect, it } from 'vitest';
import type { Signed } from '../../../src/engine/credentials/signed.js';
import { signedOf } from '../../../src/engine/credentials/signed.js';
import type { PageAnswer, PageRequests, PageRequestType } from '../../../src/messaging/protocol.js';
import { type Progress, tryFile, verify } from '../../../src/ui/store/secret-checks.js';
import { cookie, credential } from '../../support/credential.js';
import { jwsOf } from '../../support/jose.js';
import { SIGNERS } from '../../support/signed-values.js';

const token = jwsOf('{"alg":"HS256"}', '{"sub":"ada"}', 'word 500');
const jwt = signedOf(credential({ format: 'jwt', value: token }), new Map())!;
const { value } = SIGNERS['express-session']!('word 500');
const session = signedOf(cookie({ format: 'signed', value }), new Map())!;

/** A background that knows one credential, and what it was told. */
function backend(signed: Signed | null) {
  const told: unknown[] = [];
  return {
    told,
    async ask<T extends PageRequestType>(type: T, ask: PageRequests[T]['ask']) {
      if (type === 'addTrial') told.push(ask);
      return (type === 'getSigned' ? signed : null) as PageAnswer<T>;
    },
  };
}
const asked = (to: ReturnType<typeof backend>) => ({ backend: to, tabId: 3, credentialId: 'c1' });

const file = (count: number) =>
  new Blob([Array.from({ length: count }, (_, n) => `word ${n + 1}\n`).join('')]);
const never = new AbortController().signal;

describe('a word list', () => {
  it('is tried to the word that fits, of which the background learns the length alone', async () => {
    const own = backend(jwt);
    const told: Progress[] = [];
    const outcome = await tryFile(asked(own), file(1_000), (now) => told.push(now), never);
    expect(outcome).toEqual({ tried: 500, fits: true });
    expect(own.told).toEqual([{ tabId: 3, fingerprint: jwt.fingerprint, tried: 500, length: 8 }]);
    expect(told.every(({ share }) => share > 0 && share <= 1)).toBe(true);
    expect(told.length).toBeGreaterThan(2);
  });

  it('is tried to its end where none fits', async () => {
    const own = backend(session);
    expect(await tryFile(asked(own), file(499), () => undefined, never)).toEqual({
      tried: 499,
      fits: false,
    });
    expect(own.told).toMatchObject([{ tried: 499, length: null }]);
  });

  it('can be cancelled: then nothing is told', async () => {
    const own = backend(jwt);
    const controller = new AbortController();
    const cancel = () => controller.abort();
    expect(await tryFile(asked(own), file(1_000), cancel, controller.signal)).toBe('cancelled');
    expect(own.told).toEqual([]);
  });

  it('says where the value is gone, or nobody answers', async () => {
    expect(await tryFile(asked(backend(null)), file(1), () => undefined, never)).toBe('gone');
    const silent = { ask: () => Promise.reject(new Error('no answer')) };
    const ask = { backend: silent, tabId: 3, credentialId: 'c1' };
    expect(await tryFile(ask, file(1), () => undefined, never)).toBe('failed');
  });
});

describe('a key', () => {
  it.each([
    ['a token', jwt, 'word 500', { outcome: 'verified' }],
    ['a token', jwt, 'another', { outcome: 'not-verified' }],
    ['what a framework signed', session, ' word 500\n', { outcome: 'verified' }],
    ['what a framework signed', session, 'another', { outcome: 'not-verified' }],
    ['nothing', null, 'word 500', { outcome: 'cannot', why: 'gone' }],
  ])('verifies %s', async (_, signed, pasted, expected) => {
    expect(await verify(asked(backend(signed)), pasted)).toEqual(expected);
  });
});
