import { describe, expect, it } from 'vitest';
import { jwsSignature } from '../../src/engine/values/signatures/of-jws.js';
import { EXAMPLES, KNOWN_SECRETS } from '../../src/secrets/known-secrets.js';
import { tryKnownSecrets } from '../../src/secrets/try-known.js';
import { signedOf } from '../../src/engine/credentials/signed.js';
import type { Trial } from '../../src/engine/credentials/trials.js';
import { cookie } from '../support/credential.js';
import { jwsOf } from '../support/jose.js';
import { SIGNERS } from '../support/signed-values.js';

const trialsOf = async (...signatures: ReturnType<typeof jwsSignature>[]): Promise<Trial[]> => {
  const trials: Trial[] = [];
  const untried = signatures.map((signature, n) => ({
    fingerprint: `${n}`,
    signature: signature!,
  }));
  await tryKnownSecrets(
    untried,
    () => 5,
    (trial) => trials.push(trial),
  );
  return trials;
};
const jws = (secret: string) => jwsSignature(jwsOf('{"alg":"HS256"}', '{}', secret));

describe('the secrets that everybody knows', () => {
  it('are at least a thousand, each once, the examples first', () => {
    expect(KNOWN_SECRETS.length).toBeGreaterThanOrEqual(1_000);
    expect(new Set(KNOWN_SECRETS).size).toBe(KNOWN_SECRETS.length);
    expect(KNOWN_SECRETS.slice(0, EXAMPLES.length)).toEqual(EXAMPLES);
    expect(KNOWN_SECRETS.filter((word) => word !== word.trim() || /\n/.test(word))).toEqual([]);
  });

  it.each([
    'secret',
    'your-256-bit-secret',
    'keyboard cat',
    'shhhhh',
    'changeme',
    'django-insecure',
    'JWT_SECRET',
    'my_secret_key',
    'mySecretKey',
    'password123',
    '',
  ])('have “%s”', (word) => {
    expect(KNOWN_SECRETS).toContain(word);
  });

  it('are told by their length alone', async () => {
    const trials = await trialsOf(jws('keyboard cat'), jws('kR7mW2xQ9vT4bN8z'));
    expect(trials).toEqual([
      expect.objectContaining({ kind: 'trial', at: 5, fingerprint: '0', list: 'built-in' }),
      expect.objectContaining({ fingerprint: '1', found: null, tried: KNOWN_SECRETS.length }),
    ]);
    expect(trials[0]?.found).toEqual({ length: 12 });
    expect(JSON.stringify(trials)).not.toContain('keyboard');
  });

  it('are tried as far as the examples where each costs a thousand hashes', async () => {
    const { value } = SIGNERS['Rails 4 session']!('kR7mW2xQ9vT4bN8z');
    const { signature } = signedOf(cookie({ value, format: 'signed' }), new Map())!;
    expect(await trialsOf(signature)).toMatchObject([{ found: null, tried: EXAMPLES.length }]);
  });
});
