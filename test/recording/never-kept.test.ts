import { expect, it } from 'vitest';
import { withoutBasicPassword } from '../../src/engine/normalize/passwords/basic-password.js';
import type { LogRecord } from '../../src/recording/record.js';
import { Recording } from '../../src/recording/recording.js';
import { START } from '../support/exchange.js';

const PAIR = Buffer.from('ada:correct horse').toString('base64');
const KEY = Buffer.from('key_3f9a8c1e7b2d4f60:').toString('base64');

/** A recording of one request with HTTP Basic. */
function sentWith(pair: string): Recording {
  const subject = {
    id: '1',
    at: START,
    url: 'https://shop.test/api',
    method: 'GET',
    type: 'fetch' as const,
    frameId: 0,
  };
  const value = withoutBasicPassword('authorization', `Basic ${pair}`);
  const records: LogRecord[] = [
    { kind: 'sent', ...subject, headers: [{ name: 'authorization', value }] },
    { kind: 'answered', ...subject, status: 200, headers: [] },
  ];
  const recording = new Recording();
  for (const record of records) recording.add(record);
  return recording;
}

const report = (recording: Recording) =>
  recording.report({ source: { kind: 'tab' }, version: '0', reveal: true }).credentials[0];

it('never shows what stands for a name and a password as if it were their value', () => {
  const recording = sentWith(PAIR);
  const found = report(recording);
  expect(found).toMatchObject({ role: 'basic', preview: '…' });
  expect(found).not.toHaveProperty('value');
  expect(recording.storage.reveal({ credentialId: found!.id })).toBeUndefined();
  const [row] = recording.requests.rows(0).rows;
  const header = { name: 'authorization', value: 'Basic …' };
  expect(recording.requests.detail(row!.id)?.requestHeaders).toContainEqual(
    expect.objectContaining(header),
  );
  expect(recording.requests.raw(row!.id)?.requestHeaders).toContainEqual(header);
});

it('shows a key that is sent in the place of both', () => {
  const recording = sentWith(KEY);
  const [row] = recording.requests.rows(0).rows;
  expect(recording.requests.raw(row!.id)?.requestHeaders).toContainEqual({
    name: 'authorization',
    value: `Basic ${KEY}`,
  });
});
