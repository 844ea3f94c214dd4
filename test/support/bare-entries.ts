import { readHar } from '../../src/engine/normalize/sources/har.js';

// Entries of a HAR file that say little.

export const entry = (more: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  request: { method: 'GET', url: 'https://a.test/', headers: [] },
  response: { status: 200, headers: [] },
  ...more,
});
export const header = (name: string, value: string) => ({ name, value });
export const read = (...entries: object[]) => readHar({ log: { entries } });
