import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ThresholdName } from '../../../engine/judging.js';
import { THRESHOLDS, thresholdOf } from '../../../engine/thresholds.js';
import { label, language, t } from '../../words/i18n.js';
import {
  limitWords,
  type LimitUnit,
  readLimit,
  unitsOf,
  unitWord,
  writtenLimit,
} from '../../format/limit-units.js';
import { useStore } from '../../store/store-context.js';

/** One limit: what it is called, how much is still allowed, and where the default comes from. */
export function LimitRow({ name }: { name: ThresholdName }) {
  const { choices } = useStore();
  const id = useId();
  const { unit, byDefault } = THRESHOLDS[name];
  const isChanged = choices.settings.value.thresholds[name] !== undefined;
  return (
    <tr class={isChanged ? 'is-changed' : ''}>
      <th scope="row" id={id}>
        {label('limit', name)}
      </th>
      <td>
        <span class="limit-input">
          <LimitInput name={name} labelledBy={id} />
          {isChanged && (
            <button type="button" class="link" onClick={() => void choices.limit(name, null)}>
              {t('ui_limitReset')}
            </button>
          )}
        </span>
      </td>
      <td>
        {limitWords(byDefault, unit, language())}
        <span class="faint limit-source">{label('limitSource', name)}</span>
      </td>
    </tr>
  );
}

/** A number and its unit; taken when the field is left, and marked where it is no limit. */
function LimitInput({ name, labelledBy }: { name: ThresholdName; labelledBy: string }) {
  const { count, written, value, take } = useWrittenLimit(name);
  return (
    <>
      <input
        type="number"
        min={1}
        step={1}
        aria-labelledby={labelledBy}
        aria-invalid={value === null}
        value={count.value}
        onInput={({ currentTarget }) => (count.value = currentTarget.value)}
        onChange={take}
      />
      <UnitOf units={unitsOf(THRESHOLDS[name].unit)} written={written} onChange={take} />
    </>
  );
}

/** A limit as it stands in the field, what it comes to, and the way to take it. */
function useWrittenLimit(name: ThresholdName) {
  const { choices } = useStore();
  const { unit, byDefault } = THRESHOLDS[name];
  const count = useSignal('');
  const written = useSignal<LimitUnit>('second');
  // What is stored counts, whoever changed it.
  useSignalEffect(() => {
    const now = writtenLimit(thresholdOf(choices.settings.value, name), unit);
    count.value = String(now.count);
    written.value = now.in;
  });
  const value = readLimit(count.value, written.value, unit);
  const take = () => {
    const limit = readLimit(count.value, written.value, unit);
    if (limit === null || limit === thresholdOf(choices.settings.value, name)) return;
    void choices.limit(name, limit === byDefault ? null : limit);
  };
  return { count, written, value, take };
}

interface UnitProps {
  units: readonly LimitUnit[];
  written: Signal<LimitUnit>;
  onChange(): void;
}

/** The unit, to be chosen where there are several. */
function UnitOf({ units, written, onChange }: UnitProps) {
  if (units.length === 1) return <span>{unitWord(written.value, language())}</span>;
  return (
    <select
      aria-label={t('ui_limitUnit')}
      value={written.value}
      onChange={({ currentTarget }) => {
        written.value = currentTarget.value as LimitUnit;
        onChange();
      }}
    >
      {units.map((each) => (
        <option key={each} value={each}>
          {unitWord(each, language())}
        </option>
      ))}
    </select>
  );
}
