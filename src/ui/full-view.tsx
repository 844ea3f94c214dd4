import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Backend } from './backend/backend.js';
import { DropZone } from './components/file/drop-zone.js';
import type { FileWorker } from './backend/file-backend.js';
import { type FullView, FullViewContext } from './navigation/full-view-context.js';
import { language } from './words/i18n.js';
import { fileNames, OpenedFiles } from './backend/opened-files.js';
import { Panel } from './panel.js';
import type { Place } from './navigation/place.js';
import { ChooseTab } from './screens/choose-tab.js';
import { ViewerStore } from './store/store.js';

export interface FullViewParts {
  backend: Backend;
  /** Null: somebody chooses one. */
  tabId: number | null;
  version: string;
  newWorker(): FileWorker;
  /** What is shown first. */
  place?: Place | undefined;
}

interface Props {
  view: FullView;
  backend: Backend;
  tab: ViewerStore | null;
}

/** The panel as a page: of a tab, or of a file that is opened instead of it. */
function FullViewPage({ view, backend, tab }: Props) {
  const file = view.files.shown.value;
  const store = file?.store ?? tab;
  const title = file ? `${fileNames(file.names)} – Credtrail` : 'Credtrail';
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <FullViewContext.Provider value={view}>
      {store ? (
        <Panel key={file ? file.store : 'tab'} store={store} />
      ) : (
        <ChooseTab backend={backend} />
      )}
      <DropZone files={view.files} />
    </FullViewContext.Provider>
  );
}

/** Draws the full view; returns the files that it opens. */
export function mountFullView(root: Element, parts: FullViewParts): OpenedFiles {
  document.documentElement.lang = language();
  const { backend, tabId, version, newWorker, place } = parts;
  const files = new OpenedFiles({ browser: backend, newWorker, language: language(), version });
  const tab = tabId === null ? null : new ViewerStore(backend, tabId);
  if (place) tab?.nav.open(place);
  render(<FullViewPage view={{ files, hasTab: tab !== null }} backend={backend} tab={tab} />, root);
  return files;
}
