import { describe, expect, it } from 'vitest';
import { compare, FAULTS, type FaultName, type Recorded } from '../../soak/compare.js';
import type { Received } from '../../soak/truth.js';
import type { RequestRow } from '../../src/recording/shown/view.js';

const URL = 'http://a.test:1/fetch/a/a1';
const received = (more: Partial<Received> = {}): Received => ({
  url: URL,
  method: 'GET',
  tab: 'a',
  deed: 'fetch',
  at: 1_000,
  end: 1_010,
  status: 200,
  uid: 'a1',
  cookies: 0,
  ...more,
});
const row = (more: Partial<RequestRow> = {}): RequestRow =>
  ({
    id: '1',
    url: URL,
    method: 'GET',
    type: 'fetch',
    startedAt: 1_000,
    status: 200,
    ...more,
  }) as RequestRow;
const tab = (rows: RequestRow[], more: Partial<Recorded> = {}): Recorded => ({
  name: 'a',
  rows,
  dropped: 0,
  ...more,
});
const pending = (one: RequestRow): RequestRow => {
  const { status, ...rest } = one;
  return status === undefined ? one : rest;
};

interface Case {
  what: string;
  received: Received[];
  recorded: Recorded[];
  stops?: { told: number; gone: number }[];
  /** All, and those that nothing excuses. */
  faults: Partial<Record<FaultName, [all: number, unexcused: number]>>;
}

const NEAR = [{ told: 1_050, gone: 1_060 }];
const LONG_AFTER = [{ told: 1_200, gone: 1_210 }];

const CASES: Case[] = [
  { what: 'all as it was', received: [received()], recorded: [tab([row()])], faults: {} },
  {
    what: 'a row that is missing',
    received: [received()],
    recorded: [tab([])],
    faults: { lost: [1, 1] },
  },
  {
    what: 'one missing just before an end',
    received: [received()],
    recorded: [tab([])],
    stops: NEAR,
    faults: { lost: [1, 0] },
  },
  {
    what: 'one missing long before an end',
    received: [received()],
    recorded: [tab([])],
    stops: LONG_AFTER,
    faults: { lost: [1, 1] },
  },
  {
    what: 'one of two loads that is missing',
    received: [received(), received()],
    recorded: [tab([row()])],
    faults: { lost: [1, 1] },
  },
  {
    what: 'what was let go, and told to be',
    received: [received()],
    recorded: [
      tab([pending(row({ url: `${URL}2`, startedAt: 5_000, error: 'aborted' }))], { dropped: 1 }),
    ],
    faults: {},
  },
  {
    what: 'two rows of one request',
    received: [received()],
    recorded: [tab([row(), row({ id: '2' })])],
    faults: { doubled: [1, 1] },
  },
  {
    what: 'two rows of one request near an end',
    received: [received()],
    recorded: [tab([row(), row({ id: '2' })])],
    stops: NEAR,
    faults: { doubled: [1, 1] },
  },
  {
    what: 'a load that another one took the place of',
    received: [received()],
    recorded: [tab([row(), pending(row({ id: '2', error: 'aborted' }))])],
    faults: {},
  },
  {
    what: 'a connection that broke and was tried again',
    received: [received({ deed: 'broken', status: 0 }), received({ deed: 'broken', status: 0 })],
    recorded: [tab([pending(row({ error: 'reset' }))])],
    faults: {},
  },
  {
    what: 'a row in another tab',
    received: [received()],
    recorded: [tab([row()]), tab([row()], { name: 'b' })],
    faults: { misattributed: [1, 1] },
  },
  {
    what: 'a row in a tab that is not ours',
    received: [received()],
    recorded: [tab([row()]), tab([row()], { name: undefined })],
    faults: { misattributed: [1, 1] },
  },
  {
    what: 'a row without an end',
    received: [received()],
    recorded: [tab([pending(row())])],
    faults: { pending: [1, 1] },
  },
  {
    what: 'one whose end was near that of a worker',
    received: [received()],
    recorded: [tab([pending(row())])],
    stops: NEAR,
    faults: { pending: [1, 0] },
  },
  {
    what: 'an answer that nobody gave',
    received: [received({ status: 404 })],
    recorded: [tab([row()])],
    faults: { wrong: [1, 1] },
  },
  {
    what: 'an answer to what nobody received',
    received: [],
    recorded: [tab([row()])],
    faults: { unreal: [1, 1] },
  },
  {
    what: 'what was called off before it was sent',
    received: [],
    recorded: [tab([pending(row({ error: 'aborted' }))])],
    faults: {},
  },
  {
    what: 'the handshake of a WebSocket',
    received: [received({ status: 101 })],
    recorded: [tab([row({ url: URL.replace('http', 'ws'), status: 101 })])],
    faults: {},
  },
];

describe('a comparison of what was recorded with what a server received', () => {
  it.each(CASES)('tells $what', ({ received: truth, recorded, stops = [], faults }) => {
    const found = compare(truth, recorded, stops);
    const told = Object.fromEntries(
      FAULTS.filter((name) => found[name].all > 0).map((name) => [
        name,
        [found[name].all, found[name].unexcused],
      ]),
    );
    expect(told).toEqual(faults);
  });
});
