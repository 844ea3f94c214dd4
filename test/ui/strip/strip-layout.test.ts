import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportCredential } from '../../../src/engine/report/report-credential.js';
import type { ReportEvent } from '../../../src/engine/report/report-event.js';
import { layStrip } from '../../../src/ui/strip/strip-layout.js';

const iso = (second: number): string =>
  new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString();

type Some = Partial<Pick<ReportCredential, 'id' | 'issuedAt' | 'expiresAt' | 'state'>>;
const credential = (some: Some = {}) => ({
  id: 'c1',
  name: 'sid',
  issuedAt: iso(0),
  expiresAt: null,
  firstSeen: iso(0),
  state: 'live' as const,
  ...some,
});

const event = (
  type: string,
  second: number,
  some: Partial<Pick<ReportEvent, 'credentialId' | 'detail'>> = {},
) => ({ type, at: iso(second), credentialId: 'c1', detail: {}, ...some });

/** A hundred seconds, of which the strip is a little longer. */
const FRAME = [event('issued', 0), event('sent', 100)];

describe('the strip of a recording', () => {
  it.each<[string, Some, ReturnType<typeof event>[], { end: number; fades: boolean }]>([
    ['goes on where nobody knows the end', {}, [], { end: 104, fades: true }],
    ['goes on where the end is later', { expiresAt: iso(500) }, [], { end: 104, fades: true }],
    ['ends when it expires', { expiresAt: iso(40) }, [], { end: 40, fades: false }],
    [
      'ends when it is cleared',
      { state: 'cleared' },
      [event('cleared', 60)],
      { end: 60, fades: false },
    ],
    [
      'has no length before it begins',
      { issuedAt: iso(50), expiresAt: iso(-9) },
      [],
      { end: 50, fades: false },
    ],
  ])('a life %s', (_, some, more, { end, fades }) => {
    const [bar] = layStrip([credential(some)], [...FRAME, ...more])!.bars;
    expect(bar!.end * 104).toBeCloseTo(end);
    expect(bar!.fades).toBe(fades);
  });

  it('draws uses that fall together as one, and the last of those that were told as one', () => {
    const many = Array.from({ length: 500 }, (_, n) => event('sent', 50 + n / 10_000));
    const folded = event('sent', 20, { detail: { count: 9, lastAt: iso(30) } });
    const [bar] = layStrip([credential()], [...FRAME, ...many, folded])!.bars;
    expect(bar!.uses.map((place) => Math.round(place * 104))).toEqual([20, 30, 50, 100]);
  });

  it('stops at the pages that were opened, in order with the rest', () => {
    const page = (second: number) => ({
      at: Date.parse(iso(second)),
      url: `https://a.test/${second}`,
    });
    const login = event('login', 50, { credentialId: null });
    const strip = layStrip([credential()], [...FRAME, login], [page(-20), page(60)])!;
    expect(strip.stops.map(({ type }) => type)).toEqual(['page', 'issued', 'login', 'page']);
    expect(strip.from).toBe(Date.parse(iso(-20)));
    expect(strip.stops[0]).toMatchObject({ place: 0, url: 'https://a.test/-20' });
  });

  it('stops at moments and at what changes a credential that is drawn', () => {
    const { stops, bars } = layStrip(
      [credential()],
      [
        ...FRAME,
        event('login', 1, { credentialId: null }),
        event('rotated', 2),
        event('stored', 3),
        event('refreshed', 4, { credentialId: 'other' }),
        event('logout', 99, { credentialId: null }),
        event('expired', 9_999),
      ],
    )!;
    expect(stops.map(({ type }) => type)).toEqual(['issued', 'login', 'rotated', 'logout']);
    expect(bars[0]!.joints).toHaveLength(1);
  });

  it('counts the bars for which there is no room', () => {
    const many = Array.from({ length: 30 }, (_, n) => credential({ id: `c${n}` }));
    const { bars, omitted } = layStrip(many, FRAME)!;
    expect([bars.length, omitted]).toEqual([8, 22]);
  });

  it.each([
    ['no event', []],
    ['one instant', [event('issued', 5)]],
  ])('is not drawn for %s', (_, events) => {
    expect(layStrip([credential()], events)).toBeUndefined();
  });

  it('stays within its bounds, whatever happened', () => {
    const second = fc.integer({ min: -100_000, max: 100_000 });
    const types = fc.constantFrom('issued', 'sent', 'rotated', 'cleared', 'login', 'expired');
    const events = fc.array(fc.tuple(types, second).map(([type, at]) => event(type, at)));
    fc.assert(
      fc.property(events, second, second, (happened, issued, ends) => {
        const some = credential({ issuedAt: iso(issued), expiresAt: iso(ends) });
        const { bars = [], stops = [] } = layStrip([some], happened) ?? {};
        const places = bars.flatMap(({ start, end, uses, joints }) => [
          start,
          end,
          ...uses,
          ...joints,
        ]);
        for (const place of [...places, ...stops.map((stop) => stop.place)])
          expect(place >= 0 && place <= 1).toBe(true);
        for (const { start, end } of bars) expect(end).toBeGreaterThanOrEqual(start);
      }),
    );
  });
});
