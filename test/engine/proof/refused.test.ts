import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/engine/render.js';
import type { Subject } from '../../../src/engine/proof/proposal.js';
import { cookieSubject, proposal, prove, type Server, verdictsOf } from '../../support/proof.js';
import { WELL, REFUSED, browserWith, server, rightOnes } from '../../support/proof-server.js';

describe('a server that ends a login of which a part is missing', () => {
  /**
   * Knows the user by these together; ends the session where it is there and one of the rest is
   * not.
   */
  const strict = (session: string, ...rest: string[]): Server => {
    let ended = false;
    return ({ cookies }) => {
      const isWhole = rest.every((name) => cookies.has(name));
      if (cookies.has(session) && !isWhole) ended = true;
      return cookies.has(session) && isWhole && !ended ? WELL : REFUSED;
    };
  };
  const likely = (name: string) => cookieSubject(name, 'likely');

  it.each<[string, Subject[], Server, Record<string, string>, string]>([
    [
      'a likely one: the rest is known by then',
      [likely('sid'), likely('auth'), cookieSubject('theme')],
      strict('sid', 'auth'),
      {
        sid: 'needed-together proof_needed_together',
        auth: 'needed-together proof_needed_ends',
        theme: 'not-needed proof_not_needed',
      },
      'proof_sentence_ended_whole',
    ],
    [
      'one that nothing spoke for',
      [likely('sid'), cookieSubject('bound')],
      strict('sid', 'bound'),
      { sid: 'needed-together proof_needed_together', bound: 'needed-together proof_needed_ends' },
      'proof_sentence_ended_whole',
    ],
    [
      'one of several, which is there for the server alone',
      [likely('sid'), { ...cookieSubject('bound'), isServers: true }, cookieSubject('theme')],
      strict('sid', 'bound'),
      {
        sid: 'needed-together proof_needed_together',
        bound: 'needed-together proof_needed_ends',
        theme: 'cannot-tell proof_ended_before',
      },
      'proof_sentence_ended_part',
    ],
    [
      'one of several that nothing spoke for',
      [likely('sid'), cookieSubject('bound'), cookieSubject('theme')],
      strict('sid', 'bound'),
      {
        sid: 'needed proof_needed',
        bound: 'cannot-tell proof_ended_with_others',
        theme: 'cannot-tell proof_ended_with_others',
      },
      'proof_sentence_ended_part',
    ],
    [
      'the session itself, which seemed to be the lesser one',
      [likely('auth'), likely('sid'), cookieSubject('theme')],
      strict('sid', 'auth'),
      {
        auth: 'needed proof_needed_ends',
        sid: 'cannot-tell proof_ended_before',
        theme: 'cannot-tell proof_ended_before',
      },
      'proof_sentence_ended_part',
    ],
    [
      'which of two likely ones, and which of four others',
      [likely('sid'), likely('auth'), likely('key'), ...['a', 'b'].map((n) => cookieSubject(n))],
      strict('sid', 'auth', 'key'),
      {
        sid: 'needed-together proof_needed_together',
        auth: 'needed-together proof_needed_ends',
        key: 'cannot-tell proof_ended_before',
        a: 'cannot-tell proof_ended_before',
        b: 'cannot-tell proof_ended_before',
      },
      'proof_sentence_ended_part',
    ],
  ])('%s', (_what, subjects, answers, wanted, key) => {
    const proof = prove(proposal(subjects), browserWith(...subjects.map((o) => o.name)), answers);
    const told = proof.outcomes.map(({ credentialId, verdict, why }) => [
      credentialId,
      `${verdict} ${why.key}`,
    ]);
    expect(Object.fromEntries(told)).toEqual(wanted);
    expect(proof.sentence.key).toBe(key);
    expect(proof.probes.at(-1)?.step).toBe('again');
  });

  it('is shown no session without its parts before all is known that needs none', () => {
    const subjects = [likely('sid'), likely('auth'), cookieSubject('theme')];
    const browser = browserWith('sid', 'auth', 'theme');
    prove(proposal(subjects), browser, strict('sid', 'auth'));
    const withheld = browser.probes.map((probe) => probe.withheld.join(' '));
    expect(withheld.slice(3)).toEqual(['s-sid', '', 's-theme', 's-auth', '']);
  });

  it('is shown the login whole in what that part concerns, by the next proof', () => {
    const auth = { ...cookieSubject('auth', 'guard'), isNeeded: true } as const;
    const subjects = [likely('sid'), auth, likely('key'), cookieSubject('theme')];
    const names = subjects.map(({ name }) => name);
    const known = server((has) => has('sid') && has('auth') && has('key'));
    const browser = browserWith(...names);
    const proof = prove(proposal(subjects), browser, known);
    const without = browser.probes.filter(({ withheld }) => withheld.includes(auth.id));
    expect(without.map(({ step }) => step)).toEqual(['nothing']);
    expect(proof.outcomes.map(({ verdict, why }) => `${verdict} ${why.key}`)).toEqual([
      'needed-together proof_needed_together',
      'needed proof_needed_before',
      'needed-together proof_needed_together',
      'not-needed proof_not_needed',
    ]);
    expect(render(proof.sentence)).toBe('sid, auth, key log you in together.');
  });

  it.each([
    ['and logs in alone', false, 'not-needed', 'auth logs you in, alone.'],
    ['and logs in with either of two', true, 'either', 'auth with one of sid, key logs you in.'],
  ])('has that part left in, %s', (_what, needsMore, verdict, sentence) => {
    const auth = { ...cookieSubject('auth', 'guard'), isNeeded: true } as const;
    const subjects = [likely('sid'), auth, likely('key')];
    const known = server((has) => has('auth') && (!needsMore || has('sid') || has('key')));
    const proof = prove(proposal(subjects), browserWith('sid', 'auth', 'key'), known);
    expect(verdictsOf(proof)).toEqual({ sid: verdict, auth: 'needed', key: verdict });
    expect(render(proof.sentence)).toBe(sentence);
  });

  it('is told from one that only refuses', () => {
    const subjects = [likely('sid'), likely('auth')];
    const known = server((has) => has('sid') && has('auth'));
    const proof = prove(proposal(subjects), browserWith('sid', 'auth'), known);
    expect(verdictsOf(proof)).toEqual({ sid: 'needed-together', auth: 'needed-together' });
    expect(proof.outcomes.map(({ why }) => why.key)).not.toContain('proof_needed_ends');
  });

  it('finds nothing wrong, whatever ends it', () => {
    const names = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 1 }),
        fc.subarray(names),
        ([session, ...rest], seeming) => {
          const subjects = names
            .map((name) => cookieSubject(name, seeming.includes(name) ? 'likely' : 'others'))
            .sort((one, other) => Number(other.part === 'likely') - Number(one.part === 'likely'));
          const proof = prove(proposal(subjects), browserWith(...names), strict(session!, ...rest));
          for (const { credentialId, verdict } of proof.outcomes)
            expect(['cannot-tell', ...rightOnes(credentialId, [[session!, ...rest]])]).toContain(
              verdict,
            );
        },
      ),
    );
  });
});
