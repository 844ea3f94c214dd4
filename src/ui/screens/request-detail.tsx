import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MaskedPair, RequestDetail, RequestRow } from '../../messaging/protocol.js';
import { CredentialLink } from '../components/credential-link.js';
import { Section } from '../components/section.js';
import { localTime } from '../format-time.js';
import { formatNumber, language, t } from '../i18n.js';
import { useStore } from '../store-context.js';

function Pairs({ title, pairs }: { title: string; pairs: readonly MaskedPair[] }) {
  if (pairs.length === 0) return null;
  return (
    <Section title={title}>
      <table class="properties">
        <tbody>
          {pairs.map(({ name, value, credentialId }, at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              <td>
                <code>{value}</code>
                {credentialId !== undefined && (
                  <div>
                    <CredentialLink id={credentialId} />
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Credentials({ title, ids }: { title: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <Section title={title}>
      <ul class="plain">
        {ids.map((id) => (
          <li key={id}>
            <CredentialLink id={id} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Summary({ row }: { row: RequestRow }) {
  const { method, url, status, error, startedAt, duration } = row;
  return (
    <>
      <h2 class="detail-title mono">
        {method} {url}
      </h2>
      <p class="note">
        {error ?? status ?? t('ui_pending')} · {localTime(startedAt, language())}
        {duration !== undefined && ` · ${t('ui_milliseconds', formatNumber(Math.round(duration)))}`}
      </p>
    </>
  );
}

interface Props {
  id: string;
  /** The row as the list has it; its change asks for the detail again. */
  row: RequestRow | undefined;
}

/** One request with its headers, masked, and the credentials in it. */
export function RequestDetailPane({ id, row }: Props) {
  const { backend, tabId } = useStore();
  const detail = useSignal<RequestDetail | null | 'waiting'>('waiting');
  useEffect(() => {
    let current = true;
    void backend
      .ask('getRequest', { tabId, id })
      .catch(() => null)
      .then((answer) => {
        if (current) detail.value = answer;
      });
    return () => {
      current = false;
    };
  }, [id, row]);
  const shown = detail.value;
  if (shown === 'waiting') return <p class="note detail">{t('ui_loading')}</p>;
  if (shown === null) return <p class="note detail">{t('ui_requestGone')}</p>;
  return (
    <div class="detail">
      <Summary row={shown.row} />
      {shown.diagnoses.length > 0 && (
        <Section title={t('ui_diagnoses')}>
          <ul class="diagnoses">
            {shown.diagnoses.map((sentence, at) => (
              <li key={at}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      <Credentials title={t('ui_carriedCredentials')} ids={shown.row.carried} />
      <Credentials title={t('ui_setCredentials')} ids={shown.row.set} />
      <Pairs title={t('ui_requestHeaders')} pairs={shown.requestHeaders} />
      <Pairs title={t('ui_requestFields')} pairs={shown.requestFields} />
      <Pairs title={t('ui_responseHeaders')} pairs={shown.responseHeaders} />
      <Pairs title={t('ui_responseFields')} pairs={shown.responseFields} />
    </div>
  );
}
