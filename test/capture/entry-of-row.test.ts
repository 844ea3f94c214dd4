import { describe, expect, it } from 'vitest';
import type { HarEntry } from '../../src/capture/devtools-entry.js';
import { bodyOf, headersOf } from '../../src/capture/entry-of-row.js';
import type { RequestRow } from '../../src/recording/shown/view.js';
import { redactUrl } from '../../src/engine/values/telling/redact.js';

const URL_SENT = 'https://a.test/x?access_token=f3a91c7be4d2480f9b6e0a7715cc28d4';
const AT = Date.UTC(2026, 0, 1);

const entry = (own: { at?: number; status?: number; url?: string; mark?: string }): HarEntry => ({
  startedDateTime: new Date(AT + (own.at ?? 0)).toISOString(),
  request: {
    method: 'GET',
    url: own.url ?? URL_SENT,
    headers: [{ name: 'X-Mark', value: own.mark ?? '' }],
  },
  response: { status: own.status ?? 200, headers: [] },
});
const row: RequestRow = {
  id: '1.0',
  method: 'GET',
  url: redactUrl(URL_SENT),
  host: 'a.test',
  type: 'fetch',
  startedAt: AT,
  status: 200,
  carried: [],
  set: [],
};
const marks = (entries: HarEntry[]) => headersOf(entries, row)?.request.map(({ value }) => value);

describe('the headers of a row, as DevTools has them', () => {
  it('are those of the entry that began nearest', () => {
    expect(marks([entry({ at: 900, mark: 'far' }), entry({ at: -20, mark: 'near' })])).toEqual([
      'near',
    ]);
  });

  it.each([
    ['another address', entry({ url: 'https://a.test/y' })],
    ['another status', entry({ status: 500 })],
    ['another time', entry({ at: 5_000 })],
  ])('are not those of %s', (_, other) => {
    expect(marks([other])).toBeUndefined();
  });

  it('are those of a response that was asked for again (304)', () => {
    expect(marks([entry({ status: 304, mark: 'same' })])).toEqual(['same']);
  });

  it('have no password in them', () => {
    const basic = { name: 'Authorization', value: `Basic ${btoa('ada:tulip-garden')}` };
    const told = entry({});
    told.request.headers.push(basic);
    expect(JSON.stringify(headersOf([told], row))).not.toContain(basic.value);
  });
});

describe('the body that a row posted, as DevTools has it', () => {
  const posting = (text?: string): HarEntry => {
    const own = entry({});
    const postData = { mimeType: 'text/plain', ...(text !== undefined && { text }) };
    return { ...own, request: { ...own.request, postData } };
  };

  it.each([
    ['its text', posting('a=1'), { url: URL_SENT, mimeType: 'text/plain', text: 'a=1' }],
    ['none', entry({}), null],
    ['none without a text', posting(), null],
  ])('%s', (_, told, wanted) => {
    expect(bodyOf(told)).toEqual(wanted);
  });
});
