import type { ComponentChildren } from 'preact';
import type { Severity } from '../../../engine/model.js';
import type { ReportCredential } from '../../../engine/report/report-credential.js';
import { provedOf } from '../../store/finished-proof.js';
import { formatNumber, label, t } from '../../words/i18n.js';
import { isStanding } from '../../lists/group-findings.js';
import { isOver } from '../../lists/list-credentials.js';
import { loginEnded } from '../../lists/login-ended.js';
import { countSeverities } from '../../lists/severity.js';
import { useStore } from '../../store/store-context.js';
import { Expiry } from '../credential/countdown.js';
import { groupTitle, standingHint } from '../credential/group-title.js';
import { StateWord } from '../credential/credential-state.js';
import { KeptIn } from '../credential/place.js';
import { MomentTime } from '../recording/moment-time.js';
import { VerdictChip } from '../prove/verdict-chip.js';
import { Goes } from './goes.js';
import { SeverityDot } from '../findings/severity-badge.js';

/** What everybody asks of a credential first: is it safe, where is it, until when, who gets it? */
export function AtAGlance({ credential }: { credential: ReportCredential }) {
  return (
    <dl class="glance">
      <Line name={t('ui_glanceSafe')}>
        <Safe id={credential.id} />
      </Line>
      {!isOver(credential) && (
        <Line name={t('ui_glanceKept')}>
          <KeptIn credential={credential} />
        </Line>
      )}
      <Line name={t('ui_factEnds')}>
        <Ends credential={credential} />
      </Line>
      <AfterLogin credential={credential} />
      <ProvedLine id={credential.id} />
      <Line name={t('ui_glanceGoes')}>
        <Goes id={credential.id} />
      </Line>
    </dl>
  );
}

/** That the login that it was part of has ended, while the browser still has it. */
function AfterLogin({ credential }: { credential: ReportCredential }) {
  const ended = loginEnded(credential, useStore().story.value.moments);
  if (ended === null || isOver(credential)) return null;
  return <Line name={groupTitle(ended)}>{standingHint(ended)}</Line>;
}

/** Whether it logs in, where that was proved. */
function ProvedLine({ id }: { id: string }) {
  const proved = provedOf(useStore().report.value, id);
  if (!proved) return null;
  return (
    <Line name={t('ui_glanceProved')}>
      <VerdictChip verdict={proved.outcome.verdict} /> {proved.outcome.why} <ProveLink id={id} />
    </Line>
  );
}

/** That it can be proved; what is known already stands before it. */
export function NotProved({ id }: { id: string }) {
  const { report } = useStore();
  const offer = useOffer(id);
  if (!offer || provedOf(report.value, id)) return null;
  return (
    <dl class="glance">
      <Line name={t('ui_glanceProved')}>
        <span class="faint">{t('ui_glanceNotProved')}</span> <ProveLink id={id} />
      </Line>
    </dl>
  );
}

/** The proof of which it would be a part. */
function useOffer(id: string) {
  return useStore().proofs.view.value?.offers.find(({ request }) =>
    request?.subjects.some(({ credentialIds }) => credentialIds.includes(id)),
  );
}

function ProveLink({ id }: { id: string }) {
  const { proofs, report, nav } = useStore();
  const offer = useOffer(id);
  if (!offer) return null;
  const prove = () => {
    proofs.asked.value = offer.question;
    nav.show('overview');
  };
  return (
    <button type="button" class="link" onClick={prove}>
      {provedOf(report.value, id) ? t('ui_proveAgain') : t('ui_proveHow')}
    </button>
  );
}

function Line({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const isMild = (severity: Severity): boolean => severity === 'low' || severity === 'info';

function Safe({ id }: { id: string }) {
  const found = (useStore().findingsOf.value.get(id) ?? []).filter(isStanding);
  const counts = countSeverities(found).filter(([, count]) => count > 0);
  if (counts.length === 0) return <span class="all-clear">{t('ui_glanceAllClear')}</span>;
  const harms = counts.some(([severity]) => !isMild(severity));
  return (
    <>
      {harms ? t('ui_glanceUnsafe') : t('ui_glanceMild')}{' '}
      {counts.map(([severity, count]) => (
        <span class="some" key={severity}>
          <SeverityDot severity={severity} /> {formatNumber(count)} {label('severity', severity)}
        </span>
      ))}
    </>
  );
}

/** To come, or, of what is over, what ended it. */
function Ends({ credential }: { credential: ReportCredential }) {
  const { stateReason, expires, expiresAt } = credential;
  if (isOver(credential))
    return (
      <>
        <StateWord {...credential} /> <span class="faint">{stateReason}</span>
      </>
    );
  return (
    <>
      <Expiry expires={expires} expiresAt={expiresAt} />{' '}
      {expiresAt !== null && <MomentTime class="faint" at={Date.parse(expiresAt)} />}
    </>
  );
}
