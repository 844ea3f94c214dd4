import { MomentTime } from '../components/recording/moment-time.js';
import { label, t, tn } from '../words/i18n.js';
import { LoginFlows } from '../screens/login-flows.js';
import { useStore } from '../store/store-context.js';

/** Logins, logouts and losses of the flow picture that are not within the selected stretch. */
export function MomentsOutside() {
  const { nav, inSpan } = useStore();
  const outside = inSpan.picture.value?.outside ?? [];
  if (outside.length === 0) return null;
  return (
    <p class="note moments-outside">
      <span>{t('ui_spanOutside')}</span>
      {outside.map(({ moment, at, exchange }, index) => (
        <span key={index}>
          <button
            type="button"
            class={`chip moment ${moment}`}
            onClick={() => nav.openRequest(exchange.id)}
          >
            {label('moment', moment)}
          </button>{' '}
          <MomentTime class="faint" at={Date.parse(at)} />
        </span>
      ))}
    </p>
  );
}

/** Logins elsewhere of which no step is within it, folded. */
export function FlowsOutside() {
  const { outside } = useStore().inSpan.flows.value;
  if (outside.length === 0) return null;
  return (
    <details class="flows-outside">
      <summary>{tn('ui_spanFlows', outside.length)}</summary>
      <LoginFlows flows={outside} />
    </details>
  );
}
