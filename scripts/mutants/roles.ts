import type { Changes } from './mutant.js';

export const ROLES: Changes = {
  'roles/cue.ts': [
    ['a faint cue suffices', 'const THRESHOLD = 0.3;', 'const THRESHOLD = 0.05;'],
    ['only the last cue counts', '(doubt.get(role) ?? 1) * (1 - weight)', '1 - weight'],
    ['the weakest role wins', 'b.belief - a.belief', 'a.belief - b.belief'],
    ['a rival does not matter', '(1 - (rival?.belief ?? 0) / 4)', '1'],
    ['evidence of all roles', 'cue.role === best.role', 'cue.role !== undefined'],
    ['the weakest evidence first', 'b.weight - a.weight', 'a.weight - b.weight'],
  ],
  'roles/role.ts': [
    ['a signature is judged by itself', 'if (context.signed) return', 'if (false) return'],
    ['bystanders are sessions', '!loginGave || isCopy || !isBystander(credential, role)', 'true'],
    [
      'no login needed for a bystander',
      '!loginGave || isCopy || !isBystander',
      'isCopy || !isBystander',
    ],
    ['a copy is a bystander', '!loginGave || isCopy || !isBystander', '!loginGave || !isBystander'],
  ],
  'roles/sent-flow.ts': [
    [
      'what was received was sent',
      "sightings.filter(({ direction }) => direction === 'sent')",
      'sightings',
    ],
    ['any header echoes', '/^_?token$/i.test(name) &&', '/./.test(name) &&'],
    ['everything is of the page', 'pageSite === undefined || pageSite === site', 'true'],
  ],
};
