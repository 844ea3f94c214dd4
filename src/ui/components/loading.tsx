import { t } from '../words/i18n.js';

/** Stands where something is still being asked for; nothing else looks like it. */
export function Loading() {
  return (
    <p class="note loading" role="status">
      {t('ui_loading')}
    </p>
  );
}
