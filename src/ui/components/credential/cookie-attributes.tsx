import type { ReportAttributes } from '../../../engine/report/report-credential.js';
import { t } from '../../words/i18n.js';
import { Fact } from '../fact.js';

/** `unknown` is neither: it was not seen. */
function yesNo(value: boolean | null): string {
  if (value === null) return t('ui_notKnown');
  return value ? t('ui_yes') : t('ui_no');
}

function sameSiteWord(sameSite: ReportAttributes['sameSite']): string {
  if (sameSite === null) return t('ui_notKnown');
  return sameSite === 'unset' ? t('ui_notSet') : sameSite;
}

function reachWord(hostOnly: boolean | null): string {
  if (hostOnly === null) return '';
  return hostOnly ? t('ui_hostOnly') : t('ui_withSubdomains');
}

export function Attributes({ attributes }: { attributes: ReportAttributes }) {
  const { httpOnly, secure, sameSite, domain, path, hostOnly, partitioned, persistent } =
    attributes;
  return (
    <table class="properties">
      <tbody>
        <Fact name="HttpOnly">{yesNo(httpOnly)}</Fact>
        <Fact name="Secure">{yesNo(secure)}</Fact>
        <Fact name="SameSite">{sameSiteWord(sameSite)}</Fact>
        <Fact name="Domain">
          {domain === null ? t('ui_notKnown') : <code>{domain}</code>}{' '}
          <span class="faint">{reachWord(hostOnly)}</span>
        </Fact>
        <Fact name="Path">{path === null ? t('ui_notKnown') : <code>{path}</code>}</Fact>
        <Fact name="Partitioned">{yesNo(partitioned)}</Fact>
        <Fact name={t('ui_factPersistent')}>{yesNo(persistent)}</Fact>
      </tbody>
    </table>
  );
}
