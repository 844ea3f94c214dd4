import { describe, expect, it } from 'vitest';
import { START } from '../../support/exchange.js';
import { recorded, request } from '../../support/recorded.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://shop.test';
const sid = new Seeded('shown requests').bytes(16).toString('hex');

const visit = () =>
  recorded(
    { kind: 'navigated', at: START, url: `${SITE}/` },
    ...request(1, { sets: `PHPSESSID=${sid}; Path=/` }),
    ...request(2, { sends: `PHPSESSID=${sid}`, url: `${SITE}/x?token=${sid}` }),
  );

describe('the requests of a recording', () => {
  it('are rows and details, masked, with the credentials in them', () => {
    const recording = visit();
    const { rows, revision } = recording.requests.rows(0);
    expect(rows.map(({ id, carried, set }) => [id, carried, set])).toEqual([
      ['1.0', [], ['c1']],
      ['2.0', expect.arrayContaining(['c1']), []],
    ]);
    expect(recording.requests.rows(revision).rows).toEqual([]);
    const detail = recording.requests.detail('2.0');
    expect(detail?.requestHeaders[0]).toMatchObject({ name: 'cookie', credentialIds: ['c1'] });
    expect(JSON.stringify([rows, detail])).not.toContain(sid);
    expect(recording.requests.detail('9.9')).toBeUndefined();
  });

  it('are told with their secrets to who asks, and with all headers to who has them', () => {
    const recording = visit();
    expect(JSON.stringify(recording.requests.raw('2.0'))).toContain(sid);
    expect(recording.requests.raw('9.9')).toBeUndefined();
    const sentHeaders = [
      { name: 'user-agent', value: 'Browser/1' },
      { name: 'cookie', value: `theme=dark; sid=${sid}` },
    ];
    const whole = recording.requests.detail('2.0', undefined, {
      request: sentHeaders,
      response: [],
    });
    expect(whole?.left).toEqual({ request: 0, response: 0 });
    expect(whole?.requestHeaders).toMatchObject([
      { name: 'user-agent', value: 'Browser/1' },
      { name: 'cookie', parts: [{ value: 'dark' }, { name: 'sid', credentialIds: ['c1'] }] },
    ]);
    expect(JSON.stringify(whole)).not.toContain(sid);
  });
});
