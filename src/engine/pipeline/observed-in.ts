import type { CredentialLookup } from '../credentials/credential-lookup.js';
import type { LimitReached } from '../model.js';
import type { ExchangeLinks } from '../trail/links.js';
import type { PipelineState } from './pipeline-state.js';
import type { Observed } from './report-of.js';
import { ToldExchanges } from './told-exchanges.js';

// What was gathered, as reports are made of it: under the ids that credentials go by now.

/** What a report is made of, but for the secrets that were tried, and for proofs. */
export function observedIn(
  state: PipelineState,
  told = new ToldExchanges(),
): Omit<Observed, 'trials' | 'proofs'> {
  const { store, log, moments, flows, requests, from, to } = state;
  return {
    credentials: store.all(),
    exchanges: told.of(log.all(), store),
    moments: moments.all(),
    flows: flows.all(),
    turnedAway: log.turnedAway(),
    storageSites: state.storageSites.all(),
    limits: limitsIn(state),
    requests,
    from,
    to,
  };
}

/** Credentials that travelled with an exchange; empty for one that is unknown or long ago. */
export function linksIn({ store, links }: PipelineState, exchangeId: string): ExchangeLinks {
  const known = links.get(exchangeId);
  return { carried: lineagesOf(store, known?.carried), set: lineagesOf(store, known?.set) };
}

/** Bounds that were reached, and how much is not there because of them. */
export function limitsIn({ store, losses }: PipelineState): LimitReached[] {
  return [...store.limitsReached(), ...losses.save()];
}

/** Ids under which credentials go now, each once; those that were let go are left out. */
function lineagesOf(store: CredentialLookup, ids: readonly string[] = []): string[] {
  return [...new Set(ids.flatMap((id) => store.lineage(id)?.id ?? []))];
}
