import type { Translate } from '../../engine/text.js';
import { asForm, isTellable, maskedBody } from '../bodies/body-text.js';
import { bodyView } from '../bodies/body-view.js';
import type { Intake } from '../intake.js';
import { hiddenAmong } from './hidden-cookies.js';
import type { LastLook } from './last-look.js';
import { detailOf, rawOf, rowOf, RowWords } from './request-views.js';
import type {
  BodyText,
  BodyView,
  RawRequest,
  RequestDetail,
  RequestRow,
  RequestRows,
  WholeHeaders,
} from './view.js';

/** The requests of a recording as screens show them: rows, one in full, and its bodies. */
export class ShownRequests {
  readonly #intake: Intake;
  readonly #look: LastLook;
  #linkedAt: number | undefined;

  constructor(intake: Intake, look: LastLook) {
    this.#intake = intake;
    this.#look = look;
  }

  /** Rows that are new or changed since a revision (0: all). */
  rows(since: number): RequestRows {
    const { ids, ...changed } = this.changed(since);
    return { ...changed, rows: this.rowsOf(ids) };
  }

  /** Which rows are new or changed since a revision. */
  changed(since: number): Omit<RequestRows, 'rows'> & { ids: string[] } {
    this.link();
    const { exchanges } = this.#intake;
    return { revision: exchanges.revision, ...exchanges.since(since) };
  }

  /** The rows of these exchanges, of which some may be gone. */
  rowsOf(ids: readonly string[]): RequestRow[] {
    this.link();
    const { exchanges } = this.#intake;
    const words = new RowWords();
    const rows = ids.flatMap((id) => {
      const exchange = exchanges.getBare(id);
      return exchange ? [rowOf(exchange, exchanges.linksOf(id), words)] : [];
    });
    return this.#look.swept(rows);
  }

  /**
   * One exchange in full, masked; undefined for one that is not there any more. `whole`: all of its
   * headers, where somebody else still has them.
   */
  detail(id: string, translate?: Translate, whole?: WholeHeaders): RequestDetail | undefined {
    const { analysis, exchanges, cleaning } = this.#intake;
    const exchange = exchanges.get(id);
    if (!exchange) return undefined;
    const row = rowOf(exchange, analysis.links(id));
    return this.#look.swept(
      detailOf(exchange, row, this.#credentialsIn, {
        translate,
        hidden: hiddenAmong(analysis.credentials()),
        whole: whole && cleaning.headers(exchange.url, whole),
      }),
    );
  }

  /** One exchange as it was, for a person who asked for it. */
  raw(id: string): RawRequest | undefined {
    const exchange = this.#intake.exchanges.get(id);
    return exchange && rawOf(exchange);
  }

  /** A body as it is read, without passwords; undefined: that cannot be told. */
  bodyView(body: BodyText, revealed: boolean): BodyView | undefined {
    const { url, mimeType, text: seen } = asForm(body);
    if (!isTellable(mimeType, seen)) return undefined;
    const secrets = this.#look.secrets();
    const view = bodyView(mimeType, this.#intake.cleaning.text(url, seen), {
      credentialsIn: this.#credentialsIn,
      find: (source) => secrets.find(source),
      revealed,
    });
    return revealed ? view : this.#look.swept(view);
  }

  /** A body, for a person who copies it, without passwords; undefined: that cannot be told. */
  bodyText({ url, mimeType, text: sent }: BodyText, revealed: boolean): string | undefined {
    if (!isTellable(mimeType, sent)) return undefined;
    const body = this.#intake.cleaning.text(url, sent);
    return revealed ? body : this.#look.swept(maskedBody(mimeType, body));
  }

  /** Tells every row which credentials it has now; that can change with everything observed. */
  link(): void {
    const { exchanges, analysis, revision } = this.#intake;
    if (this.#linkedAt === revision) return;
    this.#linkedAt = revision;
    for (const id of exchanges.ids()) exchanges.link(id, analysis.links(id));
  }

  readonly #credentialsIn = (source: string): string[] =>
    this.#intake.analysis.credentialsIn(source);
}
