import { EventEmitter } from 'node:events';
import type { CDPSession } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { HarEntry } from '../../../accuracy/evaluate/inventory.js';
import { toHar } from '../../../accuracy/record/har.js';
import { NetworkLog } from '../../../browser/network-log.js';
import { readHar } from '../../../src/engine/normalize/sources/har.js';

/**
 * Plays DevTools protocol events into a log, as Chromium emits them around a redirect after a
 * login.
 */
async function recorded(): Promise<NetworkLog> {
  const events = new EventEmitter();
  const cdp = Object.assign(events, {
    send: async (method: string) =>
      method === 'Network.getResponseBody' ? { body: '<p>Hi</p>', base64Encoded: false } : {},
  });
  const log = new NetworkLog(cdp as unknown as CDPSession);
  await log.start();
  const request = (url: string, method: string, timestamp: number) => ({
    requestId: '1',
    loaderId: 'L',
    documentURL: url,
    wallTime: 1_767_225_600 + timestamp,
    timestamp,
    type: 'Document',
    initiator: { type: 'other' },
    request: {
      url,
      method,
      headers: {},
      ...(method === 'POST' ? { postData: 'name=ada', hasPostData: true } : {}),
    },
  });
  const response = (url: string, status: number) => ({
    url,
    status,
    statusText: '',
    headers: { 'content-type': 'text/html' },
    mimeType: 'text/html',
    protocol: 'http/1.1',
    encodedDataLength: 1,
  });
  const held = (name: string, value: string) => ({
    cookie: { name, value, domain: 'shop.test', path: '/', httpOnly: true },
    blockedReasons: [] as string[],
  });
  const strict = { ...held('strict', '3'), blockedReasons: ['SameSiteStrict'] };
  events.emit('Network.requestWillBeSent', request('https://shop.test/login', 'POST', 1));
  // The extra information may come before or after the event that it belongs to.
  events.emit('Network.responseReceivedExtraInfo', {
    requestId: '1',
    statusCode: 302,
    headers: { 'Set-Cookie': 'a=1\nb=2', location: '/home' },
  });
  events.emit('Network.requestWillBeSentExtraInfo', {
    requestId: '1',
    headers: { Cookie: 'old=1', 'Content-Type': 'application/x-www-form-urlencoded' },
    associatedCookies: [held('old', '1'), strict],
  });
  events.emit('Network.requestWillBeSent', {
    ...request('https://shop.test/home', 'GET', 1.25),
    redirectResponse: response('https://shop.test/login', 302),
    redirectHasExtraInfo: true,
  });
  events.emit('Network.requestWillBeSentExtraInfo', {
    requestId: '1',
    headers: { Cookie: 'a=1; b=2' },
    associatedCookies: [],
  });
  events.emit('Network.responseReceivedExtraInfo', {
    requestId: '1',
    statusCode: 200,
    headers: { 'content-type': 'text/html' },
  });
  events.emit('Network.responseReceived', {
    requestId: '1',
    response: response('https://shop.test/home', 200),
    hasExtraInfo: true,
  });
  events.emit('Network.loadingFinished', { requestId: '1', timestamp: 1.5 });
  await log.settled();
  return log;
}

describe('toHar', () => {
  it('says what the jar held for a request, sent or not', async () => {
    const { entries } = toHar(await recorded()).log as { entries: HarEntry[] };
    expect(entries[0]!._held).toEqual([
      { name: 'old', value: '1', domain: 'shop.test' },
      { name: 'strict', value: '3', domain: 'shop.test' },
    ]);
  });

  it('gives each hop of a redirect an entry with the headers that went over the wire', async () => {
    const { exchanges, diagnoses } = readHar(toHar(await recorded()));
    expect(diagnoses).toEqual([]);
    expect(exchanges).toMatchObject([
      {
        method: 'POST',
        url: 'https://shop.test/login',
        startedAt: 1_767_225_601_000,
        endedAt: 1_767_225_601_250,
        redirectUrl: 'https://shop.test/home',
        request: {
          headers: [{ name: 'cookie', value: 'old=1' }, { name: 'content-type' }],
          body: { kind: 'form' },
        },
        response: {
          status: 302,
          headers: [
            { name: 'set-cookie', value: 'a=1' },
            { name: 'set-cookie', value: 'b=2' },
            { name: 'location' },
          ],
        },
      },
      {
        method: 'GET',
        url: 'https://shop.test/home',
        type: 'document',
        request: { headers: [{ name: 'cookie', value: 'a=1; b=2' }] },
        response: { status: 200, body: { kind: 'html' } },
      },
    ]);
  });
});
