import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { call, hex, logins, random, refused } from '../../../support/admitted-visit.js';
import { form, json } from '../../../support/bodies.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { options } from '../../../support/told-analysis.js';

const sid = hex();
const sends = { cookie: `sid=${sid}` };
const first = call('/start', { gets: { 'set-cookie': `sid=${sid}; Path=/; HttpOnly` } });
const known = (path: string, more: Partial<ExchangeSpec> = {}) => call(path, { sends, ...more });
const turnedDown = (status = 401) => known('/me', { status });
const post = (path: string, more: Partial<ExchangeSpec> = {}) =>
  known(path, { method: 'POST', ...more });
const typed = { requestBody: json({ pin: '4711-0815' }) };

describe('a session that is let in where it was turned down was raised by what was sent', () => {
  it.each([
    ['to a place for logging in, with nothing seen of it', [turnedDown(), post('/api/login')]],
    ['after 403', [turnedDown(403), post('/api/login')]],
    ['wherever it was sent to', [turnedDown(), post('/api/enter', typed)]],
    ['in fields of a form', [turnedDown(), post('/open', { requestBody: form('card=8812 4410') })]],
    [
      'with others beside it that do not say so',
      [turnedDown(), post('/api/log', typed), post('/api/login', typed), post('/api/see', typed)],
    ],
    [
      'a second time, in the same session',
      [known('/me'), turnedDown(), post('/api/login', { requestBody: undefined })],
    ],
  ])('%s', (_how, visit) => {
    expect(logins(first, ...visit, known('/me'))).toHaveLength(1);
  });

  it('and the finding of a session that stays the same is told', () => {
    const visit = [first, turnedDown(), post('/api/enter', typed), known('/me'), known('/mine')];
    const analysis = new Analysis();
    for (const one of visit) analysis.addExchange(one);
    const { findings } = analysis.report(options);
    expect(findings.map(({ ruleId }) => ruleId)).toContain('session-not-rotated-at-login');
  });
});

describe('nothing was raised', () => {
  it.each([
    ['where nothing was sent in between', [turnedDown()]],
    ['where it was sent before', [post('/api/enter', typed), turnedDown()]],
    ['where nothing is in it that was typed', [turnedDown(), post('/api/enter', emptied())]],
    ['where several were sent that do not say so', twoActs()],
    ['where a server had let it in before', [known('/me'), turnedDown(), post('/note', typed)]],
    ['where 403 may mean another thing', [turnedDown(403), post('/consent', typed)]],
    ['where it was refused', [turnedDown(), post('/api/login', { ...typed, status: 422 })]],
    ['where it renews', [turnedDown(), post('/session/renew', typed)]],
    ['where guests are let in', [turnedDown(), post('/auth/guest', typed)]],
    ['where somebody is known by a token', [byToken('GET', 401), byToken('POST')]],
    ['where another address was', [known('/other', { status: 401 }), post('/enter', typed)]],
    ['where another session was', [call('/me', other(401)), post('/enter', typed)]],
  ])('%s', (_why, visit) => {
    expect(logins(first, ...visit, known('/me'))).toEqual([]);
  });

  it('where it was refused by an answer to nobody', () => {
    expect(logins(first, refused('/me'), post('/api/enter', typed), known('/me'))).toEqual([]);
  });
});

const bearer = { ...sends, authorization: `Bearer ${random.base62(40)}` };

function byToken(method: string, status = 200): ReturnType<typeof call> {
  return call('/me', { method, status, sends: bearer });
}

function emptied(): Partial<ExchangeSpec> {
  return { requestBody: json({}) };
}

function twoActs(): ReturnType<typeof call>[] {
  return [turnedDown(), post('/api/enter', typed), post('/api/note', typed)];
}

function other(status: number): Partial<ExchangeSpec> {
  return { status, sends: { cookie: `sid=${hex()}` } };
}
