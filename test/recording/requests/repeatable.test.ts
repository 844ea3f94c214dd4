import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import type { NoProposal, Proposal } from '../../../src/engine/proof/proposal.js';
import { Recording } from '../../../src/recording/recording.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const SITE = 'https://mill.test';
const SENDS = { authorization: `Basic ${'0123456789abcdef'.repeat(2)}` };

const go = (path: string, more: Partial<ExchangeSpec> = {}): Exchange =>
  exchange({
    url: SITE + path,
    takes: 20,
    status: 200,
    gets: { 'content-type': 'text/html' },
    ...more,
  });
const challenged = () =>
  go('/', { status: 302, redirectUrl: `${SITE}/home`, gets: {}, sends: SENDS });

/** Addresses of what could be repeated. */
function proposed(...exchanges: Exchange[]): string[] {
  const proposal: Proposal | NoProposal = Recording.fromExchanges(exchanges).toTry.propose(
    'authenticates',
    SITE,
  );
  if (!('request' in proposal)) return [];
  return [proposal, ...proposal.others].map(({ request }) => new URL(request.url).pathname);
}

describe('what can be repeated', () => {
  it('is what a browser answered unasked as well, of the server that challenged it', () => {
    const elsewhere = go('/', { url: 'https://other.mill.test/me' });
    expect(proposed(challenged(), go('/home'), elsewhere)).toEqual(['/home']);
  });

  it('is nothing that carried nothing, where nobody was challenged', () => {
    expect(proposed(go('/'), go('/home'))).toEqual([]);
  });

  it('is nothing of a proof', () => {
    expect(proposed(challenged(), { ...go('/home'), probe: true })).toEqual([]);
  });
});
