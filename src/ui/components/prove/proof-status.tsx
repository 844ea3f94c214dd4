import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { lastProof } from '../../store/finished-proof.js';
import { t, tn } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

/** Tells a screen reader when a proof begins, and what came of it; not each of its steps. */
export function ProofStatus({ site }: { site: string }) {
  const { proofs, report } = useStore();
  const said = useSignal('');
  const last = useRef<{ question: 'authenticates' | 'survives-logout'; at?: string | undefined }>(
    undefined,
  );
  const running = proofs.view.value?.running;
  const question = running?.question;
  const known = last.current && lastProof(report.value, site, last.current.question);
  useEffect(() => {
    if (!question) return;
    last.current = { question, at: lastProof(report.peek(), site, question)?.at };
    said.value = t('ui_proveBegun', tn('ui_requestCount', running?.most ?? 0));
  }, [question]);
  useEffect(() => {
    if (known && known.at !== last.current?.at) said.value = known.sentence;
  }, [known]);
  return (
    <span class="unseen" role="status">
      {said.value}
    </span>
  );
}
