import type { StorageAreaView, StorageItemView } from '../../messaging/views.js';
import { CredentialLink } from '../components/credential/credential-link.js';
import { DetailHead } from '../components/detail-head.js';
import { JwtView } from '../components/token/jwt-view.js';
import { Section } from '../components/section.js';
import { StoredValue } from '../components/storage/stored-value.js';
import { t, tn } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import { entryName, secretOf } from '../store/stored-names.js';
import { areaTitle } from './storage-areas.js';
import { CookieFacts } from './cookie-columns.js';

interface Props {
  area: StorageAreaView;
  item: StorageItemView;
}

/** A stored entry: its value, its attributes and the credentials in it. */
export function StoredItem({ area, item }: Props) {
  const what = entryName(area, item);
  return (
    <div class="detail">
      <DetailHead>
        <h2 class="detail-title mono">{item.key}</h2>
      </DetailHead>
      <p class="note">
        {areaTitle(area.area)} · {area.owner}
        {what && <> · {tn('ui_characters', item.length)}</>}
      </p>
      {what ? (
        <StoredValue what={what} secret={secretOf(what, item)} preview={item.preview} />
      ) : (
        <p class="note">{t('ui_cacheNamesOnly')}</p>
      )}
      {item.cookie && <CookieFacts cookie={item.cookie} />}
      {item.credentialIds.length > 0 && (
        <Section title={t('ui_credentialsInside')}>
          <ul class="plain">
            {item.credentialIds.map((id) => (
              <li key={id}>
                <CredentialLink id={id} />
                <Claims credentialId={id} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

/** What a token in the value says, for who wants to read it here. */
function Claims({ credentialId }: { credentialId: string }) {
  const credential = useStore().credentials.value.get(credentialId);
  if (!credential?.jwt) return null;
  return (
    <details class="claims">
      <summary>{t('ui_jwtClaims')}</summary>
      <JwtView credential={credential} />
    </details>
  );
}
