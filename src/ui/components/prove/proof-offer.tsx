import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProofOffer, ProofQuestion } from '../../../messaging/proofs-view.js';
import { addressParts } from '../../format/address-parts.js';
import { formatNumber, t, tn } from '../../words/i18n.js';
import { requestName } from '../../format/request-name.js';
import { useStore } from '../../store/store-context.js';

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
  return (
    <div class="prove-offer">
      <p>
        <button type="button" class="link mono" onClick={() => nav.openRequest(request.id)}>
          {requestName(request)}
        </button>{' '}
        <span class="faint">{why}</span>
      </p>
      <p>{whatIsSent(question, request)}</p>
      <Others others={request.others} />
      <Cautions question={question} request={request} />
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

type Request = NonNullable<ProofOffer['request']>;

/** To whom, how often, and with which credentials. */
function whatIsSent(question: ProofQuestion, request: Request): string {
  return t(
    question === 'authenticates' ? 'ui_proveSends' : 'ui_provePutsBack',
    tn('ui_requestCount', request.usual),
    formatNumber(request.most),
    addressParts(request.url)?.host ?? request.url,
    namesOf(request),
  );
}

/** What it cannot do, and what it might. */
function Cautions({ question, request }: { question: ProofQuestion; request: Request }) {
  return (
    <>
      <p class="faint">{t('ui_proveHarmless')}</p>
      {request.unkept.length > 0 && <p class="faint">{t('ui_provePassword')}</p>}
      {question === 'authenticates' && request.subjects.length > 1 && (
        <p class="faint">{t('ui_proveRisk')}</p>
      )}
    </>
  );
}

/** What is repeated in its place where it tells nothing. */
function Others({ others }: Pick<Request, 'others'>) {
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

function namesOf({ subjects }: Request): string {
  const names = [...new Set(subjects.map(({ name }) => name))];
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(', ');
  return more > 0 ? `${shown} ${t('ui_andMore', formatNumber(more))}` : shown;
}
