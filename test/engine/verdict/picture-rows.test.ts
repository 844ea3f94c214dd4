import { expect, it } from 'vitest';
import { tellingRows } from '../../../src/engine/verdict/picture-rows.js';

const send = (id: string, exposed = false) =>
  ({ type: 'arrow', kind: 'send', exposed, credentialIds: [id] }) as const;

it('leaves out the oldest of what tells least, and never an exposure', () => {
  const rows = [send('let out', true), ...Array.from({ length: 60 }, (_, n) => send(`${n}`))];
  const told = tellingRows(rows).map(({ credentialIds: [id] }) => id);
  expect(told).toHaveLength(48);
  expect(told.slice(0, 2)).toEqual(['let out', '13']);
});
