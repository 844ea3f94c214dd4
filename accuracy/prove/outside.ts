import type { Hop } from '../../browser/network-hop.js';
import type { NetworkLog } from '../../browser/network-log.js';
import { knowsWithout } from '../applications/support/withhold.js';
import { offerOf, type Proved, type Scene } from './scene.js';
import { decides, hopOf, knowsOf, ownHops, recordedWithheld, repeat } from './truth.js';

/**
 * How to tell an answer for the user, of each request that may be repeated, while somebody is
 * logged in.
 */
export async function learnToTell(scene: Scene): Promise<void> {
  const { log, cdp, proved, knows, proof } = scene;
  const offer = await offerOf('authenticates', scene);
  const offers = [...proved.offers, ...(offer ? [offer] : [])];
  for (const { request } of offers)
    for (const { url } of request ? [request, ...request.others] : []) {
      const hop = hopOf(ownHops(log), url);
      if (hop && !knows.has(url)) knows.set(url, await knowsOf(hop, proof?.knows, cdp));
    }
}

/** What decides, of the request with which it was proved. */
export async function askOutside({ log, cdp, proved, knows, proof, name }: Scene): Promise<void> {
  const shown = proved.proofs.at(-1)?.request.url ?? proved.offers[0]?.request?.url;
  const hop = shown === undefined ? undefined : hopOf(ownHops(log), shown);
  const own = shown === undefined ? undefined : knows.get(shown);
  const keep = proof?.keep && { keep: proof.keep };
  if (hop && own) {
    const parameters = proved.credentials
      .filter(({ carriers }) => carriers.includes('url'))
      .map((one) => one.name);
    const withheld = await decides(cdp, hop, { knows: own, parameters, ...keep });
    if (withheld?.works) proved.withheld = withheld;
  }
  const recorded = proved.withheld ? undefined : await recordedWithheld(name);
  if (recorded) proved.withheld = recorded;
}

/**
 * Groups are looked for where nothing is needed alone: what was proved to be one beside it is asked
 * for.
 */
export async function askBesideNeeded({ log, cdp, proved, knows }: Scene): Promise<void> {
  const shown = proved.proofs.findLast(({ question }) => question === 'authenticates')?.request.url;
  const hop = shown === undefined ? undefined : hopOf(ownHops(log), shown);
  const own = shown === undefined ? undefined : knows.get(shown);
  const { withheld } = proved;
  const group = eitherIn(proved).filter((one) => withheld?.notNeeded.includes(one));
  if (!withheld || !hop || !own || withheld.needed.length === 0 || group.length < 2) return;
  const { without, afterwards } = await knowsWithout(hop, cdp, { knows: own }, group);
  if (!without && afterwards) withheld.groups.push(group);
}

/** What can stand in for one another, as the last proof says, by where it stands. */
function eitherIn({ proofs, offers }: Proved): string[] {
  const last = proofs.findLast(({ question }) => question === 'authenticates');
  const either = new Set(
    last?.outcomes.flatMap((one) => (one.verdict === 'either' ? [one.credentialId] : [])),
  );
  const subjects = offers.flatMap(({ request }) => request?.subjects ?? []);
  const places = subjects
    .filter(({ credentialIds }) => credentialIds.some((id) => either.has(id)))
    .flatMap((one) => one.places.map(({ carrier, name }) => `${carrier} ${name}`));
  return [...new Set(places)];
}

/**
 * Whether the request of that address, as it was before the logout, still gets the user's answer.
 */
export async function askWhetherItSurvives(
  { log, proved, knows }: Scene,
  shown: string,
): Promise<void> {
  const hop = hopBeforeLogout(log, shown);
  const own = knows.get(shown);
  if (hop && own) proved.survives = own(await repeat(hop));
}

/** The one that was made last while somebody was logged in. */
function hopBeforeLogout(log: NetworkLog, shown: string): Hop | undefined {
  const earlier = ownHops(log)
    .hops()
    .filter(({ step }) => step === 'login' || step === 'use' || step === 'refresh');
  return hopOf({ hops: () => earlier } as NetworkLog, shown);
}
