import { beforeEach, describe, expect, it } from 'vitest';
import { type Borrowing, withLent } from '../../../src/recording/requests/lent.js';
import type { Probe } from '../../../src/engine/proof/probe-messages.js';
import { cookieSubject, proposal, verdictsOf } from '../../support/proof.js';
import { ProofRun, TAB } from '../../support/proof-run.js';

describe('a proof that runs', () => {
  let run: ProofRun;
  beforeEach(() => {
    run = new ProofRun();
  });

  describe('of a password that the page sends', () => {
    const SECRET = 'Basic of the page';
    const basic = {
      ...cookieSubject('basic', 'likely'),
      places: [{ carrier: 'header', name: 'authorization' }],
    } as const;
    const lending = (origin = 'https://shop.test'): Borrowing => ({
      lent: Promise.resolve({ origin, headers: new Map([['authorization', SECRET]]) }),
      giveUp: () => undefined,
    });
    const asked: Probe[] = [];
    beforeEach(() => {
      asked.length = 0;
      run.offered = proposal([basic]);
      run.becomes = (probe) => {
        const sent = withLent(probe, run.places.at(-1)!.lent);
        asked.push(sent);
        const isKnown = sent.headers.some(({ value }) => value === SECRET);
        const answer = { status: isKnown ? 200 : 401, length: 2, text: '{}' };
        return { answer: run.browser.send(probe, () => answer), lines: [] };
      };
    });

    it('waits for the page’s own next request, and goes on with what that one carried', async () => {
      run.borrowing = () => lending();
      await run.proofs().start(TAB, 'authenticates');
      expect(run.borrowed).toEqual([['https://shop.test', 'authorization']]);
      expect(run.proved().map(verdictsOf)).toEqual([{ basic: 'needed' }]);
      expect(JSON.stringify(run.told)).not.toContain(SECRET);
      const without = asked.filter(({ withheld }) => withheld.includes(basic.id));
      expect(JSON.stringify(without)).not.toContain(SECRET);
    });

    it('says that none is kept where the page sends none, and waits once alone', async () => {
      run.offered = { ...proposal([basic]), others: [run.another('api/me')] };
      await run.proofs().start(TAB, 'authenticates');
      expect(run.proved().map(({ sentence }) => sentence.key)).toEqual([
        'proof_no_password',
        'proof_no_password',
      ]);
      expect(run.borrowed).toHaveLength(1);
    });

    it('sends it to no other server than the page did', async () => {
      const url = 'https://api.test/me';
      const other = proposal([basic], { request: { id: 'other', method: 'GET', url } });
      run.offered = { ...proposal([basic]), others: [other] };
      run.borrowing = () => lending();
      run.becomes = (probe) => ({
        answer: run.browser.send(probe, () => ({ status: 401 })),
        lines: [],
      });
      await run.proofs().start(TAB, 'authenticates');
      expect(run.browser.probes.map((probe) => probe.url)).toContain(url);
      const lent = run.places.map((place, at) => place.lent && run.browser.probes[at]!.url);
      expect(lent).toContain('https://shop.test/account');
      expect(lent).not.toContain(url);
    });

    it('is told while it waits, and ends where it is stopped', async () => {
      const running = run.proofs();
      let giveUp: () => void = () => undefined;
      const lent = new Promise<undefined>((resolve) => (giveUp = () => resolve(undefined)));
      run.borrowing = () => {
        queueMicrotask(() => {
          expect(running.progress(TAB)).toMatchObject({ waiting: true, sent: 1 });
          running.stop(TAB);
        });
        return { lent, giveUp };
      };
      await running.start(TAB, 'authenticates');
      expect(run.browser.probes).toHaveLength(1);
      expect(running.progress(TAB)).toBeUndefined();
    });
  });
});
