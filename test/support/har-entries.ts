import { readHar } from '../../src/engine/normalize/sources/har.js';

// Entries of a HAR file, and what is read of them.

export const entry = (more: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 12.5,
  request: { method: 'GET', url: 'https://a.test/x?q=1', headers: [] },
  response: { status: 200, headers: [], content: { mimeType: 'text/html' } },
  ...more,
});
export const read = (...entries: unknown[]) => readHar({ log: { entries } }).exchanges;
