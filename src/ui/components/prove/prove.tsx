import type { ProofQuestion } from '../../../messaging/proofs-view.js';
import type { SiteVerdict } from '../../../engine/report/report-site.js';
import { lastProof } from '../../store/finished-proof.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { ProofOfferBox } from './proof-offer.js';
import { ProofProgressLine } from './proof-progress.js';
import { ProofResult } from './proof-result.js';
import { ProofStatus } from './proof-status.js';

export const QUESTIONS = {
  authenticates: 'ui_proveLogin',
  'survives-logout': 'ui_proveLogout',
} as const;

/** What can be proved of the site in front, by repeating a request of this visit. */
export function Prove({ verdict: { site, mechanism } }: { verdict: SiteVerdict }) {
  const { proofs, report, story } = useStore();
  const view = proofs.view.value;
  const known = report.value?.proofs.some((one) => one.site === site) ?? false;
  if (!known && (!proofs.isPossible || !view)) return null;
  // Where nobody is known there is nothing to ask.
  const hasOffer = view?.offers.some(({ request }) => request !== undefined) ?? false;
  if (!known && mechanism === 'none' && !hasOffer && !view?.running) return null;
  const loggedOut = story.value.moments.some((one) => one.type === 'logout' && one.site === site);
  const isAsked = (question: ProofQuestion) =>
    lastProof(report.value, site, question) !== undefined || view?.running?.question === question;
  return (
    <section class="prove" aria-label={t('ui_prove')}>
      <h3 class="unseen">{t('ui_prove')}</h3>
      <ProveQuestion site={site} question="authenticates" />
      {(loggedOut || isAsked('survives-logout')) && (
        <ProveQuestion site={site} question="survives-logout" />
      )}
      <ProofStatus site={site} />
    </section>
  );
}

/** One question: what it would take, how far it is, and what came of it. */
export function ProveQuestion({ site, question }: { site: string; question: ProofQuestion }) {
  const { proofs, report } = useStore();
  const view = proofs.view.value;
  const running = view?.running?.question === question ? view.running : undefined;
  const proof = lastProof(report.value, site, question);
  return (
    <div class="prove-question" data-question={question}>
      <div class="prove-line">
        <span class="prove-asked">{t(QUESTIONS[question])}</span>
        {!running && <Begin question={question} again={proof !== undefined} />}
        {running && <ProofProgressLine running={running} />}
      </div>
      {!running && proofs.asked.value === question && <ProofOfferBox question={question} />}
      {!running && <Unproved question={question} proved={proof !== undefined} />}
      {!running && proof && <ProofResult proof={proof} />}
    </div>
  );
}

/** Shows what would be sent; nothing begins by it. */
function Begin({ question, again }: { question: ProofQuestion; again: boolean }) {
  const { proofs } = useStore();
  const view = proofs.view.value;
  const offer = view?.offers.find((one) => one.question === question);
  if (!proofs.isPossible || !offer?.request || proofs.asked.value === question) return null;
  return (
    <button
      type="button"
      class="button"
      disabled={view?.running !== undefined}
      onClick={() => (proofs.asked.value = question)}
    >
      {again ? t('ui_proveAgain') : t('ui_proveHow')}
    </button>
  );
}

const BARRED = {
  off: 'ui_proveOff',
  'not-recorded': 'ui_proveNotRecorded',
  unsupported: 'ui_proveUnsupported',
} as const;

const BROKEN = {
  'no-request': 'ui_proveNoRequest',
  'no-page': 'ui_proveNoPage',
  left: 'ui_proveLeft',
} as const;

/** Why it cannot be proved now, or why the last try came to nothing. */
function Unproved({ question, proved }: { question: ProofQuestion; proved: boolean }) {
  const { proofs } = useStore();
  const view = proofs.view.value;
  if (!view) return null;
  const { barred, broken, offers } = view;
  if (barred) return <p class="note">{t(BARRED[barred])}</p>;
  const offer = offers.find((one) => one.question === question);
  return (
    <>
      {proofs.failed.value && <p class="prove-trouble">{t('ui_proveFailed')}</p>}
      {broken?.question === question && <p class="prove-trouble">{t(BROKEN[broken.why])}</p>}
      {proofs.cutOff.value === question && <p class="prove-trouble">{t('ui_proveCutOff')}</p>}
      {!proved && offer && !offer.request && <p class="note">{offer.why}</p>}
    </>
  );
}
