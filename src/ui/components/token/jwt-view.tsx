import { useSignal } from '@preact/signals';
import type { ReportCredential } from '../../../engine/report/report-credential.js';
import { t } from '../../words/i18n.js';
import { claimMeaning, parameterMeaning } from '../../jwt/meaning.js';
import { KIND_NOTES, tokenKind } from '../../jwt/token-kind.js';
import { shownJwt } from '../../jwt/shown-jwt.js';
import { useStore } from '../../store/store-context.js';
import { JwtMembers } from './jwt-members.js';
import { JwtWhere } from './jwt-where.js';

/**
 * What a token says, and whether that is how it is used. Header and claims are whole once its value
 * is revealed.
 */
export function JwtView({ credential }: { credential: ReportCredential }) {
  const { id, jwt, format, fingerprint } = credential;
  const { revealed } = useStore();
  if (!jwt) return <NoClaims id={id} isEncrypted={format === 'jwe'} />;
  const secret = { what: { credentialId: id }, version: fingerprint };
  const { header, claims } = shownJwt(jwt, revealed.get(secret));
  const kind = tokenKind({ header });
  return (
    <div class="jwt">
      <p class={kind === 'unsecured' ? 'weak-secret' : 'note'}>{t(KIND_NOTES[kind])}</p>
      {kind !== 'encrypted' && <JwtWhere id={id} claims={claims} />}
      <OpenInScratchpad id={id} />
      <JwtMembers title={t('ui_jwtHeader')} members={header} meaningOf={parameterMeaning} />
      {kind !== 'encrypted' && (
        <JwtMembers title={t('ui_jwtClaims')} members={claims} meaningOf={claimMeaning} />
      )}
    </div>
  );
}

/** Built like a token, and what is in it is something else, or cannot be read. */
function NoClaims({ id, isEncrypted }: { id: string; isEncrypted: boolean }) {
  return (
    <div class="jwt">
      <p class="note">{t(isEncrypted ? 'ui_jwtEncrypted' : 'ui_jwtNoClaims')}</p>
      <OpenInScratchpad id={id} />
    </div>
  );
}

/** Its value goes from one screen to the other, and nowhere else. */
function OpenInScratchpad({ id }: { id: string }) {
  const { nav, revealed } = useStore();
  const gone = useSignal(false);
  const open = async () => {
    const value = await revealed.fetch({ what: { credentialId: id }, version: '' });
    gone.value = value === null;
    if (value !== null) nav.openScratchpad(value);
  };
  return (
    <p>
      <button type="button" class="button" onClick={() => void open()}>
        {t('ui_scratchOpen')}
      </button>{' '}
      {gone.value && <span class="note">{t('ui_valueGone')}</span>}
    </p>
  );
}
