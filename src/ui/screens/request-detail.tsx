import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RequestDetail, RequestRow } from '../../messaging/views.js';
import { CopyMenuButton } from '../components/copy-menu-button.js';
import { CredentialLink } from '../components/credential/credential-link.js';
import { MomentTime } from '../components/recording/moment-time.js';
import { Loading } from '../components/loading.js';
import { DetailHead } from '../components/detail-head.js';
import { MaskedPairs } from '../components/credential/masked-pairs.js';
import { Section } from '../components/section.js';
import { BodyButton, SeenBody } from '../components/request/seen-body.js';
import { type HeaderList, headerMenu, requestMenu } from '../copy/request-menu.js';
import { formatSize } from '../format/format-size.js';
import { formatNumber, language, t, tn } from '../words/i18n.js';
import { markedLine } from '../lists/request-mark.js';
import type { ViewerStore } from '../store/store.js';
import { useStore } from '../store/store-context.js';

function Credentials({ title, ids }: { title: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <Section title={title} fold="credentials">
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
  const { method, url, status, error, startedAt, duration, size, initiator } = row;
  const store = useStore();
  return (
    <>
      <DetailHead>
        <h2 class="detail-title mono">
          {method} {url}
        </h2>
      </DetailHead>
      <p class="note">
        {store.backend.holds !== 'report' && `${error ?? status ?? t('ui_pending')} · `}
        <MomentTime at={startedAt} exact />
        {duration !== undefined && ` · ${t('ui_milliseconds', formatNumber(Math.round(duration)))}`}
        {size !== undefined && ` · ${formatSize(size, language())}`}
        {initiator !== undefined && ` · ${t('ui_initiatedBy', initiator)}`}
      </p>
      <div class="detail-buttons">
        <CopyMenuButton groups={() => requestMenu(store, row)} />
        {hasBody(store, row) && <BodyButton />}
      </div>
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
  const store = useStore();
  const detail = useSignal<RequestDetail | null | 'waiting'>('waiting');
  useEffect(() => {
    let current = true;
    void askDetail(store, id, row)
      .catch(() => null)
      .then((answer) => {
        if (current) detail.value = answer;
      });
    return () => {
      current = false;
    };
  }, [id, row]);
  const shown = detail.value;
  if (shown === 'waiting') return <Loading />;
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
      {store.backend.holds === 'report' && <p class="note">{t('ui_reportNoHeaders')}</p>}
      <Credentials title={t('ui_carriedCredentials')} ids={shown.row.carried} />
      <Credentials title={t('ui_setCredentials')} ids={shown.row.set} />
      <Lines detail={shown} />
    </div>
  );
}

/** With all headers where DevTools still has them. */
async function askDetail({ backend, tabId }: ViewerStore, id: string, row?: RequestRow) {
  const whole = row && (await backend.wholeHeaders?.(row).catch(() => undefined));
  return backend.ask('getRequest', { tabId, id, ...(whole && { whole }) });
}

function hasBody({ backend }: ViewerStore, { type }: RequestRow): boolean {
  return backend.holds !== 'report' && type !== 'websocket';
}

/** They send none, or none that means anything (RFC 9110 §9.3). */
const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']);

/** Parameters, headers, fields and bodies; what somebody came for is marked. */
function Lines({ detail }: { detail: RequestDetail }) {
  const store = useStore();
  const lines = useLines(detail);
  const headers = (list: HeaderList) => ({ ...lines(list), ...aboutHeaders(store, detail, list) });
  return (
    <>
      <MaskedPairs title={t('ui_requestParameters')} fold="parameters" {...lines('parameters')} />
      <MaskedPairs
        title={t('ui_requestHeaders')}
        fold="requestHeaders"
        {...headers('requestHeaders')}
      />
      <MaskedPairs title={t('ui_requestFields')} fold="requestFields" {...lines('requestFields')} />
      {hasBody(store, detail.row) && !BODILESS.has(detail.row.method) && (
        <SeenBody row={detail.row} whose="request" />
      )}
      <MaskedPairs
        title={t('ui_responseHeaders')}
        fold="responseHeaders"
        {...headers('responseHeaders')}
      />
      <MaskedPairs
        title={t('ui_responseFields')}
        fold="responseFields"
        {...lines('responseFields')}
      />
      {hasBody(store, detail.row) && <SeenBody row={detail.row} whose="response" />}
    </>
  );
}

/** The pairs of a list, with that among them which somebody came for. */
function useLines(detail: RequestDetail) {
  const { nav, credentials } = useStore();
  const mark = nav.requestMark.value;
  const name = credentials.value.get(mark?.credentialId ?? '')?.name;
  const meant = mark ? markedLine(detail, mark, name) : undefined;
  return (list: ListName) => ({
    pairs: detail[list],
    marked: meant?.list === list ? meant : undefined,
  });
}

/** What is said of headers, and what may be copied of each. */
function aboutHeaders(store: ViewerStore, detail: RequestDetail, list: HeaderList) {
  return {
    note: noteOf(detail.left[list === 'requestHeaders' ? 'request' : 'response']),
    menuOf: (at: number) => {
      const shown = detail[list][at]!;
      const nth = detail[list].slice(0, at).filter(({ name: own }) => own === shown.name).length;
      return headerMenu(store, detail.row, list, shown, nth);
    },
  };
}

type ListName = HeaderList | 'parameters' | 'requestFields' | 'responseFields';

/** That headers are missing, and how they can be had. */
function noteOf(left: number | null): string | undefined {
  if (left === null) return t('ui_headersUnseen');
  return left > 0 ? tn('ui_headersLeft', left) : undefined;
}
