import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { ExchangeLog } from '../../../src/engine/trail/exchange-log.js';
import { TurnedAwayList } from '../../../src/engine/trail/turned-away.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const SITE = 'https://shop.test';
const FORM = readBody('text/html', '<input type=password name=pw>');
const PLAIN = readBody('text/html', '<h1>Desk</h1>');

const noted = (...specs: ExchangeSpec[]) => {
  const list = new TurnedAwayList();
  for (const spec of specs) list.note(exchange(spec));
  return list.all().map(({ place, how, to }) => [place, how, ...(to === undefined ? [] : [to])]);
};
const redirect = (path: string, redirectUrl: string) => ({
  url: SITE + path,
  status: 302,
  redirectUrl,
});

describe('what an address did that may have been because nobody was logged in', () => {
  it.each<[string, ExchangeSpec, string[]]>([
    ['a redirect to a login', redirect('/a', `${SITE}/login`), ['refused']],
    ['a redirect to a logout', redirect('/a', `${SITE}/logout.php`), ['refused']],
    ['401', { url: `${SITE}/a`, type: 'fetch', status: 401 }, ['refused']],
    ['another redirect', redirect('/a', `${SITE}/b?x=1`), ['sent', `${SITE}/b`]],
    ['a page with a form', { url: `${SITE}/a`, responseBody: FORM }, ['asked']],
    [
      'a header that leads on',
      { url: `${SITE}/a`, gets: { refresh: '1; URL="b"' } },
      ['sent', `${SITE}/b`],
    ],
  ])('%s', (_, spec, how) => {
    expect(noted(spec)).toEqual([[`${SITE}/a`, ...how]]);
  });

  it.each<[string, ExchangeSpec]>([
    ['to another site', redirect('/a', 'https://other.test/')],
    ['to the same with a slash', redirect('/a', `${SITE}/a/`)],
    ['to the same with its file', redirect('/a/', `${SITE}/a/index.php`)],
    ['to the same in a language', redirect('/a', `${SITE}/pt-br/a`)],
    ['from one language to another', redirect('/de/a', `${SITE}/en/a`)],
    ['of a form', { ...redirect('/a', `${SITE}/b`), method: 'POST' }],
    ['of a picture', { ...redirect('/a', `${SITE}/b`), type: 'other' }],
    ['nowhere', { url: `${SITE}/a`, gets: { refresh: '30' } }],
    ['to what is no address', { url: `${SITE}/a`, gets: { refresh: '0; url=https://[' } }],
  ])('a redirect %s is none', (_, spec) => {
    expect(noted(spec)).toEqual([]);
  });

  it('counts the same once, with its last time', () => {
    const list = new TurnedAwayList();
    for (const at of [5_000, 9_000]) list.note(exchange({ ...redirect('/a', `${SITE}/b`), at }));
    expect(list.all()).toMatchObject([{ at: 5_000, lastAt: 9_000 }]);
  });

  it('keeps the latest, and goes on from what was saved', () => {
    const list = new TurnedAwayList();
    for (let n = 0; n < 300; n++) list.note(exchange(redirect(`/a${n}`, `${SITE}/login`)));
    const again = new TurnedAwayList(JSON.parse(JSON.stringify(list.save())));
    expect(again.all()).toEqual(list.all());
    expect(again.all().length).toBeLessThan(200);
    expect([again.knows(`${SITE}/a299?x=1`), again.knows(`${SITE}/a0`)]).toEqual([true, false]);
  });

  it('knows the page of a form that was told', () => {
    const log = new ExchangeLog();
    log.form({
      kind: 'login-form',
      pageUrl: `${SITE}/a`,
      actionUrl: `${SITE}/b`,
      method: 'POST',
      at: 1,
      fields: [],
    });
    expect(log.turnedAway()).toMatchObject([{ place: `${SITE}/a`, how: 'asked' }]);
  });
});

describe('a page at an address that asked for a password before', () => {
  const seen = (id: string, at: number) => ({
    ref: { id, method: 'GET', url: `${SITE}/`, status: 200 },
    at,
    carried: ['c1'],
    set: [],
  });
  const visit = (first: 'now' | 'late', second: 'now' | 'late') => {
    const log = new ExchangeLog();
    for (const [n, body, when] of [
      [1, FORM, first],
      [2, undefined, 'now'],
      [3, PLAIN, second],
    ] as const) {
      const entry = { ...seen(`x${n}`, n), ...(n === 2 && { password: 'body' as const }) };
      const bare = exchange({ url: `${SITE}/`, at: n });
      const whole = exchange({ url: `${SITE}/`, at: n, ...(body && { responseBody: body }) });
      log.addExchange(entry, when === 'now' ? whole : bare);
      if (when === 'late') log.addBodies(entry, whole);
    }
    return log.all().map(({ withoutForm }) => withoutForm);
  };

  it.each([
    ['now', 'now'],
    ['late', 'now'],
    ['late', 'late'],
    ['now', 'late'],
  ] as const)('shows no form, with bodies told %s and %s', (first, second) => {
    expect(visit(first, second)).toContain(true);
  });
});
