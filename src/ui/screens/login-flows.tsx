import type { ReportFlow } from '../../engine/report/report-event.js';
import { RequestRemedy } from '../components/findings/request-remedy.js';
import { flowMarks } from '../lists/flow-marks.js';
import { label, t } from '../words/i18n.js';
import { requestName } from '../format/request-name.js';
import { useStore } from '../store/store-context.js';
import { saysToAskAgain } from '../../engine/flows/flow.js';

/** Logins and grants at authorization servers, the latest last. */
export function LoginFlows({ flows }: { flows: readonly ReportFlow[] }) {
  return (
    <section aria-label={t('ui_flows')}>
      <h3>{t('ui_flows')}</h3>
      <ul class="flows">
        {flows.map((flow) => (
          <li key={flow.id}>
            <p class="flow-title">
              <span class="chip role-token">{label('protocol', flow.protocol)}</span>
              <strong>{label('grant', flow.grant)}</strong>
              <span class="mono">{flow.issuer}</span>
            </p>
            <Marks flow={flow} />
            <Facts flow={flow} />
            <Steps steps={flow.steps} />
            {flow.remedy && <RequestRemedy remedy={flow.remedy} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Marks({ flow }: { flow: ReportFlow }) {
  const marks = flowMarks(flow);
  if (marks.length === 0) return null;
  return (
    <ul class="flow-marks">
      {marks.map(({ key, state }) => (
        <li key={key} class={`chip flow-${state}`}>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}

function Facts({ flow }: { flow: ReportFlow }) {
  const {
    clientId,
    redirectUri,
    responseType,
    responseMode,
    scope,
    grantedScope,
    audience,
    grantedAudience,
  } = flow;
  const facts = [
    [t('ui_flowClient'), clientId],
    [t('ui_flowRedirect'), redirectUri],
    [t('ui_flowResponse'), [responseType, responseMode].filter(Boolean).join(' · ')],
    [t('ui_flowScope'), scope],
    [t('ui_flowGranted'), grantedScope],
    [t('ui_flowAudience'), grantedAudience ?? audience],
  ] as const;
  return (
    <dl class="flow-facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined &&
          value !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Steps({ steps }: Pick<ReportFlow, 'steps'>) {
  const store = useStore();
  return (
    <ol class="flow-steps">
      {steps.map(({ kind, at, exchange, detail }, index) => (
        <li key={index}>
          <button
            type="button"
            class="link"
            title={`${store.times.whole(Date.parse(at))} ${requestName(exchange)}`}
            onClick={() => store.nav.openRequest(exchange.id)}
          >
            {label('step', kind)}
          </button>
          <StepResult detail={detail} />
        </li>
      ))}
    </ol>
  );
}

/** What a step handed out, or why it failed; and how often it was repeated. */
function StepResult({
  detail: { gave, error, count },
}: Pick<ReportFlow['steps'][number], 'detail'>) {
  const times = count === undefined ? '' : ` × ${count}`;
  if (error !== undefined)
    return <span class={saysToAskAgain(error) ? 'faint' : 'flow-error'}>{`${error}${times}`}</span>;
  if (gave === undefined || gave === '')
    return times === '' ? null : <span class="faint">{times}</span>;
  return <span class="faint">{t('ui_flowGave', String(gave).split(' ').join(', ')) + times}</span>;
}
