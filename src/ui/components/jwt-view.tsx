import { now } from '../clock.js';
import { claimInstant, claimText } from '../claim-times.js';
import { localTime, relativeTime } from '../format-time.js';
import { language, t } from '../i18n.js';
import type { Secret } from '../revealed-values.js';
import { type Jwt, shownJwt } from '../shown-jwt.js';
import { useStore } from '../store-context.js';

function Relative({ instant }: { instant: number }) {
  return <span class="faint">({relativeTime(instant, now.value, language())})</span>;
}

function ClaimRow({ name, value }: { name: string; value: unknown }) {
  const instant = claimInstant(name, value);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <code>{claimText(value)}</code>
        {instant !== null && (
          <div class="claim-time">
            {localTime(instant, language())} <Relative instant={instant} />
          </div>
        )}
      </td>
    </tr>
  );
}

function Members({ title, members }: { title: string; members: Record<string, unknown> }) {
  return (
    <table class="properties">
      <caption>{title}</caption>
      <tbody>
        {Object.entries(members).map(([name, value]) => (
          <ClaimRow key={name} name={name} value={value} />
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  jwt: Jwt;
  secret: Secret;
}

/** A token's header and claims; times also as people read them. Whole once the value is revealed. */
export function JwtView({ jwt, secret }: Props) {
  const { header, claims } = shownJwt(jwt, useStore().revealed.get(secret));
  return (
    <div class="jwt">
      <Members title={t('ui_jwtHeader')} members={header} />
      <Members title={t('ui_jwtClaims')} members={claims} />
    </div>
  );
}
