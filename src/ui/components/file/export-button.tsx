import {
  FORMAT_NAMES,
  type FormatName,
  REPORT_FORMATS,
} from '../../../engine/report/formats/formats.js';
import type { ReportFormat } from '../../../engine/report/formats/format.js';
import { download, downloadJson, fileName } from '../../page/download.js';
import { label, t, translate } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { Icon } from '../icon.js';

/** That which can be opened again stands first. */
const NAMES = ['json', ...FORMAT_NAMES.filter((name) => name !== 'json')] as const;

/** Opens the menu of all that a report can be saved as. */
export function ExportButton() {
  const { menus, backend, tabId, report } = useStore();
  const save = async (name: FormatName) => {
    const { ending, mimeType, write }: ReportFormat = REPORT_FORMATS[name];
    // Asked for again: what is on screen may be a quarter of a second old.
    const asked = await backend.ask('getReport', { tabId }).catch(() => null);
    if (asked)
      download(fileName(asked.source.url, ending), mimeType, `${write(asked, { translate })}\n`);
  };
  const saveTraffic = async () => {
    const traffic = await backend.ask('getHar', { tabId }).catch(() => null);
    if (traffic) downloadJson(fileName(report.value?.source.url ?? '', 'har'), traffic.har);
  };
  const items = NAMES.map((name) => ({
    name: label('exportFormat', name),
    run: () => void save(name),
  }));
  const traffic = [{ name: t('ui_exportHar'), run: () => void saveTraffic() }];
  const groups = [{ items }, ...(backend.holds === 'report' ? [] : [{ items: traffic }])];
  return (
    <button
      type="button"
      class="icon-button"
      aria-haspopup="menu"
      aria-label={t('ui_export')}
      title={t('ui_export')}
      disabled={!report.value}
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect();
        menus.open({ name: t('ui_export'), groups, at: { x: left, y: bottom } });
      }}
    >
      <Icon name="export" />
    </button>
  );
}
