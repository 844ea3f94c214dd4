import { describe, expect, it } from 'vitest';
import type { ReportFlow } from '../../../src/engine/report/report-event.js';
import { flowMarks } from '../../../src/ui/lists/flow-marks.js';

const REQUEST: ReportFlow['steps'][number] = {
  kind: 'authorization-request',
  at: '2026-01-01T00:00:00.000Z',
  exchange: { id: '1', method: 'GET', url: 'https://login.test/authorize' },
  detail: {},
};

const flow = (some: Partial<ReportFlow>): ReportFlow => ({
  id: 'f1',
  protocol: 'oidc',
  grant: 'authorization-code',
  issuer: 'https://login.test',
  state: false,
  nonce: false,
  pushed: false,
  dpop: false,
  clientSecret: false,
  remedy: null,
  steps: [REQUEST],
  ...some,
});

const marks = (some: Partial<ReportFlow>): string[] =>
  flowMarks(flow(some)).map(({ key, state }) => `${state} ${key.replace('ui_flow', '')}`);

describe('flowMarks', () => {
  it.each<[string, Partial<ReportFlow>, string[]]>([
    [
      'a sound login',
      { pkce: 'S256', state: true, nonce: true },
      ['good PkceS256', 'good State', 'good Nonce'],
    ],
    [
      'PKCE in the place of state and nonce',
      { pkce: 'S256' },
      ['good PkceS256', 'plain StateNone', 'plain NonceNone'],
    ],
    ['nothing at all', { pkce: 'none' }, ['bad PkceNone', 'bad StateNone', 'plain NonceNone']],
    [
      'plain PKCE',
      { pkce: 'plain', state: true, protocol: 'oauth' },
      ['bad PkcePlain', 'good State'],
    ],
    [
      'another state',
      { pkce: 'S256', state: true, stateMatches: false, protocol: 'oauth' },
      ['good PkceS256', 'bad StateWrong'],
    ],
    [
      'an implicit login, which cannot have PKCE',
      { grant: 'implicit', pkce: 'none', state: true },
      ['good State', 'bad NonceNone'],
    ],
    [
      'a pushed request that was not seen',
      { pushed: true, state: true, protocol: 'oauth' },
      ['good State', 'good Pushed'],
    ],
    [
      'a key and a secret',
      { grant: 'client-credentials', dpop: true, clientSecret: true },
      ['good Dpop', 'bad ClientSecret'],
    ],
    ['a request that was not seen: nothing of it is missing', { steps: [] }, []],
    [
      'a request that was not seen, by what came later',
      { steps: [], pkce: 'S256' },
      ['good PkceS256'],
    ],
    ['SAML', { protocol: 'saml', grant: 'saml' }, []],
  ])('of %s', (_, some, expected) => {
    expect(marks(some)).toEqual(expected);
  });
});
