import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProofOffer, ProofQuestion } from '../../../messaging/proofs-view.js';
import { addressParts } from '../../address-parts.js';
import { formatNumber, t, tn } from '../../i18n.js';
import { requestName } from '../../request-name.js';
import { useStore } from '../../store-context.js';

/** So many names stand in the sentence. */
const NAMED = 6;

/**
 * What would be sent, to whom and how often, before anything is: it begins with the button alone.
 */
export function ProofOfferBox({ question }: { question: ProofQuestion }) {
  const { proofs, nav } = useStore();
  const start = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => start.current?.focus(), []);
  const { request, why } = proofs.view.value?.offers.find((one) => one.question === question) ?? {};
  if (!request) return null;
  const host = addressParts(request.url)?.host ?? request.url;
  return (
    <div class="prove-offer">
      <p>
        <button type="button" class="link mono" onClick={() => nav.openRequest(request.id)}>
          {requestName(request)}
        </button>{' '}
        <span class="faint">{why}</span>
      </p>
      <p>
        {t(
          question === 'authenticates' ? 'ui_proveSends' : 'ui_provePutsBack',
          tn('ui_requestCount', request.usual),
          formatNumber(request.most),
          host,
          namesOf(request),
        )}
      </p>
      <Others others={request.others} />
      <p class="faint">{t('ui_proveHarmless')}</p>
      {request.unkept.length > 0 && <p class="faint">{t('ui_provePassword')}</p>}
      {question === 'authenticates' && request.subjects.length > 1 && (
        <p class="faint">{t('ui_proveRisk')}</p>
      )}
      <div class="prove-buttons">
        <button
          ref={start}
          type="button"
          class="button primary"
          onClick={() => void proofs.start(question)}
        >
          {t('ui_proveStart')}
        </button>
        <button type="button" class="button" onClick={() => (proofs.asked.value = null)}>
          {t('ui_cancel')}
        </button>
      </div>
    </div>
  );
}

/** What is repeated in its place where it tells nothing. */
function Others({ others }: Pick<NonNullable<ProofOffer['request']>, 'others'>) {
  const { nav } = useStore();
  if (others.length === 0) return null;
  return (
    <p class="faint">
      {t('ui_proveElse')}{' '}
      {others.map((one) => (
        <span class="some" key={one.id}>
          <button type="button" class="link mono" onClick={() => nav.openRequest(one.id)}>
            {requestName(one)}
          </button>
        </span>
      ))}
    </p>
  );
}

function namesOf({ subjects }: NonNullable<ProofOffer['request']>): string {
  const names = [...new Set(subjects.map(({ name }) => name))];
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(', ');
  return more > 0 ? `${shown} ${t('ui_andMore', formatNumber(more))}` : shown;
}
