import { type Signal, useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, label, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import {
  groupRules,
  type KnownRule,
  knownRules,
  type RuleGroup,
  rulesThatSay,
} from '../../lists/known-rules.js';
import { ruleAddress } from '../../navigation/rule-address.js';
import { FilterBox } from '../filter-box.js';
import { SeverityBadge } from './severity-badge.js';

/** Every rule by what it is about, to be searched and switched on and off; what is off first. */
export function RuleSwitches() {
  const { report, choices } = useStore();
  const wanted = useSignal('');
  const switched = useSignal<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const off = choices.settings.value.disabledRules;
  const rules = knownRules(report.value, off);
  const shown = rulesThatSay(rules, wanted.value);
  useFocusKept(list, switched, off);
  return (
    <>
      <div class="bar">
        <FilterBox text={wanted} name={t('ui_ruleSearch')} placeholder={t('ui_ruleSearch')} />
        <span class="note" role="status">
          {t('ui_rulesOff', formatNumber(off.length), formatNumber(rules.length))}
        </span>
      </div>
      {shown.length === 0 && <p class="note">{t('ui_nothingMatches')}</p>}
      <div ref={list}>
        {groupRules(shown, off).map((group) => (
          <Group key={group.topic} group={group} onSwitch={(id) => (switched.value = id)} />
        ))}
      </div>
    </>
  );
}

/** A rule that is switched goes to another part of the list, and the focus with it. */
function useFocusKept(
  list: { current: HTMLElement | null },
  switched: Signal<string | null>,
  off: readonly string[],
): void {
  useLayoutEffect(() => {
    const id = switched.peek();
    if (id === null || list.current?.contains(document.activeElement)) return;
    list.current?.querySelector<HTMLElement>(`[data-rule="${CSS.escape(id)}"]`)?.focus();
    switched.value = null;
  }, [off]);
}

interface GroupProps {
  group: RuleGroup;
  onSwitch(id: string): void;
}

function Group({ group: { topic, rules }, onSwitch }: GroupProps) {
  const id = useId();
  return (
    <section class="rule-group" aria-labelledby={id}>
      <h4 id={id}>
        {topic === 'off' ? t('ui_rulesOffHead') : label('ruleTopic', topic)}{' '}
        <span class="count">{formatNumber(rules.length)}</span>
      </h4>
      <ul class="rule-switches">
        {rules.map((rule) => (
          <li key={rule.id}>
            <Switch rule={rule} isOn={topic !== 'off'} onSwitch={onSwitch} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SwitchProps extends Pick<GroupProps, 'onSwitch'> {
  rule: KnownRule;
  isOn: boolean;
}

function Switch({ rule: { id, title, found }, isOn, onSwitch }: SwitchProps) {
  const { choices } = useStore();
  return (
    <>
      <label>
        <input
          type="checkbox"
          data-rule={id}
          checked={isOn}
          onChange={({ currentTarget }) => {
            onSwitch(id);
            void choices.switchRule(id, currentTarget.checked);
          }}
        />{' '}
        {found && <SeverityBadge severity={found} />} {title}
      </label>{' '}
      <a class="mono faint" href={ruleAddress(id)} target="_blank" rel="noreferrer">
        {id}
      </a>
    </>
  );
}
