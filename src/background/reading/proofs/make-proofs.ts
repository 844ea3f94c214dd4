import { Course } from '../../../engine/proof/course.js';
import { siteOf } from '../../../engine/normalize/addresses/site.js';
import type { Background } from '../../background.js';
import { borrowHeaders } from './borrow-headers.js';
import { framesOf } from '../frames.js';
import { leavingNothing } from '../leaving-nothing.js';
import type { TabRecords } from '../tab-records.js';
import { keepCookies } from './keep-cookies.js';
import { Proofs } from '../../../recording/proofs/proofs.js';
import { clearRules, sendProbe } from './send-probe.js';

/** The proofs of a browser's tabs. */
export function makeProofs({ recorder, open, changed }: Background, records: TabRecords): Proofs {
  const cleared = clearRules();
  const leaving = leavingNothing(open);
  return new Proofs({
    revision: (tabId) => records.of(tabId).read(Date.now()).revision,
    propose: (tabId, question) =>
      records
        .of(tabId)
        .read(Date.now())
        .toTry.propose(question, siteOf(open.url(tabId))),
    begin: (proposal, spent) => new Course(proposal, spent),
    async frameOf(tabId, { origin, frameId }) {
      const frames = await leaving(tabId, framesOf(tabId, origin));
      return frames.find((one) => one === frameId) ?? frames[0];
    },
    async send(...probe) {
      await cleared;
      return sendProbe(...probe);
    },
    borrow: borrowHeaders,
    keep: (tabId, names, discarded) =>
      leaving(tabId, keepCookies({ tabId, shown: open.url(tabId) }, names, discarded)),
    observe: (tabId, record) => recorder.observe(tabId, record),
    changed,
    now: () => Date.now(),
    pause: (millis) => new Promise((resume) => setTimeout(resume, millis)),
    mark: randomMark,
  });
}

/** 128 bits that nobody can guess. */
function randomMark(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
