import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../words/i18n.js';
import type { OpenedFiles } from '../../backend/opened-files.js';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page, which would else leave it for the file. */
export function DropZone({ files }: { files: OpenedFiles }) {
  const isOver = useSignal(false);
  // Before the page is painted: a file that is dropped on what can be seen must not be missed.
  useLayoutEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      isOver.value = true;
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) isOver.value = false;
    };
    const drop = (event: DragEvent) => {
      isOver.value = false;
      if (!holdsFiles(event)) return;
      event.preventDefault();
      files.open([...(event.dataTransfer?.files ?? [])]);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, [files]);
  return isOver.value ? <div class="drop-zone">{t('ui_fileDrop')}</div> : null;
}
