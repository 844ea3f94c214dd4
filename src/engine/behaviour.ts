import type { HeldAs } from './kept-password.js';
import type { ExchangeRef, Millis } from './observed.js';

/** What was seen a credential do; `roles/role.ts` weighs it. */
export interface Behaviour {
  /** First set or changed by the response to a login. */
  readonly issuedAtLogin?: ExchangeRef;
  /** What was refused before was answered once it was sent, and nothing else that says who asks. */
  readonly opened?: ExchangeRef;
  /** The next step of the login that gave it took it, and gave another in its place. */
  readonly gaveWay?: true;
  /** Sent with a login: somebody may be known by it from then on. */
  readonly sentAtLogin?: ExchangeRef | undefined;
  /** A cookie that is called a session, sent after the login that it was sent with as well. */
  readonly sentSinceLogin?: true;
  /** Cleared by a logout. */
  readonly clearedAtLogout?: boolean;
  /** A logout's answer set it again, with the value that it had. */
  readonly keptByLogout?: boolean;
  /** Sent with a logout that cleared what stood for the user, and did not touch this one. */
  readonly leftByLogout?: boolean;
  /** Changed by the answer with a style sheet, a script or a picture. */
  readonly changedByFile?: ExchangeRef;
  /** First set by an answer that had the first value against forgery as well. */
  readonly setWithGuard?: ExchangeRef;
  /** Sent before anybody was seen to log in. */
  readonly usedAnonymously?: boolean;
  /**
   * Somebody logged in after it was sent, or the browser had come with nothing and sent it beside
   * the page's own host.
   */
  readonly sentForNobody?: true;
  /** Set when the browser was sent to an authorization server, or by that server itself. */
  readonly setForAuthorization?: ExchangeRef;
  /** Sent with an authorization request: its server may know its own user by it. */
  readonly sentToAuthorize?: boolean;
  /**
   * Answers that changed it gave tokens, each of which was sent in the Authorization header then:
   * the last of them, and how many.
   */
  readonly renewed?: { readonly exchange: ExchangeRef; readonly count: number };
  /**
   * An answer gave it beside an access token that was used then, and the next one was given for it
   * alone.
   */
  readonly renews?: ExchangeRef;
  /**
   * Given by a token endpoint that was not sent it: of the browser it knew nothing, its user it
   * knew by a code.
   */
  readonly givenUnasked?: ExchangeRef;
  /** The browser had it before anybody could have logged in: it came to this site with nothing. */
  readonly givenToStranger?: ExchangeRef;
  /** Requests went to where it is sent without it before: it was made while they were seen. */
  readonly madeSince?: true;
  /** Given by the answer to a request by which nobody can be known. */
  readonly givenToAnybody?: ExchangeRef;
  /** Sent with the first request of its site by which somebody may have logged in. */
  readonly mayHaveLoggedIn?: true;
  /** Gone again soon, without a logout. */
  readonly clearedEarly?: ExchangeRef;
  /** A page took it away, and left what its user is known by. */
  readonly shownOnce?: ExchangeRef;
  /** A cookie's value came back in a header or a form field, or the other way round. */
  readonly echoed?: string;
  /** Requests that had a cookie's value a second time, beside the Cookie header. */
  readonly repeated?: Repeated;
  /** The field in which pages of its site had its secret under a mask. */
  readonly masked?: string;
  /** Sent to a site other than the page's. */
  readonly sentThirdParty?: boolean;
  /** Sent with requests of the site in front. */
  readonly sentFirstParty?: boolean;
  /**
   * Requests that carried it were answered with a page, with data, with nothing (a beacon's 204 or
   * image).
   */
  readonly gotPage?: boolean;
  readonly gotData?: boolean;
  readonly gotNothing?: boolean;
  /** It had been answered with a page or with data, and is refused (401) since then. */
  readonly turnedDown?: TurnedDown | undefined;
  /** Sent in requests that carried the session's cookie as well. */
  readonly besideSession?: boolean;
  /** Sent in requests whose Authorization header carried what a login gave. */
  readonly besideAuthorization?: boolean;
  /** Sent in each of several messages of a WebSocket that was opened with a cookie of the login. */
  readonly inEachMessage?: boolean;
  /**
   * The answer to a password sent the browser to an address with it, where no cookie knew the user.
   */
  readonly givenInAddress?: boolean;
  /**
   * An answer to a password told it, and requests bring it back where nothing else says who asks.
   */
  readonly onlyTold?: boolean;
  /** Given by an answer to somebody who was known already. */
  readonly givenToKnown?: boolean;
  /** It holds the password that a request had which sent it, or whose answer set it. */
  readonly holdsPassword?: { readonly held: HeldAs; readonly exchange: ExchangeRef };
  /** What came of sending it, with the very value that somebody logged out with, after that. */
  readonly afterLogout?: AfterLogout;
  /** The longest time without a request after which it was still taken for its user. */
  readonly idle?: IdleUse;
}

/** The last request that was refused, and how many were since one was answered. */
export interface TurnedDown {
  readonly exchange: ExchangeRef;
  readonly at: Millis;
  readonly times: number;
}

/** Of what was sent after the logout. */
export interface AfterLogout {
  /** It got what an address gives to nobody who is not logged in. */
  readonly accepted?: ExchangeRef;
  /** It got an answer of which it is not known whether everybody may have it. */
  readonly answered?: ExchangeRef;
  /** It got what had been shown to it before the logout, and to nobody who was not known. */
  readonly shownAgain?: ExchangeRef;
  /** It was refused, with all that had stood for the user beside it. */
  readonly refused?: ExchangeRef;
  /** It was refused without something that the logout had taken: alone it logs nobody in. */
  readonly refusedAlone?: ExchangeRef;
  /** It was put back to see (`proof/`). */
  readonly proved?: true;
}

/** How often a cookie's value came twice, by what the requests did. */
export interface Repeated {
  /** Name of the header, parameter or field that had it last. */
  readonly place: string;
  readonly inHeader: boolean;
  /** Requests that may change something. */
  readonly changes: number;
  readonly reads: number;
  /** Changes that had it in the Cookie header alone. */
  readonly bareChanges: number;
  /** Those that might have had it, only read, and had it in the Cookie header alone. */
  readonly bareReads: number;
}

export interface IdleUse {
  readonly away: Millis;
  readonly exchange: ExchangeRef;
}
