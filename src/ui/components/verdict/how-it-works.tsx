import { t } from '../../words/i18n.js';
import { WELCOME_PAGE } from '../../welcome/welcome-page.js';

/** The way to the page that explains session, token and cookie. */
export function HowItWorks() {
  return (
    <a class="how-it-works" href={WELCOME_PAGE} target="_blank" rel="noreferrer">
      {t('ui_howItWorks')}
    </a>
  );
}
