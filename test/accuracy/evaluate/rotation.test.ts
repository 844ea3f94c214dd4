import { describe, expect, it } from 'vitest';
import type { HarEntry } from '../../../accuracy/evaluate/inventory.js';
import { momentsOf } from '../../../accuracy/evaluate/moments.js';
import { rotationsOf } from '../../../accuracy/evaluate/rotation.js';
import { USER } from '../../../accuracy/support/site.js';
import type { Label, Stack } from '../../../accuracy/support/stack.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { readHar } from '../../../src/engine/normalize/sources/har.js';
import type { Report } from '../../../src/engine/report/report.js';
import { entries, type Request } from '../../support/accuracy-entry.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('rotation');
const id = () => random.bytes(16).toString('hex');
const SESSION: Label = { carrier: 'cookie', name: 'sid', role: 'session' };
const body = `username=ada&password=${encodeURIComponent(USER.password)}`;
const set = (value: string) => [`sid=${value}; Path=/; HttpOnly`];
const page = (step: string, value: string): Request => ({
  step,
  url: 'http://shop.test/account',
  held: { sid: value },
});
const login = (step: string, before: string, after: string): Request => ({
  step,
  url: 'http://shop.test/login',
  body,
  held: { sid: before },
  ...(before === after ? {} : { sets: set(after) }),
});

function toldOf(recorded: HarEntry[]) {
  const analysis = new Analysis();
  for (const exchange of readHar({ log: { entries: recorded } }).exchanges)
    analysis.addExchange(exchange);
  const report = analysis.report({ source: { kind: 'har', url: '', dropped: 0 }, version: '0' });
  return { report, credentials: analysis.credentials() };
}

/** A visit whose first login rotates the session and whose second one does not. */
function visit() {
  const [first, second, third] = [id(), id(), id()];
  const recorded = entries(
    { step: 'anonymous', url: 'http://shop.test/', held: {}, sets: set(first) },
    login('login', first, second),
    page('use', second),
    {
      step: 'logout',
      url: 'http://shop.test/logout',
      body: '',
      held: { sid: second },
      sets: set(third),
    },
    { ...login('login-2', third, third), sets: ['seen=yes'] },
    page('login-2', third),
  );
  return { recorded, ...toldOf(recorded) };
}

const without = (report: Report, ...types: string[]): Report => ({
  ...report,
  events: report.events.filter(({ type }) => !types.includes(type)),
});

describe('rotationsOf', () => {
  it('reads from the trail what the report says of each login', () => {
    const { recorded, ...told } = visit();
    expect(rotationsOf(told, [SESSION], recorded)).toEqual([
      { step: 'login', place: 'cookie sid (shop.test)', truth: 'rotated', said: 'rotated' },
      {
        step: 'login-2',
        place: 'cookie sid (shop.test)',
        truth: 'not rotated',
        said: 'not rotated',
      },
    ]);
  });

  it('takes a rotation that the trail does not have for none, and one elsewhere for none', () => {
    const { recorded, report, credentials } = visit();
    const said = (one: Report, known = credentials) =>
      rotationsOf({ report: one, credentials: known }, [SESSION], recorded).map(
        (decision) => decision.said,
      );
    expect(said(without(report, 'rotated'))).toEqual(['not rotated', 'not rotated']);
    expect(said(without(report, 'rotated', 'issued', 'sent', 'exposed'))).toEqual([
      'no session before',
      'no session before',
    ]);
  });

  it('takes a session that the login gave and the next page sealed anew for a new one', () => {
    const [given, sealed] = [id(), id()];
    const recorded = entries(
      { ...login('login', '', given), held: {}, redirectURL: '/account' },
      { ...page('login', given), sets: set(sealed) },
      page('use', sealed),
    );
    expect(rotationsOf(toldOf(recorded), [SESSION], recorded)).toMatchObject([
      { truth: 'no session before', said: 'no session before' },
    ]);
  });

  it('lets a report say nothing that knows no login there, or no such cookie', () => {
    const { recorded, report, credentials } = visit();
    const said = (one: Report, known = credentials) =>
      rotationsOf({ report: one, credentials: known }, [SESSION], recorded).map(
        (decision) => decision.said,
      );
    expect(said(without(report, 'login'))).toEqual([undefined, undefined]);
    expect(said(report, [])).toEqual([undefined, undefined]);
  });
});

describe('momentsOf', () => {
  const stack = {
    truth: { mechanism: 'session-cookie', host: 'shop.test', credentials: [] },
  } as unknown as Stack;

  it('expects a login in both login steps', () => {
    const { recorded, report } = visit();
    expect(momentsOf(report, stack, recorded)).toEqual([
      { kind: 'login', expected: ['login', 'login-2'], found: ['login', 'login-2'], extra: [] },
      { kind: 'logout', expected: ['logout'], found: ['logout'], extra: [] },
      { kind: 'session-lost', expected: [], found: [], extra: [] },
    ]);
  });

  it('names the steps in which one was seen where none was', () => {
    const { recorded, report } = visit();
    const moved = recorded.map((entry) =>
      entry._step === 'login-2' ? { ...entry, _step: 'use' } : entry,
    );
    expect(momentsOf(report, stack, moved)[0]).toEqual({
      kind: 'login',
      expected: ['login'],
      found: ['login'],
      extra: ['use'],
    });
  });
});
