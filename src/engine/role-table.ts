import type { Role } from './model.js';

/** What follows from a role alone, whatever the credential. */
export interface RoleFacts {
  /** Whoever holds the value can act as the user. */
  logsIn: boolean;
  /** The user is logged in for as long as one of these is kept. */
  keepsUser: boolean;
  /** It says who the user is; what guards a request or knows a browser does not. */
  identifies: boolean;
  /** Shown in the flow picture. */
  drawn: boolean;
  /** A name that hints at the role makes a random-looking value worth following. */
  worthFollowing: boolean;
  /** Family by which its chip is coloured. */
  chip: 'identity' | 'token' | 'guard' | 'quiet' | 'tracking';
}

type Mark = keyof Omit<RoleFacts, 'chip'>;

/** From what identifies a user most directly to what hardly matters. */
const TABLE: Readonly<Record<Role, RoleFacts>> = {
  session: row('identity', 'logsIn', 'keepsUser', 'identifies', 'drawn', 'worthFollowing'),
  'access-token': row('token', 'logsIn', 'keepsUser', 'identifies', 'drawn', 'worthFollowing'),
  'refresh-token': row('token', 'logsIn', 'keepsUser', 'identifies', 'drawn', 'worthFollowing'),
  'id-token': row('token', 'logsIn', 'identifies', 'drawn', 'worthFollowing'),
  'remember-me': row('identity', 'logsIn', 'identifies', 'drawn', 'worthFollowing'),
  basic: row('identity', 'identifies', 'drawn'),
  'api-key': row('token', 'identifies', 'drawn', 'worthFollowing'),
  'oauth-state': row('guard', 'drawn', 'worthFollowing'),
  csrf: row('guard', 'drawn', 'worthFollowing'),
  device: row('quiet'),
  tracking: row('tracking'),
  'load-balancer': row('quiet'),
  consent: row('quiet'),
  preference: row('quiet'),
  other: row('quiet'),
};

/** Every role, the weightiest first. */
export const ROLES = Object.keys(TABLE) as readonly Role[];

/** Roles of what makes its holder the user. */
export const LOGIN_ROLES: readonly Role[] = ROLES.filter((role) => TABLE[role].logsIn);

const NOTHING = row('quiet');

function row(chip: RoleFacts['chip'], ...marks: Mark[]): RoleFacts {
  const has = (mark: Mark) => marks.includes(mark);
  return {
    logsIn: has('logsIn'),
    keepsUser: has('keepsUser'),
    identifies: has('identifies'),
    drawn: has('drawn'),
    worthFollowing: has('worthFollowing'),
    chip,
  };
}

/** What follows from a role; nothing from one that is not in the table. */
export function roleFacts(role: Role): RoleFacts {
  return Object.hasOwn(TABLE, role) ? TABLE[role] : NOTHING;
}

/** True where whoever holds a credential of this role can act as the user. */
export function logsIn({ role }: { readonly role: Role }): boolean {
  return roleFacts(role).logsIn;
}

/**
 * The place of a role in {@link ROLES}: smaller weighs more; one that is not there weighs least.
 */
export function roleRank(role: Role): number {
  const rank = ROLES.indexOf(role);
  return rank < 0 ? ROLES.length : rank;
}
