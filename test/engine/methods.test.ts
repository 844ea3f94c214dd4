import { describe, expect, it } from 'vitest';
import { isSafe } from '../../src/engine/methods.js';

describe('safe methods', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'get'])('are such as %s', (method) => {
    expect(isSafe(method)).toBe(true);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'REPORT', ''])('are not %j', (method) => {
    expect(isSafe(method)).toBe(false);
  });
});
