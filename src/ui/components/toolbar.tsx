import { useRef } from 'preact/hooks';
import type { TabStatus } from '../../messaging/tab-status.js';
import { t, tn } from '../words/i18n.js';
import { useRoving } from '../page/roving.js';
import { notListened } from '../store/not-listened.js';
import { requestsSeen } from '../store/requests-seen.js';
import { useStore } from '../store/store-context.js';
import { ExportButton } from './file/export-button.js';
import { Icon, type IconName } from './icon.js';
import { MarkButton } from './recording/mark-button.js';
import { OpenButtons } from './file/open-buttons.js';
import { PreserveButton } from './recording/preserve-button.js';
import { RecordButton } from './recording/record-button.js';
import { ScratchpadButton } from './token/scratchpad-button.js';
import { SettingsButton } from './settings/settings-button.js';
import { TabList } from './tab-list.js';
import { TimesButton } from './settings/times-button.js';

interface ActionProps {
  icon: IconName;
  name: string;
  disabled: boolean;
  onClick(): void;
}

function Action({ icon, name, disabled, onClick }: ActionProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Actions, tabs and counts: the panel's one bar. */
export function Toolbar() {
  const store = useStore();
  const { backend, nav } = store;
  const status = store.status.value;
  const actions = useRef<HTMLDivElement>(null);
  // The form of a mark has buttons of its own.
  const roving = useRoving(actions, ':scope > button');
  return (
    <header class="toolbar">
      <div ref={actions} class="actions" role="toolbar" aria-label={t('ui_toolbar')} {...roving}>
        <Action
          icon="back"
          name={t('ui_back')}
          disabled={!nav.canGoBack.value}
          onClick={() => nav.back()}
        />
        {!backend.isFile && (
          <>
            <RecordButton />
            <MarkButton />
            <Action
              icon="clear"
              name={t('ui_clear')}
              disabled={!status}
              onClick={() => void store.recording.clear()}
            />
            <PreserveButton />
          </>
        )}
        <OpenButtons />
        <ExportButton />
        <ScratchpadButton />
        <TimesButton />
        <SettingsButton />
      </div>
      <TabList />
      {status && <Counts status={status} />}
    </header>
  );
}

/** How much was seen, and that some of it is not kept. */
function Counts({ status }: { status: TabStatus }) {
  const isPaused = !status.recording && notListened(status) === null;
  return (
    <div class="counts">
      {isPaused && <span class="paused">{t('ui_paused')}</span>}
      <span class="seen">{tn('ui_requestCount', requestsSeen(status))}</span>
      {status.dropped > 0 && (
        <span class="dropped" title={t('ui_droppedHint')}>
          {tn('ui_dropped', status.dropped)}
        </span>
      )}
    </div>
  );
}
