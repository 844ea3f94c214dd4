import { useContext, useRef } from 'preact/hooks';
import { FullViewContext } from '../../navigation/full-view-context.js';
import { t } from '../../words/i18n.js';
import { Icon } from '../icon.js';

/** What a file may be called. */
const ACCEPTED = '.har,.json,.gz,application/json,application/gzip';

/** Opens files instead of the tab; `labelled`: as a button with words. */
export function OpenFileButton({ labelled = false }: { labelled?: boolean }) {
  const view = useContext(FullViewContext);
  const input = useRef<HTMLInputElement>(null);
  const name = t('ui_fileOpen');
  return (
    <>
      <button
        type="button"
        class={labelled ? 'button primary' : 'icon-button'}
        aria-label={labelled ? undefined : name}
        title={labelled ? undefined : t('ui_fileOpenHint')}
        onClick={() => input.current?.click()}
      >
        {labelled ? name : <Icon name="folder" />}
      </button>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again.
          currentTarget.value = '';
          view?.files.open(files);
        }}
      />
    </>
  );
}

/** Ways from what a full view shows to a file and to another tab. */
export function OpenButtons() {
  if (!useContext(FullViewContext)) return null;
  return (
    <>
      <OpenFileButton />
      <a class="icon-button" href="?" aria-label={t('ui_chooseTab')} title={t('ui_chooseTab')}>
        <Icon name="tabs" />
      </a>
    </>
  );
}
