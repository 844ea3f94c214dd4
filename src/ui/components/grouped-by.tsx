import { useEffect } from 'preact/hooks';
import { FINDINGS_BY } from '../lists/group-by-subject.js';
import { t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';

const BY = { rule: 'ui_byRule', subject: 'ui_bySubject' } as const;

/** By which of both the findings stand together. */
export function GroupedBy() {
  const { findingsBy, nav } = useStore();
  const jumped = nav.ruleId.value !== null;
  useEffect(() => {
    // Somebody came for a rule.
    if (jumped) findingsBy.value = 'rule';
  }, [jumped]);
  return (
    <select
      aria-label={t('ui_groupedBy')}
      title={t('ui_groupedBy')}
      value={findingsBy.value}
      onChange={({ currentTarget }) => {
        findingsBy.value = FINDINGS_BY[currentTarget.selectedIndex] ?? 'rule';
      }}
    >
      {FINDINGS_BY.map((by) => (
        <option key={by} value={by}>
          {t(BY[by])}
        </option>
      ))}
    </select>
  );
}
