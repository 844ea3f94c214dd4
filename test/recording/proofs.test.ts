import { beforeEach, describe, expect, it } from 'vitest';
import type { ProbePlace, Sent } from '../../src/recording/around-proofs.js';
import { Proofs } from '../../src/recording/proofs.js';
import { type Borrowing, withLent } from '../../src/recording/lent.js';
import { Course } from '../../src/engine/proof/course.js';
import type { NoProposal, Proposal } from '../../src/engine/proof/proposal.js';
import type { Probe } from '../../src/engine/proof/probe-messages.js';
import { type Proof, PROOF_LIMITS } from '../../src/engine/proof/proof.js';
import { text } from '../../src/engine/text.js';
import type { ProbesRecord } from '../../src/recording/record.js';
import { cookieSubject, FakeBrowser, proposal, verdictsOf } from '../support/proof.js';

const TAB = 7;
const LIMITED = { status: 429, length: 0, text: '' };

describe('a proof that runs', () => {
  let browser: FakeBrowser;
  let told: (ProbesRecord | Proof)[];
  let places: ProbePlace[];
  let kept: string[][];
  let offered: Proposal | NoProposal;
  let frame: number | undefined;
  /** What becomes of a request, by its number; else the server answers. */
  let becomes: (probe: Probe) => Sent | Promise<Sent> | undefined;
  let marks: number;
  let borrowed: string[][];
  /** What comes of waiting for the page's own next request. */
  let borrowing: (names: readonly string[]) => Borrowing;

  beforeEach(() => {
    browser = new FakeBrowser({ sid: 's', theme: 't' });
    told = [];
    places = [];
    kept = [];
    offered = proposal([cookieSubject('sid', 'likely'), cookieSubject('theme')]);
    frame = 0;
    becomes = () => undefined;
    marks = 0;
    borrowed = [];
    borrowing = () => ({ lent: Promise.resolve(undefined), giveUp: () => undefined });
  });

  const answered = (probe: Probe): Sent => {
    const answer = browser.send(probe, ({ cookies }) =>
      cookies.has('sid')
        ? { status: 200, contentType: 'application/json', text: '{"user":"ada"}' }
        : { status: 401 },
    );
    return { answer, lines: [] };
  };
  const proofs = () =>
    new Proofs({
      revision: () => 0,
      propose: () => offered,
      begin: (one, spent) => new Course(one, spent),
      frameOf: async () => frame,
      async send(probe, place, mark) {
        places.push(place);
        expect(told.at(-1)).toEqual({ kind: 'probes', at: 5, mark });
        return (await becomes(probe)) ?? answered(probe);
      },
      borrow: (_, origin, names) => {
        borrowed.push([origin, ...names]);
        return borrowing(names);
      },
      keep: async (_, names) => void kept.push([...names]),
      observe: (tabId, record) => {
        expect(tabId).toBe(TAB);
        told.push(record);
      },
      changed: () => undefined,
      now: () => 5,
      pause: async () => undefined,
      mark: () => `${marks++}`,
    });
  const proved = () => told.filter((one) => one.kind === 'proof');

  it('announces each of its requests with a mark of its own, and tells what came of them', async () => {
    const running = proofs();
    await running.start(TAB, 'authenticates');
    const [proof] = proved();
    expect(verdictsOf(proof!)).toEqual({ sid: 'needed', theme: 'not-needed' });
    const all = told.flatMap((one) => (one.kind === 'probes' ? [one.mark] : []));
    expect(new Set(all).size).toBe(browser.probes.length);
    expect(running.progress(TAB)).toBeUndefined();
  });

  it('is one in a tab at a time', async () => {
    const running = proofs();
    await Promise.all([1, 2].map(() => running.start(TAB, 'authenticates')));
    expect(proved()).toHaveLength(1);
  });

  it('sends nothing more when it is stopped, and says what it knows', async () => {
    const running = proofs();
    becomes = ({ number }) => {
      if (number === 3) running.stop(TAB);
      return undefined;
    };
    await running.start(TAB, 'authenticates');
    expect(browser.probes).toHaveLength(3);
    expect(verdictsOf(proved()[0]!)).toEqual({ sid: 'cannot-tell', theme: 'cannot-tell' });
  });

  it('ends with its tab', async () => {
    const running = proofs();
    becomes = () => void running.forget(TAB);
    await running.start(TAB, 'authenticates');
    expect(browser.probes).toHaveLength(1);
  });

  it.each(['no-request', 'no-page', 'left'])('says where it came to nothing: %s', async (why) => {
    if (why === 'no-request') offered = { question: 'authenticates', why: text('test', 'none') };
    if (why === 'no-page') frame = undefined;
    if (why === 'left') becomes = () => ({ failed: 'gone' });
    const running = proofs();
    await running.start(TAB, 'authenticates');
    expect(running.broken(TAB)).toEqual({ question: 'authenticates', why });
    expect(proved()).toEqual([]);
  });

  const open = (probe: Probe): Sent => ({
    answer: browser.send(probe, () => ({ status: 200, text: '{"news":1}' })),
    lines: [],
  });
  const another = (path: string) =>
    proposal((offered as Proposal).subjects, {
      request: { id: path, method: 'GET', url: `https://shop.test/${path}`, status: 200 },
    });

  it('repeats another request where the first one tells nothing', async () => {
    offered = { ...(offered as Proposal), others: [another('api/me'), another('never')] };
    becomes = (probe) => (probe.url.endsWith('/account') ? open(probe) : undefined);
    await proofs().start(TAB, 'authenticates');
    expect(proved().map(({ request, sentence }) => [request.id, sentence.key])).toEqual([
      ['e1', 'proof_needs_no_login'],
      ['api/me', 'proof_sentence_alone'],
    ]);
  });

  it('repeats no other where it was told, was stopped, or the server wants no more', async () => {
    offered = { ...(offered as Proposal), others: [another('never')] };
    for (const end of ['told', 'stopped', 'limited']) {
      const running = proofs();
      becomes = (probe) => {
        if (end === 'stopped') running.stop(TAB);
        return end === 'limited' ? { ...open(probe), answer: LIMITED } : undefined;
      };
      await running.start(TAB, 'authenticates');
    }
    expect(browser.probes.map(({ url }) => url)).not.toContain('https://shop.test/never');
  });

  it('sends no more for several than for one', async () => {
    const many = Array.from({ length: 9 }, (_, at) => another(`${at}`));
    offered = { ...(offered as Proposal), others: many };
    becomes = open;
    await proofs().start(TAB, 'authenticates');
    expect(browser.probes.length).toBeLessThanOrEqual(PROOF_LIMITS.probes);
  });

  it('says what no answer was given to, though nothing was answered', async () => {
    becomes = () => ({ failed: 'cors' });
    await proofs().start(TAB, 'authenticates');
    expect(proved().map(({ sentence }) => sentence.key)).toEqual(['proof_cors']);
  });

  it('tells what it had where the page was left in its middle', async () => {
    becomes = ({ number }) => (number === 2 ? { failed: 'gone' } : undefined);
    const running = proofs();
    await running.start(TAB, 'authenticates');
    expect(proved()[0]).toMatchObject({ sent: 1 });
    expect(running.broken(TAB)?.why).toBe('left');
  });

  it('has the jar take what a server gave in place of what it takes no more', async () => {
    becomes = (probe) => {
      const { answer } = answered(probe) as { answer: object };
      const setsCookies = [{ name: 'sid', value: `${probe.number}` }];
      return { answer: { ...answer, setsCookies } as never, lines: ['sid=1'] };
    };
    await proofs().start(TAB, 'authenticates');
    expect(kept[0]).toEqual(['sid']);
  });

  it.each([
    [[], false],
    [[{ name: 'authorization', value: 'Basic x' }], false],
    [undefined, true],
  ])('knows whether the browser adds a name and password: %j', async (headers, httpAuth) => {
    const places_ = [{ carrier: 'header', name: 'authorization' }] as const;
    const subjects = headers?.length === 0 ? [] : [{ ...cookieSubject('b'), places: places_ }];
    offered = proposal(subjects, { headers: headers ?? [] });
    await proofs().start(TAB, 'authenticates');
    expect(places[0]).toMatchObject({ httpAuth, frameId: 0, tabId: TAB });
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
      offered = proposal([basic]);
      becomes = (probe) => {
        const sent = withLent(probe, places.at(-1)!.lent);
        asked.push(sent);
        const isKnown = sent.headers.some(({ value }) => value === SECRET);
        const answer = { status: isKnown ? 200 : 401, length: 2, text: '{}' };
        return { answer: browser.send(probe, () => answer), lines: [] };
      };
    });

    it('waits for the page’s own next request, and goes on with what that one carried', async () => {
      borrowing = () => lending();
      await proofs().start(TAB, 'authenticates');
      expect(borrowed).toEqual([['https://shop.test', 'authorization']]);
      expect(proved().map(verdictsOf)).toEqual([{ basic: 'needed' }]);
      expect(JSON.stringify(told)).not.toContain(SECRET);
      const without = asked.filter(({ withheld }) => withheld.includes(basic.id));
      expect(JSON.stringify(without)).not.toContain(SECRET);
    });

    it('says that none is kept where the page sends none, and waits once alone', async () => {
      offered = { ...proposal([basic]), others: [another('api/me')] };
      await proofs().start(TAB, 'authenticates');
      expect(proved().map(({ sentence }) => sentence.key)).toEqual([
        'proof_no_password',
        'proof_no_password',
      ]);
      expect(borrowed).toHaveLength(1);
    });

    it('sends it to no other server than the page did', async () => {
      const url = 'https://api.test/me';
      const other = proposal([basic], { request: { id: 'other', method: 'GET', url } });
      offered = { ...proposal([basic]), others: [other] };
      borrowing = () => lending();
      becomes = (probe) => ({
        answer: browser.send(probe, () => ({ status: 401 })),
        lines: [],
      });
      await proofs().start(TAB, 'authenticates');
      expect(browser.probes.map((probe) => probe.url)).toContain(url);
      const lent = places.map((place, at) => place.lent && browser.probes[at]!.url);
      expect(lent).toContain('https://shop.test/account');
      expect(lent).not.toContain(url);
    });

    it('is told while it waits, and ends where it is stopped', async () => {
      const running = proofs();
      let giveUp: () => void = () => undefined;
      const lent = new Promise<undefined>((resolve) => (giveUp = () => resolve(undefined)));
      borrowing = () => {
        queueMicrotask(() => {
          expect(running.progress(TAB)).toMatchObject({ waiting: true, sent: 1 });
          running.stop(TAB);
        });
        return { lent, giveUp };
      };
      await running.start(TAB, 'authenticates');
      expect(browser.probes).toHaveLength(1);
      expect(running.progress(TAB)).toBeUndefined();
    });
  });
});
