import { describe, expect, it } from 'vitest';
import { ruleOf } from '../../../src/background/reading/proofs/probe-rule.js';
import type { Probe } from '../../../src/engine/proof/probe-messages.js';

const PROBE: Probe = {
  number: 1,
  step: 'without',
  method: 'GET',
  url: 'https://shop.test/me?a=*^|',
  headers: [{ name: 'cookie', value: 'theme=dark' }, { name: 'authorization' }],
  credentials: 'include',
  withheld: ['s1'],
};

const rule = (isFirefox: boolean, probe = PROBE) =>
  ruleOf(3, probe, { tabId: 7, fragment: '#credtrail-00ff', isFirefox });

describe('the rule for one request', () => {
  it('sets what is there, and removes what is withheld', () => {
    expect(rule(false).action).toMatchObject({
      type: 'modifyHeaders',
      requestHeaders: [
        { header: 'cookie', operation: 'set', value: 'theme=dark' },
        { header: 'authorization', operation: 'remove' },
      ],
    });
    expect(rule(false, { ...PROBE, headers: [] }).action).not.toHaveProperty('requestHeaders');
  });

  it('matches by the mark alone, whatever signs the address has, in one tab', () => {
    expect(rule(false).condition).toEqual({
      urlFilter: '#credtrail-00ff|',
      tabIds: [7],
      resourceTypes: ['xmlhttprequest'],
      requestMethods: ['get'],
    });
  });

  it.each([
    [false, ['set-cookie', 'clear-site-data', 'www-authenticate', 'set-login']],
    [true, ['clear-site-data', 'www-authenticate', 'set-login']],
  ])('discards what an answer would do to the browser (Firefox: %s)', (isFirefox, discarded) => {
    const { responseHeaders } = rule(isFirefox).action as { responseHeaders: { header: string }[] };
    expect(responseHeaders.map(({ header }) => header)).toEqual(discarded);
  });
});
