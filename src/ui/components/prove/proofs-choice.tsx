import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { Lockable } from '../lockable.js';

/** Whether a page may be asked to repeat a request of its own. */
export function ProofsChoice() {
  const { options } = useStore();
  return (
    <>
      <p class="note">{t('ui_proofsHint')}</p>
      <Lockable name="proofs">
        <label>
          <input
            type="checkbox"
            checked={options.now.proofs}
            onChange={({ currentTarget }) => void options.choose({ proofs: currentTarget.checked })}
          />{' '}
          {t('ui_proofsChoice')}
        </label>
      </Lockable>
    </>
  );
}
