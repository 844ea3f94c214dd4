import { checkpointOf } from '../support/checkpoint.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Header, LoginForm } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { readHar } from '../../src/engine/normalize/sources/har.js';
import { devtoolsEntry } from '../../src/capture/devtools-entry.js';
import type { LogRecord } from '../../src/recording/record.js';
import { Recording } from '../../src/recording/recording.js';
import {
  answeredEvent,
  failedEvent,
  sentEvent,
} from '../../src/recording/requests/request-event.js';
import { START } from '../support/exchange.js';

const SITE = 'https://shop.test';
/** What a page calls its password, beside names that need no page. */
const NAMED_BY_PAGE = 'k1';
const form: LoginForm = {
  kind: 'login-form',
  at: START,
  pageUrl: `${SITE}/login`,
  actionUrl: `${SITE}/login`,
  method: 'POST',
  fields: [{ name: NAMED_BY_PAGE, type: 'password' }],
};

const field = fc.constantFrom(NAMED_BY_PAGE, 'password', 'userPass', 'pwd', 'senha', '비밀번호');
const password = fc.stringMatching(/^[A-Z0-9!?#&=/@ ."]{4}[A-Z0-9]{12}[A-Z0-9!?&= ."]{0,4}$/);
const wrap = fc.constantFrom<(inner: string) => string>(
  (inner) => inner,
  (inner) => `/r?next=${encodeURIComponent(inner)}`,
  (inner) => `/r?next=${encodeURIComponent(encodeURIComponent(inner))}`,
  (inner) => `/r#${inner.slice(1)}`,
  (inner) => `/r?q=${encodeURIComponent(JSON.stringify({ a: [{ to: inner }] }))}`,
);
const json = fc.constantFrom<(name: string, secret: string) => unknown>(
  (name, secret) => ({ user: 'ada', [name]: secret }),
  (name, secret) => ({ variables: { input: { [name]: secret } } }),
  (name, secret) => ({ [name]: { value: secret } }),
  (name, secret) => ({ [name]: [secret] }),
  (name, secret) => ({ data: JSON.stringify({ [name]: secret }) }),
  (_name, secret) => [{ name: 'password', value: secret }],
);
const mime = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', '');

interface Case {
  name: string;
  secret: string;
  around: (inner: string) => string;
  shape: (name: string, secret: string) => unknown;
  type: string;
}

/** Everything a browser could tell of a visit, with the password in each place. */
function toldOf({ name, secret, around, shape, type }: Case) {
  const path = around(`/login?user=ada&${encodeURIComponent(name)}=${encodeURIComponent(secret)}`);
  const url = SITE + path;
  const pair = Buffer.from(`ada:${secret}`).toString('base64');
  const requestHeaders: Header[] = [
    { name: 'Referer', value: url },
    { name: 'X-Original-URL', value: path },
    { name: 'X-Authorization', value: ` Basic\t${pair}` },
    { name: 'Authorization', value: `basic  ${pair}` },
  ];
  const responseHeaders: Header[] = [
    { name: 'Location', value: path },
    { name: 'Refresh', value: `0; url=${path}` },
  ];
  const postData = { mimeType: type, text: JSON.stringify(shape(name, secret)) };
  return { path, url, pair, requestHeaders, responseHeaders, postData };
}

type Told = ReturnType<typeof toldOf>;

function live({ url, requestHeaders, responseHeaders, postData }: Told, early: boolean) {
  const base = { requestId: '1', timeStamp: START + 1, url, method: 'GET', type: 'xmlhttprequest' };
  const details = { ...base, tabId: 1, frameId: 0, requestHeaders, responseHeaders };
  const content = { mimeType: postData.mimeType, text: postData.text };
  const entry = devtoolsEntry(
    {
      startedDateTime: new Date(START + 5_000),
      _resourceType: 'fetch',
      request: { method: 'POST', url, headers: requestHeaders, postData },
      response: { status: 200, headers: responseHeaders, content },
    },
    postData.text,
  );
  const visit: LogRecord[] = [
    { kind: 'navigated', at: START, url: `${SITE}/login` },
    sentEvent(details),
    answeredEvent({ ...details, statusCode: 302, redirectUrl: url }, 'answered'),
    sentEvent({ ...details, requestId: '2' }),
    failedEvent({ ...details, requestId: '2', error: `failed ${url}` }),
    { kind: 'devtools', at: START + 5_001, entries: [entry] },
  ];
  const recording = new Recording();
  for (const record of early ? [form, ...visit] : [...visit, form]) recording.add(record);
  recording.settle(START + 60_000);
  return recording;
}

function ofFile({ url, requestHeaders, responseHeaders, postData }: Told): Recording {
  const message = { type: 'send', opcode: 1, time: 1, data: postData.text };
  const page = { mimeType: 'text/html', text: `<input type=password name=${NAMED_BY_PAGE}>` };
  const at = (second: number) => new Date(START + second * 1_000).toISOString();
  const har = readHar({
    log: {
      pages: [{ id: 'p', title: url }],
      entries: [
        {
          startedDateTime: at(0),
          pageref: 'p',
          request: { method: 'POST', url, headers: requestHeaders, postData },
          response: { status: 302, headers: responseHeaders, redirectURL: url, content: {} },
        },
        {
          startedDateTime: at(1),
          request: { method: 'GET', url: `${SITE}/login`, headers: [] },
          response: { status: 200, headers: [], content: page },
          _webSocketMessages: [message],
        },
        {
          startedDateTime: at(2),
          request: { method: 'GET', url, headers: [] },
          response: { status: 0, headers: [], _error: `failed ${url}` },
        },
      ],
    },
  });
  return Recording.fromExchanges(har.exchanges);
}

function all(recording: Recording): string {
  const details = recording.exchanges.ids().map((id) => recording.requests.detail(id));
  return JSON.stringify([checkpointOf(recording), recording.requests.rows(0), details]);
}

it('holds a password nowhere, wherever a browser or a file tells it', () => {
  const any = fc.record({ name: field, secret: password, around: wrap, shape: json, type: mime });
  fc.assert(
    fc.property(any, fc.boolean(), (one, early) => {
      const told = toldOf(one);
      const core = /[A-Z0-9]{12}/.exec(one.secret)![0];
      for (const recording of [live(told, early), ofFile(told)]) {
        expect(recording.exchanges.count).toBeGreaterThan(0);
        const held = all(recording);
        expect(held).not.toContain(core);
        expect(held).not.toContain(told.pair.slice(8, 20));
      }
    }),
    { numRuns: 300 },
  );
});

it('keeps what is none, wherever it is told', () => {
  const kept = readBody('application/json', '{"sub":"auth0|a1b2c3","passport":"A1234567"}');
  expect(kept.fields.map(({ pointer }) => pointer)).toEqual(['/sub', '/passport']);
  const told = toldOf({
    name: 'passenger',
    secret: 'A1234567',
    around: (inner) => inner,
    shape: (name, secret) => ({ [name]: secret }),
    type: 'application/json',
  });
  expect(all(live(told, true)).split('A1234567').length).toBeGreaterThan(4);
});
