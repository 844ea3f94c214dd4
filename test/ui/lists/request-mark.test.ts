import { describe, expect, it } from 'vitest';
import type { ReportEvent } from '../../../src/engine/report/report-event.js';
import type { RequestDetail } from '../../../src/messaging/views.js';
import { markedLine, markOf, type RequestMark } from '../../../src/ui/lists/request-mark.js';

const DETAIL: Omit<RequestDetail, 'row'> = {
  parameters: [{ name: 'access_token', value: 'eyJh…(90)', credentialIds: ['c2'] }],
  requestHeaders: [
    { name: 'accept', value: '*/*' },
    {
      name: 'cookie',
      value: 'theme=dark; sid=A1B2…(32)',
      credentialIds: ['c1'],
      parts: [
        { name: 'theme', value: 'dark' },
        { name: 'sid', value: 'A1B2…(32)', credentialIds: ['c1'] },
      ],
    },
  ],
  requestFields: [{ name: '/csrf', value: '…(8)', credentialIds: ['c5'] }],
  responseHeaders: [
    { name: 'cache-control', value: 'public' },
    { name: 'set-cookie', value: 'sid=C3D4…(32); Path=/' },
  ],
  responseFields: [],
  left: { request: 0, response: 0 },
  diagnoses: [],
};

describe('the line that is meant', () => {
  it.each<[string, RequestMark, string | undefined, unknown]>([
    [
      'the cookie that was sent',
      { credentialId: 'c1', side: 'request' },
      'sid',
      ['requestHeaders', 1, 1],
    ],
    [
      'the line that set it, by its name',
      { credentialId: 'c9', side: 'response' },
      'sid',
      ['responseHeaders', 1, undefined],
    ],
    [
      'a cookie whose value is another by now',
      { credentialId: 'c9', side: 'request' },
      'sid',
      ['requestHeaders', 1, 1],
    ],
    ['a parameter', { credentialId: 'c2', side: null }, undefined, ['parameters', 0, undefined]],
    ['a field', { credentialId: 'c5', side: null }, undefined, ['requestFields', 0, undefined]],
    [
      'a header that the sentence names',
      { credentialId: null, side: null, said: 'Cache-Control: public lets others keep it' },
      undefined,
      ['responseHeaders', 0, undefined],
    ],
    ['none', { credentialId: null, side: null, said: 'no header' }, undefined, undefined],
    ['none of another name', { credentialId: 'c7', side: null }, 'other', undefined],
  ])('is %s', (_, mark, name, wanted) => {
    const line = markedLine(DETAIL as RequestDetail, mark, name);
    expect(line && [line.list, line.at, line.part]).toEqual(wanted);
  });

  it.each([
    ['issued', 'response'],
    ['cleared', 'response'],
    ['sent', 'request'],
    ['exposed', 'request'],
    ['stored', null],
  ])('of the step %s is in the %s', (type, side) => {
    expect(markOf({ type, credentialId: 'c1' } as ReportEvent)).toEqual({
      credentialId: 'c1',
      side,
    });
  });
});
