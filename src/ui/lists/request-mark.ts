import type { ReportEvent } from '../../engine/report/report-event.js';
import type { MaskedPair, RequestDetail } from '../../messaging/views.js';

/** What of a request was spoken of where somebody came from. */
export interface RequestMark {
  credentialId: string | null;
  /** Whether it was sent or received; null: either. */
  side: 'request' | 'response' | null;
  /** The sentence that spoke of it, which may name a header. */
  said?: string;
}

const LISTS = {
  request: ['parameters', 'requestHeaders', 'requestFields'],
  response: ['responseHeaders', 'responseFields'],
} as const satisfies Record<string, readonly (keyof RequestDetail)[]>;
type List = (typeof LISTS)['request' | 'response'][number];

/** The one line of a detail that is meant; `part`: one cookie of a Cookie header. */
export interface MarkedLine {
  list: List;
  at: number;
  part?: number;
}

/** What happened to a credential, and in which half of the request that is seen. */
const SIDES: Readonly<Record<string, 'request' | 'response'>> = {
  issued: 'response',
  rejected: 'response',
  rotated: 'response',
  refreshed: 'response',
  cleared: 'response',
  sent: 'request',
  exposed: 'request',
};

/** What a step of a trail speaks of. */
export function markOf({ type, credentialId }: ReportEvent): RequestMark {
  return { credentialId, side: SIDES[type] ?? null };
}

/**
 * The line that a mark means: where the credential stands, or else one of the same name (its value
 * may have been another one then), or else a header that the sentence names.
 */
export function markedLine(
  detail: RequestDetail,
  { credentialId, side, said = '' }: RequestMark,
  name = '',
): MarkedLine | undefined {
  const lists: List[] =
    side === 'response'
      ? [...LISTS.response, ...LISTS.request]
      : [...LISTS.request, ...LISTS.response];
  const lines = lists.flatMap((list) => detail[list].map((pair, at) => ({ list, at, pair })));
  const has = ({ credentialIds = [] }: MaskedPair) =>
    credentialId !== null && credentialIds.includes(credentialId);
  const isNamed = ({ name: own, value }: MaskedPair) =>
    name !== '' &&
    (isName(own, name) || (isName(own, 'set-cookie') && value.startsWith(`${name}=`)));
  const words = said.toLowerCase();
  const isSaid = ({ name: own }: MaskedPair) =>
    own.includes('-') &&
    new RegExp(`(?<![\\w-])${own.replace(/\W/g, '\\$&')}(?![\\w-])`, 'i').test(words);
  for (const fits of [has, isNamed, isSaid]) {
    for (const { list, at, pair } of lines) {
      const part = (pair.parts ?? []).findIndex(fits);
      if (part >= 0) return { list, at, part };
      if (fits(pair)) return { list, at };
    }
  }
  return undefined;
}

/** Header names in any case; of a field's pointer its end. */
function isName(own: string, wanted: string): boolean {
  return own.slice(own.lastIndexOf('/') + 1).toLowerCase() === wanted.toLowerCase();
}
