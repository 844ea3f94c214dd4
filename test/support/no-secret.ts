import { expect } from 'vitest';
import { sweep } from '../../src/engine/report/sweep.js';

/**
 * Fails the test where one of these values can be read from a report, a view or a text, in any
 * encoding.
 */
export function expectNoSecret(told: unknown, secrets: Iterable<string>): void {
  expect(sweep(told, secrets).hits).toEqual([]);
}
