import { useContext } from 'preact/hooks';
import { formatBytes } from '../../format/format-bytes.js';
import { type FullView, FullViewContext } from '../../navigation/full-view-context.js';
import { label, language, t } from '../../words/i18n.js';
import { fileNames, type FileRefusal } from '../../backend/opened-files.js';

/** Which file is shown, is being opened or cannot be; nothing inside DevTools. */
export function FileBar() {
  const view = useContext(FullViewContext);
  if (!view) return null;
  return (
    <>
      <Refused view={view} />
      <Opening view={view} />
      <Shown view={view} />
    </>
  );
}

const HELD = { recording: 'ui_fileStays', report: 'ui_reportStays' } as const;

function Shown({ view: { files, hasTab } }: { view: FullView }) {
  const file = files.shown.value;
  if (!file) return null;
  return (
    <div class="notice file-bar">
      <span>
        <strong class="file-name" dir="auto">
          {fileNames(file.names)}
        </strong>{' '}
        {formatBytes(file.size, language())} · {t(HELD[file.store.backend.holds ?? 'recording'])}
      </span>
      <button type="button" class="button" onClick={() => files.close()}>
        {t(hasTab ? 'ui_fileBackToTab' : 'ui_fileClose')}
      </button>
    </div>
  );
}

const SAID = { reading: 'ui_fileReading', analysing: 'ui_fileAnalysing' } as const;

function Opening({ view: { files } }: { view: FullView }) {
  const opening = files.opening.value;
  if (!opening) return null;
  const { names, step, percent } = opening;
  return (
    <div class="notice file-bar opening">
      <span>{t(SAID[step], fileNames(names))}</span>
      <progress aria-label={t('ui_fileProgress')} max={100} value={percent} />
      <button type="button" class="button" onClick={() => files.cancel()}>
        {t('ui_cancel')}
      </button>
    </div>
  );
}

const SENTENCES = {
  unreadable: 'ui_fileUnreadable',
  packed: 'ui_filePacked',
  large: 'ui_fileLarge',
  cut: 'ui_fileCut',
  json: 'ui_fileNotJson',
  har: 'ui_fileNotHar',
  empty: 'ui_fileEmpty',
  worker: 'ui_fileFailed',
  foreign: 'ui_fileForeign',
  report: 'ui_fileOtherReport',
  mixed: 'ui_fileMixed',
} as const satisfies Record<FileRefusal['fault'], string>;

function Refused({ view: { files } }: { view: FullView }) {
  const refusal = files.refusal.value;
  if (!refusal) return null;
  const { name, fault, detail } = refusal;
  return (
    <div class="notice error file-bar" role="alert">
      <span>{t(SENTENCES[fault], name, fault === 'foreign' ? label('file', detail) : detail)}</span>
      <button type="button" class="button" onClick={() => files.dismiss()}>
        {t('ui_close')}
      </button>
    </div>
  );
}
