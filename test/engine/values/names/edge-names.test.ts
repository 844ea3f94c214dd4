import { describe, expect, it } from 'vitest';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('what stands before a site', () => {
  it.each([
    ['__cfduid', 'device'],
    ['__cf_bm', 'device'],
    ['cf_clearance', 'device'],
    ['__cfruid', 'load-balancer'],
    ['AWSALBCORS', 'load-balancer'],
  ])('gives %s, which knows no user', (name, role) => {
    expect(hintOf(name)).toMatchObject({ role });
  });

  it.each(['cfduid_user', '__cfid', 'cf_token'])('is not seen in %s', (name) => {
    expect(hintOf(name)?.from).toBeUndefined();
  });
});
