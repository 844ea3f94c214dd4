import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { faultOf, isSettings, type Settings } from '../../../engine/judging.js';
import { downloadJson } from '../../page/download.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

const FILE_NAME = 'credtrail-settings.json';

/** Reads settings from the text of a file; where it holds none, says what is not right. */
function readSettings(content: string): Settings | { fault: string } {
  try {
    const value: unknown = JSON.parse(content);
    return isSettings(value) ? value : { fault: faultOf(value) ?? '' };
  } catch {
    return { fault: 'JSON' };
  }
}

/** Saves all choices as a file, and takes them from one. */
export function SettingsFile() {
  const { choices } = useStore();
  const { said, before, take, takeBack } = useTaken();
  return (
    <div class="settings-file">
      <button
        type="button"
        class="button"
        onClick={() => downloadJson(FILE_NAME, choices.settings.value)}
      >
        {t('ui_settingsExport')}
      </button>
      <ChooseFile take={take} />
      <span role="status">{said}</span>
      {before && (
        <button type="button" class="link" onClick={() => void takeBack(before)}>
          {t('ui_acceptUndo')}
        </button>
      )}
    </div>
  );
}

function ChooseFile({ take }: { take(input: HTMLInputElement): Promise<void> }) {
  const id = useId();
  return (
    <>
      <input
        id={id}
        class="off-screen"
        type="file"
        accept="application/json,.json"
        onChange={({ currentTarget }) => void take(currentTarget)}
      />
      <label class="button" for={id}>
        {t('ui_settingsImport')}
      </label>
    </>
  );
}

/** Settings that were taken from a file, what was said of it, and those that they replaced. */
function useTaken() {
  const { choices } = useStore();
  const said = useSignal('');
  const before = useSignal<Settings | null>(null);
  const take = async (input: HTMLInputElement) => {
    // One that cannot be read, since it was changed or moved meanwhile, holds no settings either.
    const content = await input.files?.[0]?.text().catch(() => '');
    // The same file may be chosen again.
    input.value = '';
    if (content === undefined) return;
    const read = readSettings(content);
    const replaced = choices.settings.value;
    if ('fault' in read) {
      said.value = t('ui_settingsBad', read.fault);
      return;
    }
    await choices.replace(read);
    if (choices.failed.value) {
      said.value = '';
      return;
    }
    before.value = replaced;
    said.value = t('ui_settingsTaken');
  };
  const takeBack = async (settings: Settings) => {
    await choices.replace(settings);
    before.value = null;
    said.value = '';
  };
  return { said: said.value, before: before.value, take, takeBack };
}
