import { both, isSignIn, isSignOut, shareOf, shown, without } from './pieces.js';
import type { AnswerPrint } from './probe-messages.js';
import { fingerprintOf, type Seen } from './seen.js';

/** `yes`: answered as its user is; `no`: as somebody who is not known; `unclear`: neither. */
export type Judged = 'yes' | 'no' | 'unclear';

/** Of what tells the two answers apart, so much has to be there, and no more than the rest. */
const MOST = 0.7;
const FEW = 0.3;
const HALF = 0.5;
/** Two answers to the same request have so much in common, or nothing can be compared. */
const COMMON = 0.5;
/** So many pieces of answers that change by themselves are told apart by no chance. */
const STEADY = 3;
/** A piece that is `empty` elsewhere (`html-features.ts`). */
const EMPTIED = /^(meta .+) set$/;

/** Compares answers with those that the user got, and with one that nobody in particular got. */
export class Comparison {
  /** What is in every answer to the unchanged request, and what is in any of them. */
  #stable: ReadonlySet<string> = new Set();
  #ever: ReadonlySet<string> = new Set();
  /** So many pieces of an answer are new each time. */
  #novel = 0;
  #first: Seen | undefined;
  #stranger: Seen | undefined;
  /** What only the user's answers have, and what only the other one has. */
  #own = new Set<string>();
  #strange = new Set<string>();
  /** Where the user's answer has no sign of its own: what else only that one has. */
  #rest: ReadonlySet<string> = new Set();
  /** Links or words for logging in and out are what tells them apart: nothing else counts then. */
  #isSigned = false;

  /** One more answer to the unchanged request. */
  addUnchanged(seen: Seen): void {
    if (this.#first) this.#novel = Math.max(this.#novel, without(seen.all, this.#ever).length);
    this.#stable = this.#first ? both(this.#stable, seen.all) : seen.all;
    this.#ever = new Set([...this.#ever, ...seen.all]);
    this.#first ??= seen;
  }

  /**
   * An answer to the request without what logs in; a later one takes the place of the one before.
   */
  addStranger(seen: Seen): void {
    this.#stranger = seen;
    const [own, strange] = [without(this.#stable, seen.all), without(seen.all, this.#ever)];
    const signs = [own.filter(isSignOut), strange.filter(isSignIn)] as const;
    // Data and programs speak of logins for other reasons, too.
    this.#isSigned = seen.format === 'html' && (signs[0].length > 0 || signs[1].length > 0);
    this.#rest = new Set(signs[0].length > 0 ? [] : own);
    this.#own = new Set(this.#isSigned ? signs[0] : own);
    const isNews = strange.length > this.#novel;
    this.#strange = new Set(this.#isSigned ? signs[1] : isNews ? strange : []);
  }

  /** One more answer to nobody: what differs between the two says nothing of who asks. */
  addStrangerToo(seen: Seen): void {
    this.#own = new Set(without(this.#own, seen.all));
    this.#rest = new Set(without(this.#rest, seen.all));
    this.#strange = both(this.#strange, seen.all);
  }

  /**
   * So much of the user's answer stays the same, and is in none to nobody, that it is no chance.
   */
  get isSteady(): boolean {
    return this.#isSigned || this.#own.size >= STEADY;
  }

  /** The same request gets answers that have little in common. */
  get isNoisy(): boolean {
    if (this.#isSigned || this.#ever.size === 0) return false;
    return this.#stable.size / this.#ever.size < COMMON;
  }

  /** The head alone tells the two answers apart. */
  get isPlain(): boolean {
    const [first, stranger] = [this.#first, this.#stranger];
    return first !== undefined && stranger !== undefined && !hasSameHead(first, stranger);
  }

  /** What tells them apart may be the time as well. */
  get isVague(): boolean {
    return !this.isPlain && !this.isSame && !this.#isSigned && !this.isNoisy;
  }

  /** Nothing tells the two answers apart. */
  get isSame(): boolean {
    return !this.isPlain && this.#own.size === 0 && this.#strange.size === 0;
  }

  /**
   * The user's answer says by itself that it is one: it offers the logout, names its user, or has
   * more data.
   */
  get isUsers(): boolean {
    if (this.#isSigned || [...this.#own].some((piece) => this.#isFilled(piece))) return true;
    return this.#first?.format === 'json' && this.#own.size > this.#strange.size;
  }

  /** It holds something of the user's, in the place of which there is nothing for nobody. */
  #isFilled(piece: string): boolean {
    const empty = EMPTIED.exec(piece)?.[1];
    return empty !== undefined && this.#strange.has(`${empty} empty`);
  }

  /** The same head as the unchanged answer has. */
  hasHead(seen: Seen): boolean {
    return this.#first !== undefined && hasSameHead(this.#first, seen);
  }

  /** Whose answer it is. */
  judge(seen: Seen): Judged {
    const { standing } = seen;
    const isAccident = standing === 'failed' && this.#stranger?.standing !== 'failed';
    if (isAccident || standing === 'limited') return 'unclear';
    if (!this.hasHead(seen)) return 'no';
    if (this.isPlain) return 'yes';
    const own = shareOf(this.#own, seen.all);
    const strange = shareOf(this.#strange, seen.all);
    const isOwn = (own ?? 1) >= MOST && (shareOf(this.#rest, seen.all) ?? 1) > HALF;
    const asks = without(seen.all, this.#ever).some(isSignIn);
    if (isOwn && (strange ?? 0) <= FEW && !asks) return 'yes';
    return (own ?? 0) <= FEW && ((strange ?? 1) >= MOST || asks) ? 'no' : 'unclear';
  }

  /** The same as the unchanged ones, but for as much as changes by itself. */
  isWhole(seen: Seen): boolean {
    const noise = this.#ever.size - this.#stable.size;
    const lost = without(this.#stable, seen.all).length;
    const gained = without(seen.all, this.#ever).length;
    return this.hasHead(seen) && lost <= noise && gained <= noise;
  }

  /**
   * Pieces of every unchanged answer that are missing: more than change by themselves, and none
   * came instead.
   */
  lostIn(seen: Seen): readonly string[] {
    const noise = this.#ever.size - this.#stable.size;
    const lost = without(this.#stable, seen.all);
    const gained = without(seen.all, this.#ever).length;
    return this.hasHead(seen) && lost.length > noise && gained <= noise ? lost : [];
  }

  /** Anything that tells the two answers apart is not as in the unchanged one. */
  differs(seen: Seen): boolean {
    if (!this.hasHead(seen)) return true;
    const [lost, gained] = [without(this.#own, seen.all), both(this.#strange, seen.all)];
    return lost.length > 0 || gained.size > 0;
  }

  /** What is kept of an answer. */
  print(seen: Seen): AnswerPrint {
    const { answer, location } = seen;
    const noise = new Set(without(this.#ever, this.#stable));
    const differs = this.#difference(seen);
    return {
      ...answer,
      ...(location !== undefined && { location }),
      fingerprint: fingerprintOf(seen, noise),
      kind: this.#kindOf(seen),
      ...(differs && { differs }),
    };
  }

  #kindOf(seen: Seen): AnswerPrint['kind'] {
    const { standing } = seen;
    if (standing === 'limited' || standing === 'failed') return standing;
    if (standing === 'refused') return 'refused';
    if (standing === 'login' && !this.hasHead(seen)) return 'login';
    const isOwn = this.#stranger ? this.judge(seen) === 'yes' : this.hasHead(seen);
    return isOwn ? 'as-before' : 'different';
  }

  #difference(seen: Seen): AnswerPrint['differs'] {
    if (!this.hasHead(seen)) return undefined;
    const [before] = without(this.#own.size > 0 ? this.#own : this.#stable, seen.all);
    const [after] = [...both(this.#strange, seen.all), ...without(seen.all, this.#ever)];
    if (before === undefined && after === undefined) return undefined;
    return { before: shown(before ?? ''), after: shown(after ?? '') };
  }
}

function hasSameHead(one: Seen, other: Seen): boolean {
  return (
    one.standing === other.standing &&
    one.answer.status === other.answer.status &&
    one.location === other.location &&
    one.format === other.format
  );
}
