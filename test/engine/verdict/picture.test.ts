import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { pictureSvg, pictureText } from '../../../src/engine/report/formats/picture-svg.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';

const SHOP = 'https://shop.test';
const sid = new Seeded('picture').bytes(16).toString('hex');
const sent = (path: string, more: Partial<ExchangeSpec> = {}): ExchangeSpec => ({
  url: SHOP + path,
  type: 'fetch',
  topUrl: SHOP,
  sends: { cookie: `PHPSESSID=${sid}` },
  ...more,
});

function pictureOf(...specs: ExchangeSpec[]) {
  const analysis = new Analysis();
  for (const spec of specs) analysis.addExchange(exchange(spec));
  return analysis
    .report({ source: { kind: 'har', url: SHOP, dropped: 0 }, version: '0' })
    .sites.find(({ site }) => site === SHOP)!.picture;
}
const login: ExchangeSpec = {
  url: `${SHOP}/login`,
  method: 'POST',
  status: 303,
  redirectUrl: `${SHOP}/`,
  requestBody: readBody('application/x-www-form-urlencoded', 'user=a&password=b'),
  gets: { 'set-cookie': `PHPSESSID=${sid}; Path=/; HttpOnly` },
};

describe('the flow picture', () => {
  it('tells login, keeping and use in order', () => {
    expect(pictureText(pictureOf(login, sent('/api/a'), sent('/api/b')))).toBe(
      [
        'Page → shop.test: POST /login.',
        'shop.test → Page: PHPSESSID.',
        'Page → Browser storage: cookie jar: PHPSESSID.',
        'Login.',
        'Page → shop.test: GET /api/a and others with PHPSESSID ×2.',
      ].join('\n'),
    );
  });

  it('names what was asked for again and again alone where it was all that was', () => {
    const again = [sent('/api/a'), sent('/api/a?page=2'), sent('/api/a?page=3')];
    expect(
      pictureText(pictureOf(login, ...again))
        .split('\n')
        .at(-1),
    ).toBe('Page → shop.test: GET /api/a with PHPSESSID ×3.');
  });

  it('stays readable with 500 requests: repeats fold into one arrow with a count', () => {
    const { rows } = pictureOf(login, ...Array.from({ length: 500 }, (_, n) => sent(`/api/${n}`)));
    expect(rows).toHaveLength(5);
    expect(rows.at(-1)).toMatchObject({ kind: 'send', count: 500 });
  });

  it('draws a logout by itself, though it carries the same as what went before', () => {
    const posted = (path: string) => sent(path, { method: 'POST' });
    const told = pictureText(
      pictureOf(login, sent('/a'), posted('/beat'), posted('/beat'), posted('/logout')),
    );
    expect(told.split('\n').slice(4)).toEqual([
      'Page → shop.test: GET /a and others with PHPSESSID ×3.',
      'Page → shop.test: POST /logout with PHPSESSID.',
      'Logout.',
    ]);
  });

  it('draws a session that is only set again once', () => {
    const again = { gets: { 'set-cookie': `PHPSESSID=${sid}; Path=/; HttpOnly` } };
    expect(pictureOf(login, sent('/a', again), sent('/b', again)).rows).toHaveLength(5);
  });

  it('leaves out the beginning of what is too long, and says how much', () => {
    const rotations = Array.from({ length: 60 }, (_, n) =>
      sent(`/r${n}`, {
        gets: { 'set-cookie': `PHPSESSID=${new Seeded(n).bytes(16).toString('hex')}; Path=/` },
      }),
    );
    const { rows, omitted } = pictureOf(...rotations);
    expect(rows).toHaveLength(48);
    expect(omitted).toBeGreaterThan(48);
  });

  it('folds a refresh that comes again and again, and what is sent between', () => {
    const refresh = (n: number) => [
      sent('/api/a'),
      sent('/refresh', {
        method: 'POST',
        gets: {
          'set-cookie': `PHPSESSID=${new Seeded(`r${n}`).bytes(16).toString('hex')}; Path=/`,
        },
        sends: {
          cookie: `PHPSESSID=${n === 0 ? sid : new Seeded(`r${n - 1}`).bytes(16).toString('hex')}`,
        },
      }),
    ];
    const { rows, omitted } = pictureOf(
      login,
      ...Array.from({ length: 20 }, (_, n) => refresh(n)).flat(),
    );
    expect(omitted).toBe(0);
    expect(rows.length).toBeLessThan(14);
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'give', count: 20 }));
  });

  it('never leaves out a login or a first issue', () => {
    const rotations = Array.from({ length: 60 }, (_, n) =>
      sent(`/r${n}`, {
        gets: { 'set-cookie': `PHPSESSID=${new Seeded(n).bytes(16).toString('hex')}; Path=/` },
      }),
    );
    const { rows } = pictureOf(login, ...rotations);
    expect(rows).toHaveLength(48);
    expect(rows[0]).toMatchObject({ kind: 'give' });
    expect(rows).toContainEqual(expect.objectContaining({ moment: 'login' }));
  });

  it('is an SVG with a text alternative, in which hostile names are text', () => {
    const name = '<script>alert(1)</script>sid"&';
    const svg = pictureSvg(
      pictureOf({
        ...login,
        gets: { 'set-cookie': [`${name}=${sid}; HttpOnly`, `PHPSESSID=${sid.toUpperCase()}`] },
      }),
    );
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="t d">/);
    expect(svg).toContain('<desc id="d">');
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  it('says what was proved at its row, in the drawing and in words', () => {
    const picture = pictureOf(login, sent('/api/a'));
    const marks = new Map([[2, 'PHPSESSID<b>: logs in']]);
    const svg = pictureSvg(picture, undefined, marks);
    expect(svg.match(/<text class="label proved"[^>]*>([^<]*)</)?.[1]).toBe(
      'PHPSESSID&lt;b&gt;: logs in',
    );
    expect(pictureText(picture, undefined, marks).split('\n')[2]).toBe(
      'Page → Browser storage: cookie jar: PHPSESSID [PHPSESSID<b>: logs in].',
    );
    expect(pictureSvg(picture)).not.toContain('class="label proved"');
  });
});
