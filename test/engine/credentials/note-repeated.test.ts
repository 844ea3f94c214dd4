import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { MASKS } from '../../support/masks.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://plan.test';
const random = new Seeded('repeated');
const token = () => random.bytes(18).toString('base64url');

interface Told {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: Record<string, string>;
  gets?: Record<string, string | string[]>;
  status?: number;
}

const form = (fields: Record<string, string>) =>
  readBody('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());

/** A visit with a login that resets the readable cookie `pfand` and hides `anwesend`. */
function visit(then: (pfand: string) => Told[], attributes = 'Path=/; Secure'): Analysis {
  const analysis = new Analysis();
  let [at, pfand, anwesend] = [START, token(), ''];
  const tell = ({ method = 'GET', path, headers = {}, body, gets = {}, status = 200 }: Told) =>
    analysis.addExchange(
      exchange({
        url: `${SITE}${path}`,
        method,
        type: path.startsWith('/api') ? 'fetch' : 'document',
        at: (at += 1_000),
        status,
        sends: { cookie: `pfand=${pfand}${anwesend && `; anwesend=${anwesend}`}`, ...headers },
        ...(body ? { requestBody: form(body) } : {}),
        gets,
      }),
    );
  tell({ path: '/', gets: { 'set-cookie': `pfand=${pfand}; ${attributes}` } });
  const [newer, session] = [token(), token()];
  const given = [`pfand=${newer}; ${attributes}`, `anwesend=${session}; Path=/; Secure; HttpOnly`];
  tell({
    method: 'POST',
    path: '/login',
    body: { login: 'ada', password: '***' },
    gets: { 'set-cookie': given },
  });
  [pfand, anwesend] = [newer, session];
  tell({ path: '/api/plan' });
  for (const told of then(pfand)) tell(told);
  return analysis;
}

const roleOf = (analysis: Analysis, name: string) =>
  analysis.report(options).credentials.find((one) => one.name === name)?.role;

const repeatedOf = (analysis: Analysis) =>
  analysis.credentials().find(({ name }) => name === 'pfand')?.behaviour.repeated;

describe('a cookie whose value comes a second time', () => {
  it('is against forgery where changes alone have it, in a header of any name', () => {
    const seen = visit((pfand) => [
      { method: 'POST', path: '/api/plan', headers: { 'x-pfand': pfand } },
      { path: '/api/plan' },
      { method: 'DELETE', path: '/api/plan/2', headers: { 'x-pfand': pfand } },
    ]);
    expect(roleOf(seen, 'pfand')).toBe('csrf');
    expect(roleOf(seen, 'anwesend')).toBe('session');
  });

  it('is against forgery where a header of such a name has it, quoted or not', () => {
    const seen = visit((pfand) => [
      { path: '/api/me', headers: { 'csrf-token': `"${pfand}"` } },
      { method: 'POST', path: '/api/plan', headers: { 'csrf-token': pfand } },
    ]);
    expect(roleOf(seen, 'pfand')).toBe('csrf');
  });

  it('is against forgery where every form has it', () => {
    const seen = visit((pfand) => [
      { method: 'POST', path: '/plan', body: { marke: pfand, day: '3' } },
      { path: '/plan' },
      { method: 'POST', path: '/plan/2', body: { marke: pfand, day: '4' } },
    ]);
    expect(roleOf(seen, 'pfand')).toBe('csrf');
  });

  it('is not where reading has it too, as a token that scripts send', () => {
    const seen = visit((pfand) => [
      { path: '/api/plan', headers: { 'x-pfand': pfand } },
      { method: 'POST', path: '/api/plan', headers: { 'x-pfand': pfand } },
    ]);
    expect(roleOf(seen, 'pfand')).not.toBe('csrf');
  });

  it('is not where it is the id of a thing that one form names', () => {
    const seen = visit((pfand): Told[] => [
      { method: 'POST', path: '/list', body: { list: pfand } },
      { method: 'POST', path: '/cart', body: { item: '3' } },
      { method: 'POST', path: '/list', body: { list: pfand } },
    ]);
    expect(roleOf(seen, 'pfand')).not.toBe('csrf');
  });

  it.each(['x-auth-token', 'x-session-id'])(
    'is not where a header has it that is called what logs in: %s',
    (name) => {
      const change: Told = { method: 'POST', path: '/api/plan', headers: {} };
      const seen = visit((pfand) => [
        { ...change, headers: { [name]: pfand } },
        { ...change, headers: { [name]: pfand } },
      ]);
      expect(repeatedOf(seen)).toBeUndefined();
    },
  );

  it('is counted by what the requests do, and by what might have had it', () => {
    const headers = (pfand: string) => ({ headers: { 'x-pfand': pfand } });
    const seen = visit((pfand) => [
      { method: 'POST', path: '/api/plan', ...headers(pfand) },
      { method: 'PUT', path: '/api/plan', ...headers(pfand) },
      { path: '/api/plan', ...headers(pfand) },
      { path: '/api/list' },
      { method: 'POST', path: '/api/list' },
      // Pages and forms have no headers of scripts.
      { path: '/plan' },
      { method: 'POST', path: '/plan', body: { day: '3' } },
    ]);
    expect(repeatedOf(seen)).toEqual({
      place: 'x-pfand',
      inHeader: true,
      changes: 2,
      reads: 1,
      bareChanges: 1,
      bareReads: 1,
    });
  });

  it('is not where scripts cannot read it', () => {
    const seen = visit(
      (pfand) => [{ method: 'POST', path: '/api/plan', headers: { 'x-pfand': pfand } }],
      'Path=/; Secure; HttpOnly',
    );
    expect(roleOf(seen, 'pfand')).not.toBe('csrf');
  });
});

describe.each(Object.keys(MASKS))(
  'a cookie of %s that a form has under another mask',
  (framework) => {
    /** What a form says that has this beside the cookie. */
    const behaviourWith = (cookie: string, marke: string) => {
      const analysis = new Analysis();
      const sends = { cookie: `guard=${encodeURIComponent(cookie)}` };
      const line = `guard=${encodeURIComponent(cookie)}; Path=/`;
      analysis.addExchange(exchange({ url: `${SITE}/`, gets: { 'set-cookie': line } }));
      const requestBody = form({ marke, day: '3' });
      analysis.addExchange(exchange({ url: `${SITE}/plan`, method: 'POST', sends, requestBody }));
      return analysis.credentials().find(({ name }) => name === 'guard')?.behaviour;
    };

    it('is repeated there', () => {
      const { cookie, field } = MASKS[framework]!(random);
      const { repeated, masked } = behaviourWith(cookie, field()) ?? {};
      expect([repeated?.place, repeated?.changes, masked]).toEqual(['marke', 1, 'marke']);
    });

    it('is not, where that is of another secret', () => {
      const other = MASKS[framework]!(random).field();
      expect(behaviourWith(MASKS[framework]!(random).cookie, other)?.repeated).toBeUndefined();
    });
  },
);
