import { describe, expect, it } from 'vitest';
import { readHar } from '../../../../src/engine/normalize/sources/har.js';

const SIZE = { size: 90, mimeType: 'text/html' };
const entry = (request: object, response: object, more: object = {}) => ({
  startedDateTime: '2026-05-04T10:00:00.250Z',
  request: { method: 'GET', url: 'https://a.test/', headers: [], ...request },
  response: {
    status: 200,
    headers: [{ name: 'Set-Cookie', value: 'a=1' }],
    content: { ...SIZE, text: '<p>hello' },
    ...response,
  },
  ...more,
});
const told = (...entries: object[]) =>
  readHar({ log: { entries } }).diagnoses.map(({ code, detail }) => [
    code,
    ...Object.values(detail ?? {}),
  ]);

const header = (name: string, value: string) => ({ headers: [{ name, value }] });
const posted = (more: object) => ({ method: 'POST', ...more });
const SET = { name: 'Set-Cookie', value: 'a=1' };

describe('content that a file leaves out', () => {
  it.each([
    ['by its size', { content: SIZE }],
    ['by its header', { ...header('Content-Length', '80'), content: { mimeType: 'text/html' } }],
    ['of a size that nobody measured', { content: { ...SIZE, size: -1 }, bodySize: -1 }],
    ['of an answer to a script', { content: { size: 20, mimeType: 'application/json' } }],
  ])('is missing of an answer %s', (_, response) => {
    const cookie = entry({}, {});
    expect(told(cookie, entry({}, response))).toEqual([['answers-missing', 1, 2]]);
  });

  it.each([
    ['one whose headers alone were measured', {}, { content: { ...SIZE, size: 0 }, bodySize: 312 }],
    ['an answer that is empty', {}, { content: { size: 0, mimeType: 'text/html' }, bodySize: 0 }],
    [
      'one that says so',
      {},
      { headers: [SET, { name: 'content-length', value: '0' }], content: {} },
    ],
    ['no content', {}, { status: 204, content: { ...SIZE, size: -1 } }],
    ['a redirect', {}, { status: 302, content: SIZE }],
    ['not modified', {}, { status: 304, content: SIZE }],
    ['only the head', { method: 'HEAD' }, { content: SIZE }],
    ['a picture', {}, { content: { size: 900, mimeType: 'image/png' } }],
    ['a script', {}, { content: { size: 900, mimeType: 'text/javascript' } }],
  ])('is not missing of %s', (_, request, response) => {
    expect(told(entry(request, { headers: [SET], ...response }), entry({}, {}))).toEqual([]);
  });

  it('is missing of all', () => {
    expect(told(entry({}, { content: SIZE }))).toEqual([['all-answers-missing', 1]]);
  });

  it('is not missing of a font, whatever its server called it', () => {
    const font = entry({}, { content: { ...SIZE, mimeType: 'text/plain' } });
    expect(told({ ...font, _resourceType: 'font' })).toEqual([]);
  });

  it.each([
    ['with a length', posted(header('Content-Length', '12')), [['sent-missing', 1, 1]]],
    ['with a size', posted({ bodySize: 12 }), [['sent-missing', 1, 1]]],
    [
      'with an empty text',
      posted({ bodySize: 12, postData: { text: '' } }),
      [['sent-missing', 1, 1]],
    ],
    ['without anything', posted(header('Content-Length', '0')), []],
    ['with a text', posted({ bodySize: 3, postData: { mimeType: 'x', text: 'a=1' } }), []],
    ['with parameters', posted({ bodySize: 3, postData: { params: [{ name: 'a' }] } }), []],
    ['that asks', { method: 'GET', bodySize: 12 }, []],
  ])('is looked for in a request %s', (_, request, expected) => {
    expect(told(entry(request, {}))).toEqual(expected);
  });
});

describe('times that are all the same', () => {
  const at = (startedDateTime: string) => ({ ...entry({}, {}), startedDateTime });

  it.each(['2026-05-04T10:00:00.250Z', '2026-05-04T10:00:00Z'])('are said to be: %s', (time) => {
    expect(told(at(time), at(time), at(time))).toEqual([['one-time']]);
  });

  it('may be by chance of two requests, and are not of three that differ', () => {
    const [time, other] = ['2026-05-04T10:00:00.250Z', '2026-05-04T10:00:00.251Z'];
    expect(told(at(time), at(time))).toEqual([]);
    expect(told(at(time), at(time), at(other))).toEqual([]);
  });
});
