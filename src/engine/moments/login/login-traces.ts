import { isAssertion } from './assertion.js';
import { AskingPages, type SavedAskingPages } from './asking-pages.js';
import { Challenges, type SavedChallenges } from './challenges.js';
import { HalfLogin, type SavedHalfLogin } from './half-login.js';
import { GreetedLinks, type SavedGreetedLink } from './greeted-links.js';
import { LedBack, type SavedLedBack } from './led-back.js';
import { LinkKeys, type SavedLinkKeys } from './link-keys.js';
import type { SentFrom } from './login-place.js';
import { type SavedSentCode, SentCode } from './sent-code.js';
import type { Exchange } from '../../model.js';
import { type FromPage, type SavedShownPages, ShownPages } from '../shown-pages.js';
import type { LoginInput, Watched } from '../watched-exchange.js';
import { type SavedTriedPlaces, TriedPlaces } from './tried-places.js';
import { bringsCode, givesToUser } from './typed-code.js';

export interface SavedLoginTraces {
  asking: SavedAskingPages;
  tried: SavedTriedPlaces;
  shown: SavedShownPages;
  back: SavedLedBack;
  code: SavedSentCode;
  /** Absent in what an older version saved. */
  challenges?: SavedChallenges;
  greeted?: SavedGreetedLink;
  half?: SavedHalfLogin;
  keys?: SavedLinkKeys;
}

/** What earlier exchanges left by which the next one may be known as a login. */
export class LoginTraces {
  readonly asking = new AskingPages();
  readonly tried: TriedPlaces;
  readonly shown: ShownPages;
  readonly back: LedBack;
  readonly code: SentCode;
  readonly challenges: Challenges;
  readonly greeted: GreetedLinks;
  readonly half: HalfLogin;
  readonly keys: LinkKeys;

  constructor(saved?: SavedLoginTraces) {
    if (saved) this.asking.restore(saved.asking);
    this.tried = new TriedPlaces(saved?.tried);
    this.shown = new ShownPages(saved?.shown);
    this.back = new LedBack(saved?.back);
    this.code = new SentCode(saved?.code);
    this.challenges = new Challenges(saved?.challenges);
    this.greeted = new GreetedLinks(saved?.greeted);
    this.half = new HalfLogin(saved?.half);
    this.keys = new LinkKeys(saved?.keys);
  }

  /** What the page that it was sent from said; unknown if unseen. Notes what it shows. */
  look(exchange: Exchange): FromPage | undefined {
    const from = this.shown.from(exchange);
    this.shown.exchange(exchange);
    this.challenges.exchange(exchange);
    this.keys.exchange(exchange);
    return from;
  }

  /** The login that led to this page, or after which it greets somebody. */
  ledTo(input: LoginInput, watched: Watched): Watched | undefined {
    const greeted = this.greeted.exchange(input.exchange, watched, input);
    return this.back.exchange(input.exchange, watched) ?? greeted;
  }

  /** It brought a code that was sent, a link's key, the answer of a key, or that to a challenge. */
  isProof(input: LoginInput): boolean {
    const { exchange, gave, forGuests } = input;
    const isCode = this.code.isTaken(input) || isAssertion(exchange.request.body);
    const isHandedIn = givesToUser(exchange, gave) && this.keys.isBroughtBy(exchange);
    const isTyped = isHandedIn || bringsCode(exchange, gave);
    const proves = this.challenges.isAnsweredBy(exchange, gave.length > 0);
    return (isCode && gave.length > 0) || (isTyped && !forGuests) || proves;
  }

  /** From where it was sent, and to; notes it. */
  sentFrom(exchange: Exchange, gave: boolean): SentFrom {
    const from = { asked: this.asking.asked(exchange, gave), tried: this.tried.sent(exchange) };
    this.asking.exchange(exchange);
    return from;
  }

  save(): SavedLoginTraces {
    return {
      asking: this.asking.save(),
      tried: this.tried.save(),
      shown: this.shown.save(),
      back: this.back.save(),
      code: this.code.save(),
      challenges: this.challenges.save(),
      greeted: this.greeted.save(),
      half: this.half.save(),
      keys: this.keys.save(),
    };
  }
}
