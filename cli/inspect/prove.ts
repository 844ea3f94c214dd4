import type { BrowserContext } from 'puppeteer-core';
import { readSetCookie } from '../../src/engine/cookies/set-cookie.js';
import { siteOf } from '../../src/engine/normalize/addresses/site.js';
import { Course } from '../../src/engine/proof/course.js';
import { PROOF_QUESTIONS, type Proposal } from '../../src/engine/proof/proposal.js';
import type { Discarded } from '../../src/recording/proofs/around-proofs.js';
import { Proofs } from '../../src/recording/proofs/proofs.js';
import type { Recording } from '../../src/recording/recording.js';
import { ContextJar } from './jar.js';
import { sendProbe } from './send-probe.js';

/** There is one page. */
const TAB = 0;

/**
 * Repeats requests of a visit with credentials withheld, or put back after a logout, and notes what
 * came of it.
 */
export async function prove(visited: BrowserContext, recording: Recording): Promise<void> {
  const site = siteOf(recording.url);
  let from: Proposal | undefined;
  const proofs = new Proofs({
    revision: () => recording.revision,
    propose: (_, question) => recording.toTry.propose(question, site),
    begin: (proposal, spent) => new Course((from = proposal), spent),
    frameOf: async () => TAB,
    send: (probe, { crossOrigin }) =>
      sendProbe(visited, probe, { origin: from!.origin, crossOrigin }),
    // The page is gone by now: it sends nothing any more.
    borrow: () => ({ lent: Promise.resolve(undefined), giveUp: () => undefined }),
    keep: (_, names, discarded) => keep(visited, names, discarded),
    observe: (_, record) => {
      if (record.kind === 'proof') recording.add(record);
    },
    changed: () => undefined,
    now: () => Date.now(),
    pause: (millis) => new Promise((resume) => setTimeout(resume, millis)),
    mark: () => '',
  });
  for (const question of PROOF_QUESTIONS) await proofs.start(TAB, question);
}

/**
 * What a server gave in place of what it takes no more: without it the visit's login would be over.
 */
async function keep(
  visited: BrowserContext,
  names: readonly string[],
  { url, lines }: Discarded,
): Promise<void> {
  const jar = await ContextJar.of(visited);
  const cookies = await jar.cookies();
  for (const line of lines) {
    const { name, value } = readSetCookie(line, url, Date.now());
    const known = cookies.find((one) => one.name === name);
    if (names.includes(name) && known) await jar.put([{ ...known, value }]);
  }
}
