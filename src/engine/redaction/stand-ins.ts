import { MIN_LENGTH, Needles } from '../report/needles.js';
import { formatOf } from '../values/format.js';
import { MaskedStandIns } from './masked-stand-ins.js';
import { OtherSigns } from './other-signs.js';
import { isRandom } from './is-random.js';
import { looksAlike } from './pieces.js';
import { emailsIn } from './personal.js';
import { reshape, type Shaping } from './shape.js';

/** What a value is, as far as it matters for what stands in its place. */
export type SecretKind = 'credential' | 'password' | 'person';

/** A value that must not stay, and where the first of its kind stood. */
interface Secret {
  value: string;
  kind: SecretKind;
  /** Values of one group are one credential's, one after the other. */
  group: string;
}

/**
 * So often other signs are tried; then, only of a value that is of another format without it, with
 * more and more of its beginning as it was: what the format prescribes, such as `CfDJ8`.
 */
const KEPT = [0, 0, 0, 0, 0, 0, 4, 4, 5, 8, 12, 16];
/** Of so long a value what it is shows in its first try. */
const LONG = 1_024;

/**
 * What stands in the place of each value: the same for the same one, made of its shape, of what it
 * has in common with others, and of how many were made before it. Passwords keep nothing at all.
 */
export class StandIns {
  readonly #secrets = new Map<string, Secret>();
  readonly #made = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #signs: OtherSigns;
  readonly #groups = new Map<string, number>();
  readonly #inner = new Needles();
  readonly #parts = new Map<string, { whole: string; from: number }>();
  #underMask: MaskedStandIns | undefined;
  #passwords = 0;
  /** Parts of no known structure in the value that is being made. */
  #atoms = 0;

  constructor(readonly seenAt: number) {
    this.#signs = new OtherSigns(seenAt);
  }

  /** Notes a value that must not stay. */
  add(value: string, kind: SecretKind, group: string): void {
    const before = this.#secrets.get(value);
    if (before === undefined || (kind === 'password' && before.kind !== kind))
      this.#secrets.set(value, { value, kind, group });
  }

  /** Notes one value that is kept in parts, such as cookies that are each too small for it. */
  addParts(parts: readonly string[], group: string): void {
    const whole = parts.join('');
    this.add(whole, 'credential', group);
    let from = 0;
    for (const part of parts) {
      this.add(part, 'credential', group);
      this.#parts.set(part, { whole, from });
      from += part.length;
    }
  }

  has(value: string): boolean {
    return this.#secrets.has(value);
  }

  /** Every value, with what it is. */
  all(): IterableIterator<Secret> {
    return this.#secrets.values();
  }

  /** What stands for a value; undefined for one that was not noted. Only after {@link make}. */
  of(value: string): string | undefined {
    return this.#made.get(value);
  }

  /** Makes them all: the shortest first, since a value may be a part of another one. */
  make(): void {
    const all = [...this.#secrets.values()].sort((a, b) => a.value.length - b.value.length);
    const credentials = all.filter(({ kind }) => kind === 'credential');
    this.#underMask = new MaskedStandIns(credentials.map(({ value }) => value));
    for (const secret of [
      ...all.filter((one) => !this.#parts.has(one.value)),
      ...this.#inParts(),
    ]) {
      const stand = this.#standFor(secret);
      this.#made.set(secret.value, stand);
      this.#taken.add(stand);
      if (secret.kind !== 'password' && secret.value.length >= MIN_LENGTH)
        this.#inner.lookForItself(secret.value);
    }
  }

  #inParts(): Secret[] {
    return [...this.#parts.keys()].flatMap((value) => this.#secrets.get(value) ?? []);
  }

  #standFor(secret: Secret): string {
    const part = this.#parts.get(secret.value);
    const whole = part && this.#made.get(part.whole);
    if (part && whole !== undefined) {
      const to = part.from + secret.value.length;
      return whole.slice(part.from, to === part.whole.length ? undefined : to);
    }
    if (secret.kind === 'password') return `Password${++this.#passwords}`;
    if (emailsIn(secret.value)[0] === secret.value) return this.#mail(secret.value);
    return this.#masked(secret) ?? this.#alike(secret) ?? secret.value.replace(/[^]/g, 'x');
  }

  #masked({ value, group }: Secret): string | undefined {
    const write = (text: string, index: string) =>
      this.#signs.write(text, `${group} masked`, index);
    const stand = this.#underMask?.of(value, write, this.#made);
    return stand === undefined || !this.#isFree(value, stand) ? undefined : stand;
  }

  #isFree(value: string, stand: string): boolean {
    return stand !== value && !this.#taken.has(stand) && !this.#secrets.has(stand);
  }

  /** Of the same format and looks, or what comes nearest to it. */
  #alike(secret: Secret): string | undefined {
    const { value } = secret;
    let first: string | undefined;
    let ofFormat: string | undefined;
    for (const [attempt, kept] of KEPT.entries()) {
      if (kept * 3 > value.length || (attempt > 1 && value.length > LONG)) continue;
      if (kept > 0 && ofFormat !== undefined) break;
      const stand = value.slice(0, kept) + this.#shaped(secret, kept, attempt);
      // Nothing in it tells of anybody.
      if (kept === 0 && this.#atoms === 0) return stand;
      if (!this.#isFree(value, stand)) continue;
      first ??= stand;
      if (!isOfSameFormat(value, stand)) continue;
      if (looksAlike(value, stand)) return stand;
      ofFormat ??= stand;
    }
    return ofFormat ?? first;
  }

  #shaped({ value, group }: Secret, kept: number, attempt: number): string {
    this.#atoms = 0;
    const shaping: Shaping = {
      seenAt: this.seenAt,
      known: (inner) => this.#made.get(inner),
      within: (inner) => this.#within(inner),
      atom: (atom, index) => {
        this.#atoms++;
        return this.#signs.write(atom, `${group} ${attempt}`, index);
      },
    };
    return reshape(value.slice(kept), shaping, String(kept));
  }

  #within(value: string): { from: number; to: number; stand: string }[] {
    return this.#inner.find(value).flatMap(({ from, to, secret }) => {
      const stand = this.#made.get(secret);
      const isWhole = value.slice(from, to) === secret && secret.length < value.length;
      return isWhole && stand !== undefined ? [{ from, to, stand }] : [];
    });
  }

  /** `user1@example.com`, as long as the address was where there is room (RFC 2606 §3). */
  #mail(email: string): string {
    const number = (this.#groups.get('mail') ?? 0) + 1;
    this.#groups.set('mail', number);
    const host = '@example.com';
    const name = `user${number}`;
    const room = Math.max(0, email.length - name.length - host.length);
    const padded = name + 'x'.repeat(room) + host;
    if (!isRandom(padded) || isRandom(email)) return padded;
    // So many of one sign are a secret by their looks.
    return name + '.somebody'.repeat(room).slice(0, room).replace(/\.$/, 'x') + host;
  }
}

function isOfSameFormat(value: string, stand: string): boolean {
  const [was, is] = [formatOf(value), formatOf(stand)];
  return was.format === is.format && was.issuer === is.issuer;
}
