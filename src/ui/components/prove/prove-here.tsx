import { lastProof } from '../../store/finished-proof.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { ProofStatus } from './proof-status.js';
import { ProveQuestion } from './prove.js';

/** Asks beside the list which of these log in; again, it puts that away. */
export function ProveButton() {
  const { proofs, report, front } = useStore();
  const site = front.verdict.value?.site ?? '';
  const offer = proofs.view.value?.offers.find(({ question }) => question === 'authenticates');
  const proof = lastProof(report.value, site, 'authenticates');
  if (!proof && (!proofs.isPossible || !offer?.request)) return null;
  const isOpen = proofs.besideList.value;
  const toggle = () => {
    proofs.besideList.value = !isOpen;
    proofs.asked.value = isOpen || proof ? null : 'authenticates';
  };
  return (
    <button type="button" class="button" aria-expanded={isOpen} onClick={toggle}>
      {t('ui_proveLogin')}
    </button>
  );
}

/** The same question as on the first screen. */
export function ProveHere() {
  const { proofs, front } = useStore();
  const site = front.verdict.value?.site;
  if (site === undefined) return null;
  return (
    <>
      {proofs.besideList.value && <ProveQuestion site={site} question="authenticates" />}
      <ProofStatus site={site} />
    </>
  );
}
