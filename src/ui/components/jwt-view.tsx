import { now } from '../clock.js';
import { claimInstant, claimText } from '../claim-times.js';
import { localTime, relativeTime } from '../format-time.js';
import { language, t } from '../i18n.js';

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
  jwt: { header: Record<string, unknown>; claims: Record<string, unknown> };
}

/** A token's header and claims; times also as people read them. */
export function JwtView({ jwt }: Props) {
  return (
    <div class="jwt">
      <Members title={t('ui_jwtHeader')} members={jwt.header} />
      <Members title={t('ui_jwtClaims')} members={jwt.claims} />
    </div>
  );
}
