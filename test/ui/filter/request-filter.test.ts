import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestRow } from '../../../src/messaging/views.js';
import {
  compileFilter,
  type CredentialFacts,
  filterWords,
  type Known,
  toggleWord,
  unknownTerms,
} from '../../../src/ui/filter/request-filter.js';

const FACTS: Record<string, CredentialFacts> = {
  c1: {
    name: 'JSESSIONID',
    role: 'session',
    format: 'opaque',
    carriers: ['cookie'],
    worst: 'high',
  },
  c2: {
    name: 'authorization',
    role: 'access-token',
    format: 'jwt',
    carriers: ['header', 'localStorage'],
    worst: 'low',
  },
  c3: { name: 'theme', role: 'preference', format: 'opaque', carriers: ['cookie'], worst: null },
};

const KNOWN: Known = {
  factsOf: (id) => FACTS[id],
  momentsOf: (id) => (id === 'r1' ? ['logout', 'session-lost'] : []),
};

const row: RequestRow = {
  id: 'r1',
  method: 'POST',
  url: 'https://api.shop.test/v1/Orders?page=2',
  host: 'api.shop.test',
  type: 'fetch',
  startedAt: 0,
  status: 404,
  carried: ['c2', 'c3'],
  set: ['c1'],
};

const matches = (filter: string, some: Partial<RequestRow> = {}): boolean =>
  compileFilter(filter)({ ...row, ...some }, KNOWN);

describe('compileFilter', () => {
  it.each([
    '',
    '   ',
    'orders',
    'ORDERS page',
    'https://api.shop.test',
    'has:jwt',
    'has:session',
    'has:localStorage',
    'has:credential',
    'carries:jwt',
    'carries:authorization',
    'sets:cookie',
    'sets:session',
    'sets:jsession',
    'role:session',
    'role:access-token',
    'host:shop',
    'host:*.shop.test',
    'status:404',
    'status:4xx',
    'status:4',
    'method:post',
    'type:fetch',
    'severity:high',
    'is:logout',
    'is:session-lost',
    'is:',
    '-is:login',
    'severity:medium',
    'severity:info',
    '-role:csrf',
    '-images method:POST',
    'has:',
    '-',
    '-has:',
    '-images -',
    '"v1/orders?page=2"',
  ])('%j shows the row', (filter) => {
    expect(matches(filter)).toBe(true);
  });

  it.each([
    'invoices',
    'orders invoices',
    '-orders',
    'carries:session',
    'sets:jwt',
    'role:sess',
    'host:*.test2',
    'host:*.api.shop.test',
    'status:2xx',
    'status:pending',
    'method:pos',
    'type:document',
    'severity:critical',
    'is:login',
    'is:log',
    '-is:logout',
    'severity:nonsense',
    '-has:jwt',
    '-status:4xx',
    'constructor:x',
    '__proto__:x',
  ])('%j hides the row', (filter) => {
    expect(matches(filter)).toBe(false);
  });

  it('knows what is pending and what failed', () => {
    const { status: _, ...pending } = row;
    const test = (filter: string, some: RequestRow) => compileFilter(filter)(some, KNOWN);
    expect(test('status:pending', pending)).toBe(true);
    expect(test('status:failed', pending)).toBe(false);
    expect(test('status:failed', { ...pending, error: 'net::ERR_FAILED' })).toBe(true);
    expect(test('status:4xx', pending)).toBe(false);
  });

  it('does not fail over credentials that the report does not know', () => {
    expect(matches('has:jwt', { carried: ['gone'], set: [] })).toBe(false);
  });

  it('takes anything that can be typed, and a minus turns it round', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const [word] = filterWords(typed.toLowerCase());
        fc.pre(word !== undefined && word !== '' && !/[\s:-]/.test(word));
        expect(matches(`-${word}`)).toBe(!matches(word));
      }),
    );
  });
});

describe('toggleWord', () => {
  it('adds and takes out', () => {
    expect(toggleWord('', 'has:jwt')).toBe('has:jwt');
    expect(toggleWord('orders', 'has:jwt')).toBe('orders has:jwt');
    expect(toggleWord('orders has:jwt -x', 'has:jwt')).toBe('orders -x');
  });
});

describe('what a filter says beside terms', () => {
  it.each<[string, string[]]>([
    ['domain:shop.test', ['domain:']],
    ['-cookie:x larger-than:1k', ['cookie:']],
    ['https://shop.test/ shop.test:8443 localhost:3000', []],
    ['role:session host: text', []],
  ])('%j: unknown %j', (filter, unknown) => {
    expect(unknownTerms(filter)).toEqual(unknown);
  });

  it.each([
    ['/orders.page/', true],
    ['/^get/', false],
    ['/orders(/', false],
    ['-/orders.page/', false],
  ])('a pattern: %s', (filter, found) => {
    expect(matches(filter)).toBe(found);
  });

  it('takes a role as its chip writes it', () => {
    expect(matches('role:"access token"')).toBe(true);
    expect(matches('carries:"access token"')).toBe(true);
    expect(matches('role:"refresh token"')).toBe(false);
  });
});
