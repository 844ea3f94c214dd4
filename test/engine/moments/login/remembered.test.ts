import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { form, html } from '../../../support/bodies.js';
import { at, hex, leadsTo, post } from '../../../support/box-site.js';
import { START } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

const [FIRST, NEXT, KEPT] = [hex(), hex(), hex(40)];
const UNTIL = 'Expires=Wed, 01 Apr 2036 00:00:00 GMT';
const line = (name: string, value: string, more = '') =>
  `${name}=${value}; Path=/; HttpOnly${more}`;
const KNOWN = html('<p>Ada</p><a href="/logout">Log out</a>');
const DAY = 86_400_000;

interface Return {
  sends?: string;
  gets?: string;
  responseBody?: ReturnType<typeof html>;
  kept?: string;
}

/** The role of the session after somebody comes again a day later. */
function roleAfter({ sends, gets, responseBody = KNOWN, kept = `; ${UNTIL}` }: Return): string {
  const analysis = new Analysis();
  const visit = { cookie: `app=${FIRST}` };
  const both = (id: string) => ({ cookie: `app=${id}; app_login=${KEPT}` });
  momentsTold(
    [
      at('/in', { at: START, gets: { 'set-cookie': line('app', FIRST) } }),
      post('/in', {
        at: START + 9_000,
        sends: visit,
        requestBody: form('u=ada&pw=xyzzy&remember=on'),
        gets: { 'set-cookie': line('app_login', KEPT, kept) },
        ...leadsTo('/list'),
      }),
      at('/list', { at: START + 10_000, sends: both(FIRST), responseBody: KNOWN }),
      at('/list', {
        at: START + DAY,
        sends: { cookie: sends ?? `app_login=${KEPT}` },
        gets: { 'set-cookie': gets ?? line('app', NEXT) },
        responseBody,
      }),
      at('/list?page=2', { at: START + DAY + 9_000, sends: both(NEXT), responseBody: KNOWN }),
    ],
    analysis,
  );
  return analysis.credentials().find(({ name }) => name === 'app')!.role;
}

describe('a session that is given for what a login gave to be kept', () => {
  it('is one, though the login left it alone', () => {
    expect(roleAfter({})).toBe('session');
  });

  it.each<[string, Return]>([
    ['comes beside the session', { sends: `app=${FIRST}; app_login=${KEPT}` }],
    ['comes alone, of whoever has nothing', { sends: 'lang=en' }],
    ['is answered with a page for everybody', { responseBody: html('<p>News</p>') }],
    ['comes with what is for this visit as well', { kept: '' }],
    ['gets something else to be kept', { gets: line('app', NEXT, `; ${UNTIL}`) }],
  ])('is none where a request %s', (_, more) => {
    expect(roleAfter(more)).not.toBe('session');
  });
});
