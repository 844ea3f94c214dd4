import { type ReadonlySignal, signal } from '@preact/signals';
import type { Severity } from '../../engine/model.js';
import { NO_SITES, OpenAtFront, type Sites } from './of-front.js';
import type { Place, Screen } from './place.js';
import { type Shown, Steps } from './steps.js';
import { StoredPlace } from './stored-place.js';
import type { RequestMark } from '../lists/request-mark.js';
import type { TimeSpan } from '../span/time-span.js';

/** Which screen is shown, what is selected and what is filtered; every jump can be taken back. */
export class Navigation {
  readonly screen = signal<Screen>('overview');
  /** Stretch of time that every screen is held to; null: the whole recording. */
  readonly span: ReadonlySignal<TimeSpan | null>;
  /** Site that was put in front; null: the one of the tab. */
  readonly site = signal<string | null>(null);
  readonly credentialId: ReadonlySignal<string | null>;
  readonly requestId = signal<string | null>(null);
  /** What of that request was spoken of where somebody came from. */
  readonly requestMark = signal<RequestMark | null>(null);
  readonly credentialFilter = signal('');
  readonly requestFilter = signal('');
  readonly findingFilter = signal('');
  readonly findingSeverities = signal<ReadonlySet<Severity>>(new Set());
  /** Rule whose findings were jumped to. */
  readonly ruleId = signal<string | null>(null);
  readonly stored: StoredPlace;
  readonly canGoBack: ReadonlySignal<boolean>;
  readonly #steps = new Steps();
  #scratch = '';
  readonly #span = signal<TimeSpan | null>(null);
  readonly #shown: () => void;
  readonly #isLeftOut: (place: Place) => boolean;
  readonly #credential: OpenAtFront;

  /**
   * `shown` is called whenever something else is shown; `isLeftOut` tells whether the selected span
   * hides what a link leads to.
   */
  constructor(
    shown: () => void,
    isLeftOut: (place: Place) => boolean = () => false,
    sites: Sites = NO_SITES,
  ) {
    this.span = this.#span;
    this.#shown = shown;
    this.#isLeftOut = isLeftOut;
    this.#credential = new OpenAtFront(sites);
    this.credentialId = this.#credential.value;
    this.stored = new StoredPlace(sites);
    this.canGoBack = this.#steps.any;
  }

  /** Another screen, by its tab: nothing to come back from. */
  show(screen: Screen): void {
    this.screen.value = screen;
    this.#shown();
  }

  /** Holds every screen to a span, or to none; to make a span longer or shorter is no step. */
  selectSpan(span: TimeSpan | null): void {
    const before = this.#span.peek();
    if (span === before) return;
    if (span !== null && before !== null) {
      this.#span.value = span;
      this.#shown();
    } else this.#jump({ span });
  }

  /** Puts a site in front: its verdict, picture and credentials. */
  openSite(site: string): void {
    this.#jump({ screen: 'overview', site });
  }

  /** The tab went to another site. */
  followTab(): void {
    this.site.value = null;
  }

  settle(): void {
    this.#credential.settle();
    this.stored.opened.settle();
  }

  openCredential(id: string): void {
    this.credentialFilter.value = '';
    this.#jump({ screen: 'credentials' }, { credential: id });
    this.selectCredential(id);
  }

  selectCredential(id: string | null): void {
    this.#credential.open(id);
  }

  /** `mark`: what of it is spoken of. */
  openRequest(id: string, mark: RequestMark | null = null): void {
    const to = { screen: 'requests', requestId: id, requestMark: mark, requestFilter: '' } as const;
    this.#jump(to, { request: id });
  }

  /** One of the list. */
  selectRequest(id: string | null): void {
    this.requestId.value = id;
    this.requestMark.value = null;
  }

  /** The requests of a span. */
  openRequests(span: TimeSpan): void {
    this.#jump({ screen: 'requests', requestId: null, requestFilter: '', span });
  }

  openRule(ruleId: string): void {
    this.#openFindings(null, { rule: ruleId });
    this.ruleId.value = ruleId;
  }

  /** Shows the findings of one severity, or all. */
  openFindings(severity: Severity | null): void {
    this.#openFindings(severity);
  }

  #openFindings(severity: Severity | null, of?: Place): void {
    const findingSeverities = new Set(severity === null ? [] : [severity]);
    this.#jump({ screen: 'findings', findingFilter: '', findingSeverities }, of);
  }

  /** `value`: what is taken apart there first, held until it is taken. */
  openScratchpad(value = ''): void {
    this.#scratch = value;
    this.#jump({ screen: 'scratchpad' });
  }

  /** What the scratchpad begins with; nothing holds it any more. */
  takeScratch(): string {
    const value = this.#scratch;
    this.#scratch = '';
    return value;
  }

  /** All findings again. */
  clearFindings(): void {
    this.findingFilter.value = '';
    this.findingSeverities.value = new Set();
  }

  /** Goes where an address leads. */
  open(place: Place): void {
    if ('credential' in place) this.openCredential(place.credential);
    else if ('request' in place) this.openRequest(place.request);
    else if ('rule' in place) this.openRule(place.rule);
    else if ('severity' in place) this.openFindings(place.severity);
    else this.show(place.screen);
  }

  back(): void {
    const shown = this.#steps.pop();
    if (!shown) return;
    this.#take(shown);
    this.#shown();
  }

  /** What was selected is not there any more. */
  forget(): void {
    this.selectRequest(null);
    this.selectCredential(null);
    this.#span.value = null;
    this.#steps.forget();
  }

  /** `of`: what is to be seen there. A span that would hide it ends, and Back brings it again. */
  #jump(to: Partial<Shown>, of?: Place): void {
    this.#steps.push({
      span: this.#span.peek(),
      screen: this.screen.peek(),
      site: this.site.peek(),
      credential: this.#credential.kept(),
      area: this.stored.opened.kept(),
      requestId: this.requestId.peek(),
      requestMark: this.requestMark.peek(),
      requestFilter: this.requestFilter.peek(),
      findingFilter: this.findingFilter.peek(),
      findingSeverities: this.findingSeverities.peek(),
    });
    this.#take(of && this.#isLeftOut(of) ? { ...to, span: null } : to);
    this.#shown();
  }

  #take(to: Partial<Shown>): void {
    if (to.span !== undefined) this.#span.value = to.span;
    if (to.screen !== undefined) this.screen.value = to.screen;
    if (to.site !== undefined) this.site.value = to.site;
    if (to.credential !== undefined) this.#credential.restore(to.credential);
    if (to.area !== undefined) this.stored.opened.restore(to.area);
    if (to.requestId !== undefined) this.requestId.value = to.requestId;
    if (to.requestMark !== undefined) this.requestMark.value = to.requestMark;
    if (to.requestFilter !== undefined) this.requestFilter.value = to.requestFilter;
    if (to.findingFilter !== undefined) this.findingFilter.value = to.findingFilter;
    if (to.findingSeverities !== undefined) this.findingSeverities.value = to.findingSeverities;
  }
}
