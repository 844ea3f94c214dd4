import { describe, expect, it } from 'vitest';
import { render } from '../../../src/engine/render.js';
import type { Proof } from '../../../src/engine/proof/proof.js';
import { cookieSubject, proposal, prove, verdictsOf } from '../../support/proof.js';
import { browserWith, REFUSED, server } from '../../support/proof-server.js';

describe('what is not needed for being known, but for what is shown', () => {
  const page = (...lines: string[]) => ({
    status: 200,
    contentType: 'text/html',
    text: `<a href="/logout">Leave</a>${lines.map((line) => `<p>${line}</p>`).join('')}`,
  });
  const obscure = (name: string) => ({ ...cookieSubject(name), isObscure: true }) as const;
  const subjects = [
    cookieSubject('sid', 'likely'),
    obscure('key'),
    obscure('id'),
    obscure('theme'),
  ];
  const browser = () => browserWith('sid', 'key', 'id', 'theme');
  const told = (proof: Proof) => proof.outcomes.map(({ why }) => why.key);

  it('is none of what is not needed, where the answer is another one without it', () => {
    const proof = prove(proposal(subjects), browser(), ({ cookies }) =>
      cookies.has('sid') ? page('welcome', cookies.has('key') ? 'the mill' : 'nothing') : REFUSED,
    );
    expect(verdictsOf(proof)).toEqual({
      sid: 'needed',
      key: 'cannot-tell',
      id: 'not-needed',
      theme: 'not-needed',
    });
    expect(told(proof)[1]).toBe('proof_partly');
  });

  describe('where it came with the session', () => {
    const given = ['key', 'iv'].map((name) => ({ ...obscure(name), isGiven: true }) as const);
    const all = [cookieSubject('sid', 'likely'), ...given, obscure('theme')];
    const proving = (answers: (has: (name: string) => boolean, turn: number) => object) =>
      prove(proposal(all), browserWith('sid', 'key', 'iv', 'theme'), ({ cookies, probe }) =>
        cookies.has('sid')
          ? { ...REFUSED, ...answers((name) => cookies.has(name), probe.number) }
          : REFUSED,
      );

    it('is needed for what is missing without it, each time', () => {
      const proof = proving((has) =>
        has('key') && has('iv') ? page('welcome', 'the mill') : page('welcome'),
      );
      expect(verdictsOf(proof)).toEqual({
        sid: 'needed',
        key: 'needed-together',
        iv: 'needed-together',
        theme: 'not-needed',
      });
      expect(told(proof)[1]).toBe('proof_needed_shown');
      expect(proof.outcomes[1]?.others.map((one) => one.credentialId)).toEqual(['sid']);
      expect(render(proof.sentence)).toBe('sid, key, iv log you in together.');
    });

    it.each<[string, (has: (name: string) => boolean, turn: number) => object]>([
      ['what stands in its place', (has) => page('hello', has('key') ? 'mill' : 'engine')],
      ['what is missing once alone', (has, turn) => page(...(has('key') || turn > 9 ? 'ab' : 'a'))],
      ['what is there without it alone', (has) => page('hello', ...(has('key') ? [] : ['choose']))],
    ])('is not, for %s', (_what, answers) => {
      const proof = proving(answers);
      expect(verdictsOf(proof)).toMatchObject({ sid: 'needed', key: 'cannot-tell' });
      expect(told(proof)[1]).toBe('proof_partly');
    });
  });

  it('is asked for once alone', () => {
    const bound = { ...obscure('key'), isServers: true } as const;
    const two = browserWith('sid', 'key');
    prove(proposal([subjects[0]!, bound]), two, ({ cookies }) =>
      cookies.has('sid') ? page(cookies.has('key') ? 'the mill' : 'nothing') : REFUSED,
    );
    const alone = two.probes.filter(({ withheld }) => withheld.join() === bound.id);
    expect(alone).toHaveLength(1);
  });

  it('is nothing where the login ended meanwhile', () => {
    const proof = prove(proposal(subjects), browser(), ({ cookies, probe }) =>
      cookies.has('sid') && probe.number < 9
        ? page('welcome', cookies.has('key') ? 'the mill' : 'nothing')
        : REFUSED,
    );
    expect([proof.sent, proof.sentence.key]).toEqual([11, 'proof_changed']);
  });

  it('is not looked for where the answer is the same, nor taken for what changes by itself', () => {
    const same = prove(
      proposal(subjects),
      browser(),
      server((has) => has('sid')),
    );
    expect([same.sent, told(same)]).toEqual([
      6,
      ['proof_needed', ...Array<string>(3).fill('proof_not_needed')],
    ]);
    const changing = prove(proposal(subjects), browser(), ({ cookies, probe }) =>
      cookies.has('sid') ? page('welcome', `to the ${'abcdefghijkl'[probe.number]}`) : REFUSED,
    );
    expect(verdictsOf(changing)).toEqual(verdictsOf(same));
  });
});
