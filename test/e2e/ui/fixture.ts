import { installCatalogue } from '../../../src/ui/words/i18n.js';
import { mountPanel } from '../../../src/ui/panel.js';
import { placeOf } from '../../../src/ui/navigation/place.js';
import { mountPopup } from '../../../src/ui/popup.js';
import { setTheme } from '../../../src/ui/page/theme.js';
import { catalogueOf } from '../../fixtures/messages.js';
import { FixtureBackend } from '../../fixtures/ui-backend.js';
import type { FixtureState } from '../../fixtures/ui-report-asked.js';

// The screens as a plain page: ?view=panel|popup &theme= &rows= &state= &lang= &url= &screen=

declare global {
  interface Window {
    fixture: FixtureBackend;
    pwned?: unknown;
  }
}

const query = new URLSearchParams(location.search);
installCatalogue(catalogueOf(query.get('lang') === 'ko' ? 'ko' : 'en'));
setTheme(query.get('theme') === 'dark' ? 'dark' : 'light');

const state = (query.get('state') ?? 'rich') as FixtureState;
window.fixture = new FixtureBackend(state, Number(query.get('rows') ?? 5000));
const root = document.getElementById('app') as HTMLElement;
if (query.get('view') === 'popup') {
  mountPopup(root, window.fixture, { id: 1, url: query.get('url') ?? 'https://www.shop.test/' });
} else {
  mountPanel(root, window.fixture, 1, placeOf(`screen=${query.get('screen')}`));
}
