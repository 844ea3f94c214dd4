import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://app.test';
const JSON_TYPE = 'application/json';
const KEY = new Seeded('key of a program').base62(40);

type Step = 'ask' | 'ask with the key' | 'refused' | 'log in' | 'log in with the key';

/** The verdict on a site after these steps; the login gives nothing that is seen. */
function verdictAfter(...steps: Step[]) {
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: `${SITE}/`, type: 'document' }));
  for (const step of steps) {
    const asks = JSON.stringify({ user: 'ada', password: 'a long one' });
    const login = { method: 'POST', requestBody: readBody(JSON_TYPE, asks) };
    const isLogin = step.startsWith('log in');
    analysis.addExchange(
      exchange({
        url: isLogin ? `${SITE}/login` : `${SITE}/list`,
        ...(step.endsWith('the key') && { sends: { 'x-api-key': KEY } }),
        status: step === 'refused' ? 401 : 200,
        ...(isLogin && login),
        responseBody: readBody(JSON_TYPE, '{"ok":true,"items":["one","two","three"]}'),
      }),
    );
  }
  return analysis.report(options).sites.find(({ site }) => site === SITE);
}

describe('a key that a site was sent before a login, or with it', () => {
  it.each<[Step[]]>([
    [['ask with the key', 'log in', 'ask with the key']],
    [['ask with the key', 'log in with the key', 'ask with the key']],
    [['log in with the key', 'ask with the key']],
  ])('is not what the site knows its user by since: %j', (steps) => {
    const verdict = verdictAfter(...steps);
    expect(verdict).toMatchObject({ mechanism: 'none', grade: null });
    expect(verdict?.sentence).toMatch(/^A login was seen, but not what/);
  });

  it.each<[string, Step[]]>([
    ['nobody logged in', ['ask with the key', 'ask with the key']],
    ['it was first sent after the login', ['log in', 'ask with the key']],
    ['a person gave it by hand', ['refused', 'ask with the key', 'ask with the key']],
  ])('may be where %s', (_, steps) => {
    expect(verdictAfter(...steps)?.mechanism).toBe('api-key');
  });
});
