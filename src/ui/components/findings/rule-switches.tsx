import { useSignal } from '@preact/signals';
import { formatNumber, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { knownRules, rulesThatSay } from '../../lists/known-rules.js';
import { FilterBox } from '../filter-box.js';

/** Every rule, to be searched and switched on and off. */
export function RuleSwitches() {
  const { report, choices } = useStore();
  const wanted = useSignal('');
  const off = choices.settings.value.disabledRules;
  const rules = knownRules(report.value, off);
  const shown = rulesThatSay(rules, wanted.value);
  return (
    <>
      <div class="bar">
        <FilterBox text={wanted} name={t('ui_ruleSearch')} placeholder={t('ui_ruleSearch')} />
        <span class="note" role="status">
          {t('ui_rulesOff', formatNumber(off.length), formatNumber(rules.length))}
        </span>
      </div>
      {shown.length === 0 && <p class="note">{t('ui_nothingMatches')}</p>}
      <ul class="rule-switches">
        {shown.map(({ id, title }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={!off.includes(id)}
                onChange={({ currentTarget }) => void choices.switchRule(id, currentTarget.checked)}
              />{' '}
              {title} <span class="mono faint">{id}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
