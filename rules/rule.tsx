import rules from 'virtual:rules';
import { browserBackend } from '../src/ui/backend/browser-backend.js';
import { browserCatalogue } from '../src/ui/words/browser-catalogue.js';
import { installCatalogue } from '../src/ui/words/i18n.js';
import { mountRulePage } from '../src/ui/rule-page.js';
import { askTheme, setTheme } from '../src/ui/page/theme.js';
import { translated } from './translated.js';

const root = document.getElementById('app');
if (root) {
  installCatalogue(browserCatalogue);
  setTheme('system');
  void askTheme(browserBackend);
  const shown = rules.map((rule) => translated(rule, (key) => browserCatalogue.message(key, [])));
  mountRulePage(root, shown, new URLSearchParams(location.search).get('id'));
}
