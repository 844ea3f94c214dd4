import type { ProofProgress } from '../../../messaging/proofs-view.js';
import { formatNumber, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

/** How far a proof is, and the way to end it. */
export function ProofProgressLine({ running }: { running: ProofProgress }) {
  const { proofs } = useStore();
  const { sent, most, stopping, waiting } = running;
  const words = waiting
    ? t('ui_proveWaits')
    : t('ui_proveSent', formatNumber(sent), formatNumber(most));
  return (
    <>
      <progress max={Math.max(most, 1)} value={sent} aria-label={words} />
      <span class="faint">{words}</span>
      <button type="button" class="button" disabled={stopping} onClick={() => void proofs.stop()}>
        {t('ui_proveStop')}
      </button>
    </>
  );
}
