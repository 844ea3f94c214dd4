import type { CredentialStore } from '../credentials/credential-store.js';
import type { LimitReached } from '../model.js';
import type { ExchangeLinks } from '../trail/links.js';
import type { PipelineState } from './pipeline-state.js';
import type { Observed } from './report-of.js';

// What was gathered, as reports are made of it: under the ids that credentials go by now.

/** What a report is made of, but for the secrets that were tried, and for proofs. */
export function observedIn(state: PipelineState): Omit<Observed, 'trials' | 'proofs'> {
  const { store, log, moments, flows, requests, from, to } = state;
  const names = new Map<string, string[]>();
  return {
    credentials: store.all(),
    exchanges: log.all().map((entry) => ({
      ...entry,
      carried: lineagesOf(store, entry.carried, names),
      set: lineagesOf(store, entry.set, names),
    })),
    moments: moments.all(),
    flows: flows.all(),
    turnedAway: log.turnedAway(),
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
function lineagesOf(
  store: CredentialStore,
  ids: readonly string[] = [],
  names = new Map<string, string[]>(),
): string[] {
  const nameOf = (id: string): string[] => {
    const name = names.get(id) ?? [store.lineage(id)?.id ?? []].flat();
    names.set(id, name);
    return name;
  };
  return [...new Set(ids.flatMap(nameOf))];
}
