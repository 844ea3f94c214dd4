import { ROLES } from '../../engine/role-table.js';
import { SEVERITIES } from '../../engine/severity.js';
import { CARRIERS } from '../../engine/where-seen.js';
import type { RequestRow } from '../../messaging/views.js';
import type { ValuesOf } from './filter-completion.js';

const MOMENTS = ['login', 'logout', 'session-lost', 'proof'] as const;
const STATUSES = ['2xx', '3xx', '4xx', '5xx', 'pending', 'failed'] as const;
const KINDS = ['credential', ...ROLES, ...CARRIERS];

/** What the terms of the filter may stand for: what the model knows, and what was seen. */
export function valuesIn(
  rows: readonly RequestRow[],
  credentials: Iterable<{ format: string }>,
): ValuesOf {
  return (term) => {
    switch (term) {
      case 'has':
      case 'carries':
      case 'sets':
        return [...KINDS, ...[...credentials].map(({ format }) => format)];
      case 'role':
        return ROLES;
      case 'severity':
        return SEVERITIES;
      case 'is':
        return MOMENTS;
      case 'status':
        return [...STATUSES, ...seen(rows, ({ status }) => String(status ?? ''))];
      case 'host':
        return seen(rows, ({ host }) => host);
      case 'method':
        return seen(rows, ({ method }) => method.toLowerCase());
      case 'type':
        return seen(rows, ({ type }) => type);
      default:
        return [];
    }
  };
}

function seen(rows: readonly RequestRow[], of: (row: RequestRow) => string): Set<string> {
  return new Set(rows.map(of).filter(Boolean));
}
