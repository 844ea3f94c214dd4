import { EmptyScreen } from '../components/verdict/site-state.js';
import { t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import { BeforeAndAfter } from './before-and-after.js';
import { ComparisonTable } from './comparison-table.js';

/** Session, token and cookie side by side, and what became of them between two marked moments. */
export function Compare() {
  const { backend, front, marked } = useStore();
  const rows = front.verdict.value?.comparison ?? [];
  if (rows.length === 0 && marked.all.value.length === 0)
    return (
      <EmptyScreen
        title={t('ui_compareEmpty')}
        hint={t(backend.isFile ? 'ui_fileCompareHint' : 'ui_compareEmptyHint')}
      />
    );
  return (
    <div class="overview scroll">
      <BeforeAndAfter />
      {rows.length > 0 && <ComparisonTable rows={rows} />}
    </div>
  );
}
