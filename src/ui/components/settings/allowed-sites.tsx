import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { hostOf } from '../../../messaging/options.js';
import { t } from '../../words/i18n.js';
import { siteHost } from '../../format/site-host.js';
import { useStore } from '../../store/store-context.js';
import { LineInput } from '../line-input.js';

const EXAMPLE = 'shop.example';

/** The sites that are recorded, to be added by hand or from the tab in front. */
export function AllowedSites() {
  const { options, status } = useStore();
  const { sites } = options.now;
  const front = siteHost(status.value?.site ?? null);
  return (
    <>
      <AddSite />
      {front !== undefined && !sites.includes(front) && (
        <p>
          <button type="button" class="button" onClick={() => void options.allow(front)}>
            {t('ui_siteAddFront', front)}
          </button>
        </p>
      )}
      {sites.length === 0 && <p class="note">{t('ui_sitesNone')}</p>}
      <ul class="allowed-sites" aria-label={t('ui_sites')}>
        {sites.map((site) => (
          <li key={site}>
            <span class="mono" dir="ltr">
              {site}
            </span>{' '}
            <button
              type="button"
              class="link"
              aria-label={t('ui_siteRemoveOf', site)}
              onClick={() => void options.disallow(site)}
            >
              {t('ui_siteRemove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function AddSite() {
  const { options } = useStore();
  const written = useSignal('');
  const isWrong = useSignal(false);
  const id = useId();
  const add = async (event: Event) => {
    event.preventDefault();
    const host = hostOf(written.value);
    isWrong.value = host === undefined;
    if (host === undefined) return;
    await options.allow(host);
    if (!options.failed.value) written.value = '';
  };
  return (
    <form class="add-line" onSubmit={(event) => void add(event)}>
      <label>
        {t('ui_siteAdd')}{' '}
        <LineInput
          written={written}
          isWrong={isWrong}
          maxLength={500}
          placeholder={EXAMPLE}
          said={id}
        />
      </label>
      <button type="submit" class="button">
        {t('ui_add')}
      </button>
      <span class="note" id={id} role="status">
        {isWrong.value ? t('ui_siteWrong') : t('ui_siteHint')}
      </span>
    </form>
  );
}
