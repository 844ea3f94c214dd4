import type { Role } from '../../engine/model.js';
import { label } from '../i18n.js';

const FAMILY: Readonly<Record<Role, string>> = {
  session: 'identity',
  'access-token': 'token',
  'refresh-token': 'token',
  'id-token': 'token',
  'remember-me': 'identity',
  csrf: 'guard',
  'oauth-state': 'guard',
  'api-key': 'token',
  basic: 'identity',
  device: 'quiet',
  'load-balancer': 'quiet',
  preference: 'quiet',
  consent: 'quiet',
  tracking: 'tracking',
  other: 'quiet',
};

/** A credential's role, coloured by what it means to hold it. */
export function RoleChip({ role }: { role: Role }) {
  return <span class={`chip role-${FAMILY[role] ?? 'quiet'}`}>{label('role', role)}</span>;
}
