import type { Suppression } from '../../../engine/judging.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

/** What was accepted at any site, and why; each can be taken back. */
export function AcceptedList() {
  const { choices } = useStore();
  const accepted = choices.settings.value.suppressions;
  if (accepted.length === 0) return <p class="note">{t('ui_acceptedNone')}</p>;
  return (
    <ul class="accepted-list">
      {accepted.map((one) => (
        <li key={`${one.ruleId} ${one.site} ${one.key ?? ''}`}>
          <Accepted one={one} />
        </li>
      ))}
    </ul>
  );
}

function Accepted({ one }: { one: Suppression }) {
  const { choices, report } = useStore();
  const { ruleId, site, key, reason } = one;
  const { rules = [], rulesOff = [] } = report.value ?? {};
  const title = [...rules, ...rulesOff].find(({ id }) => id === ruleId)?.title ?? ruleId;
  return (
    <>
      <p>
        <strong>{title}</strong> <span class="mono faint">{key ?? `${ruleId} ${site}`}</span>
      </p>
      <p>
        {reason}{' '}
        {key === undefined && <span class="faint">({t('ui_acceptEverywhere', site)})</span>}{' '}
        <button type="button" class="link" onClick={() => void choices.forget(one)}>
          {t('ui_acceptUndo')}
        </button>
      </p>
    </>
  );
}
