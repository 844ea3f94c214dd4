import { beforeEach, describe, expect, it } from 'vitest';
import type { Sent } from '../../../src/recording/proofs/around-proofs.js';
import type { Proposal } from '../../../src/engine/proof/proposal.js';
import type { Probe } from '../../../src/engine/proof/probe-messages.js';
import { PROOF_LIMITS } from '../../../src/engine/proof/proof.js';
import { text } from '../../../src/engine/text.js';
import { cookieSubject, proposal, verdictsOf } from '../../support/proof.js';
import { ProofRun, TAB } from '../../support/proof-run.js';

const LIMITED = { status: 429, length: 0, text: '' };

describe('a proof that runs', () => {
  let run: ProofRun;
  beforeEach(() => {
    run = new ProofRun();
  });

  it('announces each of its requests with a mark of its own, and tells what came of them', async () => {
    const running = run.proofs();
    await running.start(TAB, 'authenticates');
    const [proof] = run.proved();
    expect(verdictsOf(proof!)).toEqual({ sid: 'needed', theme: 'not-needed' });
    const all = run.told.flatMap((one) => (one.kind === 'probes' ? [one.mark] : []));
    expect(new Set(all).size).toBe(run.browser.probes.length);
    expect(running.progress(TAB)).toBeUndefined();
  });

  it('is one in a tab at a time', async () => {
    const running = run.proofs();
    await Promise.all([1, 2].map(() => running.start(TAB, 'authenticates')));
    expect(run.proved()).toHaveLength(1);
  });

  it('sends nothing more when it is stopped, and says what it knows', async () => {
    const running = run.proofs();
    run.becomes = ({ number }) => {
      if (number === 3) running.stop(TAB);
      return undefined;
    };
    await running.start(TAB, 'authenticates');
    expect(run.browser.probes).toHaveLength(3);
    expect(verdictsOf(run.proved()[0]!)).toEqual({ sid: 'cannot-tell', theme: 'cannot-tell' });
  });

  it('ends with its tab', async () => {
    const running = run.proofs();
    run.becomes = () => void running.forget(TAB);
    await running.start(TAB, 'authenticates');
    expect(run.browser.probes).toHaveLength(1);
  });

  it.each(['no-request', 'no-page', 'left'])('says where it came to nothing: %s', async (why) => {
    if (why === 'no-request')
      run.offered = { question: 'authenticates', why: text('test', 'none') };
    if (why === 'no-page') run.frame = undefined;
    if (why === 'left') run.becomes = () => ({ failed: 'gone' });
    const running = run.proofs();
    await running.start(TAB, 'authenticates');
    expect(running.broken(TAB)).toEqual({ question: 'authenticates', why });
    expect(run.proved()).toEqual([]);
  });

  const open = (probe: Probe): Sent => ({
    answer: run.browser.send(probe, () => ({ status: 200, text: '{"news":1}' })),
    lines: [],
  });

  it('repeats another request where the first one tells nothing', async () => {
    run.offered = {
      ...(run.offered as Proposal),
      others: [run.another('api/me'), run.another('never')],
    };
    run.becomes = (probe) => (probe.url.endsWith('/account') ? open(probe) : undefined);
    await run.proofs().start(TAB, 'authenticates');
    expect(run.proved().map(({ request, sentence }) => [request.id, sentence.key])).toEqual([
      ['e1', 'proof_needs_no_login'],
      ['api/me', 'proof_sentence_alone'],
    ]);
  });

  it('repeats no other where it was told, was stopped, or the server wants no more', async () => {
    run.offered = { ...(run.offered as Proposal), others: [run.another('never')] };
    for (const end of ['told', 'stopped', 'limited']) {
      const running = run.proofs();
      run.becomes = (probe) => {
        if (end === 'stopped') running.stop(TAB);
        return end === 'limited' ? { ...open(probe), answer: LIMITED } : undefined;
      };
      await running.start(TAB, 'authenticates');
    }
    expect(run.browser.probes.map(({ url }) => url)).not.toContain('https://shop.test/never');
  });

  it('sends no more for several than for one', async () => {
    const many = Array.from({ length: 9 }, (_, at) => run.another(`${at}`));
    run.offered = { ...(run.offered as Proposal), others: many };
    run.becomes = open;
    await run.proofs().start(TAB, 'authenticates');
    expect(run.browser.probes.length).toBeLessThanOrEqual(PROOF_LIMITS.probes);
  });

  it('says what no answer was given to, though nothing was answered', async () => {
    run.becomes = () => ({ failed: 'cors' });
    await run.proofs().start(TAB, 'authenticates');
    expect(run.proved().map(({ sentence }) => sentence.key)).toEqual(['proof_cors']);
  });

  it('tells what it had where the page was left in its middle', async () => {
    run.becomes = ({ number }) => (number === 2 ? { failed: 'gone' } : undefined);
    const running = run.proofs();
    await running.start(TAB, 'authenticates');
    expect(run.proved()[0]).toMatchObject({ sent: 1 });
    expect(running.broken(TAB)?.why).toBe('left');
  });

  it('has the jar take what a server gave in place of what it takes no more', async () => {
    run.becomes = (probe) => {
      const { answer } = run.answered(probe) as { answer: object };
      const setsCookies = [{ name: 'sid', value: `${probe.number}` }];
      return { answer: { ...answer, setsCookies } as never, lines: ['sid=1'] };
    };
    await run.proofs().start(TAB, 'authenticates');
    expect(run.kept[0]).toEqual(['sid']);
  });

  it.each([
    [[], false],
    [[{ name: 'authorization', value: 'Basic x' }], false],
    [undefined, true],
  ])('knows whether the browser adds a name and password: %j', async (headers, httpAuth) => {
    const places_ = [{ carrier: 'header', name: 'authorization' }] as const;
    const subjects = headers?.length === 0 ? [] : [{ ...cookieSubject('b'), places: places_ }];
    run.offered = proposal(subjects, { headers: headers ?? [] });
    await run.proofs().start(TAB, 'authenticates');
    expect(run.places[0]).toMatchObject({ httpAuth, frameId: 0, tabId: TAB });
  });
});
