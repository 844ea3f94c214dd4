import { t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import { Icon } from './icon.js';

/** What was just done, and the way to undo it. */
export function ToastLine() {
  const { toasts } = useStore();
  const toast = toasts.now.value;
  return (
    <div class="toast-place" role="status">
      {toast && (
        <div class="toast">
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              class="button"
              onClick={() => {
                toast.action?.run();
                toasts.dismiss();
              }}
            >
              {toast.action.name}
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={t('ui_close')}
            title={t('ui_close')}
            onClick={() => toasts.dismiss()}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
