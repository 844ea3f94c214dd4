import type { ContentMembers, ContentNode } from '../../messaging/views.js';

/** One line of formatted JSON. */
export interface JsonLine {
  depth: number;
  /** What stands before the value: the name of a member, or what opens. */
  text: string;
  /** A value that is, or holds, a credential. */
  token?: { text: string; credentialId: string };
  /** What follows it. */
  after: string;
  /** Members for which there was no room. */
  left?: number;
}

/** A value as lines, the way `JSON.stringify(value, null, 2)` writes it. */
export function jsonLines(content: ContentNode): JsonLine[] {
  const lines: JsonLine[] = [];
  write(content, 0, '', '', lines);
  return lines;
}

function write(node: ContentNode, depth: number, lead: string, after: string, to: JsonLine[]) {
  if ('members' in node) {
    writeMembers(node, depth, lead, after, to);
    return;
  }
  const { text, credentialIds } = node;
  const [credentialId] = credentialIds;
  if (credentialId === undefined) to.push({ depth, text: lead + text, after });
  else to.push({ depth, text: lead, token: { text, credentialId }, after });
}

function writeMembers(
  { brackets, quoted, members, left }: ContentMembers,
  depth: number,
  lead: string,
  after: string,
  to: JsonLine[],
) {
  const quote = quoted ? '"' : '';
  const open = `${quote}${brackets[0]}`;
  const close = `${brackets[1]}${quote}`;
  if (members.length === 0 && left === 0) {
    to.push({ depth, text: lead + open + close, after });
    return;
  }
  to.push({ depth, text: lead + open, after: '' });
  members.forEach(({ name, node }, at) => {
    const isLast = at === members.length - 1 && left === 0;
    const named = name === undefined ? '' : `${JSON.stringify(name)}: `;
    write(node, depth + 1, named, isLast ? '' : ',', to);
  });
  if (left > 0) to.push({ depth: depth + 1, text: '…', after: '', left });
  to.push({ depth, text: close, after });
}
