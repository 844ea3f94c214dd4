import { EventEmitter } from 'node:events';
import type { CDPSession } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { NetworkLog } from '../../../browser/network-log.js';

const URL = 'https://box.test/admin';
const REQUEST = {
  requestId: '1',
  loaderId: 'L',
  documentURL: URL,
  wallTime: 1_767_225_600,
  timestamp: 1,
  type: 'Other',
  initiator: { type: 'other' },
  request: { url: URL, method: 'GET', headers: {} },
};

/** The events of a request that is sent as often as there are answers to it. */
async function answered(...statuses: number[]): Promise<NetworkLog> {
  const events = new EventEmitter();
  const log = new NetworkLog(
    Object.assign(events, { send: async () => ({}) }) as unknown as CDPSession,
  );
  await log.start();
  events.emit('Network.requestWillBeSent', REQUEST);
  statuses.forEach((statusCode, at) => {
    events.emit('Network.requestWillBeSentExtraInfo', {
      requestId: '1',
      headers: at === 0 ? {} : { Authorization: `Basic ${at}` },
      associatedCookies: [],
    });
    events.emit('Network.responseReceivedExtraInfo', { requestId: '1', statusCode, headers: {} });
  });
  const response = { url: URL, status: statuses.at(-1), headers: {}, mimeType: '' };
  events.emit('Network.responseReceived', { requestId: '1', response, hasExtraInfo: true });
  events.emit('Network.loadingFinished', { requestId: '1', timestamp: 2 });
  return log;
}

describe('a challenge that the browser answered', () => {
  it.each([
    [
      [401, 200],
      [
        [401, undefined],
        [200, 'Basic 1'],
      ],
    ],
    [
      [401, 401, 200],
      [
        [401, undefined],
        [401, 'Basic 1'],
        [200, 'Basic 2'],
      ],
    ],
    [[401], [[401, undefined]]],
    [[200], [[200, undefined]]],
  ])('of %j is as many hops', async (statuses, expected) => {
    const log = await answered(...statuses);
    expect(
      log.hops().map(({ sent, received }) => [received?.status, sent?.headers['Authorization']]),
    ).toEqual(expected);
  });
});
