import { describe, expect, it } from 'vitest';
import { hintOf } from '../../../src/engine/values/name-hint.js';

describe('names that advertising and analytics document', () => {
  it.each([
    ['__gads', 'tracking'],
    ['KRTBCOOKIE_377', 'tracking'],
    ['cto_bundle', 'tracking'],
    ['_pubcid_cst', 'tracking'],
    ['_chartbeat2', 'tracking'],
    ['visitor_id123-hash', 'tracking'],
    ['_hp2_id.1234', 'tracking'],
    ['gbuuid', 'tracking'],
    ['SOCS', 'consent'],
    ['lidc', 'load-balancer'],
  ])('%s: %s', (name, role) => {
    expect(hintOf(name)?.role).toBe(role);
  });

  it.each(['c', 'uid2x', 'MRX', 'a__gads', 'test_cookie', 'sp'])('%s is no such name', (name) => {
    expect(hintOf(name)?.role).not.toBe('tracking');
  });
});
