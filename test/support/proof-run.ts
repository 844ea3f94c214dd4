import { expect } from 'vitest';
import type { ProbePlace, Sent } from '../../src/recording/proofs/around-proofs.js';
import { Proofs } from '../../src/recording/proofs/proofs.js';
import type { Borrowing } from '../../src/recording/requests/lent.js';
import { Course } from '../../src/engine/proof/course.js';
import type { NoProposal, Proposal } from '../../src/engine/proof/proposal.js';
import type { Probe } from '../../src/engine/proof/probe-messages.js';
import type { Proof } from '../../src/engine/proof/proof.js';
import type { ProbesRecord } from '../../src/recording/record.js';
import { cookieSubject, FakeBrowser, proposal } from './proof.js';

/** The tab in which it runs. */
export const TAB = 7;

/** That a request with this mark was told of before it is sent. */
function expectAnnounced(record: ProbesRecord | Proof | undefined, mark: string): void {
  expect(record).toEqual({ kind: 'probes', at: 5, mark });
}

/** That nothing is told of another tab. */
function expectOwn(tabId: number): void {
  expect(tabId).toBe(TAB);
}

/** What is around a proof while it runs: a browser, and what was told, kept and borrowed. */
export class ProofRun {
  readonly browser = new FakeBrowser({ sid: 's', theme: 't' });
  readonly told: (ProbesRecord | Proof)[] = [];
  readonly places: ProbePlace[] = [];
  readonly kept: string[][] = [];
  readonly borrowed: string[][] = [];
  offered: Proposal | NoProposal = proposal([
    cookieSubject('sid', 'likely'),
    cookieSubject('theme'),
  ]);
  frame: number | undefined = 0;
  #marks = 0;

  /** What becomes of a request, by its number; else the server answers. */
  becomes: (probe: Probe) => Sent | Promise<Sent> | undefined = () => undefined;

  /** What comes of waiting for the page's own next request. */
  borrowing: (names: readonly string[]) => Borrowing = () => ({
    lent: Promise.resolve(undefined),
    giveUp: () => undefined,
  });

  /** What the server answers. */
  answered(probe: Probe): Sent {
    const answer = this.browser.send(probe, ({ cookies }) =>
      cookies.has('sid')
        ? { status: 200, contentType: 'application/json', text: '{"user":"ada"}' }
        : { status: 401 },
    );
    return { answer, lines: [] };
  }

  /** The same proposal with another request. */
  another(path: string): Proposal {
    return proposal((this.offered as Proposal).subjects, {
      request: { id: path, method: 'GET', url: `https://shop.test/${path}`, status: 200 },
    });
  }

  proofs(): Proofs {
    return new Proofs({
      revision: () => 0,
      propose: () => this.offered,
      begin: (one, spent) => new Course(one, spent),
      frameOf: async () => this.frame,
      send: async (probe, place, mark) => {
        this.places.push(place);
        expectAnnounced(this.told.at(-1), mark);
        return (await this.becomes(probe)) ?? this.answered(probe);
      },
      borrow: (_, origin, names) => {
        this.borrowed.push([origin, ...names]);
        return this.borrowing(names);
      },
      keep: async (_, names) => void this.kept.push([...names]),
      observe: (tabId, record) => {
        expectOwn(tabId);
        this.told.push(record);
      },
      changed: () => undefined,
      now: () => 5,
      pause: async () => undefined,
      mark: () => `${this.#marks++}`,
    });
  }

  /** The proofs that were told. */
  proved(): Proof[] {
    return this.told.filter((one) => one.kind === 'proof');
  }
}
