import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROOF_LIMITS } from '../../../src/engine/proof/proof.js';
import { cookieSubject, proposal, prove, type Server, verdictsOf } from '../../support/proof.js';
import { browserWith, server, WELL, REFUSED, rightOnes } from '../../support/proof-server.js';

describe('what a proof came to', () => {
  it.each([
    ['a session', {}, 'proof_sentence_alone'],
    ['a key, which may be of the program', { isKey: true } as const, 'proof_sentence_key'],
  ])('is said of %s', (_, more, key) => {
    const subjects = [{ ...cookieSubject('sid'), ...more }, cookieSubject('theme')];
    const proof = prove(
      proposal(subjects),
      browserWith('sid', 'theme'),
      server((has) => has('sid')),
    );
    expect(proof.sentence.key).toBe(key);
  });
});

describe('of a visit without a login that was seen', () => {
  const page = (text: string) => ({ status: 200, contentType: 'text/html', text });
  it.each<[string, Server, string]>([
    [
      'it is not said to be one, where everybody is answered well',
      ({ cookies }) =>
        page(cookies.has('sid') ? '<p>Your cart: 2</p>' : '<p>Your cart is empty</p>'),
      'proof_sentence_guest',
    ],
    ['it is, where nobody is refused', server((has) => has('sid')), 'proof_sentence_alone'],
  ])('%s', (_, answers, key) => {
    const wanted = proposal([cookieSubject('sid', 'likely')], { noLoginSeen: true });
    expect(prove(wanted, browserWith('sid'), answers).sentence.key).toBe(key);
  });
});

describe('which of these log in', () => {
  it.each<[string, Server, Record<string, string>]>([
    [
      'one',
      server((has) => has('sid')),
      { sid: 'needed', theme: 'not-needed', lang: 'not-needed' },
    ],
    [
      'two together',
      server((has) => has('sid') && has('theme')),
      { sid: 'needed-together', theme: 'needed-together', lang: 'not-needed' },
    ],
    [
      'either of two',
      server((has) => has('sid') || has('lang')),
      { sid: 'either', lang: 'either', theme: 'not-needed' },
    ],
    [
      'one with either of two',
      server((has) => has('sid') && (has('lang') || has('theme'))),
      { sid: 'needed', lang: 'either', theme: 'either' },
    ],
    [
      'two together, of a server that fails without the one',
      ({ cookies }) => {
        if (!cookies.has('theme')) return { status: 500, text: 'no tenant' };
        return cookies.has('sid') ? WELL : REFUSED;
      },
      { sid: 'needed-together', theme: 'needed-together', lang: 'not-needed' },
    ],
    [
      'not the one that seemed so',
      server((has) => has('lang')),
      { sid: 'not-needed', lang: 'needed', theme: 'not-needed' },
    ],
  ])('%s', (_what, answers, verdicts) => {
    const subjects = [
      cookieSubject('sid', 'likely'),
      cookieSubject('theme'),
      cookieSubject('lang'),
    ];
    const proof = prove(proposal(subjects), browserWith('sid', 'theme', 'lang'), answers);
    expect(verdictsOf(proof)).toEqual(verdicts);
  });

  it('costs six requests where thirty cookies are there and the likely one is it', () => {
    const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const subjects = names.map((name, at) => cookieSubject(name, at === 0 ? 'likely' : 'others'));
    const proof = prove(
      proposal(subjects),
      browserWith(...names),
      server((has) => has('c0')),
    );
    expect(proof.sent).toBe(6);
    expect(Object.values(verdictsOf(proof)).filter((one) => one === 'needed')).toHaveLength(1);
  });

  it('costs the logarithm of their number where it is another one', () => {
    const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const subjects = names.map((name) => cookieSubject(name));
    const proof = prove(
      proposal(subjects),
      browserWith(...names),
      server((has) => has('c23')),
    );
    expect(verdictsOf(proof)['c23']).toBe('needed');
    expect(proof.sent).toBeLessThanOrEqual(18);
  });

  it('asks no more once the login has ended', () => {
    let ended = false;
    const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const strict: Server = ({ cookies }) => {
      if (cookies.has('c0') && cookies.size < 30) ended = true;
      return cookies.size === 30 && !ended ? WELL : REFUSED;
    };
    const subjects = names.map((name, at) => cookieSubject(name, at === 0 ? 'likely' : 'others'));
    const proof = prove(proposal(subjects), browserWith(...names), strict);
    expect([proof.sentence.key, proof.sent]).toEqual(['proof_sentence_ended_part', 7]);
  });

  it('costs four requests where there is one credential alone', () => {
    const proof = prove(
      proposal([cookieSubject('sid', 'likely')]),
      browserWith('sid'),
      server((has) => has('sid')),
    );
    expect([proof.sent, verdictsOf(proof)]).toEqual([4, { sid: 'needed' }]);
  });

  it('finds exactly what any server goes by, or says that it would take too many requests', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const sets = fc.array(fc.subarray(names, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(sets, fc.subarray(names), (ways, likely) => {
        const smallest = ways.filter(
          (way) => !ways.some((other) => other !== way && isLess(other, way)),
        );
        const subjects = names.map((name) =>
          cookieSubject(name, likely.includes(name) ? 'likely' : 'others'),
        );
        const answers = server((has) => ways.some((way) => way.every(has)));
        const proof = prove(proposal(subjects), browserWith(...names), answers);
        expect(proof.sent).toBeLessThanOrEqual(PROOF_LIMITS.probes);
        for (const { credentialId, verdict } of proof.outcomes)
          expect(['cannot-tell', ...rightOnes(credentialId, smallest)]).toContain(verdict);
      }),
    );
  });
});

function isLess(one: readonly string[], other: readonly string[]): boolean {
  return one.every((name) => other.includes(name)) && one.length < other.length;
}

it('keeps nothing of an answer but its print', () => {
  const secret = 'Alice Example, born 1980';
  const proof = prove(
    proposal([cookieSubject('sid', 'likely')]),
    browserWith('sid'),
    ({ cookies }) => (cookies.has('sid') ? { ...WELL, text: `{"user":"${secret}"}` } : REFUSED),
  );
  expect(JSON.stringify(proof)).not.toContain(secret);
});
